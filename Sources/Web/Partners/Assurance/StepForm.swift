import Exchange
import Governance
import HTTPTypes
import Records

/// The page that adds a step to the plan of an assurance.
struct StepForm {
    let visit: Visit
    let assurance: Assurance
    let text: String
    let owner: String
    let due: TypedDate

    /// The assurance that the path names, of the person's own body.
    init(_ visit: Visit, _ form: FormFields = FormFields()) async throws {
        self.visit = visit
        let person = try visit.person()
        try visit.store.require(.keepAssurance, of: person)
        let id: Assurance.ID = try visit.code("assurance")
        let own = try await visit.store.assurances(of: [person.partner])
        guard let found = own.first(where: { $0.id == id }) else {
            throw Refusal(
                .notFound, "not-found", "There is no such page.",
                fix: "Start from the page of your body.")
        }
        assurance = found
        text = form["text"]
        owner = form["owner"]
        due = TypedDate("due", form)
    }

    private var list: String { "/partners/\(assurance.partner)/assurance" }

    var errors: FormErrors {
        var errors = FormErrors()
        if text.isEmpty {
            errors.add("text", "Write what will be done.")
        } else if text.count > 500 {
            errors.add("text", "Shorten what will be done to 500 characters or fewer.")
        }
        if owner.isEmpty {
            errors.add("owner", "Enter the post that does it.")
        } else if owner.count > 200 {
            errors.add("owner", "Shorten the post to 200 characters or fewer.")
        }
        due.check("day", &errors)
        return errors
    }

    /// The step, when the answers are complete.
    var step: Assurance.Step? { due.date.map { Assurance.Step(text, owner: owner, due: $0) } }

    func reply(_ errors: FormErrors = FormErrors()) -> Reply {
        let shell = visit.page(
            "Plan a step", current: "/partners", way: .back(list), hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Plan a step", caption: assurance.kind.label)
            PostForm("\(list)/\(assurance.id)/plan", csrf: visit.csrf, warnsUnsaved: true) {
                TextInput(
                    "text", "What will be done?", value: text, hint: "Name no person.",
                    error: errors["text"], size: .medium)
                TextInput(
                    "owner", "Which post does it?", value: owner, error: errors["owner"],
                    size: .medium)
                DateInput("due", "By which day?", answer: due.answer, error: errors["due"])
                Button("Add the step")
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
