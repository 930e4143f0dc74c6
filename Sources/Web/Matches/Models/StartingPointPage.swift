import Exchange
import Governance
import HTTPTypes
import Linkage

/// How the share of pairs about one person is found: learned, fixed, or counted by strict rules.
struct StartingPointPage {
    /// The three ways.
    private enum Way: String {
        case learned
        case fixed
        case strict
    }

    let model: ModelVisit
    private(set) var errors = FormErrors()

    private var linkage: LinkageModel { model.version.model }
    private var path: String { "\(model.path)/starting-point" }

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        if let refusal { errors = FormErrors(refusal, at: "way") }
    }

    /// Saves the way and leads back to it.
    static func save(_ visit: Visit) async throws -> Reply {
        var page = try await StartingPointPage(visit)
        let model = page.model
        try visit.store.require(.buildMatchModel, of: model.person)
        guard let edited = page.edited() else {
            return .page(page.shell, status: .unprocessableContent)
        }
        return try await visit.answering {
            _ = try await visit.store.changeModel(
                model.version.id, to: edited, notes: model.version.notes, seen: model.seen,
                by: model.person)
            return .seeOther("\(page.path)?done=saved")
        } orAgain: {
            try await StartingPointPage(visit, $0).shell
        }
    }

    /// A whole number of people's writing: `10,000`.
    static func number(_ text: String) -> Double? {
        let number = Double(text.replacing(",", with: "").filter { !$0.isWhitespace })
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    private mutating func edited() -> LinkageModel? {
        let form = model.visit.form
        switch Way(rawValue: form["way"]) {
        case .learned: return linkage.with(prior: .expectationMaximisation)
        case .fixed:
            guard let oneIn = Self.number(form["one-in"]), oneIn > 1, oneIn <= 1e15 else {
                errors.add("one-in", "Enter a number above 1, such as 10,000")
                return nil
            }
            var edited = linkage.with(prior: .fixed)
            edited.probabilityTwoRandomRecordsMatch = 1 / oneIn
            return edited
        case .strict:
            guard !linkage.training.strictRules.isEmpty else {
                errors.add("way", "Add a strict rule first")
                return nil
            }
            guard let percent = Self.number(form["recall"]), percent > 0, percent <= 100 else {
                errors.add("recall", "Enter a number above 0 and at most 100, such as 70")
                return nil
            }
            return linkage.with(
                prior: .deterministic(
                    rules: linkage.training.strictRules, recall: percent / 100))
        case nil:
            errors.add("way", "Choose how the starting point is found")
            return nil
        }
    }

    var shell: PageShell {
        model.page(
            "Starting point", parent: "\(model.path)/training", hasErrors: !errors.isEmpty,
            notice: model.visit.query["done"] == "saved"
                ? NotificationBanner(.success, HTML("The change is saved.")) : nil
        ) {
            ErrorSummary(errors)
            h1("Starting point", caption: model.caption)
            model.standing
            model.changeWarning
            p(
                "Before anything is compared, how many pairs are about one person? The evidence "
                    + "of the findings is added to that. Now: "
                    + "\(RunPage.rarity(linkage.probabilityTwoRandomRecordsMatch)), "
                    + "\(LinkageReport.bits(linkage.priorMatchWeight)).")
            if model.mayEdit { form }
            strictRules
        }
    }

    private func typed(_ name: String, _ stored: String) -> String {
        model.visit.form.has(name) ? model.visit.form[name] : stored
    }

    private var stored: (way: Way, recall: Double) {
        switch linkage.training.prior {
        case .expectationMaximisation: (.learned, 0.7)
        case .fixed: (.fixed, 0.7)
        case .deterministic(_, let recall): (.strict, recall)
        }
    }

    private var form: PostForm {
        let prior = linkage.probabilityTwoRandomRecordsMatch
        return model.form(path) {
            Radios(
                "way", "How it is found",
                [
                    Choice(
                        Way.learned.rawValue, "Learn it from the pairs that the rules make",
                        hint: "The usual way where the home is compared once."),
                    Choice(Way.fixed.rawValue, "Set it", hint: "Training leaves it alone."),
                    Choice(
                        Way.strict.rawValue, "Count pairs by strict rules",
                        hint: "The way of Splink. It needs a guess how many of all matches these "
                            + "rules find."),
                ], selected: typed("way", stored.way.rawValue), error: errors["way"])
            TextInput(
                "one-in", "If you set it: one pair in how many?", kind: .wholeNumber,
                value: typed("one-in", Numerals.grouped(Int(min(1 / max(prior, 1e-15), 1e15)))),
                error: errors["one-in"], characters: 20)
            TextInput(
                "recall", "If strict rules count: how many of 100 matches do they find?",
                kind: .wholeNumber,
                value: typed("recall", Numerals.decimal(stored.recall * 100, places: 0)),
                error: errors["recall"], characters: 5)
            Button("Save", .secondary)
        }
    }

    @HTMLBuilder private var strictRules: HTML {
        h2("Strict rules")
        let rules = linkage.training.strictRules
        if rules.isEmpty {
            p("None recorded.")
        } else {
            bullets(rules.map { RuleWords(model.names).words($0) })
        }
        if model.mayEdit { p { a("Change the strict rules", to: "\(model.path)/strict") } }
    }
}

extension TrainingPlan {
    /// The rules that count matches, if the prior rests on such.
    var strictRules: [BlockingRule] {
        if case .deterministic(let rules, _) = prior { rules } else { [] }
    }

    /// The prior with other strict rules; without any, it is learned.
    func prior(countedBy rules: [BlockingRule]) -> PriorEstimation {
        guard !rules.isEmpty else { return .expectationMaximisation }
        guard case .deterministic(_, let recall) = prior else {
            return .deterministic(rules: rules, recall: 0.7)
        }
        return .deterministic(rules: rules, recall: recall)
    }
}
