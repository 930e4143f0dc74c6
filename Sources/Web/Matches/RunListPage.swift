import Decisions
import Exchange
import Governance
import Records

/// The runs of the person's body and how far their review has come.
struct RunListPage {
    struct Line: Encodable {
        let id: String
        let agreement: String
        let left: String
        let right: String
        let leftRecords: Int
        let rightRecords: Int
        let pairs: Int
        let questions: Int
        let decided: Int
        let notSure: Int
        let openYearlyPence: Int
        let startedAt: String
        let logEntry: Int
    }

    private struct Body: Encodable { let matches: [Line] }

    let visit: Visit
    let person: Practitioner
    let runs: [(run: MatchRun, progress: ReviewProgress)]
    let page: PageOfList<MatchRun>
    let names: Names

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.matchReader()
        self.person = person
        let all = try await visit.store.runs(seenBy: person)
        page = PageOfList(
            all, number: visit.query["page"], size: visit.wantsJSON ? max(1, all.count) : 25)
        var runs: [(run: MatchRun, progress: ReviewProgress)] = []
        for run in page.items {
            runs.append((run, try await visit.store.progress(of: run.id, seenBy: person)))
        }
        self.runs = runs
        names = try await visit.store.names()
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(Body(matches: runs.map { Line($0.run, $0.progress) }))
        }
    }

    private var shell: PageShell {
        visit.page(page.title("Matches"), current: "/matches") {
            h1("Matches")
            p(
                "Weft compares two loads and finds records that may be about the same person. "
                    + "A match is a question, never a verdict: a person decides.")
            if person.may(.runMatch) { LinkButton("New match", to: "/matches/new") }
            if person.may(.buildMatchModel) || person.may(.signMatchModel) {
                p { a("Match models: by what records are compared", to: "/matches/models") }
            }
            table
            Pagination(current: page.number, of: page.count) { "/matches?page=\($0)" }
            if !runs.isEmpty {
                plainList { DownloadLink("This list", to: "/matches.json", format: "JSON") }
            }
        }
    }

    private var table: Table {
        Table(
            "Matches so far",
            columns: [
                .text("Started"), .text("Agreement"), .number("Pairs kept"),
                .number("Questions"), .number("Decided"), .number("Not sure"),
                .number("Still open, a year"), .text("Review"),
            ],
            empty: person.may(.runMatch)
                ? "None recorded. Start with two loads under one agreement."
                : "None recorded. A data analyst of your body starts one."
        ) {
            for (run, progress) in runs {
                Table.Row {
                    a(run.startedAt.londonWords, to: "/matches/\(run.id)")
                    names.name(run.agreement)
                    run.pairCount
                    progress.questions
                    progress.decided
                    progress.notSure
                    Pence(progress.openPence).description
                    review(run, progress)
                }
            }
        }
    }

    private func review(_ run: MatchRun, _ progress: ReviewProgress) -> HTML {
        let isDone = progress.decided + progress.notSure >= progress.questions
        let state = isDone ? StatusTag("Reviewed", .green) : StatusTag("Under review", .blue)
        guard person.may(.reviewMatch) else { return state.html }
        return a(
            "Review", hidden: "the match of \(run.startedAt.londonWords)",
            to: "/matches/\(run.id)/queue")
    }
}

extension RunListPage.Line {
    init(_ run: MatchRun, _ progress: ReviewProgress) {
        self.init(
            id: run.id.rawValue, agreement: run.agreement.rawValue, left: run.left.rawValue,
            right: run.right.rawValue, leftRecords: run.leftCount, rightRecords: run.rightCount,
            pairs: run.pairCount, questions: progress.questions, decided: progress.decided,
            notSure: progress.notSure, openYearlyPence: progress.openPence,
            startedAt: run.startedAt.description, logEntry: run.entry)
    }
}

extension Visit {
    /// The signed-in person, who starts matches or reviews them.
    ///
    /// - Throws: `Refusal` when nobody is signed in or the role does not allow it.
    func matchReader() throws -> Practitioner {
        let person = try person()
        guard person.may(.runMatch) || person.may(.reviewMatch) else {
            throw Refusal(
                .notPermitted, "role", "Your role does not let you see matches.",
                fix: "Ask a colleague who is a data analyst or reviews matches.")
        }
        return person
    }
}
