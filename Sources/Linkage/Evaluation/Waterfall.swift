/// What one comparison says about a pair.
public struct Evidence: Hashable, Sendable {
    /// The name of the comparison.
    public let comparison: String
    /// The level in words.
    public let label: String
    /// The comparison vector value: -1 for nothing to compare, 0 for different, higher is closer.
    public let comparisonVectorValue: Int
    /// What the level is worth, in bits; negative speaks against a match.
    public let levelWeight: Double
    /// What the rarity of a shared value adds, in bits.
    public let termFrequencyAdjustment: Double

    /// What the comparison is worth in all, in bits.
    public var matchWeight: Double { levelWeight + termFrequencyAdjustment }
    /// The weight in words.
    public var strength: EvidenceStrength {
        comparisonVectorValue < 0 ? .nothingToCompare : EvidenceStrength(weightBits: matchWeight)
    }
}

/// How much a piece of evidence says, in words that a reviewer can use.
public enum EvidenceStrength: String, Hashable, Sendable, Codable, CaseIterable {
    /// At least 10 bits: a thousand times likelier if the two match.
    case veryStrongFor = "very strong evidence for"
    /// At least 6 bits.
    case strongFor = "strong evidence for"
    /// At least 3 bits.
    case moderateFor = "moderate evidence for"
    /// At least 1 bit.
    case weakFor = "weak evidence for"
    /// Less than 1 bit either way.
    case littleEitherWay = "little evidence either way"
    /// At most -1 bit.
    case weakAgainst = "weak evidence against"
    /// At most -3 bits.
    case moderateAgainst = "moderate evidence against"
    /// At most -6 bits.
    case strongAgainst = "strong evidence against"
    /// At most -10 bits.
    case veryStrongAgainst = "very strong evidence against"
    /// A value is missing.
    case nothingToCompare = "nothing to compare"

    /// The strength of a weight in bits.
    public init(weightBits: Double) {
        switch weightBits {
        case 10...: self = .veryStrongFor
        case 6...: self = .strongFor
        case 3...: self = .moderateFor
        case 1...: self = .weakFor
        case ...(-10): self = .veryStrongAgainst
        case ...(-6): self = .strongAgainst
        case ...(-3): self = .moderateAgainst
        case ...(-1): self = .weakAgainst
        default: self = .littleEitherWay
        }
    }

    /// The strength as people read it.
    public var words: String { rawValue }
}

/// How a pair's weight comes about: where it starts and what each comparison adds.
public struct Waterfall: Hashable, Sendable {
    /// The weight before anything is compared, in bits.
    public let priorMatchWeight: Double
    /// What each comparison adds, in the model's order.
    public let evidence: [Evidence]
    /// The weight of the pair, in bits.
    public let matchWeight: Double

    /// The probability that the two match, 0 to 1.
    public var matchProbability: Double { Linkage.matchProbability(ofWeight: matchWeight) }
}

extension MatchWeights {
    /// How the weight of any two records comes about, whether or not a rule pairs them.
    public func waterfall(_ first: RecordLocation, _ second: RecordLocation) -> Waterfall {
        let left = records.record(at: min(first, second))
        let right = records.record(at: max(first, second))
        var vectors = ComparisonVectors(model.comparisons, layout, records)
        let pattern = vectors.pattern(left, right, over: Array(model.comparisons.indices))
        let evidence = model.comparisons.enumerated().map { index, comparison in
            let digit = layout.digit(of: index, in: pattern)
            let level = comparison.level(withValue: digit - 1)
            return Evidence(
                comparison: comparison.outputColumnName,
                label: level.map { comparison.comparisonLevels[$0].labelForCharts } ?? "",
                comparisonVectorValue: digit - 1, levelWeight: weights[index][digit],
                termFrequencyAdjustment: adjustment(index, digit, left, right))
        }
        return Waterfall(
            priorMatchWeight: model.priorMatchWeight, evidence: evidence,
            matchWeight: matchWeight(pattern, left, right))
    }
}
