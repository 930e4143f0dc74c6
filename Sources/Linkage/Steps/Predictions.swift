/// A pair of records and how likely it is that they match.
public struct ScoredPair: Hashable, Sendable {
    private let leftTable: UInt16
    private let rightTable: UInt16
    private let leftIndex: UInt32
    private let rightIndex: UInt32
    /// The comparison vector as a number; `PatternLayout` reads it.
    public let pattern: UInt64
    /// The evidence that the two match, in bits.
    public let matchWeight: Double

    /// A pair with its weight in bits.
    public init(
        left: RecordLocation, right: RecordLocation, pattern: UInt64 = 0, matchWeight: Double
    ) {
        leftTable = UInt16(left.table)
        rightTable = UInt16(right.table)
        leftIndex = UInt32(left.row)
        rightIndex = UInt32(right.row)
        self.pattern = pattern
        self.matchWeight = matchWeight
    }

    /// The earlier record.
    public var left: RecordLocation { RecordLocation(table: Int(leftTable), row: leftRow) }
    /// The later record.
    public var right: RecordLocation { RecordLocation(table: Int(rightTable), row: rightRow) }
    /// The row of the earlier record in its table.
    public var leftRow: Int { Int(leftIndex) }
    /// The row of the later record in its table.
    public var rightRow: Int { Int(rightIndex) }
    /// The probability that the two match, 0 to 1.
    public var matchProbability: Double { Linkage.matchProbability(ofWeight: matchWeight) }
}

extension MatchWeights {
    /// All candidate pairs of at least a weight in bits, by left and right record.
    ///
    /// Candidate pairs are streamed and never kept; a pair is dropped as soon as what is left to
    /// compare cannot lift it to the threshold. The number of threads does not change the result.
    ///
    /// - Throws: `LinkageFailure` when a rule makes more pairs than the training plan allows, or
    ///   a condition cannot be worked out for some values.
    public func predictions(
        threshold: Double, threads: Int = 1
    ) throws(LinkageFailure) -> [ScoredPair] {
        if let problem = records.firstProblem { throw .evaluation(problem) }
        let blocking = Blocking(model.predictionRules, model.linkType, records)
        do {
            try blocking.check(limit: model.training.maximumPairsPerRule)
        } catch {
            throw .tooManyPairs(error)
        }
        let vectors = ComparisonVectors(
            model.comparisons, layout, records, greatest: greatestWeights)
        let bounds = ScoreBounds(self)
        let chunks = blocking.chunks(ofPairs: 1 << 18)
        let parts = parallelMap(chunks.count, threads: threads) { number in
            predictions(of: chunks[number], blocking, bounds, vectors, threshold: threshold)
        }
        if let problem = parts.lazy.compactMap(\.problem).first { throw .evaluation(problem) }
        return parts.flatMap(\.pairs).sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    /// The pairs of some blocks, in the order of the blocks.
    private func predictions(
        of chunk: BlockChunk, _ blocking: Blocking, _ bounds: ScoreBounds,
        _ vectors: ComparisonVectors, threshold: Double
    ) -> (pairs: [ScoredPair], problem: EvaluationProblem?) {
        var vectors = vectors
        var pairs: [ScoredPair] = []
        blocking.forEachPair(of: chunk) { left, right, leftRow, rightRow in
            guard
                let pattern = bounds.pattern(
                    leftRow, rightRow, reaching: threshold, with: &vectors)
            else { return }
            let weight = matchWeight(pattern, leftRow, rightRow)
            guard weight >= threshold else { return }
            pairs.append(
                ScoredPair(
                    left: records.location(of: left), right: records.location(of: right),
                    pattern: pattern, matchWeight: weight))
        }
        return (pairs, vectors.firstProblem)
    }
}

/// Why records could not be linked.
public enum LinkageFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// A rule would make too many pairs.
    case tooManyPairs(BlockingRefusal)
    /// A condition or a key cannot be worked out for some values.
    case evaluation(EvaluationProblem)

    /// What is wrong and what to do, in plain sentences.
    public var description: String {
        switch self {
        case .tooManyPairs(let refusal): refusal.description
        case .evaluation(let problem): problem.description
        }
    }
}

/// What a pair can still reach while it is being compared.
private struct ScoreBounds: Sendable {
    private let frequencies: [TermFrequencies]
    /// What each digit of each comparison is worth, `radix` of them for each comparison.
    private let worth: [Worth]
    private let radix: Int
    /// The comparisons, those first that most often tell that two records differ.
    private let order: [Int]
    private let strides: [UInt64]
    /// The most that each whole comparison can be worth.
    private let best: [Double]
    private let start: Double

    init(_ weights: MatchWeights) {
        let comparisons = weights.model.comparisons
        let greatest = weights.greatestWeights
        let best = greatest.map { $0.max() ?? 0 }
        // How much it takes from the bound that two records differ, dear comparisons last.
        let losses = comparisons.indices.map { best[$0] - greatest[$0][1] }
        order = comparisons.indices.sorted {
            (comparisons[$0].isDear ? 1 : 0, -losses[$0], $0)
                < (comparisons[$1].isDear ? 1 : 0, -losses[$1], $1)
        }
        let radix = comparisons.map(\.radix).max() ?? 1
        self.radix = radix
        worth = comparisons.indices.flatMap { comparison in
            (0..<radix).map { digit in
                digit < comparisons[comparison].radix
                    ? Worth(
                        bits: weights.weights[comparison][digit],
                        adjustment: weights.adjustments[comparison][digit]) : Worth(bits: 0)
            }
        }
        frequencies = weights.frequencies
        self.best = best
        strides = weights.layout.strides
        start = best.reduce(weights.model.priorMatchWeight, +)
    }

    /// The pattern of a pair, or nil when its weight must be below a threshold.
    ///
    /// First what codes say of all comparisons, then text by text: most pairs need no text.
    @inline(__always)
    func pattern(
        _ left: Span<UInt32>, _ right: Span<UInt32>, reaching threshold: Double,
        with vectors: inout ComparisonVectors
    ) -> UInt64? {
        // A margin for rounding: the exact weight decides.
        let enough = threshold - 1e-6
        var bound = start
        var pattern: UInt64 = 0
        var isWhole = true
        for comparison in order {
            let (digit, limit) = vectors.begin(comparison, left, right)
            if digit >= 0 {
                bound += weight(comparison, digit, left, right) - best[comparison]
                pattern += UInt64(digit) * strides[comparison]
            } else {
                bound += limit - best[comparison]
                isWhole = false
            }
            if bound < enough { return nil }
        }
        if isWhole { return pattern }
        for comparison in order {
            guard let limit = vectors.limit(comparison) else { continue }
            let needed = enough - (bound - limit)
            guard let digit = vectors.finish(comparison, needed: needed, left, right) else {
                return nil
            }
            pattern += UInt64(digit) * strides[comparison]
            bound += weight(comparison, digit, left, right) - limit
            if bound < enough { return nil }
        }
        return pattern
    }

    @inline(__always)
    private func weight(
        _ comparison: Int, _ digit: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Double {
        let worth = worth[comparison * radix + digit]
        guard let adjustment = worth.adjustment else { return worth.bits }
        return worth.bits + adjustment.bits(left, right, frequencies)
    }

    /// The weight of a digit, and what rarity adds to it.
    private struct Worth {
        let bits: Double
        var adjustment: MatchWeights.Adjustment?
    }
}

extension Comparison {
    /// Whether a level has to be worked out expression by expression.
    fileprivate var isDear: Bool { comparisonLevels.contains { $0.condition.cost >= 100 } }
}
