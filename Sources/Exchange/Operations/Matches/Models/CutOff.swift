public import Linkage

/// One of three cut-offs that people can choose by what matters most to them.
public struct CutOff: Hashable, Sendable {
    /// What it is good for.
    public enum Aim: String, Hashable, Sendable, CaseIterable {
        /// At least 99 of 100 kept pairs are expected to be right.
        case fewWrongLinks = "few-wrong"
        /// The best expected F1.
        case balance
        /// At least 99 of 100 matches among the scored pairs are expected to be kept.
        case fewMissedLinks = "few-missed"
    }

    /// What it is good for.
    public let aim: Aim
    /// The least weight of a pair that is kept, in bits.
    public let bits: Double

    /// The share that the careful choices ask for.
    static let share = 0.99

    /// The careful choices are whole quarters of a bit.
    private static let step = 0.25

    /// The three choices from the candidate pairs by weight.
    public static func choices(_ weights: WeightHistogram) -> [CutOff] {
        let estimates = stride(from: -32, through: 64, by: step)
            .map { weights.estimate(at: $0) }
        let balance = weights.bestEstimate.threshold
        let careful = estimates.first { $0.threshold >= balance && $0.precision >= share }
        let wide = estimates.last { $0.threshold <= balance && $0.recall >= share }
        return [
            CutOff(aim: .fewWrongLinks, bits: careful?.threshold ?? balance),
            CutOff(aim: .balance, bits: balance),
            CutOff(aim: .fewMissedLinks, bits: wide?.threshold ?? balance),
        ]
    }

    /// What a cut-off is expected to give and to cost if a person looks at every pair that is kept.
    public static func estimate(
        _ weights: WeightHistogram, at bits: Double, pairsPerHour: Double
    ) -> ThresholdTable.Row {
        let table = ThresholdTable(
            weights, thresholds: [bits], acceptedFrom: .infinity, pairsPerHour: pairsPerHour)
        return table.rows[0]
    }
}
