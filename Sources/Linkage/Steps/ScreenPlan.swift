/// What a screen knows of a model and a threshold before it sees any pair.
struct ScreenPlan: Sendable {
    /// The comparisons as a program with a `reach` before each costly level.
    let program: PairProgram
    /// The comparisons, those first that most often tell that two records differ.
    let steps: [Step]
    /// What each digit of each step is worth, `radix` of them for each step.
    private let worth: [Worth]
    /// The most that each digit of each step can be worth, likewise.
    private let greatest: [Double]
    private let radix: Int
    private let frequencies: [TermFrequencies]
    /// The most that any pair can be worth.
    private let start: Double
    /// The threshold, less a margin for rounding: the exact weight decides.
    let enough: Double

    /// One comparison.
    struct Step: Sendable {
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
        let parts = weights.model.comparisons.enumerated().map { index, comparison in
            Step(
                part: program.add(comparison, greatest: greatest[index]),
                stride: weights.layout.strides[index], best: greatest[index].max() ?? 0,
                isDear: comparison.comparisonLevels.contains { $0.condition.cost >= 100 })
        }
        let losses = parts.indices.map { parts[$0].best - greatest[$0][1] }
        let order = parts.indices.sorted {
            (parts[$0].isDear ? 1 : 0, -losses[$0], $0)
                < (parts[$1].isDear ? 1 : 0, -losses[$1], $1)
        }
        let steps = order.map { parts[$0] }
        let radix = greatest.map(\.count).max() ?? 1
        worth = order.flatMap { Self.worth(ofComparison: $0, radix, weights) }
        self.greatest = order.flatMap {
            greatest[$0] + Array(repeating: 0, count: radix - greatest[$0].count)
        }
        self.program = program
        self.steps = steps
        self.radix = radix
        frequencies = weights.frequencies
        start = steps.reduce(weights.model.priorMatchWeight) { $0 + $1.best }
        enough = threshold - 1e-6
    }

    /// What the digits of a comparison are worth, filled up to a number of them.
    private static func worth(
        ofComparison index: Int, _ radix: Int, _ weights: MatchWeights
    ) -> [Worth] {
        let known = zip(weights.weights[index], weights.adjustments[index]).map {
            Worth(bits: $0, adjustment: $1)
        }
        return known
            + Array(repeating: Worth(bits: 0, adjustment: nil), count: radix - known.count)
    }

    /// What to look at in pairs, beginning with their codes.
    var automaton: PairAutomaton {
        var tables = CodeTables()
        for step in steps { tables.add(step.part, of: program) }
        let gains = steps.indices.flatMap { step in
            tables.entries(ofComparison: step).map { gain($0.target, step) }
        }
        return PairAutomaton(tables, gains, start: start, enough: enough)
    }

    private func gain(_ target: PairProgram.Target, _ step: Int) -> PairAutomaton.Gain {
        let best = steps[step].best
        guard target < 0 else {
            let limit = program.limit(at: target) ?? best
            return PairAutomaton.Gain(bits: limit - best, pattern: 0)
        }
        let digit = Int(-1 - target)
        return PairAutomaton.Gain(
            bits: greatest[step * radix + digit] - best,
            pattern: UInt64(digit) * steps[step].stride)
    }

    /// What a digit is worth, with what rarity adds.
    func bits(
        _ step: Int, _ digit: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Double {
        let worth = worth[step * radix + digit]
        guard let adjustment = worth.adjustment else { return worth.bits }
        return worth.bits + adjustment.bits(left, right, frequencies)
    }

    /// How much less than the most a decided digit is worth, because its value is less rare.
    func shortfall(
        _ step: Int, _ digit: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Double {
        guard worth[step * radix + digit].adjustment != nil else { return 0 }
        return bits(step, digit, left, right) - greatest[step * radix + digit]
    }
}
