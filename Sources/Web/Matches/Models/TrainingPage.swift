import Exchange
import Governance
import HTTPTypes
import Linkage
import Records

/// Training: the files, how it is done, and what came out of it.
struct TrainingPage {
    let model: ModelVisit
    let files: FilePairChoice
    let left: Receipt?
    let right: Receipt?
    private(set) var errors = FormErrors()

    private var version: MatchModel { model.version }

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        let training = model.version.training
        let typed = visit.form[FilePairChoice.field]
        files = try await FilePairChoice(
            model, asked: typed.isEmpty ? training.map(FilePair.id) ?? "" : typed)
        let loads = try await visit.store.loads(seenBy: model.person)
        left = loads.first { $0.id == training?.left }
        right = loads.first { $0.id == training?.right }
        if let refusal { errors = FormErrors(refusal, at: FilePairChoice.field) }
    }

    /// Trains the version and leads back to it.
    static func train(_ visit: Visit) async throws -> Reply {
        var page = try await TrainingPage(visit)
        try visit.store.require(.buildMatchModel, of: page.model.person)
        guard let pair = page.files.chosen else {
            page.errors.add(FilePairChoice.field, "Choose two files from the list")
            return .page(page.shell, status: .unprocessableContent)
        }
        let model = page.model
        return try await visit.answering {
            _ = try await visit.store.trainModel(
                model.version.id, on: pair.left.id, with: pair.right.id, seen: model.seen,
                by: model.person)
            return .seeOther("\(model.path)?done=trained")
        } orAgain: {
            try await TrainingPage(visit, $0).shell
        }
    }

    var shell: PageShell {
        model.page("Train the model", hasErrors: !errors.isEmpty) {
            ErrorSummary(errors)
            h1("Train the model", caption: model.caption)
            model.standing
            p(
                "Training reads two files and learns two things of every finding: how often it "
                    + "occurs in records about one person, and how often in records about two. "
                    + "Nobody has to label a pair, and no decision about anybody is made.")
            plan
            if model.mayEdit { form }
            if let training = version.training {
                TrainingResult(model: model, training: training, left: left, right: right)
            } else {
                EmptyState("What training found", "Not trained yet.")
            }
        }
    }

    @HTMLBuilder private var plan: HTML {
        h2("How it is trained")
        SummaryList {
            SummaryRow("Starting point", prior, change("starting-point"))
            SummaryRow("Rounds", change("rounds")) {
                if version.model.training.emRules.isEmpty {
                    "None. How often records about one person have a finding stays as it is."
                } else {
                    bullets(version.model.training.emRules.map { RuleWords(model.names).words($0) })
                }
            }
            SummaryRow("Seed", "2014. The same files and seed give the same model.")
        }
    }

    private func change(_ page: String) -> SummaryRow.Action {
        SummaryRow.Action(model.mayEdit ? "Change" : "Look at", to: "\(model.path)/\(page)")
    }

    private var prior: String {
        switch version.model.training.prior {
        case .fixed:
            "Fixed: \(RunPage.rarity(version.model.probabilityTwoRandomRecordsMatch)) of all "
                + "is about one person."
        case .deterministic(let rules, let recall):
            "Counted by \(LinkageReport.count(rules.count, "strict rule", "strict rules")) that "
                + "find about \(Frequency.percent(recall)) of all matches."
        case .expectationMaximisation: "Learned from the pairs that the blocking rules make."
        }
    }

    @HTMLBuilder private var form: HTML {
        if files.pairs.isEmpty {
            files.none
        } else {
            model.form("\(model.path)/training") {
                files.radios("Files to learn from", error: errors[FilePairChoice.field])
                if version.training != nil {
                    WarningText(
                        "Training again replaces what was learned, and the cut-off is chosen anew.")
                }
                Button(version.training == nil ? "Train" : "Train again")
            }
            p(
                "The agreement of the files is asked again, and both bodies find the training in "
                    + "their log. It takes a few seconds for 20,000 records.")
        }
    }
}
