public import Records

/// Something that shows that a body looks after information well, and until when (R27).
public struct Assurance: Codable, Hashable, Sendable, Identifiable {
    /// Names an assurance in addresses and log entries; made at random.
    public typealias ID = Identifier<Assurance>

    /// What it is; partners look for the first four.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// The Data Security and Protection Toolkit of the NHS.
        case securityToolkit = "dspt"
        /// Registration with the Information Commissioner's Office.
        case registration = "ico"
        /// Cyber Essentials or Cyber Essentials Plus.
        case cyberEssentials = "cyber-essentials"
        /// Training of staff in data protection.
        case training
        /// Another certificate, such as ISO/IEC 27001.
        case other

        /// As people say it.
        public var label: String {
            switch self {
            case .securityToolkit: "Data Security and Protection Toolkit"
            case .registration: "Registration with the Information Commissioner"
            case .cyberEssentials: "Cyber Essentials"
            case .training: "Training in data protection"
            case .other: "Another certificate"
            }
        }

        /// What every partner is asked for; a body may have reasons to lack one.
        public static let usual: [Kind] = [
            .securityToolkit, .registration, .cyberEssentials, .training,
        ]
    }

    /// Something that the body will do about a gap.
    public struct Step: Codable, Hashable, Sendable {
        /// What will be done; names no person.
        public let text: String
        /// The post that does it.
        public let owner: String
        /// The day by which it is done.
        public let due: CalendarDate
        /// The day on which it was done.
        public internal(set) var done: CalendarDate?

        /// A step that is still to be taken.
        public init(_ text: String, owner: String, due: CalendarDate) {
            self.text = text
            self.owner = owner
            self.due = due
            done = nil
        }
    }

    /// Names it.
    public let id: ID
    /// The body that it is about.
    public let partner: Partner.ID
    /// What it is.
    public let kind: Kind
    /// The level or result, such as "Standards met" or a number of registration.
    public let level: String
    /// Where it can be looked up.
    public let evidence: String
    /// The day on which the body looked it up.
    public let checkedOn: CalendarDate
    /// The last day on which it holds; nil where it does not run out.
    public let lastDay: CalendarDate?
    /// What is still to be done.
    public private(set) var plan: [Step]

    /// An assurance from its parts.
    public init(
        id: ID, partner: Partner.ID, kind: Kind, level: String, evidence: String,
        checkedOn: CalendarDate, lastDay: CalendarDate?, plan: [Step] = []
    ) {
        self.id = id
        self.partner = partner
        self.kind = kind
        self.level = level
        self.evidence = evidence
        self.checkedOn = checkedOn
        self.lastDay = lastDay
        self.plan = plan
    }
}

extension Assurance {
    /// How an assurance stands on a day, the worst last.
    public enum Standing: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
        /// It holds, and nothing is left to do.
        case holds
        /// It holds, and there is a plan for what is left.
        case planned
        /// It runs out within three months.
        case endsSoon = "ends-soon"
        /// It holds, but a step of the plan is late.
        case late
        /// It has run out.
        case ended
        /// There is none.
        case missing

        /// As people say it.
        public var label: String {
            switch self {
            case .holds: "Holds"
            case .planned: "Holds, with a plan"
            case .endsSoon: "Ends soon"
            case .late: "A step is late"
            case .ended: "Has ended"
            case .missing: "None recorded"
            }
        }

        /// Better stands before worse.
        public static func < (left: Standing, right: Standing) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    /// How many months before its end an assurance ends soon.
    public static let notice = 3

    /// How it stands on a day; on its last day it still holds.
    public func standing(on date: CalendarDate) -> Standing {
        if let lastDay, lastDay < date { return .ended }
        if plan.contains(where: { $0.done == nil && $0.due < date }) { return .late }
        if let lastDay, lastDay.saturating(months: -Self.notice) <= date { return .endsSoon }
        return plan.contains { $0.done == nil } ? .planned : .holds
    }

    /// The assurance with a further step.
    public func planning(_ step: Step) -> Assurance {
        var assurance = self
        assurance.plan.append(step)
        return assurance
    }

    /// The assurance after a step was done; nil where there is no such step, or it was done before.
    public func doing(step: Int, on date: CalendarDate) -> Assurance? {
        guard plan.indices.contains(step), plan[step].done == nil else { return nil }
        var assurance = self
        assurance.plan[step].done = date
        return assurance
    }
}

extension [Assurance] {
    /// The assurance of a kind that counts: the one that was looked up last.
    public func latest(_ kind: Assurance.Kind) -> Assurance? {
        filter { $0.kind == kind }.max { ($0.checkedOn, $0.id) < ($1.checkedOn, $1.id) }
    }

    /// How a kind stands on a day.
    public func standing(_ kind: Assurance.Kind, on date: CalendarDate) -> Assurance.Standing {
        latest(kind)?.standing(on: date) ?? .missing
    }
}
