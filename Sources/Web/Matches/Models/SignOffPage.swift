import Decisions
import Exchange
import Governance
import HTTPTypes
import Linkage

/// The sign-off of a trained version by a second person, with a statement.
struct SignOffPage {
    let model: ModelVisit
    private(set) var errors = FormErrors()

    private var version: MatchModel { model.version }

    private static let checks = [
        ("learned", "I looked at what the model learned, and at what it did not meet."),
        ("cut-off", "I looked at the cut-off, and at the wrong and missed links it stands for."),
        ("apart", "I had no part in building this version."),
    ]

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        if let refusal { errors = FormErrors(refusal, at: "statement") }
    }

    /// Signs the version off and leads to it.
    static func sign(_ visit: Visit) async throws -> Reply {
        var page = try await SignOffPage(visit)
        try visit.store.require(.signMatchModel, of: page.model.person)
        if visit.form["statement"].isEmpty {
            page.errors.add("statement", "Say what you looked at and why the model may be used")
        }
        if Set(visit.form.all("checks")) != Set(checks.map(\.0)) {
            page.errors.add("checks", "Confirm all three, or do not sign")
        }
        guard page.errors.isEmpty else {
            return .page(page.shell, status: .unprocessableContent)
        }
        let model = page.model
        return try await visit.answering {
            _ = try await visit.store.signOffModel(
                model.version.id, stating: visit.form["statement"], seen: model.seen,
                by: model.person)
            return .seeOther("\(model.path)?done=signed")
        } orAgain: {
            try await SignOffPage(visit, $0).shell
        }
    }

    var shell: PageShell {
        model.page("Sign off the model", hasErrors: !errors.isEmpty) {
            ErrorSummary(errors)
            h1("Sign off the model", caption: model.caption)
            standing
        }
    }

    @HTMLBuilder private var standing: HTML {
        if let signOff = version.signOff {
            p(version.state.words)
            SummaryList {
                SummaryRow("Signed off by", model.name(signOff.by))
                SummaryRow("When", signOff.at.londonWords)
                SummaryRow("Statement", signOff.statement)
            }
        } else if let training = version.training {
            commitment
            points(training)
            if model.maySign { form } else { why }
        } else {
            EmptyState("Sign-off", "Not trained yet. A version is signed off once it is trained.")
        }
    }

    @HTMLBuilder private var commitment: HTML {
        p(
            "Once it is signed off, every new match of your body for “"
                + "\(model.names.name(version.purpose))” uses this version. It never changes "
                + "again, and the version in use until now is replaced.")
    }

    @HTMLBuilder private func points(_ training: MatchModel.Training) -> HTML {
        let row = CutOff.estimate(
            training.weights, at: version.thresholdBits, pairsPerHour: CutOffWords.pairsPerHour)
        h2("What you sign")
        SummaryList {
            SummaryRow(
                "Built by", version.builders.map(model.name).sorted().joined(separator: ", "))
            SummaryRow("Notes", version.notes, absent: "None recorded.")
            SummaryRow(
                "What is compared",
                version.model.comparisons.map { model.label($0.outputColumnName) }
                    .joined(separator: ", "))
            SummaryRow("Cut-off", CutOffWords.odds(version.thresholdBits))
            SummaryRow("On the training files", CutOffWords.expectation(row))
            SummaryRow("Not met in training") { unmet(training) }
        }
        plainList {
            a("What the model learned, as charts", to: "\(model.path)/diagnostics")
            a("What training found, as numbers", to: "\(model.path)/training")
            a("What other cut-offs would give", to: "\(model.path)/cut-off")
        }
    }

    @HTMLBuilder private func unmet(_ training: MatchModel.Training) -> HTML {
        let open =
            training.untrainedLevels.map {
                "Finding without a value: \(LinkageReport.readable($0))"
            }
            + training.absentColumns.map { "Field that is in neither file: \(model.label($0))" }
            + training.sessions.filter { !$0.hasConverged }.map {
                "Round that ran out of steps: \(RuleWords(model.names).words(label: $0.rule))"
            }
        if open.isEmpty { "Nothing" } else { bullets(open) }
    }

    private var form: PostForm {
        model.form("\(model.path)/sign-off", warnsUnsaved: true) {
            Checkboxes(
                "checks", "Confirm", Self.checks.map { Choice($0.0, $0.1) },
                selected: Set(model.visit.form.all("checks")), error: errors["checks"])
            TextArea(
                "statement", "Your statement", value: model.visit.form["statement"],
                hint: "What you looked at, and why the model may be used. It is kept with the "
                    + "version. Do not write about any person.",
                error: errors["statement"])
            Button("Sign off this version")
        }
    }

    @HTMLBuilder private var why: HTML {
        Inset(
            version.builders.contains(model.person.id)
                ? "You helped to build this version, so somebody else has to sign it off."
                : "An approver of your body who had no part in building it signs it off.")
    }
}
