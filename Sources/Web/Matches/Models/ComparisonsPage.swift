import Decisions
import Exchange
import Governance
import HTTPTypes
import Linkage
import Records

/// What a version compares: every comparison with its levels, and how to add one.
struct ComparisonsPage {
    let model: ModelVisit
    let columns: [String]
    private(set) var errors = FormErrors()

    static let field = "column"

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        columns = try await model.columns()
        if let refusal { errors = FormErrors(refusal, at: Self.field) }
    }

    private var path: String { "\(model.path)/comparisons" }
    private var comparisons: [Linkage.Comparison] { model.version.model.comparisons }

    /// Moves a comparison, or adds one.
    static func change(_ visit: Visit) async throws -> Reply {
        visit.form["do"] == "move" ? try await move(visit) : try await add(visit)
    }

    /// Changes places with the comparison before or after, in the order of the evidence.
    private static func move(_ visit: Visit) async throws -> Reply {
        var page = try await ComparisonsPage(visit)
        let model = page.model
        try visit.store.require(.buildMatchModel, of: model.person)
        guard let place = Int(visit.form["comparison"]).map({ $0 - 1 }),
            let step = ["up": -1, "down": 1][visit.form["to"]],
            page.comparisons.indices.contains(place),
            page.comparisons.indices.contains(place + step)
        else {
            page.errors.add(field, "Choose a comparison that can move up or down")
            return .page(page.shell, status: .unprocessableContent)
        }
        return try await visit.answering {
            var edited = model.version.model
            edited.comparisons.swapAt(place, place + step)
            _ = try await visit.store.changeModel(
                model.version.id, to: edited, notes: model.version.notes, seen: model.seen,
                by: model.person)
            return .seeOther("\(page.path)?done=moved")
        } orAgain: {
            try await ComparisonsPage(visit, $0).shell
        }
    }

    /// Adds a comparison of a field with its usual levels and leads to it.
    private static func add(_ visit: Visit) async throws -> Reply {
        var page = try await ComparisonsPage(visit)
        let model = page.model
        try visit.store.require(.buildMatchModel, of: model.person)
        guard let choice = page.choices.first(where: { $0.value == visit.form[field] }),
            !choice.value.isEmpty
        else {
            page.errors.add(field, "Choose a field from the list")
            return .page(page.shell, status: .unprocessableContent)
        }
        return try await visit.answering {
            let edited = model.version.model.comparing(choice.value, model.choices)
            _ = try await visit.store.changeModel(
                model.version.id, to: edited, notes: model.version.notes, seen: model.seen,
                by: model.person)
            return .seeOther("\(page.path)/\(edited.comparisons.count)?done=added")
        } orAgain: {
            try await ComparisonsPage(visit, $0).shell
        }
    }

    /// Fields, and the home as one piece of evidence.
    private var choices: [Choice] {
        let used = Set(comparisons.map(\.outputColumnName))
        let fields = columns.filter { !used.contains($0) }
            .map { Choice($0, model.label($0)) }
        let home =
            used.contains("location")
            ? [] : [Choice("location", "Home: address, postcode, town and UPRN as one")]
        return home + fields
    }

    var shell: PageShell {
        model.page("What is compared", hasErrors: !errors.isEmpty, notice: notice) {
            ErrorSummary(errors)
            h1("What is compared", caption: model.caption)
            model.standing
            model.changeWarning
            p(
                "Each comparison asks one question about two records and answers it with the "
                    + "first of its findings that fits. The evidence of all comparisons adds up, "
                    + "so what hangs together should be compared once: a shared address also "
                    + "means a shared postcode and town.")
            if model.mayEdit, comparisons.count > 1 {
                p(
                    "The evidence of a pair is shown in this order. Moving a comparison changes no "
                        + "weight.")
            }
            for (index, comparison) in comparisons.enumerated() {
                card(index, comparison)
                if model.mayEdit { moves(index, comparison) }
            }
            if model.mayEdit { form }
        }
    }

    private var notice: NotificationBanner? {
        switch model.visit.query["done"] {
        case "moved": NotificationBanner(.success, HTML("The comparison is moved."))
        case "removed": NotificationBanner(.success, HTML("The comparison is removed."))
        default: nil
        }
    }

    private func card(_ index: Int, _ comparison: Linkage.Comparison) -> SummaryList {
        let words = ConditionWords(model.names)
        return SummaryList(
            card: model.label(comparison.outputColumnName),
            actions: [
                SummaryRow.Action(
                    model.mayEdit ? "Change" : "Look at", to: "\(path)/\(index + 1)")
            ]
        ) {
            for level in comparison.comparisonLevels {
                SummaryRow(level.labelForCharts) { words.words(level) }
            }
        }
    }

    @HTMLBuilder private func moves(_ index: Int, _ comparison: Linkage.Comparison) -> HTML {
        let name = model.label(comparison.outputColumnName)
        if comparisons.count > 1 {
            model.form(path) {
                hiddenInput("do", "move")
                hiddenInput("comparison", String(index + 1))
                buttonGroup {
                    if index > 0 {
                        Button("Move up: \(name)", .secondary, name: "to", value: "up")
                    }
                    if index + 1 < comparisons.count {
                        Button("Move down: \(name)", .secondary, name: "to", value: "down")
                    }
                }
            }
        }
    }

    private var form: PostForm {
        model.form(path) {
            Select(
                Self.field, "Add a comparison", [Choice("", "Choose a field")] + choices,
                selected: model.visit.form[Self.field],
                hint: "It gets the findings that usually serve for such a field. You can change "
                    + "them afterwards.",
                error: errors[Self.field], size: .medium)
            Button("Add", .secondary)
        }
    }
}

extension ModelVisit {
    /// Sensible ways to compare and to block, for this version.
    var choices: FieldChoices { FieldChoices(version.model, labels: names.items) }

    /// The columns of the model and those that files for its purpose have.
    func columns() async throws -> [String] {
        let items = try await visit.store.filePairs(for: version, seenBy: person)
            .flatMap(\.items).map(\.rawValue)
        let usual = LinkageModel.people(.linkOnly).columns
        return version.model.columns.union(items).union(usual).sorted {
            (label($0), $0) < (label($1), $1)
        }
    }
}

extension LinkageModel {
    /// The model with one more comparison, of a column or of the home as one piece of evidence.
    func comparing(_ name: String, _ choices: FieldChoices) -> LinkageModel {
        let built =
            columnForms.isEmpty
            ? []
            : LinkageModel.people(.linkOnly).comparisons
                + LinkageModel.people(.linkOnly, location: .separate).comparisons
        let found = built.first { $0.outputColumnName == name }
        let home = Field.home(address: "address", postcode: "postcode", town: "town").comparison
        let added =
            found ?? (name == "location" ? home.named(name) : choices.comparison(name))
        var model = self
        model.comparisons.append(added)
        return model.readingNewColumns(added.columns)
    }

    /// With the usual forms for columns that are read for the first time, unless it is Splink's.
    func readingNewColumns(_ columns: Set<String>) -> LinkageModel {
        guard !columnForms.isEmpty else { return self }
        let new = columns.filter { columnForms[$0] == nil }
            .map { ($0, FieldChoices.form($0)) }
        return with(
            columnForms: columnForms.merging(new, uniquingKeysWith: { first, _ in first }))
    }
}

extension Linkage.Comparison {
    func named(_ name: String) -> Linkage.Comparison {
        Linkage.Comparison(name, comparisonLevels, description: comparisonDescription)
    }
}
