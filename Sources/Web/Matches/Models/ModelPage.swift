import Decisions
import Exchange
import Governance
import Linkage
import Records

/// One version of a match model as a list of tasks, from its fields to its sign-off.
struct ModelPage {
    private struct Body: Encodable {
        struct Level: Encodable {
            let comparison: String
            let level: String
            let m: Double?
            let u: Double?
            let weightBits: Double
            /// Whether m was fixed by hand, so that training leaves it alone.
            let isMFixed: Bool
            /// Whether u was fixed by hand.
            let isUFixed: Bool
        }

        let model: ModelListPage.Line
        let notes: String
        let prior: Double
        let levels: [Level]
    }

    let model: ModelVisit
    /// Other versions for the same purpose that were trained, newest first.
    let others: [MatchModel]

    private var version: MatchModel { model.version }

    init(_ visit: Visit) async throws {
        let model = try await ModelVisit(visit)
        self.model = model
        others = try await visit.store.models(seenBy: model.person).filter {
            $0.purpose == model.version.purpose && $0.id != model.version.id
                && $0.training != nil
        }
    }

    var reply: Reply {
        get throws { model.visit.wantsJSON ? try .json(body) : .page(shell) }
    }

    private var body: Body {
        Body(
            model: ModelListPage.Line(version), notes: version.notes,
            prior: version.model.probabilityTwoRandomRecordsMatch,
            levels: version.model.levelParameters.map { level in
                let kept = version.model.comparisons
                    .first { $0.outputColumnName == level.comparison }?
                    .comparisonLevels.first { $0.labelForCharts == level.label }
                return Body.Level(
                    comparison: level.comparison, level: level.label, m: level.mProbability,
                    u: level.uProbability, weightBits: level.matchWeight,
                    isMFixed: kept?.fixMProbability ?? false,
                    isUFixed: kept?.fixUProbability ?? false)
            })
    }

    private var shell: PageShell {
        model.visit.page(
            "Match model", current: model.person.modelNavigation,
            way: .breadcrumbs([NavigationItem("Match models", to: "/matches/models")]),
            notice: notice
        ) {
            h1("Match model, version \(version.number)", caption: model.names.name(version.purpose))
            facts
            h2("What this version does")
            TaskList { tasks }
            further
        }
    }

    /// Word of what was done on the page before.
    private var notice: NotificationBanner? {
        switch model.visit.query["done"] {
        case "notes": NotificationBanner(.success, HTML("The notes are saved."))
        case "trained" where version.training != nil:
            NotificationBanner(.success, HTML("The model is trained. Look at what it learned."))
        case "signed" where version.state == .signedOff:
            NotificationBanner(
                .success, HTML("This version is signed off. New matches use it from now on."))
        default: nil
        }
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("State") {
                version.state.tag
                " "
                version.state.words
            }
            SummaryRow("Started from", origin)
            SummaryRow(
                "Drafted", "\(model.name(version.createdBy)), \(version.createdAt.londonWords)")
            SummaryRow("Built by", builders)
            notes
            if let training = version.training {
                SummaryRow(
                    "Trained", "\(model.name(training.by)), \(training.at.londonWords)")
                SummaryRow("Cut-off", CutOffWords.odds(version.thresholdBits))
            }
            if let signOff = version.signOff {
                SummaryRow("Signed off", "\(model.name(signOff.by)), \(signOff.at.londonWords)")
                SummaryRow("Statement", signOff.statement)
            }
        }
    }

    private var notes: SummaryRow {
        guard model.mayEdit else {
            return SummaryRow("Notes", version.notes, absent: "None recorded.")
        }
        return SummaryRow(
            "Notes", version.notes, absent: "None recorded.", .change("\(model.path)/notes"))
    }

    private var origin: String {
        switch version.origin {
        case .builtIn: "The model of people that comes with Weft"
        case .imported: "A settings file of Splink"
        case .version(let id):
            others.first { $0.id == id }.map { "Version \($0.number)" } ?? "An earlier version"
        }
    }

    private var builders: String {
        version.builders.map(model.name).sorted().joined(separator: ", ")
    }

    private var isTrained: Bool { version.training != nil }

    private func task(
        _ title: String, _ page: String, _ status: TaskList.Status, _ hint: String
    ) -> TaskList.Item {
        TaskList.Item(title, to: "\(model.path)/\(page)", status, hint: hint)
    }

    @ArrayBuilder<TaskList.Item> private var tasks: [TaskList.Item] {
        parts
        training
        task(
            "Look at what it learned", "diagnostics", isTrained ? look : .cannotStart,
            "What each finding is worth, and which records say too little.")
        task(
            "Choose the cut-off", "cut-off",
            !isTrained ? .cannotStart : version.state.isOpen ? .inProgress : .completed,
            "From how much evidence on a pair is kept as a question.")
        if !others.isEmpty {
            task(
                "Compare it with another version", "compare", isTrained ? look : .cannotStart,
                "Pairs gained and lost, and what moved.")
        }
        signOff
    }

    /// Pages that only show something have no state of their own.
    private var look: TaskList.Status { .other(StatusTag("Ready", .grey)) }

    @ArrayBuilder<TaskList.Item> private var parts: [TaskList.Item] {
        let linkage = version.model
        let rules = linkage.blockingRulesToGeneratePredictions
        task(
            "Fields", "fields", .completed,
            LinkageReport.count(linkage.columns.count, "field is read.", "fields are read."))
        task(
            "What is compared", "comparisons",
            linkage.comparisons.isEmpty ? .incomplete : .completed,
            AgreementWords.joined(linkage.comparisons.map { model.label($0.outputColumnName) })
                + ".")
        task(
            "Which records meet", "blocking", rules.isEmpty ? .incomplete : .completed,
            LinkageReport.count(rules.count, "blocking rule", "blocking rules")
                + ". Count the pairs that they make before anything is compared.")
    }

    private var training: TaskList.Item {
        task(
            "Train it", "training", isTrained ? .completed : .incomplete,
            version.training.map {
                "Trained on \(Numerals.grouped($0.records)) records in "
                    + "\(LinkageReport.count($0.sessions.count, "round", "rounds"))."
            } ?? "Two files teach the model how much each likeness is worth.")
    }

    private var signOff: TaskList.Item {
        let status: TaskList.Status =
            switch version.state {
            case .draft: .cannotStart
            case .trained: .other(StatusTag("Waiting", .yellow))
            case .signedOff, .superseded: .completed
            }
        return task(
            "Sign it off", "sign-off", status,
            "An approver who had no part in building it says why it may be used.")
    }

    @HTMLBuilder private var further: HTML {
        if model.person.may(.buildMatchModel) {
            LinkButton(
                "Draft a new version from this one",
                to: "/matches/models/new?from=\(version.id)", .secondary)
        }
        let obstacles = version.model.obstaclesToSplink
        plainList {
            DownloadLink(
                "The model as settings for Weft and weft link",
                to: "\(model.path)/settings.json", format: "JSON")
            if obstacles.isEmpty {
                DownloadLink(
                    "The model as settings for Splink 4 and 5", to: "\(model.path)/splink.json",
                    format: "JSON")
            }
        }
        if !obstacles.isEmpty {
            Details("Why Splink cannot load this model") {
                for obstacle in obstacles { p(obstacle) }
            }
        }
    }
}
