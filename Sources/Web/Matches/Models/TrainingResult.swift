import Decisions
import Exchange
import Governance
import Linkage
import Records

/// What training found: the starting point, the rounds, m and u, and what it did not meet.
struct TrainingResult: Part {
    let model: ModelVisit
    let training: MatchModel.Training
    let left: Receipt?
    let right: Receipt?

    private var trained: LinkageModel { model.version.model }

    var html: HTML {
        HTML {
            h2("What training found")
            facts
            rounds
            levels
            unmet
        }
    }

    private var facts: SummaryList {
        let prior = trained.probabilityTwoRandomRecordsMatch
        return SummaryList {
            SummaryRow("Left file", words(left))
            SummaryRow("Right file", words(right))
            SummaryRow(
                "Agreement",
                "\(model.names.name(training.agreement)), version \(training.version)")
            SummaryRow("Records", Numerals.grouped(training.records))
            SummaryRow("Pairs that may match at all", Numerals.grouped(training.pairs))
            SummaryRow(
                "Starting point",
                "\(RunPage.rarity(prior).capitalisedFirst) is about one person: "
                    + LinkageReport.bits(trained.priorMatchWeight))
            SummaryRow("Matches expected", CutOffWords.whole(training.expectedMatches))
            SummaryRow("People of one home", homes)
            SummaryRow("Seed", String(training.seed))
        }
    }

    /// Whether people of one home are told apart, and if not, why.
    private var homes: String {
        let found = model.version.homes
        guard let household = found.household else {
            return found.obstacle?.sentence ?? "People of one home are not told apart."
        }
        return
            "Told apart. Of one person’s pairs of records, "
            + "\(Frequency.percent(household.movedShare)) are taken to lie before and after a move."
    }

    private func words(_ load: Receipt?) -> String {
        guard let load else { return "Deleted since, as its agreement asks" }
        return "\(model.names.name(load.dataset)) of \(model.names.name(load.partner)), "
            + "\(ReportPage.rows(load.rowCount)), loaded \(load.loadedAt.londonWords)"
    }

    private var rounds: Table {
        Table(
            "Rounds of training",
            columns: [
                .text("Pairs that agree on"), .number("Pairs"), .number("About one person"),
                .number("Steps"), .text("Came to rest"), .text("Findings learned"),
            ], empty: "There was no round, so m was left as it was."
        ) {
            for session in training.sessions {
                Table.Row {
                    RuleWords(model.names).words(label: session.rule)
                    session.pairs
                    Frequency.percent(session.lambda)
                    session.iterations
                    session.hasConverged ? "Yes" : "No, it ran out of steps"
                    session.comparisons.map(model.label).joined(separator: ", ")
                }
            }
        }
    }

    @HTMLBuilder private var levels: HTML {
        Table(
            "How often each finding occurs", size: .medium,
            columns: [
                .text("What is compared"), .text("Finding"),
                .number("Records about one person (m)"), .number("Records about two (u)"),
                .number("Adds"),
            ]
        ) {
            for level in trained.levelParameters {
                Table.Row {
                    model.label(level.comparison)
                    level.label
                    RunPage.share(level.mProbability)
                    RunPage.share(level.uProbability)
                    LinkageReport.bits(level.matchWeight)
                }
            }
        }
        p {
            "A finding that is more frequent in records about one person adds evidence. One bit "
            "doubles the odds. "
            a("What a match weight is", to: "/glossary#letter-m")
        }
    }

    @HTMLBuilder private var unmet: HTML {
        h2("What training did not meet")
        if training.untrainedLevels.isEmpty, training.emptyRules.isEmpty,
            training.absentColumns.isEmpty
        {
            p("Nothing: every finding, round and field was met.")
        } else {
            list(
                "These findings occurred too seldom to be valued. They count nothing:",
                training.untrainedLevels.map { LinkageReport.readable($0) })
            list(
                "These rounds made no pair and were passed over:",
                training.emptyRules.map { RuleWords(model.names).words(label: $0) })
            list(
                "Neither file has these fields, or the agreement does not allow them. They count "
                    + "as missing:", training.absentColumns.map(model.label))
        }
    }

    @HTMLBuilder private func list(_ words: String, _ items: [String]) -> HTML {
        if !items.isEmpty {
            p(words)
            bullets(items)
        }
    }
}
