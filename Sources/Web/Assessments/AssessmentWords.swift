import Exchange
import Governance

extension ImpactAssessment.Stage {
    /// As people say it.
    var label: String {
        switch self {
        case .draft: "Draft"
        case .withAdviser: "With the data protection officer"
        case .advised: "Advice to be answered"
        case .awaitingSignatures: "Awaiting signatures"
        case .signed: "Signed"
        case .screenedOut: "Not needed"
        case .stopped: "Stopped"
        case .replaced: "Replaced"
        }
    }

    var tag: StatusTag {
        switch self {
        case .draft: StatusTag(label, .grey)
        case .withAdviser, .advised, .awaitingSignatures: StatusTag(label, .yellow)
        case .signed: StatusTag(label, .green)
        case .screenedOut: StatusTag(label, .blue)
        case .stopped: StatusTag(label, .red)
        case .replaced: StatusTag(label, .grey)
        }
    }
}

extension ImpactRisk.Subject {
    /// What counts as one, and what it is rated by where that is not plain.
    var hint: String? {
        switch self {
        case .people: "Those whose records are used, and their families."
        case .bodies: "Money, law, work or trust."
        case .notSharing:
            "Somebody gets no help, or a wrong stays. Rate it before as if nothing is shared, and "
                + "after as with the sharing. It stops nothing, however high it is."
        }
    }
}

extension RiskLevel {
    var tag: StatusTag {
        switch self {
        case .low: StatusTag(label, .green)
        case .medium: StatusTag(label, .yellow)
        case .high: StatusTag(label, .red)
        }
    }
}

extension RiskRating {
    /// Such as "Possible and severe".
    var words: String { "\(likelihood.label) and \(severity.label.lowercased())" }
}

extension ScreeningCriterion.Source {
    /// The heading of the list, with what a tick on it means.
    var heading: String {
        switch self {
        case .article35: "Cases that the law names"
        case .commissioner: "Cases on the Commissioner’s list"
        case .nineCriteria: "The nine criteria"
        }
    }

    var hint: String {
        switch self {
        case .article35: "One of them is enough to require an assessment (Article 35(3))."
        case .commissioner:
            "One is enough, unless it says that it counts only beside one of the nine criteria."
        case .nineCriteria: "Two of them require an assessment."
        }
    }
}

extension ScreeningResult {
    /// One sentence, with the reasons.
    func words(_ criteria: [ScreeningCriterion]) -> String {
        func labels(_ ids: [ScreeningCriterion.ID]) -> String {
            let words = ids.map { id in
                criteria.first { $0.id == id }?.label.lowercasedFirst ?? "a case no longer listed"
            }
            return AgreementWords.joined(words)
        }
        return switch self {
        case .notNeeded: "No assessment is needed, since none of the cases applies."
        case .advisable(let ids):
            "An assessment is not required, but one case applies: \(labels(ids)). Decide, and say "
                + "why."
        case .required(let ids): "An assessment is required because of: \(labels(ids))."
        }
    }
}
