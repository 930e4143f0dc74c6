import Exchange
import Governance
import Records

/// One law of the catalogue, with every version of it.
struct LawEntryPage {
    let visit: Visit
    let entry: Gateway
    let versions: [Gateway]

    private var names: LawNames { visit.store.reference.lawNames }

    init(_ visit: Visit) throws {
        self.visit = visit
        let law = visit.store.reference.law
        let id: Gateway.ID = try visit.code("id")
        guard let entry = law.gateway(id, on: visit.store.today) else {
            throw Refusal(
                .notFound, "not-found", "There is no such law in the catalogue.",
                fix: "Choose one from the law catalogue.")
        }
        self.entry = entry
        versions = law.gateways.filter { $0.id == id }
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(["versions": versions]) : .page(shell) }
    }

    private var shell: PageShell {
        visit.page(entry.citation, way: .back("/law")) {
            h1(entry.citation, caption: "Law catalogue")
            p { entry.forceTag(on: visit.store.today) }
            if !entry.isVerified {
                WarningText(
                    "This entry was not checked against the statute itself. Read the statute "
                        + "before relying on it.")
            }
            facts
            h2("What it does not allow")
            p(entry.limits)
            bars
            list("What only a person can check", entry.checks)
            list("What must be on record", entry.evidence)
            if let refusing = entry.refusing {
                h2("If the holder does not share")
                p("The holder records: \(refusing.lowercasedFirst)")
            }
            if versions.count > 1 { history }
            p { a("Ask which law may fit", to: "/law/wizard") }
        }
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("What it allows", entry.meaning)
            SummaryRow("Effect", entry.effect.label)
            SummaryRow("Lets the holder disclose", disclosure)
            SummaryRow("Who may hold", anybody(entry.rules.holders))
            SummaryRow("Who may receive", anybody(entry.rules.receivers))
            SummaryRow("Between whom", reach)
            SummaryRow("Purposes", purposes)
            SummaryRow("Items", items)
            SummaryRow("Needs a request", entry.rules.needsRequest ? "Yes" : "No")
            SummaryRow("Needs the person’s agreement", entry.rules.needsAgreement ? "Yes" : "No")
            SummaryRow("In force", entry.from.words)
            SummaryRow("Last day", entry.until?.words, absent: "None known")
            SummaryRow("Where", entry.territory, absent: "Not stated")
            SummaryRow("Offence", entry.offence, absent: "None recorded")
            SummaryRow("Source", entry.source)
        }
    }

    private var disclosure: String {
        if entry.effect == .context || !entry.rules.grantsDisclosure {
            return "No: each body needs a power of its own"
        }
        return entry.rules.isLastResort ? "Yes, as a last resort" : "Yes"
    }

    private func anybody(_ capacities: Set<Capacity.ID>) -> String {
        capacities.isEmpty ? "Whoever has it, as far as this law goes" : names.oneOf(capacities)
    }

    private var reach: String {
        switch entry.rules.reach {
        case .between: "From one body to another"
        case .within: "Inside the body that holds it"
        case .either: "From one body to another, or inside one"
        }
    }

    private var purposes: String {
        let labels = entry.rules.purposes.map { names.name($0) }.sorted()
        return labels.isEmpty ? "Any" : AgreementWords.joined(labels)
    }

    private var items: String {
        entry.rules.items.map { names.list($0) } ?? "Not listed"
    }

    @HTMLBuilder private var bars: HTML {
        for bar in entry.rules.bars {
            p {
                strong(bar.sentence)
                " \(bar.fix)"
            }
        }
    }

    @HTMLBuilder private func list(_ title: String, _ lines: [String]) -> HTML {
        if !lines.isEmpty {
            h2(title)
            bullets(lines)
        }
    }

    private var history: HTML {
        HTML {
            Table(
                "Versions, \(versions.count) in all",
                columns: [.text("In force"), .text("Last day"), .text("What it allows")]
            ) {
                for version in versions {
                    Table.Row {
                        HTML(version.from.words)
                        HTML(version.until?.words ?? "None known")
                        HTML(version.meaning)
                    }
                }
            }
        }
    }
}
