import Casework
import Exchange
import Records

/// The cases of the person's body, open ones first.
struct CaseListPage {
    static let size = 50

    let visit: Visit
    let stage: Workflow.Stage?
    let page: Int
    let all: [CaseSummary]

    private static let workflow = Workflow.councilTax
    private static let stages: [Workflow.Stage] = [
        .opened, .checking, .asked, .decided, .closed,
    ]

    init(_ visit: Visit) async throws {
        self.visit = visit
        let wanted = visit.query["stage"]
        let stage = Self.stages.first { $0.rawValue == wanted }
        self.stage = stage
        all = try await visit.store.cases(seenBy: visit.person()).filter {
            stage == nil || $0.stage == stage
        }
        page = min(max(1, Int(visit.query["page"]) ?? 1), max(1, Self.pages(all.count)))
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(CaseListJSON(self)) : .page(shell) }
    }

    var shown: [CaseSummary] { Array(all.dropFirst((page - 1) * Self.size).prefix(Self.size)) }

    static func pages(_ count: Int) -> Int { (count + size - 1) / size }

    private var shell: PageShell {
        let pages = Self.pages(all.count)
        return visit.page(
            pages > 1 ? "Cases, page \(page) of \(pages)" : "Cases", current: "/cases"
        ) {
            h1("Cases", caption: Self.workflow.title)
            p("A case opens when a named person confirms a match that raises a question.")
            GetForm("/cases") {
                Select(
                    "stage", "Stage",
                    [Choice("", "All stages")]
                        + Self.stages.map { Choice($0.rawValue, Self.workflow.label($0)) },
                    selected: stage?.rawValue)
                Button("Show", .secondary, guardsDoubleClick: false)
            }
            if shown.isEmpty { empty } else { table }
            Pagination(current: page, of: pages) { [stage] number in
                "/cases?stage=\(stage?.rawValue ?? "")&page=\(number)"
            }
        }
    }

    private var empty: EmptyState {
        guard let stage else { return EmptyState("Cases of your body") }
        return EmptyState("Cases of your body") {
            "0 cases at the stage “\(Self.workflow.label(stage))”. "
            a("Show all stages", to: "/cases")
        }
    }

    private var table: Table {
        let count = Numerals.grouped(all.count)
        return Table(
            all.count == 1 ? "1 case" : "\(count) cases, open ones first",
            columns: [
                .text("Reference"), .text("Question"), .text("Opened"),
                .number("Value in a year"), .text("Stage"),
            ]
        ) {
            for item in shown {
                Table.Row {
                    a(item.reference, to: "/cases/\(item.id)")
                    item.question?.shortWords ?? "None recorded"
                    item.openedAt.londonTime
                    Pence(item.yearlyPence).description
                    CaseWords.tag(item.stage)
                }
            }
        }
    }
}

/// The list of cases for other programs.
private struct CaseListJSON: Encodable {
    struct Item: Encodable {
        let id: String
        let reference: String
        let question: String?
        let stage: String
        let openedAt: String
        let yearlyPence: Int
    }

    let total: Int
    let page: Int
    let cases: [Item]

    init(_ list: CaseListPage) {
        total = list.all.count
        page = list.page
        cases = list.shown.map {
            Item(
                id: $0.id.rawValue, reference: $0.reference, question: $0.question?.code,
                stage: $0.stage.rawValue, openedAt: $0.openedAt.description,
                yearlyPence: $0.yearlyPence)
        }
    }
}
