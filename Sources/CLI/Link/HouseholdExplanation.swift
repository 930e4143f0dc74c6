import Foundation
import Linkage

/// How a pair's weight comes about in two questions, for people and for programs.
struct HouseholdExplanation: Encodable {
    /// One question.
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
            [question]
                + [ExplainCommand.Explanation.line(startingWeight, "before anything is compared")]
                + steps.map(\.line) + [ExplainCommand.Explanation.line(weight, "in all")]
        }
    }

    let livingTogether: Question
    let samePerson: Question
    let verdict: HouseholdVerdict
    let probabilityOnePerson: Double
    let probabilityOneHousehold: Double
    let matchWeight: Double
    let whyNot: [String]

    init(_ waterfall: HouseholdWaterfall) {
        livingTogether = Question(waterfall.together)
        samePerson = Question(waterfall.samePerson)
        verdict = waterfall.verdict
        probabilityOnePerson = waterfall.probabilities[.onePerson] ?? 0
        probabilityOneHousehold = waterfall.probabilities[.oneHousehold] ?? 0
        matchWeight = waterfall.matchWeight
        whyNot = waterfall.whyNot
    }

    var lines: [String] {
        livingTogether.lines("Do they live together?")
            + samePerson.lines("Is it the same person?")
            + [
                String(
                    format: "One person: %.4f; two people of one household: %.4f.",
                    probabilityOnePerson, probabilityOneHousehold)
            ] + whyNot
    }
}
