/// A model told by what its columns hold, short enough to write by hand; no SQL is needed.
///
/// `model` makes it whole. The YAML files of `weft link` hold outlines.
public struct ModelOutline: Hashable, Sendable {
    /// Which pairs may match.
    public var linkType: LinkType
    /// The column that tells records of one file apart.
    public var uniqueID = "unique_id"
    /// The column that tells files apart.
    public var sourceDataset = "source_dataset"
    /// Columns that results carry although no comparison reads them.
    public var additionalColumns: [String] = []
    /// How columns are read before they are compared; others byte for byte.
    public var columnForms: [String: ColumnForm] = [:]
    /// The comparisons.
    public var fields: [Field]
    /// The rules that make candidate pairs.
    public var blockingRules: [RuleOutline]
    /// What tells the people of a home from one person; nil where nobody asks.
    public var households: HouseholdOutline?
    /// How the probabilities are estimated.
    public var training = TrainingOutline()

    /// An outline; what is not given is as usual.
    public init(linkType: LinkType, fields: [Field], blockingRules: [RuleOutline]) {
        self.linkType = linkType
        self.fields = fields
        self.blockingRules = blockingRules
    }

    /// How dates are written, by column.
    private var dateFormats: [String: String] {
        Dictionary(
            fields.filter { $0.kind == .dateOfBirth }.map { ($0.column, $0.dateFormat) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The whole model, its probabilities left to training.
    public var model: LinkageModel {
        let formats = dateFormats
        let prediction = blockingRules.map { $0.rule(formats) }
        let comparisons = fields.map(\.comparison)
        return LinkageModel(
            linkType: linkType,
            probabilityTwoRandomRecordsMatch: training.prior ?? 0.0001,
            comparisons: comparisons,
            blockingRulesToGeneratePredictions: prediction, columnForms: columnForms,
            training: training.plan(
                formats, otherwise: prediction, households: households?.plan(for: comparisons)),
            names: ColumnNames(
                uniqueID: uniqueID, sourceDataset: sourceDataset,
                additionalColumns: additionalColumns))
    }
}

/// A blocking rule in words, or in SQL.
public enum RuleOutline: Hashable, Sendable {
    /// Both records agree on keys, at least one.
    case keys([ColumnKey])
    /// A condition over `l` and `r`.
    case sql(String)

    /// Reads `surname + year of dob`, or SQL such as `l.name = r.name`.
    ///
    /// - Throws: what cannot be read in the SQL.
    public init(_ text: String) throws(ExpressionProblem) {
        guard !text.contains("=") else {
            _ = try Expression(sql: text)
            self = .sql(text)
            return
        }
        let parts = text.split(separator: "+", omittingEmptySubsequences: false)
        let keys = parts.compactMap { ColumnKey(words: String($0)) }
        guard keys.count == parts.count else {
            throw ExpressionProblem(
                expression: text, column: 1,
                sentence: "A rule is keys with `+` between them, such as `surname + year of dob`.")
        }
        self = .keys(keys)
    }

    /// The rule as people write it.
    public var text: String {
        switch self {
        case .keys(let keys): keys.map(\.label).joined(separator: " + ")
        case .sql(let sql): sql
        }
    }

    func rule(_ dateFormats: [String: String]) -> BlockingRule {
        switch self {
        case .keys(let keys): return .agreeing(on: keys, dateFormats: dateFormats)
        case .sql(let sql):
            guard let expression = try? Expression(sql: sql) else {
                preconditionFailure("A rule cannot be read as SQL: \(sql)")
            }
            return BlockingRule(expression, sql: sql)
        }
    }
}

/// How the probabilities of an outlined model are estimated.
public struct TrainingOutline: Hashable, Sendable {
    /// λ, if it is known; training then leaves it alone.
    public var prior: Double?
    /// Strict rules whose pairs nearly all match, from which λ follows.
    public var deterministicRules: [RuleOutline] = []
    /// The share of the matches that strict rules find, above 0 and at most 1.
    public var recall = 1.0
    /// A session of training for each rule; without one, the rules of prediction serve.
    public var emRules: [RuleOutline] = []
    /// The seed of random samples and starting points.
    public var seed: UInt64?
    /// From how many points each session starts.
    public var starts: Int?

    /// The usual way: no strict rules, the rules of prediction for EM.
    public init() {}

    fileprivate func plan(
        _ formats: [String: String], otherwise rules: [BlockingRule], households: HouseholdPlan?
    ) -> TrainingPlan {
        let strict = deterministicRules.map { $0.rule(formats) }
        return TrainingPlan(
            prior: prior != nil
                ? .fixed
                : strict.isEmpty
                    ? .expectationMaximisation : .deterministic(rules: strict, recall: recall),
            emRules: emRules.isEmpty ? rules : emRules.map { $0.rule(formats) },
            seed: seed, starts: starts, households: households)
    }
}
