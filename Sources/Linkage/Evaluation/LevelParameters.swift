/// What a model holds about one level: how often matches and other pairs have it.
public struct LevelParameters: Hashable, Sendable {
    /// The name of the comparison.
    public let comparison: String
    /// The level in words.
    public let label: String
    /// The comparison vector value: 0 for different, higher is closer.
    public let comparisonVectorValue: Int
    /// Whether no other level of the comparison is closer.
    public let isClosest: Bool
    /// m: the share of matching pairs with this level, or nil before training.
    public let mProbability: Double?
    /// u: the share of other pairs with this level, or nil before training.
    public let uProbability: Double?
    /// log2(m/u) in bits; 0 until both are known.
    public let matchWeight: Double
    /// Whether rare values count for more than `matchWeight` and common ones for less.
    public let isAdjustedForRarity: Bool

    /// The weight in words.
    public var strength: EvidenceStrength { EvidenceStrength(weightBits: matchWeight) }

    /// How often true matches and others have the level, in a sentence.
    public var words: String {
        guard let mProbability, let uProbability else {
            return "Training has not met this level, so it counts nothing."
        }
        let verb = comparisonVectorValue == 0 ? "differs" : isClosest ? "agrees" : "is close"
        return "In true matches this \(verb) \(Frequency.percent(mProbability)) of the time, "
            + "by chance \(Frequency.words(uProbability))."
    }
}

extension LinkageModel {
    /// What the model holds about each level, in its order, null levels left out.
    public var levelParameters: [LevelParameters] {
        comparisons.flatMap { comparison in
            comparison.comparisonLevels.enumerated().compactMap { place, level in
                guard !level.isNullLevel else { return nil }
                let value = comparison.comparisonVectorValue(ofLevel: place)
                return LevelParameters(
                    comparison: comparison.outputColumnName, label: level.labelForCharts,
                    comparisonVectorValue: value, isClosest: value == comparison.radix - 2,
                    mProbability: level.mProbability, uProbability: level.uProbability,
                    matchWeight: level.matchWeight,
                    isAdjustedForRarity: level.tfAdjustmentColumn != nil
                        && level.tfAdjustmentWeight > 0)
            }
        }
    }
}

/// Shares from 0 to 1 as people read them.
public enum Frequency {
    /// A share of at least a hundredth in per cent, a smaller one as "1 in 900".
    public static func words(_ share: Double) -> String {
        share >= 0.0995 || share <= 0 ? "\(percent(share)) of the time" : "1 in \(oneIn(share))"
    }

    /// A share in per cent: whole from 10 to 95, finer towards the ends, never rounded to all.
    public static func percent(_ share: Double) -> String {
        let rest = 1 - share
        return switch share {
        case ...0: "0%"
        case 1...: "100%"
        case 0.1..<0.95: "\(Int((share * 100).rounded()))%"
        case ..<0.0001: "under 0.01%"
        case ..<0.1: "\(decimal(share * 100, places: share < 0.01 ? 2 : 1))%"
        default:
            rest < 0.0001
                ? "over 99.99%"
                : "\(decimal(100 - rest * 100, places: rest < 0.01 ? 2 : 1))%"
        }
    }

    /// How many pairs or records one falls among, to two figures and with commas: 1 in "1,300".
    private static func oneIn(_ share: Double) -> String {
        guard share > 1e-15 else { return "more than a thousand million million" }
        var step = 1.0
        while 1 / share / step >= 100 { step *= 10 }
        let digits = Array("\(Int((1 / share / step).rounded() * step))")
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text += "," }
            text.append(digit.element)
        }
    }

    /// A number of 0 or more with at most so many decimal places, zeros at the end left out.
    static func decimal(_ value: Double, places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        let rest = "\(scaled % scale + scale)".dropFirst()
        let shown = rest.reversed().drop { $0 == "0" }.reversed()
        return shown.isEmpty ? "\(scaled / scale)" : "\(scaled / scale).\(String(shown))"
    }
}
