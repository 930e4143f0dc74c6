/// Drops pairs that cannot reach a threshold as early as it is certain.
///
/// First what codes and bounds say of all comparisons, then text by text: most pairs need no text.
/// A pair's bound is the most that it can still be worth; it only ever falls.
struct PairScreen {
    private let plan: ScreenPlan
    private let profiles: [TextProfile]
    private var automaton: PairAutomaton
    private var tester: PairTester
    /// What is known of the pairs at hand.
    private var words = [Eight](repeating: .zero, count: PairBatch.vectors)

    init(_ weights: MatchWeights, threshold: Double) {
        plan = ScreenPlan(weights, threshold: threshold)
        automaton = plan.automaton
        tester = PairTester(plan.program, weights.records)
        profiles = weights.records.profiles
    }

    /// Where the codes lie of the texts whose profiles it looks at.
    var texts: [Int] { automaton.tables.texts }

    /// Why an expression could not be worked out for some pair, if one could not.
    var firstProblem: EvaluationProblem? { tester.firstProblem }

    /// Visits the pairs of a batch that may reach the threshold, with their patterns.
    ///
    /// The batch is as `Blocking` makes it; `rows`: those of all records, one after the other.
    @inline(__always)
    mutating func forEachPattern(
        _ left: Span<UInt32>, _ rights: Span<UInt32>, _ columns: GatheredColumns,
        _ vectors: Range<Int>, _ lanes: Span<UInt16>, _ rows: Span<UInt32>,
        _ body: (_ right: Int, _ row: Span<UInt32>, _ pattern: UInt64) -> Void
    ) {
        automaton.tables.tests.fill(&words, left, columns, vectors)
        let first = vectors.lowerBound * 8
        for index in lanes.indices {
            let lane = Int(lanes[index])
            let state = automaton.end(words.lane(lane), left, columns, first + lane, profiles)
            if automaton.states[state].bound == PairAutomaton.State.isDropped { continue }
            let right = Int(rights[lane])
            let row = rows.extracting(right * left.count..<(right + 1) * left.count)
            if automaton.states[state].open == 0 {
                body(right, row, automaton.states[state].pattern)
            } else if let pattern = finished(state, left, row) {
                body(right, row, pattern)
            }
        }
    }

    /// The pattern of a pair of which codes do not say all.
    private mutating func finished(
        _ state: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> UInt64? {
        let known = automaton.states[state]
        var (pattern, bound) = (known.pattern, known.most)
        for step in plan.steps.indices where known.open >> UInt64(step) & 1 == 0 {
            let target = automaton.target(ofComparison: step, in: state)
            bound += plan.shortfall(step, Int(-1 - target), left, right)
        }
        if bound < plan.enough { return nil }
        for step in plan.steps.indices where known.open >> UInt64(step) & 1 == 1 {
            var target = automaton.target(ofComparison: step, in: state)
            var limit = plan.steps[step].best
            if let reach = plan.program.limit(at: target) {
                limit = reach
            } else {
                target = tester.target(from: target, left, right)
            }
            while target >= 0 {
                bound += tester.limit(at: target) - limit
                if bound < plan.enough { return nil }
                limit = tester.limit(at: target)
                target = tester.target(from: tester.next(after: target), left, right)
            }
            let digit = Int(-1 - target)
            bound += plan.bits(step, digit, left, right) - limit
            if bound < plan.enough { return nil }
            pattern += UInt64(digit) * plan.steps[step].stride
        }
        return pattern
    }
}
