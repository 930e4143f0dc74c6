import Exchange
import Governance
import HTTPTypes
import Linkage
import Records

/// Blocking rules, rounds of training or strict rules: what pairs must agree on, as fields.
struct RulesPage {
    /// Which of the model's lists of rules.
    enum Kind: String, Sendable {
        case blocking
        case rounds
        case strict
    }

    let kind: Kind
    let model: ModelVisit
    let columns: [String]
    let files: FilePairChoice
    /// The pairs of the rules on files, once they were counted.
    let estimate: BlockingEstimate?
    private(set) var errors = FormErrors()

    init(_ visit: Visit, _ kind: Kind, _ refusal: Refusal? = nil) async throws {
        self.kind = kind
        model = try await ModelVisit(visit)
        columns = try await model.columns()
        let asked = visit.query[FilePairChoice.field]
        files = try await FilePairChoice(model, asked: asked)
        if let pair = files.chosen, kind == .blocking {
            estimate = try await visit.store.countBlocks(
                of: model.version.id, on: pair.left.id, with: pair.right.id, by: model.person)
        } else {
            estimate = nil
        }
        if let refusal { errors = FormErrors(refusal, at: Self.field(visit.form["do"])) }
    }

    var path: String { "\(model.path)/\(kind.rawValue)" }

    /// The rules of the list.
    var rules: [BlockingRule] {
        let linkage = model.version.model
        return switch kind {
        case .blocking: linkage.blockingRulesToGeneratePredictions
        case .rounds: linkage.training.emRules
        case .strict: linkage.training.strictRules
        }
    }

    static let keyFields = ["key-1", "key-2", "key-3"]

    private static func field(_ deed: String) -> String {
        ["add": keyFields[0], "write": "sql"][deed] ?? "keep"
    }

    /// Makes the change that the form asks for.
    static func change(_ visit: Visit, _ kind: Kind) async throws -> Reply {
        var page = try await RulesPage(visit, kind)
        let model = page.model
        try visit.store.require(.buildMatchModel, of: model.person)
        let rules: [BlockingRule]
        do {
            rules = try page.edited()
        } catch {
            page.errors.add(field(visit.form["do"]), error.sentence)
            return .page(page.shell, status: .unprocessableContent)
        }
        return try await visit.answering {
            _ = try await visit.store.changeModel(
                model.version.id, to: page.with(rules), notes: model.version.notes,
                seen: model.seen, by: model.person)
            return .seeOther("\(page.path)?done=saved")
        } orAgain: {
            try await RulesPage(visit, kind, $0).shell
        }
    }

    private func with(_ rules: [BlockingRule]) -> LinkageModel {
        let linkage = model.version.model
        let edited =
            switch kind {
            case .blocking: linkage.with(blockingRules: rules)
            case .rounds: linkage.with(emRules: rules)
            case .strict: linkage.with(prior: linkage.training.prior(countedBy: rules))
            }
        return edited.readingNewColumns(edited.columns)
    }

    /// What is wrong with the form, in a sentence.
    private struct Fault: Error { let sentence: String }

    private func edited() throws(Fault) -> [BlockingRule] {
        switch model.visit.form["do"] {
        case "keep": return try kept()
        case "add": return try adding(chosen())
        case "write": return try adding(written())
        default: throw Fault(sentence: "Choose what to change.")
        }
    }

    private func kept() throws(Fault) -> [BlockingRule] {
        let ticked = Set(model.visit.form.all("keep").compactMap { Int($0) })
        let kept = rules.enumerated().filter { ticked.contains($0.offset) }.map(\.element)
        guard !kept.isEmpty || kind != .blocking else {
            throw Fault(sentence: "Keep at least one rule: without any, no record meets another")
        }
        return kept
    }

    private func adding(_ rule: BlockingRule) throws(Fault) -> [BlockingRule] {
        guard !rules.contains(where: { $0.label == rule.label }) else {
            throw Fault(sentence: "This rule is in the list already")
        }
        guard rules.count < 30 else { throw Fault(sentence: "There may be at most 30 rules") }
        return rules + [rule]
    }

    private func chosen() throws(Fault) -> BlockingRule {
        let typed = Self.keyFields.map { model.visit.form[$0] }.filter { !$0.isEmpty }
        let offered = keys
        var chosen: [ColumnKey] = []
        for text in typed {
            guard let key = offered.first(where: { $0.label == text }) else {
                throw Fault(sentence: "Choose fields from the lists")
            }
            if !chosen.contains(key) { chosen.append(key) }
        }
        guard !chosen.isEmpty else { throw Fault(sentence: "Choose at least one field") }
        return model.choices.rule(chosen)
    }

    private func written() throws(Fault) -> BlockingRule {
        let sql = model.visit.form["sql"]
        guard !sql.isEmpty else { throw Fault(sentence: "Write the condition") }
        do {
            return BlockingRule(try Expression(sql: sql), sql: sql)
        } catch {
            throw Fault(sentence: "At character \(error.column): \(error.sentence)")
        }
    }

    /// Everything on which two records may be asked to agree.
    var keys: [ColumnKey] { columns.flatMap(FieldChoices.keys) }

    var shell: PageShell {
        model.page(
            title, parent: parent,
            hasErrors: !errors.isEmpty, notice: notice
        ) {
            ErrorSummary(errors)
            h1(title, caption: model.caption)
            model.standing
            model.changeWarning
            p(introduction)
            RuleForms(page: self)
        }
    }

    private var parent: String? {
        switch kind {
        case .blocking: nil
        case .rounds: "\(model.path)/training"
        case .strict: "\(model.path)/starting-point"
        }
    }

    private var title: String {
        switch kind {
        case .blocking: "Which records meet"
        case .rounds: "Rounds of training"
        case .strict: "Strict rules"
        }
    }

    private var introduction: String {
        switch kind {
        case .blocking:
            "Comparing every record with every other takes too long. These blocking rules say "
                + "which pairs are compared at all. A pair needs to fit only one of them. A match "
                + "that fits none is never found, so use several rules that do not hang together."
        case .rounds:
            "Each round learns from pairs that agree on some fields, how often records about one "
                + "person agree on the others. What a round asks for, it cannot learn about. So "
                + "use at least two rounds that ask for different fields."
        case .strict:
            "Pairs that fit a strict rule are nearly all about one person. Counting them says how "
                + "many matches there are. Choose rules that hardly any two people fit, such as "
                + "the same forename, surname and date of birth."
        }
    }

    private var notice: NotificationBanner? {
        model.visit.query["done"] == "saved"
            ? NotificationBanner(.success, HTML("The change is saved.")) : nil
    }
}
