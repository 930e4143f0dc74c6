public import Records

/// Something that may go wrong, to whom, and how bad it is before and after the measures.
public struct ImpactRisk: Codable, Hashable, Sendable, Identifiable {
    /// Names a risk within its assessment, such as `risk-1`.
    public typealias ID = Identifier<ImpactRisk>

    /// Whom it would hurt.
    public enum Subject: String, Codable, Hashable, Sendable, CaseIterable {
        /// The people whose records are used.
        case people
        /// The bodies that share.
        case bodies
        /// Whoever goes without help because nothing is shared.
        case notSharing = "not-sharing"

        /// As people say it.
        public var label: String {
            switch self {
            case .people: "Risk to people"
            case .bodies: "Risk to the bodies"
            case .notSharing: "Risk of not sharing"
            }
        }
    }

    /// Names the risk.
    public let id: ID
    /// Whom it would hurt.
    public var subject: Subject
    /// What may happen, from which source, with which effect.
    public var text: String
    /// The rating without the measures; for the risk of not sharing, if nothing is shared.
    public var before: RiskRating
    /// The rating with the measures, or with the sharing; nil until somebody has rated it.
    public var after: RiskRating?
    /// The measures that lower it.
    public var measures: Set<ImpactMeasure.ID>
    /// The post that owns it.
    public var owner: String
    /// The one controller that it concerns; nil for a risk of all.
    public var controller: Partner.ID?

    /// A risk from its parts.
    public init(
        id: ID, subject: Subject, text: String, before: RiskRating, after: RiskRating? = nil,
        measures: Set<ImpactMeasure.ID> = [], owner: String = "", controller: Partner.ID? = nil
    ) {
        self.id = id
        self.subject = subject
        self.text = text
        self.before = before
        self.after = after
        self.measures = measures
        self.owner = owner
        self.controller = controller
    }

    /// The level that is left: after the measures or, until that is rated, before them.
    public var residual: RiskLevel { (after ?? before).level }

    /// Whether it stops the assessment: high after the measures.
    ///
    /// A high risk of not sharing speaks for the sharing, so it stops nothing.
    public var isStopping: Bool { subject != .notSharing && residual == .high }
}

/// Something that lowers a risk, with who does it by when.
public struct ImpactMeasure: Codable, Hashable, Sendable, Identifiable {
    /// Names a measure within its assessment, such as `measure-1`.
    public typealias ID = Identifier<ImpactMeasure>

    /// Names the measure.
    public let id: ID
    /// What is done.
    public var text: String
    /// The body that does it.
    public var body: Partner.ID
    /// The post that answers for it.
    public var owner: String
    /// The last day by which it is done.
    public var due: CalendarDate?
    /// The day on which it was done.
    public internal(set) var done: CalendarDate?

    /// A measure from its parts.
    public init(
        id: ID, text: String, body: Partner.ID, owner: String = "", due: CalendarDate? = nil,
        done: CalendarDate? = nil
    ) {
        self.id = id
        self.text = text
        self.body = body
        self.owner = owner
        self.due = due
        self.done = done
    }

    /// Whether it is not done although its day has passed.
    public func isOverdue(on date: CalendarDate) -> Bool {
        done == nil && due.map { $0 < date } == true
    }
}
