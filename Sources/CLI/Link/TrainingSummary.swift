import Foundation
import Linkage

/// What training found, for people and for programs.
struct TrainingSummary: Encodable {
    /// One round of training.
    struct Round: Encodable {
        let rule: String
        let pairs: Int
        /// How many of them were compared.
        let comparedPairs: Int
        let lambda: Double
        let iterations: Int
        let hasConverged: Bool
        /// How many starting points were tried.
        let starts: Int
        /// The start whose end counts; the first is 0.
        let chosenStart: Int
        /// A start whose end is likelier than the first's.
        let likeliestStart: Int?
        let hasDisagreement: Bool
        let estimates: [Estimate]
    }

    /// The m of one level in one round, and where the starts ended.
    struct Estimate: Encodable {
        let comparison: String
        let level: String
        let m: Double?
        let lowest: Double?
        let highest: Double?
    }

    let records: Int
    let expectedMatches: Double
    let probabilityTwoRandomRecordsMatch: Double
    let labelledMatches: Int
    let rounds: [Round]
    let untrainedLevels: [String]
    /// Whether the people of a home are told apart; nil where nobody asked.
    let households: HouseholdSummary?
    /// What each round found for each level.
    let estimates: [ParameterEstimates]
    let stages: [Stages.Stage]
    let peakMemoryMegabytes = Stages.peakMemory

    init(_ trained: TrainedModel, _ homes: HouseholdFit?, stages: [Stages.Stage]) {
        let report = trained.report
        records = report.records
        expectedMatches = report.expectedMatches
        probabilityTwoRandomRecordsMatch = trained.model.probabilityTwoRandomRecordsMatch
        labelledMatches = report.labelledMatches
        rounds = report.sessions.map { Round($0, trained.model) }
        untrainedLevels = report.untrainedLevels.map { "\($0.comparison): \($0.level)" }
        households = HouseholdSummary(homes)
        estimates = trained.parameterEstimates
        self.stages = stages
    }

    var lines: [String] {
        let matches = Int(expectedMatches.rounded())
        return ["The model was trained on \(records) records; it expects \(matches) matches."]
            + (labelledMatches > 0
                ? ["Estimates come from \(labelledMatches) labelled pairs."] : [])
            + rounds.flatMap(\.lines)
            + untrainedLevels.map { "Not met in training, so it counts nothing: \($0)." }
    }
}

extension TrainingSummary.Round {
    init(_ session: TrainingReport.Session, _ model: LinkageModel) {
        let spread = session.spread
        rule = session.rule.label
        pairs = session.pairs
        comparedPairs = session.comparedPairs
        lambda = session.lambda
        iterations = session.iterations
        hasConverged = session.hasConverged
        starts = spread.count
        chosenStart = spread.chosen
        likeliestStart = spread.likeliest
        hasDisagreement = spread.hasDisagreement
        estimates = session.comparisons.enumerated().flatMap { place, name in
            let levels =
                model.comparisons.first { $0.outputColumnName == name }?.comparisonLevels ?? []
            return levels.enumerated().filter { !$0.element.isNullLevel }.map { index, level in
                TrainingSummary.Estimate(
                    comparison: name, level: level.labelForCharts,
                    m: session.mProbabilities[place][index],
                    lowest: spread.lowest[place][index], highest: spread.highest[place][index])
            }
        }
    }

    var lines: [String] {
        var lines = [
            "Round `\(rule)`: \(pairs) pairs"
                + (comparedPairs < pairs ? " (a sample of \(comparedPairs))" : "")
                + ", \(iterations) steps" + (hasConverged ? "." : ", not at rest yet.")
        ]
        guard hasDisagreement else { return lines }
        let widest = estimates.max { $0.width < $1.width }
        lines.append(
            "  \(starts) starts did not all end alike"
                + (widest.map {
                    String(
                        format: "; the widest is m of %@: %@, from %.3f to %.3f", $0.comparison,
                        $0.level, $0.lowest ?? 0, $0.highest ?? 0)
                } ?? "") + ".")
        if let likeliestStart, likeliestStart != chosenStart {
            lines.append(
                "  Start \(likeliestStart + 1) ended where the pairs are likelier than at the "
                    + "first, which counts; --starts \(starts) takes the likeliest.")
        }
        return lines
    }
}

extension TrainingSummary.Estimate {
    fileprivate var width: Double { (highest ?? 0) - (lowest ?? 0) }
}
