import Decisions
import Exchange
import Governance
import Records

/// The task list of a draft.
struct DraftPage {
    let draft: Draft

    private var terms: SharingAgreement.Terms { draft.terms }
    private var id: SharingAgreement.ID { draft.agreement.id }

    var shell: PageShell {
        draft.visit.page(
            "Draft agreement", current: "/agreements",
            way: .breadcrumbs([NavigationItem("Agreements", to: "/agreements")]), notice: notice
        ) {
            h1(
                terms.title.isEmpty ? "Agreement without a title" : terms.title,
                caption: "Draft \(id)")
            IdentityBar(id.rawValue) {
                SharingAgreement.Standing.draft.tag
                span("Version \(draft.agreement.version)")
            }
            amends
            refusals
            p(
                "\(completed) of \(parts.count) parts are complete. "
                    + "\(draft.agreement.version == 1 ? "The template" : "The signed text") "
                    + "has filled them in: "
                    + "read them, change what does not fit, then send the draft.")
            parts(titled: "The words", [.summary, .purpose, .parties])
            h2("Data flows")
            flows
            p { a("Add a data flow", to: "\(draft.address)/flows/new") }
            parts(titled: "Law and time", [.law, .dates])
            LinkButton("Check and send for approval", to: "\(draft.address)/send")
            p { a("Discard this draft", to: discard) }
        }
    }

    private var discard: String {
        draft.agreement.version == 1 ? "\(draft.address)/stop" : "\(draft.home)/discard"
    }

    private var parts: [DraftPart] { DraftPart.all(of: terms) }
    /// For a draft that would replace a signed text: what happens to that one.
    @HTMLBuilder private var amends: HTML {
        if draft.agreement.version > 1 {
            Inset(
                "The text that was signed before stays in force until every party has approved "
                    + "this one. All of them approve again.")
            p { a("Every version of this agreement", to: "\(draft.address)/versions") }
        }
    }

    private var completed: Int { parts.count { $0.faults(in: terms).isEmpty } }

    @HTMLBuilder private func parts(titled title: String, _ group: [DraftPart]) -> HTML {
        h2(title)
        TaskList(id: group.first?.code ?? "part") {
            for part in group { item(part, part.title, hint: hint(of: part)) }
        }
    }

    @HTMLBuilder private var flows: HTML {
        if terms.flows.isEmpty {
            p("None recorded. Say which data goes from whom to whom.")
        } else {
            TaskList(id: "flow") {
                for (index, flow) in terms.flows.enumerated() {
                    item(
                        .flow(index + 1), "\(flow.clause) \(draft.words.names.name(flow.dataset))",
                        hint: hint(of: flow))
                }
            }
        }
    }

    private func item(_ part: DraftPart, _ title: String, hint: String?) -> TaskList.Item {
        TaskList.Item(
            title, to: part.address(in: id),
            part.faults(in: terms).isEmpty ? .completed : .incomplete, hint: hint)
    }

    private func hint(of part: DraftPart) -> String? {
        switch part {
        case .summary: terms.category
        case .purpose: draft.words.names.name(terms.purpose)
        case .parties: draft.words.list(terms.parties)
        case .law: terms.lawfulBasis.label
        case .dates:
            "\(terms.start.words) to \(terms.lastDay.words), review by \(terms.review.words)"
        case .flow: nil
        }
    }

    private func hint(of flow: DataFlow) -> String {
        let items = "\(flow.items.count) items"
        guard !flow.from.isEmpty, !flow.to.isEmpty else { return items }
        if flow.from == flow.to { return "\(items) between \(draft.words.list(flow.to))" }
        return "\(items) from \(draft.words.list(flow.from)) to \(draft.words.list(flow.to))"
    }

    private var notice: NotificationBanner? {
        guard draft.visit.query.has("saved") else { return nil }
        return NotificationBanner(.success, "The draft is saved.")
    }

    @HTMLBuilder private var refusals: HTML {
        for (party, reason) in draft.agreement.refusals.sorted(by: { $0.key < $1.key }) {
            Inset {
                p("\(draft.words.names.name(party)) refused this text: “\(reason)”")
                p("Change the draft to answer it; then send it again. Every party approves anew.")
            }
        }
    }
}
