import Exchange
import Governance
import HTTPTypes
import Linkage

/// One comparison: its levels in order, what may be dropped or added, and SQL for experts.
struct ComparisonPage {
    let model: ModelVisit
    let index: Int
    private(set) var errors = FormErrors()

    var comparison: Linkage.Comparison { model.version.model.comparisons[index] }
    private var path: String { "\(model.path)/comparisons/\(index + 1)" }

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        let number = Int(visit.parameters["number"] ?? "") ?? 0
        guard model.version.model.comparisons.indices.contains(number - 1) else {
            throw Refusal(
                .notFound, "not-found", "This version has no such comparison.",
                fix: "Go back to the list and choose one from there.")
        }
        index = number - 1
        if let refusal { errors = FormErrors(refusal, at: Self.field(visit.form["do"])) }
    }

    /// The field at which the problem of a form stands.
    private static func field(_ deed: String) -> String {
        ["add": "level", "write": "sql", "fix": "value", "release": "value"][deed] ?? "levels"
    }

    /// Makes the change that the form asks for.
    static func change(_ visit: Visit) async throws -> Reply {
        var page = try await ComparisonPage(visit)
        let model = page.model
        try visit.store.require(.buildMatchModel, of: model.person)
        let edited: LinkageModel?
        do {
            edited = try page.edited()
        } catch {
            page.errors.add(error.field ?? field(visit.form["do"]), error.sentence)
            edited = nil
        }
        guard let edited, page.errors.isEmpty else {
            return .page(page.shell, status: .unprocessableContent)
        }
        let isRemoved = visit.form["do"] == "remove"
        return try await visit.answering {
            _ = try await visit.store.changeModel(
                model.version.id, to: edited, notes: model.version.notes, seen: model.seen,
                by: model.person)
            return .seeOther(
                isRemoved ? "\(model.path)/comparisons?done=removed" : "\(page.path)?done=saved")
        } orAgain: { refusal in
            // Meanwhile somebody may have taken the comparison away.
            try await ComparisonPage(visit, refusal).shell
        }
    }

    /// What is wrong with the form, in a sentence.
    struct Fault: Error {
        let sentence: String
        /// The field at which it stands; nil for that of the form.
        var field: String?
    }

    private func edited() throws(Fault) -> LinkageModel {
        var edited = model.version.model
        switch model.visit.form["do"] {
        case "keep": edited.comparisons[index] = try kept()
        case "add": edited.comparisons[index] = try adding(chosen())
        case "write": edited.comparisons[index] = try adding(written())
        case "fix": edited.comparisons[index] = try fixed()
        case "release": edited.comparisons[index] = try released()
        case "remove": edited.comparisons.remove(at: index)
        default: throw Fault(sentence: "Choose what to change.")
        }
        return edited.readingNewColumns(edited.columns)
    }

    private func kept() throws(Fault) -> Linkage.Comparison {
        let ticked = Set(model.visit.form.all("levels").compactMap { Int($0) })
        let isRare = model.visit.form.all("rare").contains("yes")
        var kept = comparison
        kept.comparisonLevels = comparison.comparisonLevels.enumerated().filter { place, level in
            level.isAlwaysThere || ticked.contains(place)
        }.map { $0.element.counting(rarity: isRare) }
        guard kept.comparisonLevels.contains(where: { !$0.isAlwaysThere }) else {
            throw Fault(sentence: "Keep at least one finding, or remove the whole comparison")
        }
        return kept
    }

    private func adding(_ level: ComparisonLevel) throws(Fault) -> Linkage.Comparison {
        var added = comparison
        let labels = Set(added.comparisonLevels.map(\.labelForCharts))
        guard !labels.contains(level.labelForCharts) else {
            throw Fault(sentence: "There is a finding with these words already")
        }
        let last = added.comparisonLevels.count - 1
        let field = model.visit.form["do"] == "write" ? "before-sql" : "before"
        let before = Int(model.visit.form[field]) ?? last
        added.comparisonLevels.insert(level, at: min(max(before, 0), max(last, 0)))
        return added
    }

    private func chosen() throws(Fault) -> ComparisonLevel {
        guard let choice = further.first(where: { $0.id == model.visit.form["level"] }) else {
            throw Fault(sentence: "Choose a finding from the list")
        }
        return choice.level
    }

    private func written() throws(Fault) -> ComparisonLevel {
        let (sql, label) = (model.visit.form["sql"], model.visit.form["label"])
        guard !sql.isEmpty else { throw Fault(sentence: "Write the condition") }
        guard !label.isEmpty, label.count <= 100 else {
            throw Fault(sentence: "Say in at most 100 characters what the finding means")
        }
        do {
            return ComparisonLevel(Condition(try Expression(sql: sql)), label: label, sql: sql)
        } catch {
            throw Fault(sentence: "At character \(error.column): \(error.sentence)")
        }
    }

    /// Sensible levels that the comparison does not have yet.
    var further: [LevelChoice] {
        let labels = Set(comparison.comparisonLevels.map(\.labelForCharts))
        let conditions = Set(comparison.comparisonLevels.map(\.condition))
        return comparison.columns.sorted().flatMap(model.choices.levels)
            .filter {
                !labels.contains($0.level.labelForCharts)
                    && !conditions.contains($0.level.condition)
            }
    }

    var shell: PageShell {
        model.page(
            "One comparison", parent: "\(model.path)/comparisons", hasErrors: !errors.isEmpty,
            notice: notice
        ) {
            ErrorSummary(errors)
            h1(model.label(comparison.outputColumnName), caption: "What is compared")
            model.standing
            model.changeWarning
            ComparisonForms(page: self, path: path)
        }
    }

    private var notice: NotificationBanner? {
        switch model.visit.query["done"] {
        case "saved": NotificationBanner(.success, HTML("The change is saved."))
        case "added":
            NotificationBanner(.success, HTML("The comparison is added. Change it if you need to."))
        default: nil
        }
    }
}

extension ComparisonLevel {
    /// Whether the level is part of every comparison: nothing to compare, or anything else.
    var isAlwaysThere: Bool { isNullLevel || condition == .otherwise }

    /// The level with rare values counting for more, or not, where it is about equal values.
    func counting(rarity: Bool) -> ComparisonLevel {
        guard case .equal(let key) = condition, key.derivation == .whole else { return self }
        return ComparisonLevel(
            condition, label: labelForCharts, isNullLevel: isNullLevel, m: mProbability,
            u: uProbability, fixM: fixMProbability, fixU: fixUProbability,
            tfAdjustmentColumn: rarity ? tfAdjustmentColumn ?? key.column : nil,
            tfAdjustmentWeight: tfAdjustmentWeight, tfMinimumUValue: tfMinimumUValue,
            disableTfExactMatchDetection: disableTfExactMatchDetection, sql: sql)
    }
}
