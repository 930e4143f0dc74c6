/// Drops pairs that cannot reach a threshold as early as it is certain.
///
/// First what codes say of all comparisons, then text by text: most pairs need no text. A pair's
/// bound is the most that it can still be worth; it only ever falls.
struct PairScreen {
    private var tester: PairTester
    /// Where each step of the pair at hand was left off.
    private var stopped: [PairProgram.Target]
    /// The comparisons, those first that most often tell that two records differ.
    private let steps: [Step]
    /// What each digit of each step is worth, `radix` of them for each step.
    private let worth: [Worth]
    private let radix: Int
    private let frequencies: [TermFrequencies]
    private let start: Double
    /// The threshold, less a margin for rounding: the exact weight decides.
    private let enough: Double

    /// One comparison.
    private struct Step {
        let part: PairProgram.Part
        let stride: UInt64
        /// The most that it can be worth.
        let best: Double
        /// Whether a level has to be worked out expression by expression.
        let isDear: Bool
    }

    /// The weight of a digit, and what rarity adds to it.
    private struct Worth {
        let bits: Double
        let adjustment: MatchWeights.Adjustment?
    }

    init(_ weights: MatchWeights, threshold: Double) {
        let greatest = weights.greatestWeights
        var program = PairProgram(weights.records.layout)
        let steps = weights.model.comparisons.enumerated().map { index, comparison in
            Step(
                part: program.add(comparison, greatest: greatest[index]),
                stride: weights.layout.strides[index], best: greatest[index].max() ?? 0,
                isDear: comparison.comparisonLevels.contains { $0.condition.cost >= 100 })
        }
        let losses = steps.indices.map { steps[$0].best - greatest[$0][1] }
        let order = steps.indices.sorted {
            (steps[$0].isDear ? 1 : 0, -losses[$0], $0)
                < (steps[$1].isDear ? 1 : 0, -losses[$1], $1)
        }
        self.steps = order.map { steps[$0] }
        let radix = greatest.map(\.count).max() ?? 1
        self.radix = radix
        worth = order.flatMap { index in
            let known = zip(weights.weights[index], weights.adjustments[index]).map {
                Worth(bits: $0, adjustment: $1)
            }
            return known
                + Array(
                    repeating: Worth(bits: 0, adjustment: nil), count: radix - known.count)
        }
        frequencies = weights.frequencies
        start = steps.reduce(weights.model.priorMatchWeight) { $0 + $1.best }
        enough = threshold - 1e-6
        tester = PairTester(program, weights.records)
        stopped = steps.map(\.part.start)
    }

    /// Why an expression could not be worked out for some pair, if one could not.
    var firstProblem: EvaluationProblem? { tester.firstProblem }

    /// The pattern of a pair, or nil when its weight must be below the threshold.
    @inline(__always)
    mutating func pattern(_ left: Span<UInt32>, _ right: Span<UInt32>) -> UInt64? {
        var bound = start
        var pattern: UInt64 = 0
        var isOpen = false
        for step in steps.indices {
            let target = tester.target(from: steps[step].part.start, left, right)
            stopped[step] = target
            if target < 0 {
                let digit = Int(-1 - target)
                bound += bits(step, digit, left, right) - steps[step].best
                pattern += UInt64(digit) * steps[step].stride
            } else {
                bound += tester.limit(at: target) - steps[step].best
                isOpen = true
            }
            if bound < enough { return nil }
        }
        return isOpen ? finished(pattern, bound, left, right) : pattern
    }

    /// The pattern of a pair of which codes do not say all.
    private mutating func finished(
        _ pattern: UInt64, _ bound: Double, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> UInt64? {
        var (pattern, bound) = (pattern, bound)
        for step in steps.indices {
            var target = stopped[step]
            guard target >= 0 else { continue }
            var limit = tester.limit(at: target)
            while target >= 0 {
                bound += tester.limit(at: target) - limit
                if bound < enough { return nil }
                limit = tester.limit(at: target)
                target = tester.target(from: tester.next(after: target), left, right)
            }
            let digit = Int(-1 - target)
            bound += bits(step, digit, left, right) - limit
            if bound < enough { return nil }
            pattern += UInt64(digit) * steps[step].stride
        }
        return pattern
    }

    /// What a digit is worth, with what rarity adds.
    @inline(__always)
    private func bits(
        _ step: Int, _ digit: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Double {
        let worth = worth[step * radix + digit]
        guard let adjustment = worth.adjustment else { return worth.bits }
        return worth.bits + adjustment.bits(left, right, frequencies)
    }
}
