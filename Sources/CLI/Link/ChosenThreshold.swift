import ArgumentParser
import Foundation
import Linkage

/// From which weight on pairs are joined, and why.
struct ChosenThreshold: Encodable {
    /// Who chose it.
    enum Chooser: String, Encodable {
        /// The best expected F1, without labels.
        case calibration
        /// An option of the command.
        case option
    }

    let chosenBy: Chooser
    /// The least weight of a pair that is joined, in bits.
    let matchWeight: Double
    let matchProbability: Double
    /// What is expected of a calibrated threshold, by the probabilities of the pairs.
    let expectedPrecision: Double?
    let expectedRecall: Double?
    let expectedF1: Double?
    let expectedWrongLinks: Double?
    let expectedMissedLinks: Double?
    /// One sentence for people.
    let reason: String

    /// A threshold that was asked for.
    init(given weight: Double) {
        chosenBy = .option
        // JSON has no infinity.
        let most = Double.greatestFiniteMagnitude
        matchWeight = min(max(weight, -most), most)
        matchProbability = Linkage.matchProbability(ofWeight: weight)
        (expectedPrecision, expectedRecall, expectedF1) = (nil, nil, nil)
        (expectedWrongLinks, expectedMissedLinks) = (nil, nil)
        reason = "Pairs are joined from \(Self.bits(weight)) bits on, as was asked for."
    }

    /// The threshold with the best expected F1.
    init(_ best: ThresholdEstimate) {
        chosenBy = .calibration
        matchWeight = best.threshold
        matchProbability = Linkage.matchProbability(ofWeight: best.threshold)
        (expectedPrecision, expectedRecall) = (best.precision, best.recall)
        expectedF1 = best.f1
        expectedWrongLinks = Double(best.pairs) - best.expectedMatches
        expectedMissedLinks = best.allMatches - best.expectedMatches
        reason =
            "Pairs are joined from \(Self.bits(best.threshold)) bits on, where the best balance "
            + "of wrong and missed links is expected: precision "
            + String(
                format: "%.3f, recall of the compared pairs %.3f.", best.precision, best.recall)
    }

    /// A weight with no more digits than it needs.
    static func bits(_ weight: Double) -> String {
        String(format: "%.4g", weight)
    }
}

/// From which weight on `weft link run` joins pairs, and from which it keeps them.
struct RunCutOff: ParsableArguments {
    /// The limit of pairs that are kept where the threshold is not given, in bits.
    ///
    /// Three pairs of a hundred match there, so no threshold that is worth having lies below.
    static let lowest = -5.0

    @Option(
        parsing: .unconditional,
        help: """
            Join pairs of at least this match weight, in bits; without a threshold, from the one \
            with the best expected F1 on.
            """)
    var thresholdWeight: Double?

    @Option(help: "Join pairs of at least this probability, 0 to 1.")
    var thresholdProbability: Double?

    @Option(
        parsing: .unconditional,
        help: """
            Keep pairs of at least this match weight, in bits; usually the threshold that was \
            given, or else -5.
            """)
    var pairsFrom: Double?

    func validate() throws {
        guard thresholdWeight == nil || thresholdProbability == nil else {
            throw ValidationError("Give a weight or a probability as threshold, not both.")
        }
        guard thresholdProbability.map((0...1).contains) ?? true else {
            throw ValidationError("A threshold probability is from 0 to 1.")
        }
        guard ![thresholdWeight, pairsFrom].contains(where: { $0?.isNaN ?? false }) else {
            throw ValidationError("Give --threshold-weight and --pairs-from as numbers.")
        }
        if let given, let pairsFrom, pairsFrom > given {
            throw ValidationError("Pairs can only be joined from --pairs-from on; lower it.")
        }
    }

    /// The threshold that was asked for, in bits.
    private var given: Double? {
        thresholdWeight ?? thresholdProbability.map { matchWeight(ofProbability: $0) }
    }

    /// The least weight of a pair that is kept, in bits.
    var limit: Double { pairsFrom ?? given ?? Self.lowest }

    /// The threshold for pairs from the limit up.
    func chosen(_ pairs: WeightHistogram) throws -> ChosenThreshold {
        if let given { return ChosenThreshold(given: given) }
        guard let best = pairs.bestEstimate(ofPairsFrom: limit) else {
            throw Problem(
                "The model and the pairs are written, but the records are not joined: a better "
                    + "cut-off may lie below \(ChosenThreshold.bits(limit)) bits, from which pairs "
                    + "are kept; lower --pairs-from, or give --threshold-weight.")
        }
        return ChosenThreshold(best)
    }
}
