/// Which pairs of records may match.
public enum LinkType: String, Hashable, Sendable, Codable {
    /// Only records of different tables.
    case linkOnly = "link_only"
    /// Any two records, as if all were in one table.
    case dedupeOnly = "dedupe_only"
    /// Any two records, of the same table or of different ones.
    case linkAndDedupe = "link_and_dedupe"
}

/// A Fellegi–Sunter model: which pairs are compared, how, and what each answer is worth.
///
/// Names follow Splink, so that analysts recognise every part. Source: I. Fellegi, A. Sunter,
/// J. Am. Stat. Assoc. 64 (1969) 1183, doi:10.1080/01621459.1969.10501049.
public struct LinkageModel: Hashable, Sendable {
    /// Which pairs may match.
    public let linkType: LinkType
    /// λ: the share of all pairs that match, above 0 and below 1.
    public var probabilityTwoRandomRecordsMatch: Double
    /// The comparisons, whose weights add up.
    public var comparisons: [Comparison]
    /// The rules that make candidate pairs; a pair counts for the first that makes it.
    public let blockingRulesToGeneratePredictions: [BlockingRule]
    /// How columns are read; a column that is not named is read byte for byte.
    public let columnForms: [String: ColumnForm]
    /// How the probabilities are estimated.
    public let training: TrainingPlan

    /// What the columns of records and of results are called.
    public let names: ColumnNames

    /// A model from its parts.
    public init(
        linkType: LinkType, probabilityTwoRandomRecordsMatch: Double = 0.0001,
        comparisons: [Comparison], blockingRulesToGeneratePredictions: [BlockingRule],
        columnForms: [String: ColumnForm] = [:], training: TrainingPlan = TrainingPlan(),
        names: ColumnNames = ColumnNames()
    ) {
        self.linkType = linkType
        self.probabilityTwoRandomRecordsMatch = probabilityTwoRandomRecordsMatch
        self.comparisons = comparisons
        self.blockingRulesToGeneratePredictions = blockingRulesToGeneratePredictions
        self.columnForms = columnForms
        self.training = training
        self.names = names
    }

    /// The weight of a pair before anything is compared, in bits: log2(λ/(1−λ)).
    public var priorMatchWeight: Double {
        let prior = probabilityTwoRandomRecordsMatch
        return logarithm2(prior / (1 - prior))
    }

    /// The columns that the model reads.
    public var columns: Set<String> {
        var columns = comparisons.reduce(into: Set<String>()) { $0.formUnion($1.columns) }
        for rule in allRules { columns.formUnion(rule.columns) }
        return columns
    }

    /// The rules that make candidate pairs; without any, all pairs are.
    var predictionRules: [BlockingRule] {
        blockingRulesToGeneratePredictions.isEmpty
            ? [.everyPair] : blockingRulesToGeneratePredictions
    }

    /// The rules of prediction and of training.
    var allRules: [BlockingRule] { blockingRulesToGeneratePredictions + training.rules }
}
