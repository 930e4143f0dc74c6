public import Governance
public import Linkage
public import Records

/// One version of the model by which a body compares records for one purpose.
public struct MatchModel: Hashable, Sendable, Identifiable {
    /// Names a version; made at random.
    public typealias ID = Identifier<MatchModel>

    /// How far a version has come.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Its probabilities are not estimated yet.
        case draft
        /// Its probabilities are estimated; a second person has not agreed to it.
        case trained
        /// In use; it never changes again.
        case signedOff = "signed-off"
        /// A later version took its place; it never changes again.
        case superseded

        /// Whether it may still be changed.
        public var isOpen: Bool { self == .draft || self == .trained }
    }

    /// Where a version started from.
    public enum Origin: Codable, Hashable, Sendable {
        /// The model of people that Weft brings along.
        case builtIn
        /// A settings file of Splink.
        case imported
        /// An earlier version of the same body.
        case version(MatchModel.ID)
    }

    /// A second person's agreement.
    public struct SignOff: Codable, Hashable, Sendable {
        /// Who agreed; never one of those who built it.
        public let by: Practitioner.ID
        /// When.
        public let at: Timestamp
        /// What the person stands for, in their own words.
        public let statement: String
    }

    /// Everything about a version that is fixed when it is signed off.
    struct Content: Codable, Hashable, Sendable {
        let origin: Origin
        let createdBy: Practitioner.ID
        let createdAt: Timestamp
        var notes: String
        var model: LinkageModel
        var thresholdBits: Double
        var training: Training?
        var builders: Set<Practitioner.ID>
        var signOff: SignOff?
    }

    /// Names the version.
    public let id: ID
    /// The body whose model it is.
    public let owner: Partner.ID
    /// What records are compared for.
    public let purpose: Purpose.ID
    /// The version, 1 for the first of its body and purpose.
    public let number: Int
    /// How far it has come.
    public let state: State
    /// How often it was changed; a form sends it back, so that nobody writes over a colleague.
    public let revision: Int
    let content: Content

    /// The model in Splink's terms.
    public var model: LinkageModel { content.model }
    /// The least match weight of a pair that a run keeps, in bits.
    public var thresholdBits: Double { content.thresholdBits }
    /// How training went; nil before it.
    public var training: Training? { content.training }
    /// What tells the people of a home from one person, or why nothing does.
    public var homes: HouseholdFit {
        if let household = training?.household { return .fitted(household) }
        return .plain(
            training?.homeObstacle ?? (origin == .imported ? .imported : .trainedEarlier))
    }
    /// Where it started from.
    public var origin: Origin { content.origin }
    /// Who drafted it.
    public var createdBy: Practitioner.ID { content.createdBy }
    /// When it was drafted.
    public var createdAt: Timestamp { content.createdAt }
    /// Everybody who changed or trained it; none of them may sign it off.
    public var builders: Set<Practitioner.ID> { content.builders }
    /// What its builders say about it.
    public var notes: String { content.notes }
    /// The second person's agreement, if it has been given.
    public var signOff: SignOff? { content.signOff }
}
