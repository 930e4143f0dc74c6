import Exchange
import Governance
import HTTPTypes
import Records

/// The form that records an assurance of the own body.
struct NewAssurancePage {
    let visit: Visit
    let own: Partner
    let kind: String
    let level: String
    let evidence: String
    let checkedOn: TypedDate
    let lastDay: TypedDate

    /// `form`: what was typed; nil for an empty form.
    init(_ visit: Visit, _ form: FormFields?) async throws {
        self.visit = visit
        let person = try visit.person()
        try visit.store.require(.keepAssurance, of: person)
        own = try await visit.store.partner(person.partner)
        guard try visit.code("id") == own.id else {
            throw Refusal(
                .notFound, "not-found", "There is no such page.",
                fix: "Start from the page of your body.")
        }
        kind = form?["kind"] ?? visit.query["kind"]
        level = form?["level"] ?? ""
        evidence = form?["evidence"] ?? ""
        checkedOn =
            form.map { TypedDate("checkedOn", $0) } ?? TypedDate("checkedOn", visit.store.today)
        lastDay = TypedDate("lastDay", form ?? FormFields())
    }

    private var address: String { "/partners/\(own.id)/assurance" }

    private var hasEnd: Bool { lastDay.answer != DateInput.Answer() }

    var errors: FormErrors {
        var errors = FormErrors()
        if Assurance.Kind(rawValue: kind) == nil { errors.add("kind", "Choose what it is.") }
        if level.isEmpty {
            errors.add("level", "Enter the level or the number.")
        } else if level.count > 200 {
            errors.add("level", "Shorten the level to 200 characters or fewer.")
        }
        if evidence.isEmpty {
            errors.add("evidence", "Write where it can be looked up.")
        } else if evidence.count > 500 {
            errors.add("evidence", "Shorten where it can be looked up to 500 characters or fewer.")
        }
        checkedOn.check("day on which you looked it up", &errors)
        if hasEnd { lastDay.check("last day", &errors) }
        if let checked = checkedOn.date, checked > visit.store.today {
            errors.add("checkedOn", "The day on which you looked it up is yet to come.")
        }
        if let checked = checkedOn.date, let last = lastDay.date, last < checked {
            errors.add("lastDay", "The last day is before the day on which you looked it up.")
        }
        return errors
    }

    /// Records it.
    func record(by person: Practitioner) async throws {
        guard let kind = Assurance.Kind(rawValue: kind), let checkedOn = checkedOn.date else {
            return
        }
        try await visit.store.record(
            kind, level: level, evidence: evidence, checkedOn: checkedOn,
            lastDay: lastDay.date, by: person)
    }

    func reply(_ errors: FormErrors = FormErrors()) -> Reply {
        let shell = visit.page(
            "Record an assurance", current: "/partners", way: .back(address),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Record an assurance", caption: own.name)
            PostForm(address, csrf: visit.csrf, warnsUnsaved: true) { questions(errors) }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    @HTMLBuilder private func questions(_ errors: FormErrors) -> HTML {
        Radios(
            "kind", "What is it?", Assurance.Kind.allCases.map { Choice($0.rawValue, $0.label) },
            selected: kind, error: errors["kind"])
        TextInput(
            "level", "Level or number", value: level,
            hint: "Such as “Standards met”, a certificate’s number, or 96 of 100 staff trained.",
            error: errors["level"], size: .medium)
        TextInput(
            "evidence", "Where can others look it up?", value: evidence,
            hint: "A public register, or the post to ask. Name no person.",
            error: errors["evidence"], size: .medium)
        DateInput(
            "checkedOn", "When did you look it up?", answer: checkedOn.answer,
            error: errors["checkedOn"])
        DateInput(
            "lastDay", "Last day on which it holds (optional)", answer: lastDay.answer,
            hint: "Leave it empty where it does not run out.", error: errors["lastDay"])
        Button("Record it")
    }
}
