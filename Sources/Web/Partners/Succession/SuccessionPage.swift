import Decisions
import Exchange
import Governance
import Records

/// A succession: every agreement with its successors and signatories, and the posts to fill.
struct SuccessionPage {
    private struct Line: Encodable {
        let agreement: String
        let title: String
        let version: Int
        let leaving: [String]
        let successors: [String]
        let lead: String
        let signatories: [String]
        let step: String
    }

    private struct Post: Encodable {
        let body: String
        let post: String
        let open: [String]
    }

    private struct Record: Encodable {
        let code: String
        let stage: String
        let ends: [String]
        let takesOver: [String]
        let vesting: String
        let authority: String
        let withoutCharter: [String]
        let agreements: [Line]
        let posts: [Post]
    }

    let visit: Visit
    let person: Practitioner
    let plan: SuccessionPlan
    let names: Names

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        plan = try await visit.store.succession(visit.code("id"), seenBy: person)
        names = try await visit.store.names()
    }

    private var one: Succession { plan.succession }
    private var address: String { "/successions/\(one.id)" }
    private var mayArrange: Bool { person.may(.changeStanding) }
    private var today: CalendarDate { visit.store.today }

    func reply(_ ending: String) throws -> Reply {
        switch ending {
        case ".csv": csv
        case ".json": try .json(record)
        default: .page(shell)
        }
    }

    private func list(_ bodies: some Collection<Partner.ID>) -> String {
        AgreementWords.joined(words(bodies))
    }

    private func words(_ bodies: some Collection<Partner.ID>) -> [String] {
        bodies.map { names.name($0) }.sorted()
    }

    private var record: Record {
        Record(
            code: one.id.rawValue, stage: one.stage.rawValue, ends: words(one.from),
            takesOver: words(one.to), vesting: one.vesting.description, authority: one.authority,
            withoutCharter: words(plan.withoutCharter),
            agreements: plan.lines.map {
                Line(
                    agreement: $0.agreement.rawValue, title: $0.title, version: $0.version,
                    leaving: words($0.leaving), successors: words($0.successors),
                    lead: names.name($0.lead), signatories: words($0.signatories),
                    step: $0.step.rawValue)
            },
            posts: plan.posts.map {
                Post(body: names.name($0.body), post: $0.post, open: words($0.open))
            })
    }

    private var csv: Reply {
        var writer = CSVWriter(headings: [
            "Agreement", "Title", "Version", "Bodies that end", "Bodies that take over", "Lead",
            "Still to sign", "Next step",
        ])
        for line in plan.lines {
            writer.append([
                line.agreement.rawValue, line.title, "\(line.version)",
                words(line.leaving).joined(separator: "; "),
                words(line.successors).joined(separator: "; "), names.name(line.lead),
                words(line.signatories).joined(separator: "; "), line.step.label,
            ])
        }
        return .download(
            writer.bytes, name: "\(one.id).csv", type: "text/csv; charset=utf-8")
    }

    private var shell: PageShell {
        visit.page(
            "Merger or split", current: "/partners", way: .back("/successions"), notice: notice
        ) {
            h1("\(list(one.from)) to \(list(one.to))", caption: "Merger or split")
            facts
            actions
            agreements
            posts
            h2("Take a copy")
            plainList {
                DownloadLink("Agreements of this plan", to: "\(address).csv", format: "CSV")
                DownloadLink("The whole plan", to: "\(address).json", format: "JSON")
            }
        }
    }

    private var notice: NotificationBanner? {
        if visit.query.has("drafted") {
            let count = Int(visit.query["drafted"]) ?? 0
            return NotificationBanner(
                .success,
                HTML(
                    count == 1
                        ? "One version was drafted. Its lead sends it for approval."
                        : "\(count) versions were drafted. Their leads send them for approval."))
        }
        if visit.query.has("done"), one.stage == .vested {
            return NotificationBanner(.success, "The bodies that end have left the partnership.")
        }
        return nil
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("Standing", one.stage.label)
            SummaryRow("First day of the new bodies", one.vesting.words)
            SummaryRow("By", one.authority)
            SummaryRow(
                "Charter",
                plan.withoutCharter.isEmpty
                    ? "Signed by everybody who takes over"
                    : "Not signed yet by \(list(plan.withoutCharter))")
        }
    }

    @HTMLBuilder private var actions: HTML {
        if mayArrange, one.stage != .withdrawn {
            if plan.lines.contains(where: { $0.step == .amend }) {
                PostForm("\(address)/drafts", csrf: visit.csrf) {
                    p(
                        "Weft can draft the next version of each agreement with the new bodies. "
                            + "What is signed stays in force until the first day.")
                    Button("Draft the versions")
                }
            }
            if one.stage == .planned {
                if today >= one.vesting {
                    LinkButton("Carry it out", to: "\(address)/day", .warning)
                }
                PostForm("\(address)/withdrawal", csrf: visit.csrf) {
                    Button("Give this plan up", .secondary)
                }
            }
        }
    }

    private var agreements: Table {
        Table(
            "Agreements: \(plan.lines.count)",
            columns: [
                .text("Agreement"), .text("Takes over"), .text("Still to sign"), .text("Next step"),
            ], empty: "No agreement names a body that ends."
        ) {
            for line in plan.lines {
                Table.Row {
                    title(line)
                    list(line.successors)
                    line.signatories.isEmpty ? "Nobody" : list(line.signatories)
                    line.step.label
                }
            }
        }
    }

    /// A link for people whose body is a party; others see the title alone.
    private func title(_ line: SuccessionLine) -> HTML {
        let isParty = line.leaving.union(line.signatories).contains(person.partner)
        let words = "\(line.title) (\(line.agreement), version \(line.version))"
        return isParty ? a(words, to: "/agreements/\(line.agreement)/versions").html : HTML(words)
    }

    private var posts: Table {
        Table(
            "Posts of the bodies that end: \(plan.posts.count)",
            columns: [.text("Body that ends"), .text("Post"), .text("Nobody yet at")],
            empty: "Nobody at these bodies has an account."
        ) {
            for post in plan.posts {
                Table.Row {
                    names.name(post.body)
                    post.post
                    post.open.isEmpty ? "Filled" : list(post.open)
                }
            }
        }
    }

    /// The page that stops the reader before the bodies end.
    var interruption: Reply {
        get throws {
            try visit.store.require(.changeStanding, of: person)
            let shell = visit.page(
                "You are about to end bodies", current: "/partners", way: .back(address)
            ) {
                InterruptionPanel("You are about to end \(list(one.from))") {
                    p(
                        "They leave the partnership at once: nothing more is shared with them. "
                            + "What they signed and loaded stays on record. This cannot be undone.")
                    let open = plan.lines.count { $0.step == .amend || $0.step == .sign }
                    if open > 0 {
                        p(
                            "\(open) agreements are not signed by everybody yet. Under these, the "
                                + "new bodies can share nothing until they are.")
                    }
                    PostForm("\(address)/day", csrf: visit.csrf) {
                        buttonGroup {
                            Button("Carry it out now")
                            a("Go back", to: address)
                        }
                    }
                }
            }
            return .page(shell)
        }
    }
}
