public import Governance
public import Linkage
public import Records

/// One comparison of two loaded data sets.
public struct MatchRun: Codable, Hashable, Sendable, Identifiable {
    /// Names a run; made at random.
    public typealias ID = Identifier<MatchRun>

    /// What one blocking rule made.
    public struct RuleCount: Codable, Hashable, Sendable {
        /// The rule in words.
        public let rule: String
        /// Pairs that this rule makes.
        public let pairs: Int
    }

    /// Names the run.
    public let id: ID
    /// The agreement that allowed it.
    public let agreement: SharingAgreement.ID
    /// The agreement's version.
    public let version: Int
    /// The body that ran it and reviews its pairs.
    public let owner: Partner.ID
    /// The load on the left: accounts, in a discount review.
    public let left: Load.ID
    /// The load on the right.
    public let right: Load.ID
    /// Records on the left.
    public let leftCount: Int
    /// Records on the right.
    public let rightCount: Int
    /// Candidate pairs by rule, before any was compared.
    public let rules: [RuleCount]
    /// The share of all pairs that the model expects to match.
    public let prior: Double
    /// The least match weight that was kept, in bits.
    public let thresholdBits: Double
    /// Pairs that were kept.
    public let pairCount: Int
    /// Pairs that raise a question.
    public let questionCount: Int
    /// When it started.
    public let startedAt: Timestamp
    /// Who started it.
    public let startedBy: Practitioner.ID
    /// The number of the log entry.
    public let entry: Int
    /// The signed-off model that it used; nil for the model of people, trained on the spot.
    public let matchModel: MatchModel.ID?
    /// The version number of that model.
    public let modelNumber: Int?
    /// Whether people of one home were told apart; nil in runs made before that was kept.
    public let areHomesToldApart: Bool?
    /// Why they were not, where that is known.
    public let homeObstacle: HouseholdObstacle?
    /// Who chose the least weight, and what it is expected to cost; nil in runs made before.
    public let cutOff: ChosenCutOff?
}

/// How far the review of a run has come.
public struct ReviewProgress: Hashable, Sendable {
    /// Pairs that raise a question.
    public let questions: Int
    /// Of those, decided ones, not counting "not sure".
    public let decided: Int
    /// Of those, ones that somebody was not sure of.
    public let notSure: Int
    /// The yearly value of the questions that are not decided, in pence.
    public let openPence: Int
}
