import Linkage

/// From which match weight on a run kept pairs, who chose it, and what it is expected to cost.
public struct ChosenCutOff: Codable, Hashable, Sendable {
    /// Who chose it.
    public enum Chooser: String, Codable, Hashable, Sendable {
        /// The best expected F1 of the run's own pairs, without labels.
        case calibration
        /// The version of a match model that was signed off.
        case version
        /// Nobody: the pairs say too little, so even odds count.
        case evenOdds = "even-odds"
    }

    /// Who chose it.
    public let chooser: Chooser
    /// The least weight of a pair that is kept, in bits.
    public let bits: Double
    /// How many kept pairs are expected to be of two people; nil where a version chose.
    public let expectedWrong: Double?
    /// How many compared pairs of one person are expected to lie below; nil where a version chose.
    public let expectedMissed: Double?

    /// The least weight from which a run without a signed-off version scores pairs, in bits.
    ///
    /// Three pairs of a hundred match there, so no cut-off that is worth having lies below.
    static let lowestBits = -5.0
    /// With fewer expected matches a cut-off would be chosen by a few records' quirks.
    static let leastMatches = 20.0

    /// The cut-off that an approver signed.
    static func signed(_ bits: Double) -> ChosenCutOff {
        ChosenCutOff(chooser: .version, bits: bits, expectedWrong: nil, expectedMissed: nil)
    }

    /// The best cut-off for pairs that were scored from `lowestBits` up, or even odds.
    static func chosen(for pairs: [ScoredPair]) -> ChosenCutOff {
        let weights = WeightHistogram(pairs)
        let best =
            weights.expectedMatches < leastMatches
            ? nil : weights.bestEstimate(ofPairsFrom: lowestBits)
        let estimate = best ?? weights.estimate(at: 0)
        return ChosenCutOff(
            chooser: best == nil ? .evenOdds : .calibration, bits: estimate.threshold,
            expectedWrong: Double(estimate.pairs) - estimate.expectedMatches,
            expectedMissed: estimate.allMatches - estimate.expectedMatches)
    }
}

extension ChosenCutOff {
    /// What the log entry of a run says of its cut-off; numbers only.
    var logged: [String: CanonicalJSON] {
        func whole(_ number: Double) -> CanonicalJSON { .number(Int(number.rounded())) }
        var members = [
            "thresholdMillibits": whole(bits * 1_000), "cutOff": .text(chooser.rawValue),
        ]
        members["expectedWrong"] = expectedWrong.map(whole)
        members["expectedMissed"] = expectedMissed.map(whole)
        return members
    }
}
