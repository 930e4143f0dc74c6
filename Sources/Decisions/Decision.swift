public import Governance
public import Records

/// The answer to a sharing request.
public enum Decision: Hashable, Sendable {
    /// At least one item may be shared; the permit says which, and why the others may not.
    case permit(Permit)
    /// Nothing may be shared, for every one of these reasons.
    case deny([Ground])

    /// The permit, if there is one.
    public var permit: Permit? {
        if case .permit(let permit) = self { permit } else { nil }
    }

    /// Why nothing may be shared; empty for a permit.
    public var grounds: [Ground] {
        if case .deny(let grounds) = self { grounds } else { [] }
    }
}

/// Proof that items may be shared; only a decision makes one.
public struct Permit: Hashable, Sendable {
    /// What one item may be shared under.
    public struct Grant: Hashable, Sendable {
        /// The agreement relied on.
        public let agreement: SharingAgreement.ID
        /// Its version.
        public let version: Int
        /// The clause that lists the item.
        public let clause: String
        /// The day by which a received copy is deleted.
        public let deleteBy: CalendarDate
    }

    /// The question that was asked.
    public let request: SharingRequest
    /// The day for which it was answered.
    public let date: CalendarDate
    /// The items that may be shared, each with its agreement and clause.
    public let grants: [DataItem.ID: Grant]

    init(request: SharingRequest, date: CalendarDate, grants: [DataItem.ID: Grant]) {
        self.request = request
        self.date = date
        self.grants = grants
    }

    /// The items that may be shared.
    public var items: Set<DataItem.ID> { Set(grants.keys) }

    /// The items that were asked for and may not be shared, because no agreement lists them.
    public var withheld: Set<DataItem.ID> { request.items.subtracting(grants.keys) }

    /// The earliest day by which a received copy is deleted.
    public var deleteBy: CalendarDate { grants.values.map(\.deleteBy).min() ?? date }

    /// The agreements relied on, in order.
    public var agreements: [SharingAgreement.ID] { Set(grants.values.map(\.agreement)).sorted() }
}
