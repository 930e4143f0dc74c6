import Casework
import Exchange
import Governance
import Records

/// What waits for analysts and practitioners: files, runs, the review queue and cases.
struct DataWork: Part {
    private let person: Practitioner
    private let loads: Int
    private let runs: [(run: MatchRun, progress: ReviewProgress)]
    private let openCases: Int

    init(_ store: Store, _ person: Practitioner) async throws {
        self.person = person
        loads = person.may(.loadData) ? try await store.loads(seenBy: person).count : 0
        var found: [(run: MatchRun, progress: ReviewProgress)] = []
        if person.may(.runMatch) || person.may(.reviewMatch) {
            for run in try await store.runs(seenBy: person).prefix(5) {
                found.append((run, try await store.progress(of: run.id, seenBy: person)))
            }
        }
        runs = found
        openCases =
            person.may(.workCase)
            ? try await store.cases(seenBy: person)
                .count { $0.stage != Workflow.councilTax.closed } : 0
    }

    var html: HTML {
        HTML {
            if person.may(.loadData) { files }
            if person.may(.runMatch) || person.may(.reviewMatch) { matches }
            if person.may(.workCase) { cases }
        }
    }

    @HTMLBuilder private var files: HTML {
        h2("Files")
        p(
            loads == 0
                ? "No file is loaded yet."
                : "\(Numerals.grouped(loads)) file\(loads == 1 ? " is" : "s are") loaded.")
        buttonGroup {
            LinkButton("Load a file", to: "/uploads/new")
            a("See the files", to: "/uploads")
        }
    }

    @HTMLBuilder private var matches: HTML {
        Table(
            "Matches to review",
            columns: [
                .text("Run"), .number("Questions"), .number("Decided"), .number("Not sure"),
                .number("Open yearly value"),
            ], empty: "None recorded. An analyst compares two loaded files first."
        ) {
            for (run, progress) in runs {
                Table.Row {
                    a(to: "/matches/\(run.id)") { run.startedAt.londonTime }
                    progress.questions
                    progress.decided
                    progress.notSure
                    Pence(progress.openPence).description
                }
            }
        }
        p {
            a("Go to the matches", to: "/matches")
            if person.may(.runMatch) {
                " or "
                a("compare two files", to: "/matches/new")
            }
        }
    }

    @HTMLBuilder private var cases: HTML {
        h2("Cases")
        p(
            openCases == 0
                ? "No case is open."
                : "\(Numerals.grouped(openCases)) case\(openCases == 1 ? " is" : "s are") open.")
        p { a("Go to the cases", to: "/cases") }
    }
}
