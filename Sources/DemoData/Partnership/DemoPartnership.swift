public import Governance
public import Records

/// Ambermere: an invented partnership in its first year, with agreements in every standing.
///
/// All bodies, people and numbers are invented. Every date follows from `today`, so that the
/// standings hold whenever the demonstration is started.
public struct DemoPartnership: Hashable, Sendable {
    /// What the partnership calls itself.
    public static let name = "Ambermere"
    /// The version of the charter that its members sign.
    public static let charter = "2026-1"

    /// The day on which the standings below hold.
    public let today: CalendarDate
    /// Everything that was done so far, in order of date.
    public let steps: [DemoStep]
    /// What the agreements are on `today`, in order of their numbers.
    public let agreements: [Promise]

    /// The partnership as it is on a day.
    public init(today: CalendarDate) {
        self.today = today
        let scripts = Self.scripts(today)
        agreements = scripts.map(\.promise)
        let all = Self.joining(today) + scripts.flatMap(\.steps)
        // On one day the written order stays: a party signs what was sent before.
        let order = all.indices.sorted { (all[$0].date, $0) < (all[$1].date, $1) }
        steps = order.map { all[$0] }
    }

    /// All bodies as they asked to join, in order of their codes.
    public var partners: [Partner] { Self.bodies.sorted { $0.id < $1.id } }

    /// All people with an account, in order of their codes.
    public var practitioners: [Practitioner] { Self.people.sorted { $0.id < $1.id } }

    /// The person with a code.
    public func practitioner(_ id: Practitioner.ID) -> Practitioner? {
        Self.people.first { $0.id == id }
    }
}

extension DemoPartnership {
    /// What an agreement is on `today`, once the steps are replayed.
    public struct Promise: Hashable, Sendable, Identifiable {
        /// The agreement.
        public let id: SharingAgreement.ID
        /// What it is.
        public let standing: SharingAgreement.Standing
        /// How its review date lies.
        public let review: SharingAgreement.ReviewStanding
    }

    struct Script {
        let promise: Promise
        let steps: [DemoStep]

        init(
            _ id: SharingAgreement.ID, _ standing: SharingAgreement.Standing,
            review: SharingAgreement.ReviewStanding = .notDue, _ steps: [DemoStep]
        ) {
            promise = Promise(id: id, standing: standing, review: review)
            self.steps = steps
        }
    }
}
