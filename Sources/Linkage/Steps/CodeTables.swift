/// Where the programs of comparisons stand for every outcome of their tests of codes.
///
/// Worked out once for a model, so that codes are looked up pair by pair and not tested one after
/// another: a test done eight pairs at a time costs less than finding out whether it is needed.
/// Texts are left to the program; a bound on their likeness may spare it some.
struct CodeTables: Sendable {
    /// Where a comparison stands.
    struct Entry: Sendable {
        /// The result, a `reach`, or the first test that codes do not answer.
        let target: PairProgram.Target
        /// The place of the bound that could say more, or -1.
        let bound: Int16
        /// The entry to go on with where the bound says that two texts are too unlike.
        let whenFar: Int32
    }

    /// The entries of one comparison.
    struct Table: Sendable {
        /// Where its bits begin in the word of a pair.
        let shift: UInt32
        /// Its bits, once shifted.
        let mask: UInt32
        /// The first of its entries.
        let first: Int
    }

    private(set) var tests = CodeTests()
    private(set) var bounds: [TabledBound] = []
    /// Where the codes lie of the texts of right records at which bounds look.
    private(set) var texts: [Int] = []
    private(set) var tables: [Table] = []
    private(set) var entries: [Entry] = []

    /// Adds a comparison, given by its part of a program.
    mutating func add(_ part: PairProgram.Part, of program: PairProgram) {
        let outcomes = CodeOutcomes(
            part.start, program.tests, room: CodeTests.capacity - tests.tests.count)
        let (shift, first) = (tests.tests.count, entries.count)
        for test in outcomes.tests { _ = tests.append(test) }
        let bits = outcomes.tests.count
        for number in 0..<(1 << (bits + outcomes.bounds.count)) {
            let end = outcomes.end(number)
            let far = end.bound.map { number | 1 << (bits + $0) } ?? 0
            entries.append(
                Entry(
                    target: end.target, bound: end.bound.map { Int16(bounds.count + $0) } ?? -1,
                    whenFar: Int32(first + far)))
        }
        tables.append(
            Table(shift: UInt32(shift), mask: UInt32((1 << bits) - 1), first: first))
        for bound in outcomes.bounds {
            let text = texts.firstIndex(of: bound.other) ?? texts.count
            if text == texts.count { texts.append(bound.other) }
            bounds.append(TabledBound(bound, text: text))
        }
    }

    /// The entries of a comparison.
    func entries(ofComparison index: Int) -> ArraySlice<Entry> {
        let end = index + 1 < tables.count ? tables[index + 1].first : entries.count
        return entries[tables[index].first..<end]
    }
}
