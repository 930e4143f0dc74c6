import Exchange
import Governance
import HTTPTypes
import Records

/// Where a governance officer records what a body is in law beyond its kind, or takes it back.
struct CapacityPage {
    let visit: Visit
    let person: Practitioner
    let partner: Partner
    var errors = FormErrors()

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.recordCapacity, of: person)
        partner = try await visit.store.partner(visit.code("id"))
    }

    private var law: LawCatalogue { visit.store.reference.law }
    private var address: String { "/partners/\(partner.id)/capacities" }

    /// Those that somebody can answer for and that its kind does not give.
    private var open: [Capacity] {
        law.capacities.filter { $0.isAttested && !$0.kinds.contains(partner.kind) }
    }

    /// Records the answer, or shows the form again with what is wrong.
    mutating func record() async throws -> Reply {
        let source = visit.form["source"]
        guard let capacity = Capacity.ID(visit.form["capacity"]),
            open.contains(where: { $0.id == capacity })
        else {
            errors.add("capacity", "Choose what it is in law.")
            if source.isEmpty { errors.add("source", "Say where it is written.") }
            return reply
        }
        do {
            try await visit.store.record(capacity, of: partner.id, source: source, by: person)
            return .seeOther(address)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            errors.add("source", refusal.sentence)
            return reply
        }
    }

    func withdraw() async throws -> Reply {
        guard let capacity = Capacity.ID(visit.form["capacity"]) else {
            throw Refusal(.invalid, "capacity-unknown", "Choose what to take back.")
        }
        try await visit.store.withdraw(capacity, of: partner.id, by: person)
        return .seeOther(address)
    }

    var reply: Reply {
        let shell = visit.page(
            "What it is in law", current: "/partners", way: .back("/partners/\(partner.id)"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("What it is in law", caption: partner.name)
            p(
                "Some laws are for bodies on a list. Record only what somebody has made sure of: "
                    + "the law wizard and the check of agreements rely on it.")
            recorded
            form
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    @HTMLBuilder private var recorded: HTML {
        h2("Recorded")
        if partner.attestations.isEmpty { p("None recorded.") }
        for attestation in partner.attestations {
            let label = law.capacity(attestation.capacity)?.label ?? attestation.capacity.rawValue
            SummaryList {
                SummaryRow("It is", label)
                SummaryRow("Where that is written", attestation.source)
                SummaryRow("Recorded on", attestation.date.words)
            }
            PostForm("\(address)/withdraw", csrf: visit.csrf) {
                hiddenInput("capacity", attestation.capacity.rawValue)
                Button("Take back: \(label)", .secondary)
            }
        }
    }

    private var form: HTML {
        PostForm(address, csrf: visit.csrf) {
            Radios(
                "capacity", "What is it?",
                open.map { Choice($0.id.rawValue, $0.label, hint: $0.question) },
                selected: visit.form["capacity"], error: errors["capacity"])
            TextInput(
                "source", "Where is that written?", value: visit.form["source"],
                hint: "Such as the paragraph of the Schedule and the day you read it. Name nobody.",
                error: errors["source"], size: .medium)
            buttonGroup {
                Button("Record it")
                a("Back to the partner", to: "/partners/\(partner.id)")
            }
        }.html
    }
}
