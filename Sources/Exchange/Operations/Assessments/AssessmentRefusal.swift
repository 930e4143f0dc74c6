import Governance
import Records

extension Refusal {
    /// The refusal of a step of an assessment, in words.
    init(_ refusal: ImpactAssessment.Refusal) {
        switch refusal {
        case .wrongStage(let stage):
            self.init(
                .conflict, "wrong-stage", "This step is not open: \(Self.words(stage)).",
                fix: "Look at the assessment’s page to see what is open now.")
        case .notAController:
            self.init(
                .notPermitted, "not-a-controller",
                "Your body is not a controller of this assessment.")
        case .notTheLead:
            self.init(
                .notPermitted, "not-the-lead",
                "Only the lead may do this; your body writes its own part.",
                fix: "Ask the lead, or write it into your local part.")
        case .notThere: self = .notFound("risk or measure")
        case .alreadyDone: self.init(.conflict, "already-done", "The measure is done already.")
        case .incomplete(let faults):
            self.init(
                .invalid, reasons: faults.map { Reason(code: $0.code, sentence: $0.sentence) })
        case .residualHigh(let risks):
            self.init(
                .conflict, "residual-high",
                "A high risk is left after the measures, so nobody can sign: "
                    + risks.map(\.rawValue).joined(separator: ", ") + ".",
                fix: """
                    Take it back to the draft and lower the risk. For a risk to people that \
                    cannot be lowered, consult the Information Commissioner first (Article 36).
                    """)
        case .screeningRequires:
            self.init(
                .conflict, "screening-requires",
                "The screening calls for an assessment, so it cannot be left out.",
                fix: "Go on with the steps.")
        case .adviserWroteIt:
            self.init(
                .notPermitted, "adviser-wrote-it",
                "You wrote in this assessment, so you may not advise on it.",
                fix: "Ask another data protection officer of the controllers.")
        case .signerAdvised:
            self.init(
                .notPermitted, "signer-advised",
                "You advised on this assessment, so you may neither answer the advice nor sign.",
                fix: "Ask another approver of your body.")
        case .reasonMissing: self.init(.invalid, "reason-missing", "Write the reason in words.")
        case .nothingToOverrule:
            self.init(
                .invalid, "nothing-to-overrule", "The advice is to go on, so follow it.",
                fix: "To change the text all the same, take it back to the draft.")
        case .localPartMissing:
            self.init(
                .conflict, "local-part-missing",
                "Your body has not said what is different there.",
                fix: "Write your local part first; it may say that nothing differs.")
        case .alreadySigned:
            self.init(.conflict, "already-signed", "Your body has signed this version already.")
        case .reviewPassed(let day):
            self.init(
                .conflict, "review-passed", "The day of review, \(day.words), has passed.",
                fix: "Take it back to the draft and choose a later day.")
        }
    }

    private static func words(_ stage: ImpactAssessment.Stage) -> String {
        switch stage {
        case .draft: "the assessment is a draft"
        case .withAdviser: "the assessment is with the data protection officer"
        case .advised: "the advice waits for the lead’s answer"
        case .awaitingSignatures: "the assessment is with the approvers"
        case .signed: "every controller has signed the assessment"
        case .screenedOut: "screening found that no assessment is needed"
        case .stopped: "the assessment was stopped"
        case .replaced: "a later version of the assessment is signed"
        }
    }
}
