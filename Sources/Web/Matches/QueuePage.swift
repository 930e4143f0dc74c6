import Casework
import Decisions
import Exchange
import Governance
import Records

/// The pairs of a run that wait for a person, the most valuable first.
struct QueuePage {
    static let size = 25

    let visit: Visit
    let run: MatchRun
    let filter: QueueFilter
    let page: Int
    let items: [QueueItem]
    let total: Int
    let progress: ReviewProgress
    let agreement: String
    let saved: ReviewNotice?

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        let id: MatchRun.ID = try visit.code("run")
        filter = QueueFilter(rawValue: visit.query["show"]) ?? .open
        page = max(1, Int(visit.query["page"]) ?? 1)
        (items, total) = try await visit.store.queue(
            of: id, filter, page: page, size: Self.size, seenBy: person)
        run = try await visit.store.run(id, seenBy: person)
        progress = try await visit.store.progress(of: id, seenBy: person)
        agreement = try await visit.store.names().name(run.agreement)
        saved = try await ReviewNotice.saved(visit)
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(QueueJSON(self)) : .page(shell) }
    }

    var pages: Int { max(1, (total + Self.size - 1) / Self.size) }

    private var isFinished: Bool { saved != nil && open == 0 }

    private var open: Int { progress.questions - progress.decided - progress.notSure }

    private var secondLook: String {
        progress.notSure == 1
            ? "1 pair waits for a second look"
            : "\(Numerals.grouped(progress.notSure)) pairs wait for a second look"
    }

    private var shell: PageShell {
        visit.page(
            pages > 1 ? "Pairs to review, page \(page) of \(pages)" : "Pairs to review",
            current: "/matches", way: .back("/matches/\(run.id)"), notice: saved?.banner
        ) {
            if isFinished { finished } else { h1("Pairs to review", caption: agreement) }
            howFar
            Tabs(
                "Which pairs to show",
                QueueFilter.allCases.map { NavigationItem($0.words, to: address($0)) },
                current: address(filter))
            if items.isEmpty { EmptyState(filter.words, filter.emptyWords) } else { table }
            Pagination(current: page, of: pages) { [run, filter] number in
                "/matches/\(run.id)/queue?show=\(filter.rawValue)&page=\(number)"
            }
        }
    }

    private var finished: HTML {
        Panel("You have decided every open question") {
            progress.notSure == 0
                ? "Nothing is left to decide in this run."
                : "\(secondLook)."
        }.html
    }

    @HTMLBuilder private var howFar: HTML {
        p {
            strong(
                "\(Numerals.grouped(progress.decided)) of "
                    + "\(Numerals.grouped(progress.questions)) questions decided.")
            if progress.notSure > 0 {
                " \(secondLook)."
            }
            " The open ones are worth \(Pence(progress.openPence)) a year, "
            "if every one of them led to a change. Many do not."
        }
        element(
            "progress", .class("weft-progress__bar"), .value(String(progress.decided)),
            Attribute("max", String(max(1, progress.questions))),
            .aria("label", "Questions decided"))
        Inset("A match is a question, never a verdict. Nothing is decided until you decide.")
    }

    private var table: Table {
        let first = (page - 1) * Self.size + 1
        return Table(
            "\(filter.words): \(Numerals.grouped(total)) "
                + (total == 1 ? "pair" : "pairs, most valuable first"),
            columns: [
                .text("Question"), .text("Strength of the match"), .number("Value in a year"),
                .text("Decision"),
            ]
        ) {
            for (index, item) in items.enumerated() {
                Table.Row {
                    a(
                        item.pair.shortWords, hidden: "(line \(first + index))",
                        to: "/pairs/\(item.id)")
                    item.pair.strength.tag
                    item.pair.question == nil ? "None" : Pence(item.pair.yearlyPence).description
                    item.verdict?.tag ?? StatusTag("Open")
                }
            }
        }
    }

    private func address(_ filter: QueueFilter) -> String {
        "/matches/\(run.id)/queue?show=\(filter.rawValue)"
    }
}

extension QueueFilter {
    fileprivate var words: String {
        switch self {
        case .open: "Open questions"
        case .notSure: "Second look"
        case .decided: "Decided"
        case .all: "All pairs"
        }
    }

    fileprivate var emptyWords: String {
        switch self {
        case .open: "None left: every question of this run is decided or waits for a second look."
        case .notSure: "None recorded: nobody has asked for a second look."
        case .decided: "None recorded: nothing is decided yet."
        case .all: "None recorded: the run kept no pair."
        }
    }
}

/// A page of the queue for other programs; codes and numbers only.
private struct QueueJSON: Encodable {
    struct Item: Encodable {
        let id: String
        let question: String?
        let strength: String
        let yearlyPence: Int
        let decision: String?
    }

    let run: String
    let show: String
    let page: Int
    let pages: Int
    let total: Int
    let questions: Int
    let decided: Int
    let notSure: Int
    let openPence: Int
    let pairs: [Item]

    init(_ queue: QueuePage) {
        run = queue.run.id.rawValue
        show = queue.filter.rawValue
        page = queue.page
        pages = queue.pages
        total = queue.total
        questions = queue.progress.questions
        decided = queue.progress.decided
        notSure = queue.progress.notSure
        openPence = queue.progress.openPence
        pairs = queue.items.map {
            Item(
                id: $0.id.rawValue, question: $0.pair.question?.code,
                strength: $0.pair.strength.rawValue, yearlyPence: $0.pair.yearlyPence,
                decision: $0.verdict?.rawValue)
        }
    }
}
