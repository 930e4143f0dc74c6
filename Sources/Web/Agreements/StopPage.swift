import Exchange
import Governance
import HTTPTypes
import Records

/// Suspending, resuming or ending an agreement, with the reason.
struct StopPage {
    let visit: Visit
    let person: Practitioner
    let agreement: SharingAgreement
    let words: AgreementWords
    let step: SharingAgreement.Stage?
    let reason: String

    /// `reviewed`: the reason that was given with the outcome of a review.
    init(_ visit: Visit, reviewed: String? = nil) async throws {
        let person = try visit.person()
        try visit.store.require(.stopAgreement, of: person)
        let agreement = try await visit.store.agreement(visit.agreementID, seenBy: person)
        try await self.init(visit, person, agreement, reason: reviewed)
    }

    /// For the text that would replace the signed one.
    init(amendmentOf visit: Visit) async throws {
        let person = try visit.person()
        try visit.store.require(.draftAgreement, of: person)
        let history = try await visit.store.history(of: visit.agreementID, seenBy: person)
        guard let amendment = history.amendment,
            visit.parameters["version"] == "\(amendment.version)"
        else { throw Refusal.notFound("draft of a version") }
        try await self.init(visit, person, amendment, reason: nil)
    }

    private init(
        _ visit: Visit, _ person: Practitioner, _ agreement: SharingAgreement, reason given: String?
    ) async throws {
        self.visit = visit
        self.person = person
        self.agreement = agreement
        guard Self.isOpen(for: agreement) else {
            throw Refusal(
                .conflict, "wrong-stage", "This agreement cannot be stopped or resumed now.",
                fix: "Look at the agreement’s page to see what is open.")
        }
        words = try await AgreementWords(visit.store)
        let steps = Self.steps(for: agreement)
        let typed = SharingAgreement.Stage(rawValue: visit.form["step"])
        step = steps.count == 1 ? steps.first : typed.flatMap { steps.contains($0) ? $0 : nil }
        reason = given ?? visit.form["reason"]
    }

    static func isOpen(for agreement: SharingAgreement) -> Bool { !steps(for: agreement).isEmpty }

    private static func steps(for agreement: SharingAgreement) -> [SharingAgreement.Stage] {
        switch agreement.stage {
        case .draft: [.retired]
        case .approved: [.suspended, .retired]
        case .suspended: [.approved, .retired]
        case .awaitingApproval: agreement.version > 1 ? [.retired] : []
        case .retired: []
        }
    }

    var errors: FormErrors {
        var errors = FormErrors()
        if step == nil { errors.add("step", "Choose what should happen.") }
        if reason.isEmpty { errors.add("reason", "Write the reason.") }
        if reason.count > 1_000 {
            errors.add("reason", "Shorten the reason to 1,000 characters or fewer.")
        }
        return errors
    }

    private var address: String { isAmendment ? agreement.home : "/agreements/\(agreement.id)" }
    private var form: String { isAmendment ? "\(address)/discard" : "\(address)/stop" }
    private var isDraft: Bool { agreement.stage == .draft || isAmendment }
    private var isAmendment: Bool {
        agreement.version > 1 && (agreement.stage == .draft || agreement.stage == .awaitingApproval)
    }
    private var title: String { isDraft ? "Discard this draft" : "Suspend, resume or end" }

    func reply(_ errors: FormErrors = FormErrors()) -> Reply {
        let shell = visit.page(
            title, current: "/agreements", way: .back(address), hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1(title, caption: agreement.terms.title)
            PostForm(form, csrf: visit.csrf) {
                if !isDraft {
                    Radios(
                        "step", "What should happen?", choices, selected: step?.rawValue,
                        error: errors["step"])
                }
                TextArea(
                    "reason", "Why?", value: reason,
                    hint: "Every party reads this. Name no person.", error: errors["reason"],
                    size: .medium)
                buttonGroup {
                    Button("Continue")
                    a("Cancel", to: address)
                }
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var choices: [Choice] {
        Self.steps(for: agreement).map { step in
            switch step {
            case .suspended:
                Choice(
                    step.rawValue, "Suspend it",
                    hint: "Nothing moves under it until somebody resumes it.")
            case .approved:
                Choice(step.rawValue, "Resume it", hint: "It decides again what may be shared.")
            default:
                Choice(
                    step.rawValue, "End it",
                    hint: "Nothing moves under it any more. This cannot be undone.")
            }
        }
    }

    /// The page that stops the reader before the step is taken.
    func interruption(_ step: SharingAgreement.Stage) -> Reply {
        .page(
            visit.page(heading(step), current: "/agreements", way: .back(form)) {
                InterruptionPanel(heading(step)) {
                    p(effect(step))
                    if !isDraft {
                        p("It binds \(words.list(agreement.terms.parties)).")
                    }
                    p("Reason: “\(reason)”")
                    PostForm(form, csrf: visit.csrf) {
                        hiddenInput("step", step.rawValue)
                        hiddenInput("reason", reason)
                        hiddenInput("confirmed", "yes")
                        buttonGroup {
                            Button(button(step))
                            a("Go back", to: address)
                        }
                    }
                }
            })
    }

    private func heading(_ step: SharingAgreement.Stage) -> String {
        switch step {
        case .suspended: "You are about to suspend this agreement"
        case .approved: "You are about to resume this agreement"
        default:
            isDraft ? "You are about to discard this draft" : "You are about to end this agreement"
        }
    }

    private func effect(_ step: SharingAgreement.Stage) -> String {
        switch step {
        case .suspended:
            "At once, nothing more can be loaded, matched, read or exported under it. What was "
                + "loaded before stays until its time is up."
        case .approved: "It decides again, at once, what may be shared."
        default:
            isDraft
                ? "Nobody can change it or send it any more. The log keeps that it was drafted."
                    + (isAmendment ? " The text that was signed before goes on." : "")
                : "At once, nothing more can be shared under it. It leaves the register. To share "
                    + "again, the parties need a new agreement."
        }
    }

    private func button(_ step: SharingAgreement.Stage) -> String {
        switch step {
        case .suspended: "Suspend it now"
        case .approved: "Resume it now"
        default: isDraft ? "Discard it now" : "End it now"
        }
    }
}
