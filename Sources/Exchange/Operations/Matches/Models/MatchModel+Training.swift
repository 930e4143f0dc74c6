public import Governance
public import Linkage
public import Records

extension MatchModel {
    /// How a version was trained; counts and probabilities only, nothing about a person.
    public struct Training: Codable, Hashable, Sendable {
        /// One session of expectation maximisation.
        public struct Session: Codable, Hashable, Sendable {
            /// The rule whose pairs it used.
            public let rule: String
            /// The pairs that the rule makes.
            public let pairs: Int
            /// The comparisons whose m it estimated.
            public let comparisons: [String]
            /// The estimated share of matches among the pairs, 0 to 1.
            public let lambda: Double
            /// The steps taken.
            public let iterations: Int
            /// Whether the steps came to rest before the limit.
            public let hasConverged: Bool
        }

        /// The agreement that allowed it.
        public let agreement: SharingAgreement.ID
        /// The agreement's version.
        public let version: Int
        /// The load on the left.
        public let left: Load.ID
        /// The load on the right.
        public let right: Load.ID
        /// The seed: the same loads and seed give the same model.
        public let seed: UInt64
        /// When.
        public let at: Timestamp
        /// By whom.
        public let by: Practitioner.ID
        /// The records.
        public let records: Int
        /// The pairs that may match at all.
        public let pairs: Int
        /// The pairs that the model expects to match.
        public let expectedMatches: Double
        /// The sessions, in order.
        public let sessions: [Session]
        /// Rules that made no pair and were passed over.
        public let emptyRules: [String]
        /// Levels that training could not value, as "comparison: level".
        public let untrainedLevels: [String]
        /// Columns of the model that neither load has, or that the agreement does not allow.
        public let absentColumns: [String]
        /// The pairs that each blocking rule makes.
        public let rules: [MatchRun.RuleCount]
        /// What each session found for each level; nil in versions that were trained before this
        /// was kept.
        public let estimates: [ParameterEstimates]?
        /// What tells the people of a home from one person; nil in imported models, and in versions
        /// that were trained before this was kept.
        public let household: HouseholdModel?
        /// Why people of one home are not told apart; nil where they are, and in versions that were
        /// trained before this was kept.
        public let homeObstacle: HouseholdObstacle?
        /// The candidate pairs by match weight, from which a cut-off is chosen.
        public let weights: WeightHistogram

        /// The cut-off of the best expected F1.
        public var bestEstimate: ThresholdEstimate { weights.bestEstimate }
    }
}

extension MatchModel.Training.Session {
    init(_ session: TrainingReport.Session) {
        rule = session.rule.label
        pairs = session.pairs
        comparisons = session.comparisons
        lambda = session.lambda
        iterations = session.iterations
        hasConverged = session.hasConverged
    }
}
