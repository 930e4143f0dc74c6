import Exchange
import Linkage

/// From which weight on a run kept pairs, in words and for programs.
struct RunCutOffWords {
    /// What JSON says.
    struct Body: Encodable {
        /// Who chose it: `calibration`, `version` or `even-odds`; nil for older runs.
        let chosenBy: String?
        /// The least weight of a pair that is kept, in bits.
        let matchWeight: Double
        let matchProbability: Double
        let expectedWrongLinks: Double?
        let expectedMissedLinks: Double?
        let sentence: String
    }

    let run: MatchRun

    init(_ run: MatchRun) { self.run = run }

    var body: Body {
        Body(
            chosenBy: run.cutOff?.chooser.rawValue, matchWeight: run.thresholdBits,
            matchProbability: matchProbability(ofWeight: run.thresholdBits),
            expectedWrongLinks: run.cutOff?.expectedWrong,
            expectedMissedLinks: run.cutOff?.expectedMissed, sentence: sentence)
    }

    /// What the kept pairs do, after "12 pairs".
    var kept: String {
        switch run.cutOff?.chooser {
        case .calibration?: "are likely enough to be about one person"
        case .evenOdds?: "are more likely than not about one person"
        case .version?: "reach the cut-off of the match model"
        case nil:
            run.thresholdBits == 0
                ? "are more likely than not about one person"
                : "reach the cut-off of the match model"
        }
    }

    /// The cut-off with its odds, who chose it and what that is expected to cost.
    var sentence: String { "\(CutOffWords.odds(run.thresholdBits)). \(reason)" }

    private var reason: String {
        switch run.cutOff?.chooser {
        case .calibration?:
            "The match chose it, so that wrong and missed pairs balance. " + expectation
        case .evenOdds?:
            "Too few pairs are alike to choose a better one. " + expectation
        case .version?: "The version of the match model says so."
        case nil:
            run.modelNumber == nil
                ? "Matches of that time kept what is more likely than not."
                : "The version of the match model says so."
        }
    }

    /// Numbers by the model's own probabilities, not by anybody's answers.
    private var expectation: String {
        guard let wrong = run.cutOff?.expectedWrong, let missed = run.cutOff?.expectedMissed
        else { return "" }
        return "By its own probabilities \(Self.number(wrong)) of the kept pairs are about two "
            + "people, and \(Self.number(missed)) of the pairs left out are about one."
    }

    private static func number(_ expected: Double) -> String {
        expected < 0.5
            ? (expected > 0.01 ? "fewer than 1" : "none")
            : "about \(Numerals.grouped(Int(expected.rounded())))"
    }
}
