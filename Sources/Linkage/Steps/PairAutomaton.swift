/// What to look at next in a pair, given all that is known of it, and what follows.
///
/// Pairs of which the same is known are alike, and few kinds of them ever occur: each is worked
/// out when it is first met, from the tables of all comparisons, and from then on looked up.
struct PairAutomaton: Sendable {
    /// What an entry of the tables means for the bound and the pattern.
    struct Gain: Sendable {
        /// How much less than its best the comparison can be worth; 0 or below.
        let bits: Double
        let pattern: UInt64
    }

    /// All that is known of some kind of pair.
    struct State: Sendable {
        /// The bound on texts to look at next, or one of the two below.
        let bound: Int32
        /// Where a bound leads; -1 until that is first met.
        fileprivate(set) var whenFar: Int32 = -1
        fileprivate(set) var whenNear: Int32 = -1
        /// The comparison of the bound to look at next.
        fileprivate let step: Int
        /// The comparisons of which a bound was of no help, a bit each.
        fileprivate let seen: UInt64
        /// The pattern, without the comparisons that are open.
        let pattern: UInt64
        /// The comparisons that codes and bounds do not decide, a bit each.
        let open: UInt64
        /// The most that the pair can be worth.
        let most: Double

        /// Nothing more to look at.
        static let isEnd: Int32 = -1
        /// The pair cannot reach the threshold.
        static let isDropped: Int32 = -2
    }

    let tables: CodeTables
    private let gains: [Gain]
    private let start: Double
    private let enough: Double
    private(set) var states: [State] = []
    /// The entries of each state, comparison by comparison.
    private var entries: [Int32] = []
    /// The first state of each word; -1 where there is none.
    private var slots: [(word: UInt32, state: Int32)]

    /// More states than this are forgotten and worked out anew.
    private static let most = 1 << 16

    /// `gains`: one for each entry; `start`: the most that any pair can be worth; `enough`: what
    /// it must be able to reach.
    init(_ tables: CodeTables, _ gains: [Gain], start: Double, enough: Double) {
        self.tables = tables
        self.gains = gains
        self.start = start
        self.enough = enough
        slots = Array(repeating: (0, -1), count: 1 << 10)
    }

    /// The state of a pair whose codes are known, and no more.
    @inline(__always)
    mutating func state(of word: UInt32) -> Int {
        var slot = Int(word &* 0x9E37_79B1) & (slots.count - 1)
        while slots[slot].state >= 0 {
            if slots[slot].word == word { return Int(slots[slot].state) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(word)
    }

    /// The state after a bound was looked at.
    @inline(__always)
    mutating func next(after state: Int, isFar: Bool) -> Int {
        let next = isFar ? states[state].whenFar : states[state].whenNear
        return next >= 0 ? Int(next) : grow(from: state, isFar: isFar)
    }

    /// Where an open comparison of a state was left off.
    func target(ofComparison step: Int, in state: Int) -> PairProgram.Target {
        tables.entries[Int(entries[state * tables.tables.count + step])].target
    }

    private mutating func add(_ word: UInt32) -> Int {
        if states.count >= Self.most { forget() }
        if states.count * 2 > slots.count { rehash() }
        let own = tables.tables.map { table in
            Int32(table.first + Int((word &>> table.shift) & table.mask))
        }
        let state = append(own, seen: 0)
        insert(word, Int32(state))
        return state
    }

    private mutating func grow(from state: Int, isFar: Bool) -> Int {
        let count = tables.tables.count
        var own = Array(entries[state * count..<(state + 1) * count])
        let (step, seen) = (states[state].step, states[state].seen)
        if isFar { own[step] = tables.entries[Int(own[step])].whenFar }
        let next = append(own, seen: isFar ? seen : seen | 1 << UInt64(step))
        if isFar {
            states[state].whenFar = Int32(next)
        } else {
            states[state].whenNear = Int32(next)
        }
        return next
    }

    /// Adds the state with some entries and the comparisons of which bounds were of no help.
    ///
    /// The bound that would lower the most is looked at next: it may spare all others.
    private mutating func append(_ own: [Int32], seen: UInt64) -> Int {
        let most = own.reduce(start) { $0 + gains[Int($1)].bits }
        let next = own.indices
            .filter { seen >> UInt64($0) & 1 == 0 && tables.entries[Int(own[$0])].bound >= 0 }
            .max { (loss(own[$0]), -$0) < (loss(own[$1]), -$1) }
        let bound = next.map { Int32(tables.entries[Int(own[$0])].bound) } ?? State.isEnd
        states.append(
            State(
                bound: most < enough ? State.isDropped : bound, step: next ?? 0, seen: seen,
                pattern: own.reduce(0) { $0 + gains[Int($1)].pattern },
                open: own.indices.reduce(0) {
                    tables.entries[Int(own[$1])].target < 0 ? $0 : $0 | 1 << UInt64($1)
                },
                most: most))
        entries += own
        return states.count - 1
    }

    /// How much less a pair can be worth where the bound of an entry refuses.
    private func loss(_ entry: Int32) -> Double {
        gains[Int(entry)].bits - gains[Int(tables.entries[Int(entry)].whenFar)].bits
    }

    private mutating func insert(_ word: UInt32, _ state: Int32) {
        var slot = Int(word &* 0x9E37_79B1) & (slots.count - 1)
        while slots[slot].state >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = (word, state)
    }

    private mutating func rehash() {
        let old = slots
        slots = Array(repeating: (0, -1), count: old.count * 4)
        for slot in old where slot.state >= 0 { insert(slot.word, slot.state) }
    }

    private mutating func forget() {
        states = []
        entries = []
        slots = Array(repeating: (0, -1), count: 1 << 10)
    }
}

extension PairAutomaton {
    /// The last state of a pair: what codes and bounds say of it.
    ///
    /// `record`: the place of the right record among those gathered.
    @inline(__always)
    mutating func end(
        _ word: UInt32, _ left: Span<UInt32>, _ columns: GatheredColumns, _ record: Int,
        _ profiles: [TextProfile]
    ) -> Int {
        var state = state(of: word)
        while states[state].bound >= 0 {
            let bound = Int(states[state].bound)
            let own = profiles[Int(left[tables.bounds[bound].slot])]
            let right = columns.profile(tables.bounds[bound].text, ofRecord: record)
            let isFar = tables.bounds[bound].isFar(own, right)
            state = next(after: state, isFar: isFar)
        }
        return state
    }
}
