import Casework
import Exchange

/// The page on which one step of a case is taken.
struct CaseStepPage {
    let visit: Visit
    let step: Workflow.Step
    let standing: CaseStanding
    private(set) var form = CaseForm()

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        standing = try await visit.store.standing(of: visit.code("id"), seenBy: person)
        let code = visit.parameters["step"]
        guard let step = Workflow.councilTax.steps.first(where: { $0.code == code }) else {
            throw Refusal(
                .notFound, "not-found", "There is no such step of a case.",
                fix: "Go back to the case and choose one from there.")
        }
        self.step = step
    }

    /// The same page with what was typed.
    func showing(_ form: CaseForm) -> CaseStepPage {
        var page = self
        page.form = form
        return page
    }

    var isOpen: Bool { step.from.contains(standing.summary.stage) }

    private var address: String { "/cases/\(standing.id)" }
    private var caption: String { "Case \(standing.summary.reference)" }

    var shell: PageShell {
        visit.page(
            step.label, current: "/cases", way: .back(address), hasErrors: !form.errors.isEmpty
        ) {
            ErrorSummary(form.errors)
            h1(step.label, caption: caption)
            p(step.hint)
            PostForm("\(address)/steps/\(step.code)", csrf: visit.csrf, warnsUnsaved: true) {
                hiddenInput("after", String(standing.eventCount))
                if step.needsOutcome { outcome }
                note
                buttonGroup {
                    Button(step.label)
                    a("Cancel", to: address)
                }
            }
        }
    }

    private var note: TextArea {
        TextArea(
            "note", step.needsNote ? "Reason" : "Note (optional)", value: form.note,
            hint: "What you found or heard, and from whom. It is kept encrypted with the case, "
                + "and nothing of it goes into the log.",
            error: form.errors["note"], size: .medium)
    }

    @HTMLBuilder private var outcome: HTML {
        Radios(
            "outcome", "What is the outcome?",
            CaseOutcome.Kind.allCases.map { Choice($0.rawValue, $0.label) }, selected: form.kind,
            error: form.errors["outcome"])
        DateInput(
            "effective", "From which day does something change?", answer: form.effective,
            hint: "Needed when the discount ends or changes. For example, 27 3 2026.",
            error: form.errors["effective"])
        TextInput(
            "amount", "How much more is billed, in pounds (optional)", value: form.amount,
            hint: "For example, 401.00. Leave it empty when nothing more is billed.",
            error: form.errors["amount"], characters: 10, spellcheck: false, size: .medium)
    }

    /// The page for a step that is not open now, with what was typed, so that nothing is lost.
    var notOpen: PageShell {
        visit.page(
            "This step is not open now", current: "/cases", way: .back(address), hasErrors: true
        ) {
            h1("This step is not open now", caption: caption)
            p(
                "The case is at the stage “\(Workflow.councilTax.label(standing.summary.stage))”, "
                    + "so “\(step.label)” cannot be taken. Nothing was changed.")
            if !form.note.isEmpty {
                h2("What you wrote")
                Inset {
                    for line in form.note.split(whereSeparator: \.isNewline) { p(String(line)) }
                }
            }
            LinkButton("Look at the case", to: address)
        }
    }
}
