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
    /// compare cannot lift it to the threshold.
    ///
    /// - Throws: `BlockingRefusal` when a rule makes more pairs than the training plan allows.
    public func predictions(threshold: Double) throws(BlockingRefusal) -> [ScoredPair] {
        let blocking = Blocking(
            model.blockingRulesToGeneratePredictions, model.linkType, records)
        try blocking.check(limit: model.training.maximumPairsPerRule)
        var vectors = ComparisonVectors(model.comparisons, layout, records)
        let bounds = ScoreBounds(self)
        var pairs: [ScoredPair] = []
        blocking.forEachPair { left, right in
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
        return pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }
}

/// What a pair can still reach while it is being compared.
private struct ScoreBounds {
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
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.cost }
        default: 0
        }
    }
}
