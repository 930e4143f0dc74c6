import Casework
import Decisions
import Exchange
import Governance
import Linkage
import Records

/// What a comparison of two loads found, in words and numbers.
struct RunPage {
    private struct Question: Encodable {
        let question: String
        let pairs: Int
        let yearlyPence: Int
    }

    private struct Rule: Encodable {
        let rule: String
        let pairs: Int
    }

    private struct Body: Encodable {
        let match: RunListPage.Line
        let rules: [Rule]
        let questions: [Question]
        let homes: Homes
        let cutOff: RunCutOffWords.Body
    }

    /// Whether people of one home were told apart; nil where it was not recorded.
    private struct Homes: Encodable {
        let areToldApart: Bool?
        let reason: String?
        let sentence: String?
    }

    let visit: Visit
    let person: Practitioner
    let run: MatchRun
    let progress: ReviewProgress
    let summary: RunSummary
    let left: Receipt
    let right: Receipt
    let names: Names

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.matchReader()
        run = try await visit.store.run(visit.code("run"), seenBy: person)
        progress = try await visit.store.progress(of: run.id, seenBy: person)
        summary = try await visit.store.summary(of: run.id, seenBy: person)
        left = try await visit.store.load(run.left, seenBy: person)
        right = try await visit.store.load(run.right, seenBy: person)
        names = try await visit.store.names()
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(body) : .page(shell) }
    }

    private var shell: PageShell {
        visit.page(
            "Match", current: "/matches",
            way: .breadcrumbs([NavigationItem("Matches", to: "/matches")])
        ) {
            h1(headline, caption: "Match of \(run.startedAt.londonWords)")
            if person.may(.reviewMatch) {
                LinkButton("Review these pairs", to: "/matches/\(run.id)/queue")
            }
            inWords
            facts
            questionTable
            rules
            model
        }
    }

    private var headline: String {
        switch run.questionCount {
        case 0: "No pair raises a question"
        case 1: "1 pair raises a question"
        default: "\(Numerals.grouped(run.questionCount)) pairs raise a question"
        }
    }

    @HTMLBuilder private var inWords: HTML {
        p(
            "\(Numerals.grouped(run.leftCount)) council tax accounts were compared with "
                + "\(Numerals.grouped(run.rightCount)) entries of the electoral register. "
                + "\(Numerals.grouped(run.pairCount)) pairs \(cutOff.kept). "
                + "\(Numerals.grouped(run.questionCount)) of them raise a question about "
                + "a discount, worth \(Pence(summary.yearlyPence)) a year if every answer were "
                + "that it no longer fits.")
        Inset(
            "A match is a question, never a verdict. Many have ordinary explanations. "
                + "Nothing changes for anybody before a named person has decided.")
    }

    private var cutOff: RunCutOffWords { RunCutOffWords(run) }

    private var modelWords: String {
        run.modelNumber.map { "Version \($0), signed off for this purpose" }
            ?? "The model of people, trained on these two files"
    }

    /// Whether people of one home were told apart, and if not, why.
    private var homes: String {
        switch run.areHomesToldApart {
        case true?: "Told apart: what they share does not pass for one person"
        case false?:
            run.homeObstacle?.sentence ?? "People of one home are not told apart."
        case nil: "Not known: the match was made before this was recorded"
        }
    }

    @HTMLBuilder private var modelLink: HTML {
        if let id = run.matchModel, person.may(.buildMatchModel) || person.may(.signMatchModel) {
            a(modelWords, to: "/matches/models/\(id)")
        } else {
            modelWords
        }
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("Accounts") { load(left) }
            SummaryRow("Register") { load(right) }
            SummaryRow("Agreement") {
                a(
                    names.agreements[run.agreement] ?? run.agreement.rawValue,
                    to: "/agreements/\(run.agreement)")
                " (\(run.agreement), version \(run.version))"
            }
            SummaryRow("Match model") { modelLink }
            SummaryRow("Cut-off", cutOff.sentence)
            SummaryRow("People of one home", homes)
            SummaryRow("Questions decided", Numerals.grouped(progress.decided))
            SummaryRow("Questions somebody is not sure of", Numerals.grouped(progress.notSure))
            SummaryRow("Questions still open, value a year", Pence(progress.openPence).description)
            SummaryRow("Entry in the log") { entry }
        }
    }

    private func load(_ receipt: Receipt) -> HTML {
        HTML {
            a("Load \(receipt.id)", to: "/uploads/\(receipt.id)")
            ", \(names.name(receipt.partner)), \(ReportPage.rows(receipt.rowCount))"
        }
    }

    @HTMLBuilder private var entry: HTML {
        if person.may(.readLog) {
            a("Entry \(run.entry)", to: "/log/\(run.entry)")
        } else {
            "Entry \(run.entry)"
        }
    }

    private var questionTable: Table {
        Table(
            "Questions that the pairs raise",
            columns: [.text("What the records show"), .number("Pairs"), .number("Value a year")],
            empty: "No pair raises a question."
        ) {
            for question in summary.questions {
                Table.Row {
                    question.question.sentence
                    question.pairs
                    Pence(question.yearlyPence).description
                }
            }
        }
    }

    @HTMLBuilder private var rules: HTML {
        h2("How the pairs were found")
        p(
            "Comparing every record with every other would be "
                + "\(Numerals.grouped(run.leftCount * run.rightCount)) pairs. Only pairs that "
                + "agree on one of these were compared. A pair may be found by several.")
        if !run.rules.isEmpty {
            BarChart(
                id: "rules", "Pairs that each rule finds",
                measure: "Number of pairs, before any was compared"
            ) {
                for rule in run.rules { BarChart.Bar(Self.words(rule.rule), count: rule.pairs) }
            }
        }
    }

    @HTMLBuilder private var model: HTML {
        h2(
            run.modelNumber == nil
                ? "What the model learned from the two files"
                : "What the model learned before it was signed off")
        p {
            "It starts from how rarely two records picked by chance are about one person: "
            "\(Self.rarity(run.prior)). Each likeness then adds evidence, and each difference "
            "takes some away. The model knows no names. It counts how often a finding occurs. "
            a("What a match weight is", to: "/glossary#letter-m")
        }
        Table(
            "How often each finding occurs",
            columns: [
                .text("What is compared"), .text("Finding"), .number("Records about one person"),
                .number("Records about two people"),
            ]
        ) {
            for level in summary.levels {
                Table.Row {
                    Self.words(level.comparison).capitalisedFirst
                    level.label
                    Self.share(level.shareOfSame)
                    Self.share(level.shareOfDifferent)
                }
            }
        }
    }

    private var body: Body {
        Body(
            match: RunListPage.Line(run, progress),
            rules: run.rules.map { Rule(rule: $0.rule, pairs: $0.pairs) },
            questions: summary.questions.map {
                Question(
                    question: $0.question.code, pairs: $0.pairs, yearlyPence: $0.yearlyPence)
            },
            homes: Homes(
                areToldApart: run.areHomesToldApart, reason: run.homeObstacle?.code,
                sentence: run.homeObstacle?.sentence),
            cutOff: cutOff.body)
    }

    /// A rule such as `same surname and first 1 of forename` in short words without codes.
    static func words(_ rule: String) -> String {
        var words = rule.hasPrefix("same ") ? String(rule.dropFirst(5)) : rule
        for (code, word) in [
            ("year of date-of-birth", "year of birth"), ("date-of-birth", "date of birth"),
            ("date_of_birth", "date of birth"), ("middle-names", "middle names"),
            ("uprn", "property number"), ("first 1 of forename", "initial"),
            ("sound of surname", "surname by sound"), ("sector of postcode", "postcode sector"),
            ("district of postcode", "postcode district"), (" and ", ", "),
        ] {
            words = words.replacing(code, with: word)
        }
        return words.capitalisedFirst
    }

    /// A share of 0 to 1 as people read it.
    static func share(_ share: Double?) -> String {
        guard let share, share.isFinite else { return "Not seen" }
        switch share {
        case ..<0.0001: return "Fewer than 1 in 10,000"
        case ..<0.01: return "1 in \(Numerals.grouped(Int((1 / share).rounded())))"
        default: return "\(Int((share * 100).rounded())) in 100"
        }
    }

    /// How rarely two records are about one person, in words.
    static func rarity(_ prior: Double) -> String {
        // A model of no likely match at all has no whole number to show.
        prior > 1e-15
            ? "about 1 pair in \(Numerals.grouped(Int((1 / prior).rounded())))" : "next to never"
    }
}
