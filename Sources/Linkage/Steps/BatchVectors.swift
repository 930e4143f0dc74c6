/// Compares batches of pairs and gives their comparison vectors as patterns.
struct BatchVectors {
    private let profiles: [TextProfile]
    private var automaton: PairAutomaton
    private var tester: PairTester
    /// What is known of the pairs at hand.
    private var words = [Eight](repeating: .zero, count: PairBatch.vectors)
    private let strides: [UInt64]

    /// Vectors over some of the comparisons; the digits of the others are 0.
    init(
        _ comparisons: [Comparison], over chosen: [Int], _ layout: PatternLayout,
        _ encoded: EncodedRecords
    ) {
        var program = PairProgram(encoded.layout)
        let parts = chosen.map { program.add(comparisons[$0]) }
        let strides = chosen.map { layout.strides[$0] }
        var tables = CodeTables()
        for part in parts { tables.add(part, of: program) }
        let gains = strides.indices.flatMap { index in
            tables.entries(ofComparison: index).map { entry in
                PairAutomaton.Gain(
                    bits: 0,
                    pattern: entry.target < 0 ? UInt64(-1 - entry.target) * strides[index] : 0)
            }
        }
        self.strides = strides
        automaton = PairAutomaton(tables, gains, start: 0, enough: 0)
        profiles = encoded.profiles
        tester = PairTester(program, encoded)
    }

    /// Where the codes lie of the texts whose profiles it looks at.
    var texts: [Int] { automaton.tables.texts }

    /// Why a condition could not be worked out for some pair, if one could not.
    var firstProblem: EvaluationProblem? { tester.firstProblem }

    /// Looks at the codes of the pairs of a left record with some vectors of right ones.
    @inline(__always)
    mutating func prepare(_ left: Span<UInt32>, _ rights: GatheredColumns, _ vectors: Range<Int>) {
        automaton.tables.tests.fill(&words, left, rights, vectors)
    }

    /// The pattern of a pair; `lane` counts over the vectors prepared, of which `first` begins.
    @inline(__always)
    mutating func pattern(
        _ lane: Int, _ left: Span<UInt32>, _ right: Span<UInt32>, _ columns: GatheredColumns,
        _ first: Int
    ) -> UInt64 {
        let state = automaton.end(
            words.lane(lane), left, columns, first * 8 + lane, profiles)
        let open = automaton.states[state].open
        return open == 0 ? automaton.states[state].pattern : finished(state, left, right)
    }

    /// The pattern of a pair of which codes do not say all.
    private mutating func finished(
        _ state: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> UInt64 {
        let known = automaton.states[state]
        var pattern = known.pattern
        for index in strides.indices where known.open >> UInt64(index) & 1 == 1 {
            let target = automaton.target(ofComparison: index, in: state)
            pattern += UInt64(tester.result(from: target, left, right)) * strides[index]
        }
        return pattern
    }
}
