import Exchange
import Governance
import HTTPTypes

/// Steps that only need a reason: back to the draft, or the end.
struct AssessmentEndPage {
    enum Step: String, Sendable, CaseIterable {
        case reopen
        case stop

        var title: String {
            switch self {
            case .reopen: "Take it back to the draft"
            case .stop: "Stop this assessment"
            }
        }

        var effect: String {
            switch self {
            case .reopen:
                "The text can be changed again. Signatures so far no longer count, and the data "
                    + "protection officer advises anew. The advice so far stays on record."
            case .stop:
                "Nobody can change or sign it any more, and agreements can no longer rest on it. "
                    + "This cannot be undone. It stays readable."
            }
        }
    }

    let context: AssessmentVisit
    let step: Step

    init(_ visit: Visit, _ step: Step) async throws {
        context = try await AssessmentVisit(visit)
        self.step = step
        switch step {
        case .reopen:
            let action: Action =
                context.person.may(.assessImpact) ? .assessImpact : .signAssessment
            try context.require(context.mayReopen, action)
        case .stop: try context.require(context.mayStop, .assessImpact)
        }
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        context.reply(step.title, errors, status: status) {
            h1(step.title, caption: context.assessment.title)
            p(step.effect)
            context.form(step.rawValue) {
                TextArea(
                    "reason", "Why?", value: context.visit.form["reason"],
                    hint: "Every controller reads this. Name no person.",
                    error: errors["reason"], size: .medium)
                buttonGroup {
                    Button(step.title, step == .stop ? .warning : .primary)
                    a("Cancel", to: context.path)
                }
            }
        }
    }

    static func save(_ visit: Visit, _ step: Step) async throws -> Reply {
        let page = try await AssessmentEndPage(visit, step)
        let (context, reason) = (page.context, visit.form["reason"])
        guard !reason.isEmpty else {
            var errors = FormErrors()
            errors.add("reason", "Write the reason.")
            return page.reply(errors)
        }
        let id = context.assessment.id
        return try await context.done(step.rawValue, at: "reason") {
            switch step {
            case .reopen:
                _ = try await visit.store.reopen(id, because: reason, by: context.person)
            case .stop:
                _ = try await visit.store.stopAssessment(id, because: reason, by: context.person)
            }
        } else: { errors, status in
            page.reply(errors, status: status)
        }
    }
}

/// A note of what the Commissioner was asked, and what came back.
struct ConsultationPage {
    let context: AssessmentVisit

    init(_ visit: Visit) async throws {
        context = try await AssessmentVisit(visit)
        try context.require(context.mayConsult, .assessImpact)
    }

    private var date: TypedDate {
        let form = context.visit.form
        return form.has("date-day")
            ? TypedDate("date", form) : TypedDate("date", context.visit.store.today)
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let form = context.visit.form
        return context.reply("Consult the Commissioner", errors, status: status) {
            h1("Consult the Commissioner", caption: context.assessment.title)
            p(
                "A high risk to people is left, so the law asks you to consult the Information "
                    + "Commissioner before you share (Article 36). Weft sends nothing: write to "
                    + "the Commissioner’s office, and note here what you asked and what came back.")
            p(
                "The note changes no rating. When the answer leads to further measures, take the "
                    + "assessment back to the draft and rate the risk again.")
            context.form("consultation") {
                DateInput("date", "When did you ask?", answer: date.answer, error: errors["date"])
                TextInput(
                    "reference", "Reference of the Commissioner’s office (optional)",
                    value: form["reference"], size: .medium)
                TextArea(
                    "outcome", "What came back? (optional)", value: form["outcome"],
                    hint: "Name no person.", error: errors["outcome"], size: .medium)
                Button("Save the note")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await ConsultationPage(visit)
        var errors = FormErrors()
        page.date.check("day", &errors)
        guard errors.isEmpty, let date = page.date.date else { return page.reply(errors) }
        let context = page.context
        return try await context.done("consulted", at: "outcome") {
            _ = try await visit.store.consult(
                PriorConsultation(
                    date: date, reference: visit.form["reference"],
                    outcome: visit.form["outcome"]),
                on: context.assessment.id, by: context.person)
        } else: { errors, status in
            page.reply(errors, status: status)
        }
    }
}

extension AssessmentVisit {
    var mayStop: Bool {
        person.may(.assessImpact) && isLead
            && (assessment.stage.isOpen || assessment.stage == .signed)
    }

    var mayConsult: Bool {
        person.may(.assessImpact) && isLead && assessment.needsPriorConsultation
    }

    var mayAmend: Bool {
        person.may(.assessImpact) && isLead && [.signed, .screenedOut].contains(assessment.stage)
    }

    /// Whether the person may record that no assessment is needed.
    var mayScreenOut: Bool {
        mayWrite && assessment.screening.map { $0.result(guide.criteria).rank < 2 } == true
    }
}
