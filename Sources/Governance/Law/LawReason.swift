public import Records

/// One reason why a gateway cannot be relied on.
public enum LawReason: Hashable, Sendable {
    /// Nothing is shared under it.
    case background
    /// It has not begun by the day, as far as the catalogue knows.
    case notInForce(Commencement)
    /// It ended on this day.
    case ended(CalendarDate)
    /// The holder is none of these.
    case holder(Set<Capacity.ID>)
    /// The receiver is none of these.
    case receiver(Set<Capacity.ID>)
    /// It is about giving information to another body.
    case onlyBetween
    /// It is about one body's own use.
    case onlyWithin
    /// It is not for this purpose.
    case purpose(Purpose.ID)
    /// The receiver must ask first.
    case notRequested
    /// The person concerned must agree.
    case notAgreed
    /// It covers none of the items asked for, only these.
    case items(Set<DataItem.ID>)
    /// It depends on what the information is held for, and nobody said.
    case heldForUnknown
    /// A limit of its own applies.
    case bar(Bar)
    /// A prohibition in other law applies.
    case prohibition(String, Bar)

    /// A stable code for JSON and for refusals.
    public var code: String {
        switch self {
        case .background: "background"
        case .notInForce: "not-in-force"
        case .ended: "ended"
        case .holder: "holder"
        case .receiver: "receiver"
        case .onlyBetween: "only-between"
        case .onlyWithin: "only-within"
        case .purpose: "purpose"
        case .notRequested: "not-requested"
        case .notAgreed: "not-agreed"
        case .items: "items"
        case .heldForUnknown: "held-for-unknown"
        case .bar(let bar): "bar-\(bar.code)"
        case .prohibition(_, let bar): "prohibition-\(bar.code)"
        }
    }

    /// Whether it lies in the bodies, the purpose or the law, so that asking changes nothing.
    public var isLasting: Bool {
        switch self {
        case .background, .notInForce, .ended, .holder, .receiver, .onlyBetween, .onlyWithin,
            .purpose:
            true
        case .notRequested, .notAgreed, .items, .heldForUnknown, .bar, .prohibition: false
        }
    }
}
