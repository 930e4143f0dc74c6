import Exchange
import Governance
import HTTPTypes
import Records

/// One measure: what is done, by which body and post, by when.
struct MeasurePage {
    let context: AssessmentVisit
    /// Nil for a new one.
    let measure: ImpactMeasure?
    let form: FormFields?

    init(_ visit: Visit, isNew: Bool, typed form: FormFields?) async throws {
        let context = try await AssessmentVisit(visit)
        self.context = context
        self.form = form
        if isNew {
            measure = nil
            try context.require(context.mayWriteOwn, .assessImpact)
        } else {
            let measure = try context.measure(visit)
            self.measure = measure
            try context.require(context.mayWrite(measure), .assessImpact)
        }
    }

    private var address: String { "measures/\(measure?.id.rawValue ?? "new")" }

    private func value(_ field: String, _ stored: String?) -> String {
        form?[field] ?? stored ?? ""
    }

    private var due: TypedDate {
        if let form { return TypedDate("due", form) }
        return measure?.due.map { TypedDate("due", $0) } ?? TypedDate("due", FormFields())
    }

    /// What was typed, and what is wrong with it.
    private var typed: (measure: ImpactMeasure?, errors: FormErrors) {
        var errors = FormErrors()
        if value("text", nil).isEmpty { errors.add("text", "Write what is done.") }
        if value("owner", nil).isEmpty {
            errors.add("owner", "Name the post that answers for the measure.")
        }
        due.check("last day", &errors)
        let body =
            context.isLead
            ? Partner.ID(value("body", nil)) ?? context.person.partner : context.person.partner
        guard errors.isEmpty else { return (nil, errors) }
        let typed = ImpactMeasure(
            id: measure?.id ?? context.assessment.nextMeasure, text: value("text", nil),
            body: body, owner: value("owner", nil), due: due.date, done: measure?.done)
        return (typed, errors)
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let title = measure.map { "Measure \($0.id)" } ?? "Add a measure"
        return context.reply(title, errors, status: status) {
            h1(title, caption: context.assessment.title)
            Details("Measures that others take") { bullets(context.guide.library.measures) }
            context.form(address) {
                TextArea(
                    "text", "What is done?", value: value("text", measure?.text), rows: 3,
                    hint: "Name no person.", error: errors["text"], size: .medium)
                if context.isLead, context.assessment.controllers.count > 1 {
                    Select(
                        "body", "Which body does it?",
                        context.assessment.controllers.sorted().map {
                            Choice($0.rawValue, context.name($0))
                        },
                        selected: value("body", (measure?.body ?? context.person.partner).rawValue),
                        size: .medium)
                }
                TextInput(
                    "owner", "Who answers for it?", value: value("owner", measure?.owner),
                    hint: "A post, such as Head of Revenues; no name.", error: errors["owner"],
                    size: .medium)
                DateInput(
                    "due", "By when?", answer: due.answer, error: errors["due"])
                Button("Save")
            }
            if let measure {
                PostForm("\(context.path)/\(address)/removal", csrf: context.visit.csrf) {
                    hiddenInput("seen", String(context.assessment.revision))
                    Button("Remove \(measure.id)", .secondary)
                }
            }
        }
    }

    static func save(_ visit: Visit, isNew: Bool) async throws -> Reply {
        let page = try await MeasurePage(visit, isNew: isNew, typed: visit.form)
        let typed = page.typed
        guard let measure = typed.measure else { return page.reply(typed.errors) }
        return try await page.context.save(.measure(measure), at: "text") {
            page.reply($0, status: $1)
        }
    }

    static func remove(_ visit: Visit) async throws -> Reply {
        let page = try await MeasurePage(visit, isNew: false, typed: nil)
        guard let measure = page.measure else { return page.reply() }
        return try await page.context.save(.removeMeasure(measure.id), at: "text") {
            page.reply($0, status: $1)
        }
    }

    /// Records that a measure was done.
    static func complete(_ visit: Visit) async throws -> Reply {
        let context = try await AssessmentVisit(visit)
        let measure = try context.measure(visit)
        _ = try await visit.store.complete(
            measure.id, of: context.assessment.id, by: context.person)
        return .seeOther("\(context.path)?done=completed")
    }
}

extension AssessmentVisit {
    /// The measure that the path names.
    fileprivate func measure(_ visit: Visit) throws -> ImpactMeasure {
        let id: ImpactMeasure.ID = try visit.code("measure")
        guard let measure = assessment.measures.first(where: { $0.id == id }) else {
            throw Refusal(
                .notFound, "not-found", "There is no such measure.",
                fix: "Start from the assessment’s page.")
        }
        return measure
    }

    /// Whether the person may record a measure as done.
    func mayComplete(_ measure: ImpactMeasure) -> Bool {
        person.may(.assessImpact) && measure.done == nil
            && (isLead || measure.body == person.partner)
            && ![.stopped, .replaced, .screenedOut].contains(assessment.stage)
    }
}
