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
    let twice: ReviewAgreement
    let target: ReviewTarget
    let colleagues: [Practitioner.ID: String]
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
        twice = try await visit.store.reviewAgreement(of: id, seenBy: person)
        target = ReviewTarget(
            matchedOn: Store.day(of: run.startedAt), today: visit.store.today,
            open: progress.questions - progress.decided)
        colleagues = try await visit.store.colleagues(of: person)
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
            current: "/matches", way: .back("/matches/\(run.id)"), notice: notice
        ) {
            if isFinished { finished } else { h1("Pairs to review", caption: agreement) }
            howFar
            targets
            taking
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

    private var notice: NotificationBanner? {
        if let taken = Int(visit.query["taken"]) {
            return NotificationBanner(
                .success,
                taken == 0
                    ? "No question is left that nobody has taken on."
                    : "You took on \(Self.questions(taken)). Others are led past them.")
        }
        if let released = Int(visit.query["released"]) {
            return NotificationBanner(.success, "You gave back \(Self.questions(released)).")
        }
        return SecondAnswers.banner(visit) ?? saved?.banner
    }

    private static func questions(_ count: Int) -> String {
        count == 1 ? "1 question" : "\(Numerals.grouped(count)) questions"
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

    @HTMLBuilder private var targets: HTML {
        p {
            "These questions are \(Self.days(target.age)) old. "
            if open + progress.notSure == 0 {
                "All are decided."
            } else if target.isPast {
                strong("The target of \(ReviewTarget.days) days passed on \(target.due.words).")
            } else {
                "The target is \(ReviewTarget.days) days, so by \(target.due.words). That takes "
                "\(Numerals.grouped(target.neededADay)) a day from today."
            }
        }
        if let words = SecondAnswers.words(twice) { p(words) }
    }

    private static func days(_ count: Int) -> String {
        count == 1 ? "1 day" : "\(Numerals.grouped(count)) days"
    }

    @HTMLBuilder private var taking: HTML {
        if filter == .open, open > 0 {
            PostForm("/matches/\(run.id)/take", csrf: visit.csrf) {
                Button("Take on the next \(Store.mostTaken)", .secondary)
            }
        }
        if filter == .mine, !items.isEmpty {
            PostForm("/matches/\(run.id)/release", csrf: visit.csrf) {
                Button("Give back what I took on", .secondary)
            }
        }
    }

    private func waiting(_ item: QueueItem) -> String {
        guard item.verdict == nil || item.verdict == .notSure else { return "–" }
        let since = item.unsureSince ?? run.startedAt
        return Self.days(
            max(0, visit.store.today.dayNumber - Store.day(of: since).dayNumber))
    }

    private func assigned(_ item: QueueItem) -> String {
        item.assignee.map { colleagues[$0] ?? $0.rawValue } ?? "Nobody"
    }

    private func decision(_ item: QueueItem) -> StatusTag {
        if item.awaitsSecond { return StatusTag("Second answer wanted", .yellow) }
        if item.reason == .expert { return StatusTag("For an expert", .yellow) }
        return item.verdict?.tag ?? StatusTag("Open")
    }

    private var table: Table {
        let first = (page - 1) * Self.size + 1
        return Table(
            "\(filter.words): \(Numerals.grouped(total)) "
                + (total == 1 ? "pair" : "pairs, most valuable first"),
            columns: [
                .text("Question"), .text("Strength of the match"), .number("Value in a year"),
                .text("Waiting"), .text("Taken on by"), .text("Decision"),
            ]
        ) {
            for (index, item) in items.enumerated() {
                Table.Row {
                    a(
                        item.pair.shortWords, hidden: "(line \(first + index))",
                        to: "/pairs/\(item.id)")
                    item.pair.strength.tag
                    item.pair.question == nil ? "None" : Pence(item.pair.yearlyPence).description
                    waiting(item)
                    assigned(item)
                    decision(item)
                }
            }
        }
    }

    private func address(_ filter: QueueFilter) -> String {
        "/matches/\(run.id)/queue?show=\(filter.rawValue)"
    }
}
