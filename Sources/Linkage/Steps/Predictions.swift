/// A pair of records and how likely it is that they match.
public struct ScoredPair: Hashable, Sendable {
    private let leftTable: UInt16
    private let rightTable: UInt16
    private let leftIndex: UInt32
    private let rightIndex: UInt32
    /// The comparison vector as a number; `PatternLayout` reads it.
    public let pattern: UInt32
    /// The evidence that the two match, in bits.
    public let matchWeight: Double

    /// A pair with its weight in bits.
    public init(
        left: RecordLocation, right: RecordLocation, pattern: UInt32 = 0, matchWeight: Double
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
        let bounds = ScoreBounds(self)
        let chunks = blocking.chunks(ofPairs: 1 << 18)
        let parts = parallelMap(chunks.count, threads: threads) { number in
            predictions(of: chunks[number], blocking, bounds, threshold: threshold)
        }
        if let problem = parts.lazy.compactMap(\.problem).first { throw .evaluation(problem) }
        return parts.flatMap(\.pairs).sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    /// The pairs of some blocks, in the order of the blocks.
    private func predictions(
        of chunk: BlockChunk, _ blocking: Blocking, _ bounds: ScoreBounds, threshold: Double
    ) -> (pairs: [ScoredPair], problem: EvaluationProblem?) {
        var vectors = ComparisonVectors(model.comparisons, layout, records)
        var pairs: [ScoredPair] = []
        blocking.forEachPair(of: chunk) { left, right in
            guard
                let pattern = bounds.pattern(left, right, reaching: threshold, with: &vectors)
            else { return }
            let weight = matchWeight(pattern, left, right)
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
    /// The comparisons, cheap ones first.
    let order: [Int]
    let strides: [UInt32]
    let greatest: [[Double]]
    /// The most that each whole comparison can be worth.
    let best: [Double]
    let start: Double

    init(_ weights: MatchWeights) {
        let comparisons = weights.model.comparisons
        order = comparisons.indices.sorted {
            (comparisons[$0].cost, $0) < (comparisons[$1].cost, $1)
        }
        strides = weights.layout.strides
        greatest = weights.greatestWeights
        best = greatest.map { $0.max() ?? 0 }
        start = best.reduce(weights.model.priorMatchWeight, +)
    }

    /// The pattern of a pair, or nil when its weight must be below a threshold.
    @inline(__always)
    func pattern(
        _ left: Int, _ right: Int, reaching threshold: Double,
        with vectors: inout ComparisonVectors
    ) -> UInt32? {
        var bound = start
        var pattern: UInt32 = 0
        for comparison in order {
            let digit = vectors.digit(of: comparison, left, right)
            pattern += digit * strides[comparison]
            bound += greatest[comparison][Int(digit)] - best[comparison]
            // A margin for rounding: the exact weight decides.
            if bound < threshold - 1e-6 { return nil }
        }
        return pattern
    }
}

extension Comparison {
    /// The number of text distances that the comparison may need.
    fileprivate var cost: Int { comparisonLevels.reduce(0) { $0 + $1.condition.cost } }
}

extension Condition {
    fileprivate var cost: Int {
        switch self {
        case .levenshtein, .damerauLevenshtein, .jaro, .jaroWinkler: 1
        case .expression(let expression): ExpressionTest(expression).cost
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.cost }
        default: 0
        }
    }
}

extension ExpressionTest {
    /// What the test costs, in text distances.
    fileprivate var cost: Int {
        switch self {
        case .distance: 1
        case .evaluation: 100
        default: 0
        }
    }
}
