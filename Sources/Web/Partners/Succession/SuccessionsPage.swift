import Decisions
import Exchange
import Governance
import HTTPTypes
import Records

/// Every succession in which the person's body has a part; all of them for operators.
struct SuccessionsPage {
    let visit: Visit
    let person: Practitioner
    let all: [Succession]
    let names: Names

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        self.person = person
        all = try await visit.store.successions().filter {
            person.may(.changeStanding) || $0.from.union($0.to).contains(person.partner)
        }
        names = try await visit.store.names()
    }

    var shell: PageShell {
        visit.page("Mergers and splits", current: "/partners", way: .back("/partners")) {
            h1("Mergers and splits")
            p(
                "When bodies merge, split or hand their tasks over, each agreement needs a version "
                    + "with the new bodies, signed by every party. What was signed before stays as "
                    + "it is.")
            if person.may(.changeStanding) {
                LinkButton("Plan one", to: "/successions/new")
            }
            Table(
                "Plans: \(all.count)",
                columns: [
                    .text("Ends"), .text("Takes over"), .text("First day"), .text("Standing"),
                ],
                empty: "None recorded."
            ) {
                for one in all {
                    Table.Row {
                        a(list(one.from), to: "/successions/\(one.id)")
                        list(one.to)
                        one.vesting.words
                        one.stage.label
                    }
                }
            }
        }
    }

    private func list(_ bodies: Set<Partner.ID>) -> String {
        AgreementWords.joined(bodies.map { names.name($0) }.sorted())
    }
}

/// The form that plans a succession.
struct NewSuccessionPage {
    let visit: Visit
    let person: Practitioner
    let partners: [Partner]
    let from: Set<Partner.ID>
    let to: Set<Partner.ID>
    let vesting: TypedDate
    let authority: String

    init(_ visit: Visit, typed form: FormFields?) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.changeStanding, of: person)
        partners = try await visit.store.partners().filter { $0.standing != .withdrawn }
            .sorted { $0.name < $1.name }
        func bodies(_ name: String) -> Set<Partner.ID> {
            Set((form?.all(name) ?? []).compactMap { Partner.ID($0) })
        }
        from = bodies("from")
        to = bodies("to")
        vesting = TypedDate("vesting", form ?? FormFields())
        authority = form?["authority"] ?? ""
    }

    static func plan(_ visit: Visit) async throws -> Reply {
        let page = try await NewSuccessionPage(visit, typed: visit.form)
        var errors = FormErrors()
        if page.from.isEmpty { errors.add("from", "Choose who ends.") }
        if page.to.isEmpty { errors.add("to", "Choose who takes over.") }
        page.vesting.check("first day of the new bodies", &errors)
        if page.authority.isEmpty {
            errors.add("authority", "Write the order or the statute, with its number.")
        } else if page.authority.count > 300 {
            errors.add("authority", "Shorten the order to 300 characters or fewer.")
        }
        guard errors.isEmpty, let day = page.vesting.date else { return page.reply(errors) }
        do {
            let one = try await visit.store.planSuccession(
                of: page.from, to: page.to, on: day, under: page.authority, by: page.person)
            return .seeOther("/successions/\(one.id)")
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            for reason in refusal.reasons { errors.add("from", "\(reason.sentence) \(reason.fix)") }
            return page.reply(errors)
        }
    }

    func reply(_ errors: FormErrors = FormErrors()) -> Reply {
        let choices = partners.map { Choice($0.id.rawValue, $0.name, hint: $0.kind.label) }
        let shell = visit.page(
            "Plan a merger or a split", current: "/partners", way: .back("/successions"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Plan a merger or a split")
            p(
                "Nothing changes for anybody before the first day. A new body has to be in the "
                    + "list of partners first.")
            PostForm("/successions", csrf: visit.csrf, warnsUnsaved: true) {
                Checkboxes(
                    "from", "Who ends?", choices, selected: Set(from.map(\.rawValue)),
                    error: errors["from"])
                Checkboxes(
                    "to", "Who takes over?", choices, selected: Set(to.map(\.rawValue)),
                    error: errors["to"])
                DateInput(
                    "vesting", "First day of the new bodies", answer: vesting.answer,
                    hint: "The day that the order or the statute names.", error: errors["vesting"])
                TextInput(
                    "authority", "By which order or statute?", value: authority,
                    error: errors["authority"], size: .medium)
                Button("Plan it")
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
