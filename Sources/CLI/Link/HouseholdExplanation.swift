import Foundation
import Linkage

/// How a pair's weight comes about where homes are known, for people and for programs.
struct HouseholdExplanation: Encodable {
    typealias Line = ExplainCommand.Explanation

    /// One question about evidence of one kind.
    struct Question: Encodable {
        let startingWeight: Double
        let steps: [ExplainCommand.Explanation.Step]
        let weight: Double

        init(_ step: HouseholdWaterfall.Step) {
            startingWeight = step.priorMatchWeight
            steps = step.evidence.map(ExplainCommand.Explanation.Step.init)
            weight = step.matchWeight
        }

        func lines(_ question: String) -> [String] {
            [question, Line.line(startingWeight, "before anything is compared")]
                + steps.map(\.line) + [Line.line(weight, "in all")]
        }
    }

    /// "One person" against one other answer; all comparisons count.
    struct Contrast: Encodable {
        /// What one comparison adds.
        struct Part: Encodable {
            let comparison: String
            let level: String
            let weight: Double
            let strength: String

            var line: String { Line.line(weight, "\(comparison): \(level) (\(strength))") }
        }

        let startingWeight: Double
        let parts: [Part]
        let homeWeight: Double
        let coincidenceWeight: Double
        let weight: Double

        init(
            _ step: HouseholdContrast.Step, _ contrast: HouseholdContrast, _ model: LinkageModel
        ) {
            startingWeight = step.priorMatchWeight
            parts = model.comparisons.indices.map { index in
                let comparison = model.comparisons[index]
                let value = contrast.comparisonVector[index]
                let bits = step.weights[index]
                let strength: EvidenceStrength =
                    value < 0 ? .nothingToCompare : EvidenceStrength(weightBits: bits)
                return Part(
                    comparison: comparison.outputColumnName, level: comparison.label(of: value),
                    weight: bits, strength: strength.words)
            }
            homeWeight = step.homeWeight
            coincidenceWeight = step.coincidenceWeight
            weight = step.matchWeight
        }

        func lines(_ question: String) -> [String] {
            [question, Line.line(startingWeight, "before anything is compared")]
                + parts.map(\.line)
                + [Line.line(homeWeight, "one person may have moved between the two")]
                + (coincidenceWeight == 0
                    ? [] : [Line.line(coincidenceWeight, "strangers agree like this oftener")])
                + [Line.line(weight, "in all")]
        }
    }

    let livingTogether: Question
    let samePerson: Question
    let againstStrangers: Contrast
    let againstHousehold: Contrast
    let verdict: HouseholdVerdict
    let probabilityOnePerson: Double
    let probabilityOneHousehold: Double
    let matchWeight: Double
    let whyNot: [String]

    init(_ waterfall: HouseholdWaterfall, _ model: LinkageModel) {
        let contrast = waterfall.contrast
        livingTogether = Question(waterfall.together)
        samePerson = Question(waterfall.samePerson)
        againstStrangers = Contrast(contrast.againstStrangers, contrast, model)
        againstHousehold = Contrast(contrast.againstHousehold, contrast, model)
        verdict = waterfall.verdict
        probabilityOnePerson = waterfall.probabilities[.onePerson] ?? 0
        probabilityOneHousehold = waterfall.probabilities[.oneHousehold] ?? 0
        matchWeight = waterfall.matchWeight
        whyNot = waterfall.whyNot
    }

    var lines: [String] {
        livingTogether.lines("Do they live together?")
            + againstStrangers.lines("Is it the same person? First against two strangers:")
            + againstHousehold.lines("Then against two people of one household:")
            + [
                "The smaller of the last two sums decides, and the other takes a little off.",
                Line.line(matchWeight, "for one person"),
                String(
                    format: "One person: %.4f; two people of one household: %.4f.",
                    probabilityOnePerson, probabilityOneHousehold),
            ] + whyNot
    }
}

extension Comparison {
    /// What a value of the comparison is called; empty where it has no such value.
    fileprivate func label(of value: Int) -> String {
        comparisonLevels.indices.first { comparisonVectorValue(ofLevel: $0) == value }
            .map { comparisonLevels[$0].labelForCharts } ?? ""
    }
}
