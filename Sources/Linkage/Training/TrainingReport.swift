/// What training did, so that people can judge it.
public struct TrainingReport: Hashable, Sendable {
    /// One run of EM on the pairs of one rule.
    public struct Session: Hashable, Sendable {
        /// The rule.
        public let rule: BlockingRule
        /// The pairs that the rule makes.
        public let pairs: Int
        /// The pairs that were compared: all, or a sample where there are very many.
        public let comparedPairs: Int
        /// The comparisons whose m was estimated.
        public let comparisons: [String]
        /// The m that this session alone found, for each of `comparisons` by level in the model's
        /// order; nil for null levels and for levels that the session did not meet.
        public let mProbabilities: [[Double?]]
        /// The estimated share of matches among the pairs.
        public let lambda: Double
        /// The steps taken.
        public let iterations: Int
        /// Whether the steps came to rest before the limit.
        public let hasConverged: Bool
        /// Where other starting points ended.
        public let spread: StartSpread
    }

    /// Where EM ended from several starting points; the first is Splink's.
    public struct StartSpread: Hashable, Sendable {
        /// The smallest m that a start found, laid out as the session's own.
        public let lowest: [[Double?]]
        /// The largest m that a start found.
        public let highest: [[Double?]]
        /// How likely the pairs are at each end, as a natural logarithm without its constant.
        public let logLikelihoods: [Double]
        /// The start whose end the session took.
        public let chosen: Int

        /// How many points EM started from.
        public var count: Int { logLikelihoods.count }

        /// Whether ends differ by more than 0.01 in some m, so that there is more than one.
        public var hasDisagreement: Bool {
            zip(lowest.joined(), highest.joined()).contains { low, high in
                (high ?? 0) - (low ?? 0) > 0.01
            }
        }

        /// The start at whose end the pairs are likelier than at the first's, if there is one.
        ///
        /// Differences below one unit are not told apart.
        public var likeliest: Int? {
            let best = logLikelihoods.indices.max { logLikelihoods[$0] < logLikelihoods[$1] }
            guard let best, logLikelihoods[best] > logLikelihoods[0] + 1 else { return nil }
            return best
        }
    }

    /// A level that training could not value; it counts 0 bits or as the model had it.
    public struct UntrainedLevel: Hashable, Sendable {
        /// The name of the comparison.
        public let comparison: String
        /// The label of the level.
        public let level: String
    }

    /// The records.
    public let records: Int
    /// The pairs that may match at all.
    public let pairs: Int
    /// The pairs that λ says match.
    public let expectedMatches: Double
    /// The EM sessions that had pairs.
    public let sessions: [Session]
    /// The labelled pairs from which m was read as well.
    public let labelledMatches: Int
    /// The EM rules that made no pair and were passed over.
    public let emptyRules: [BlockingRule]
    /// Levels without an estimate of m or u.
    public let untrainedLevels: [UntrainedLevel]
    /// How each u was found, by comparison and level in the model's order; nil for null levels.
    public let uMethods: [[UMethod?]]
    /// Columns of the model that no table has.
    public let absentColumns: [String]
}

/// A model whose probabilities were estimated, and how that went.
public struct TrainedModel: Hashable, Sendable {
    /// The model, ready to predict.
    public let model: LinkageModel
    /// What training did.
    public let report: TrainingReport
}

/// Why a model could not be trained.
public enum TrainingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The model itself has problems, a sentence each.
    case invalidModel(problems: [String])
    /// No two records may match.
    case tooFewRecords(count: Int)
    /// None of the training rules makes a pair.
    case noTrainingPairs(rules: [BlockingRule])
    /// A rule would make too many pairs.
    case tooManyPairs(BlockingRefusal)
    /// Labels were given, but no two records have them in common.
    case noLabelledPairs

    /// What is wrong and what to do, in plain sentences.
    public var description: String {
        switch self {
        case .invalidModel(let problems): problems.joined(separator: " ")
        case .tooFewRecords(let count):
            "There are too few records to compare (\(count) in all); load at least two, "
                + "and at least one in each table that is to be linked."
        case .noTrainingPairs(let rules):
            "No two records agree on any training rule ("
                + rules.map { "`\($0.label)`" }.joined(separator: ", ")
                + "); check that the columns are mapped and filled, or add a rule."
        case .tooManyPairs(let refusal): refusal.description
        case .noLabelledPairs:
            "No two records are labelled as a match; check the column or the file of labels."
        }
    }
}
