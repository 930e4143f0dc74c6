/// The conditions of all levels as a flat list of tests on two rows of numbers.
struct ComparisonTests: Sendable {
    enum Kind: UInt8, Sendable {
        case missing, equal, levenshtein, damerauLevenshtein, jaro, jaroWinkler
        case dateWithin, datesTransposed, columnsSwapped, all, any, otherwise
    }

    /// One test; what the fields mean depends on the kind.
    struct Test: Sendable {
        let kind: Kind
        /// Where the number, or the first of two, lies in a record.
        var slot = 0
        /// Where the second number lies.
        var other = 0
        /// The largest distance.
        var limit = 0
        /// The least similarity.
        var least = 0.0
        /// The parts of a compound test, positions in `parts`.
        var partsStart = 0
        var partsEnd = 0
    }

    /// A level: its test and the digit that stands for it.
    struct Level: Sendable {
        let test: Int
        let digit: UInt32
    }

    private(set) var tests: [Test] = []
    private(set) var parts: [Int] = []
    /// The levels of all comparisons, one comparison after the other.
    private(set) var levels: [Level] = []
    /// Where each comparison's levels start, and where the last one's end.
    private(set) var levelStarts: [Int] = [0]

    init(_ comparisons: [Comparison], _ layout: RecordLayout) {
        for comparison in comparisons {
            for (index, level) in comparison.comparisonLevels.enumerated() {
                let test = add(level.condition, layout)
                let digit = comparison.comparisonVectorValue(ofLevel: index) + 1
                levels.append(Level(test: test, digit: UInt32(digit)))
            }
            levelStarts.append(levels.count)
        }
    }

    private mutating func add(_ condition: Condition, _ layout: RecordLayout) -> Int {
        let test: Test
        switch condition {
        case .missing(let column):
            test = Test(kind: .missing, slot: layout.position(ofColumn: column))
        case .equal(let key):
            test = Test(kind: .equal, slot: layout.position(of: .key(key)))
        case .levenshtein(let column, let most):
            test = Test(
                kind: .levenshtein, slot: layout.position(ofColumn: column), limit: most)
        case .damerauLevenshtein(let column, let most):
            test = Test(
                kind: .damerauLevenshtein, slot: layout.position(ofColumn: column), limit: most)
        case .jaro(let column, let least):
            test = Test(kind: .jaro, slot: layout.position(ofColumn: column), least: least)
        case .jaroWinkler(let column, let least):
            test = Test(kind: .jaroWinkler, slot: layout.position(ofColumn: column), least: least)
        case .dateWithin(let column, let days):
            test = Test(kind: .dateWithin, slot: layout.position(of: .day(column)), limit: days)
        case .datesTransposed(let column):
            test = Test(kind: .datesTransposed, slot: layout.position(of: .dateParts(column)))
        case .columnsSwapped(let first, let second):
            test = Test(
                kind: .columnsSwapped, slot: layout.position(ofColumn: first),
                other: layout.position(ofColumn: second))
        case .all(let conditions): test = compound(.all, conditions, layout)
        case .any(let conditions): test = compound(.any, conditions, layout)
        case .otherwise: test = Test(kind: .otherwise)
        }
        tests.append(test)
        return tests.count - 1
    }

    private mutating func compound(
        _ kind: Kind, _ conditions: [Condition], _ layout: RecordLayout
    ) -> Test {
        let indices = conditions.map { add($0, layout) }
        parts.append(contentsOf: indices)
        return Test(
            kind: kind, partsStart: parts.count - indices.count, partsEnd: parts.count)
    }
}
