import Exchange
import Governance
import Records

/// The whole law catalogue, with a search: what allows sharing, what forbids it, and since when.
struct LawPage {
    let visit: Visit
    let search: String
    let purpose: String
    let entries: [Gateway]

    private var law: LawCatalogue { visit.store.reference.law }

    init(_ visit: Visit) throws {
        self.visit = visit
        search = visit.query["q"]
        purpose = visit.query["purpose"]
        let (needle, wanted) = (search.lowercased(), Purpose.ID(visit.query["purpose"]))
        entries = visit.store.reference.law.gateways(on: visit.store.today).filter { entry in
            let serves = wanted.map { entry.rules.purposes.contains($0) } ?? true
            let text = "\(entry.id) \(entry.citation) \(entry.meaning) \(entry.limits)"
            return (serves || (wanted != nil && entry.rules.purposes.isEmpty))
                && (needle.isEmpty || text.lowercased().contains(needle))
        }
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(LawJSON(law, entries)) : .page(shell) }
    }

    private var shell: PageShell {
        visit.page("Law catalogue", way: .back("/")) {
            h1("Law catalogue")
            p(
                "The laws that partners rely on to share information, what each allows and what "
                    + "it does not. The sources were last read on \(law.readOn.words). The "
                    + "catalogue is not legal advice: read the statute before relying on it.")
            LinkButton("Ask which law may fit", to: "/law/wizard")
            filter
            if entries.isEmpty {
                EmptyState("Laws") {
                    "0 results. Try fewer or other words, or "
                    a("see every entry", to: "/law")
                    "."
                }
            } else {
                table
            }
            prohibitions
            conditions
            capacities
            h2("Take a copy")
            plainList { DownloadLink("Law catalogue", to: "/law.json", format: "JSON") }
        }
    }

    private var filter: HTML {
        GetForm("/law") {
            TextInput("q", "Search the catalogue", kind: .search, value: search)
            Select(
                "purpose", "Purpose",
                [Choice("", "Any purpose")]
                    + visit.store.reference.purposes.map { Choice($0.id.rawValue, $0.label) },
                selected: purpose)
            Button("Search", .secondary, guardsDoubleClick: false)
        }.html
    }

    private var table: Table {
        Table(
            "Laws, \(entries.count) in all",
            columns: [
                .text("Law"), .text("What it allows"), .text("In force"),
                .text("Checked against the statute"),
            ]
        ) {
            for entry in entries {
                Table.Row {
                    a(entry.citation, to: "/law/\(entry.id)")
                    HTML(entry.meaning)
                    entry.forceTag(on: visit.store.today).html
                    HTML(entry.isVerified ? "Yes" : "No")
                }
            }
        }
    }

    @HTMLBuilder private var prohibitions: HTML {
        h2("What no law here sets aside", .id("prohibitions"))
        if law.prohibitions.isEmpty { p("None recorded.") }
        for prohibition in law.prohibitions {
            SummaryList {
                SummaryRow("Law", prohibition.citation)
                SummaryRow("What it forbids", prohibition.bar.sentence)
                SummaryRow("What to do instead", prohibition.bar.fix)
                SummaryRow("In force", prohibition.from.words)
                SummaryRow("Source", prohibition.source)
            }
        }
    }

    @HTMLBuilder private var conditions: HTML {
        h2("Conditions of data protection law", .id("conditions"))
        p(
            "Sharing needs a basis under Article 6 of the UK GDPR as well, and for some "
                + "information one of these conditions.")
        for layer in LawCondition.Layer.allCases {
            Table(
                layer.label, size: .small,
                columns: [
                    .text("Condition"), .text("What it asks for"), .text("Policy document"),
                    .text("Checked"),
                ]
            ) {
                for condition in law.conditions where condition.layer == layer {
                    Table.Row {
                        HTML(condition.citation)
                        HTML(condition.meaning)
                        HTML(condition.needsPolicyDocument ? "Needed" : "Not needed")
                        HTML(condition.isVerified ? "Yes" : "No")
                    }
                }
            }
        }
    }

    private var capacities: HTML {
        HTML {
            h2("What bodies are in law", .id("capacities"))
            p(
                "Many laws are only for certain bodies. A body of another kind may be one of these "
                    + "too; then somebody says so and where it is written.")
            Table(
                "Sorts of body, \(law.capacities.count) in all", size: .small,
                columns: [.text("Sort"), .text("Who"), .text("Source"), .text("Checked")]
            ) {
                for capacity in law.capacities {
                    Table.Row {
                        HTML(capacity.label)
                        HTML(capacity.meaning)
                        HTML(capacity.source)
                        HTML(capacity.isVerified ? "Yes" : "No")
                    }
                }
            }
        }
    }
}

extension Gateway {
    /// Whether it is in force on a day, in a word.
    func forceTag(on date: CalendarDate) -> StatusTag {
        if effect == .context { return StatusTag("Background", .grey) }
        if isInForce(on: date) { return StatusTag("In force", .green) }
        return switch from {
        case .unknown: StatusTag("Not known", .orange)
        case .on(let first) where first > date: StatusTag("Later", .blue)
        case .on, .longStanding: StatusTag("Ended", .grey)
        case .notCommenced: StatusTag("Not begun", .orange)
        }
    }
}

/// The catalogue for other programs, in the form of its data files.
private struct LawJSON: Encodable {
    let readOn: CalendarDate
    let gateways: [Gateway]
    let prohibitions: [Prohibition]
    let capacities: [Capacity]
    let conditions: [LawCondition]

    init(_ law: LawCatalogue, _ entries: [Gateway]) {
        readOn = law.readOn
        gateways = entries
        prohibitions = law.prohibitions
        capacities = law.capacities
        conditions = law.conditions
    }
}
