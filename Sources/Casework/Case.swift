public import Governance
public import Records

/// A piece of work that a confirmed match, or a referral, opened.
///
/// Its stage is the result of its events, which are never changed.
public struct Case: Hashable, Sendable, Identifiable {
    /// Names a case; made at random.
    public typealias ID = Identifier<Case>

    /// Names the case.
    public let id: ID
    /// The running number that people use, such as `CT-2026-0007`.
    public let reference: String
    /// The body that works it.
    public let owner: Partner.ID
    /// What the pair that opened it lets the body ask.
    public let question: DiscountQuestion?
    /// What happened, in order.
    public let events: [CaseEvent]

    /// A case with its events so far.
    public init(
        id: ID, reference: String, owner: Partner.ID, question: DiscountQuestion?,
        events: [CaseEvent]
    ) {
        self.id = id
        self.reference = reference
        self.owner = owner
        self.question = question
        self.events = events
    }

    /// Where the case is.
    public func stage(in workflow: Workflow) -> Workflow.Stage {
        events.last?.stage ?? workflow.first
    }

    /// The outcome that counts: the last one recorded.
    public var outcome: CaseOutcome? { events.last { $0.outcome != nil }?.outcome }
}

/// One thing that happened to a case.
public struct CaseEvent: Codable, Hashable, Sendable {
    /// 1 for the first.
    public let number: Int
    /// The code of the step.
    public let step: String
    /// The stage after it.
    public let stage: Workflow.Stage
    /// When.
    public let at: Timestamp
    /// Who did it.
    public let by: Practitioner.ID
    /// What the person wrote; kept encrypted.
    public let note: String
    /// What was decided, for the step that decides.
    public let outcome: CaseOutcome?

    /// An event from its parts.
    public init(
        number: Int, step: String, stage: Workflow.Stage, at: Timestamp, by: Practitioner.ID,
        note: String, outcome: CaseOutcome?
    ) {
        self.number = number
        self.step = step
        self.stage = stage
        self.at = at
        self.by = by
        self.note = note
        self.outcome = outcome
    }
}

/// What a named person decided at the end of a case.
public struct CaseOutcome: Codable, Hashable, Sendable {
    /// What changes, in neutral words.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// The discount is right.
        case noChange = "no-change"
        /// The discount ends or changes.
        case discountEnds = "discount-ends"
        /// The council's own record was wrong and is put right.
        case recordCorrected = "record-corrected"
        /// The billing team knew already.
        case alreadyKnown = "already-known"
        /// Passed to another team.
        case referred

        /// As people say it.
        public var label: String {
            switch self {
            case .noChange: "The discount is right, nothing changes"
            case .discountEnds: "The discount ends or changes"
            case .recordCorrected: "Our record was wrong and is put right"
            case .alreadyKnown: "The billing team knew already"
            case .referred: "Passed to another team"
            }
        }
    }

    /// What changes.
    public let kind: Kind
    /// From which day, if something changes.
    public let effective: CalendarDate?
    /// How much more is billed, in pence; 0 when nothing is.
    public let billedPence: Int

    /// An outcome from its parts.
    public init(kind: Kind, effective: CalendarDate?, billedPence: Int) {
        self.kind = kind
        self.effective = effective
        self.billedPence = billedPence
    }
}
