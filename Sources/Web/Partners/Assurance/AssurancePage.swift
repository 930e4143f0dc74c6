import Exchange
import Governance
import Records

/// What a body has recorded to show that it looks after information well.
struct AssurancePage {
    private struct Body: Encodable {
        struct Step: Encodable {
            let text: String
            let owner: String
            let due: String
            let done: String?
        }

        struct Entry: Encodable {
            let code: String
            let kind: String
            let standing: String
            let level: String
            let evidence: String
            let checkedOn: String
            let lastDay: String?
            let isLatest: Bool
            let plan: [Step]
        }

        let partner: String
        let asOf: String
        let missing: [String]
        let assurances: [Entry]
    }

    let visit: Visit
    let person: Practitioner
    let partner: Partner
    let assurances: [Assurance]
    let today: CalendarDate

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        partner = try await visit.store.partner(visit.code("id"))
        assurances = try await visit.store.assurances(of: [partner.id])
        today = visit.store.today
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(body) : .page(shell) }
    }

    private var address: String { "/partners/\(partner.id)/assurance" }
    private var mayKeep: Bool { person.may(.keepAssurance) && person.partner == partner.id }

    private var latest: [Assurance] {
        Assurance.Kind.allCases.compactMap { assurances.latest($0) }
    }

    private var earlier: [Assurance] { assurances.filter { !latest.contains($0) } }

    private var shell: PageShell {
        visit.page(
            "Assurance", current: "/partners",
            way: .breadcrumbs([
                NavigationItem("Partners", to: "/partners"),
                NavigationItem(partner.name, to: "/partners/\(partner.id)"),
            ]), notice: visit.query.has("kept") ? NotificationBanner(.success, "Kept.") : nil
        ) {
            h1("Assurance", caption: partner.name)
            p(
                "What \(partner.name) says of itself to show that it looks after information "
                    + "well. Weft asks nobody else whether it is right: look it up before you "
                    + "rely on it.")
            if mayKeep { LinkButton("Record an assurance", to: "\(address)/new") }
            overview
            for assurance in latest { card(assurance) }
            history
            plainList {
                DownloadLink("What is recorded", to: "\(address).json", format: "JSON")
            }
        }
    }

    private var overview: Table {
        Table(
            "How it stands on \(today.words)",
            columns: [.text("What"), .text("Standing"), .text("Until")]
        ) {
            for kind in Assurance.Kind.usual {
                Table.Row {
                    kind.label
                    assurances.standing(kind, on: today).tag
                    until(assurances.latest(kind))
                }
            }
        }
    }

    private func until(_ assurance: Assurance?) -> String {
        assurance.map { $0.lastDay?.words ?? "No end" } ?? "–"
    }

    private func card(_ assurance: Assurance) -> HTML {
        HTML {
            SummaryList(card: assurance.kind.label) {
                SummaryRow("Standing") { assurance.standing(on: today).tag }
                SummaryRow("Level or number", assurance.level)
                SummaryRow("Where to look it up", assurance.evidence)
                SummaryRow("Looked up on", assurance.checkedOn.words)
                SummaryRow("Last day", until(assurance))
                for (place, step) in assurance.plan.enumerated() {
                    SummaryRow("Step \(place + 1)") { line(step, place, of: assurance) }
                }
            }
            if mayKeep { form(assurance) }
        }
    }

    @HTMLBuilder private func line(
        _ step: Assurance.Step, _ place: Int, of assurance: Assurance
    ) -> HTML {
        p("\(step.text) By the \(step.owner), until \(step.due.words).")
        if let done = step.done {
            p("Done on \(done.words).")
        } else if mayKeep {
            PostForm("\(address)/\(assurance.id)/done", csrf: visit.csrf) {
                hiddenInput("step", "\(place)")
                Button("Step \(place + 1) is done", .secondary)
            }
        }
    }

    private func form(_ assurance: Assurance) -> HTML {
        p {
            a(
                "Plan a step for: \(assurance.kind.label)",
                to: "\(address)/\(assurance.id)/plan")
        }
    }

    @HTMLBuilder private var history: HTML {
        if !earlier.isEmpty {
            Table(
                "Recorded before",
                columns: [.text("What"), .text("Level"), .text("Looked up on"), .text("Last day")]
            ) {
                for assurance in earlier {
                    Table.Row {
                        assurance.kind.label
                        assurance.level
                        assurance.checkedOn.words
                        until(assurance)
                    }
                }
            }
        }
    }

    private var body: Body {
        Body(
            partner: partner.id.rawValue, asOf: today.description,
            missing: Assurance.Kind.usual.filter { assurances.latest($0) == nil }.map(\.rawValue),
            assurances: assurances.map { assurance in
                Body.Entry(
                    code: assurance.id.rawValue, kind: assurance.kind.rawValue,
                    standing: assurance.standing(on: today).rawValue, level: assurance.level,
                    evidence: assurance.evidence, checkedOn: assurance.checkedOn.description,
                    lastDay: assurance.lastDay?.description,
                    isLatest: latest.contains(assurance),
                    plan: assurance.plan.map {
                        Body.Step(
                            text: $0.text, owner: $0.owner, due: $0.due.description,
                            done: $0.done?.description)
                    })
            })
    }
}

extension Assurance.Standing {
    var tag: StatusTag {
        switch self {
        case .holds: StatusTag(label, .green)
        case .planned: StatusTag(label, .blue)
        case .endsSoon: StatusTag(label, .yellow)
        case .late: StatusTag(label, .orange)
        case .ended: StatusTag(label, .red)
        case .missing: StatusTag(label, .grey)
        }
    }
}
