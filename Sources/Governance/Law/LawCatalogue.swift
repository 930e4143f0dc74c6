public import Records

/// A statute or rule that allows, or demands, that information is shared.
public struct Gateway: Codable, Hashable, Sendable, Identifiable {
    /// Names a gateway, such as `lgfa-11`.
    public typealias ID = Identifier<Gateway>

    /// Whether the holder may share or must.
    public enum Effect: String, Codable, Hashable, Sendable {
        /// The holder may share.
        case power
        /// The holder must share.
        case duty
    }

    /// Names the gateway.
    public let id: ID
    /// The statute with its section.
    public let citation: String
    /// What it allows, in one sentence.
    public let meaning: String
    /// Whether it is a power or a duty.
    public let effect: Effect
    /// The limits that a person must check, in plain words.
    public let limits: String
    /// When it began; stated for every entry, so that nothing counts as in force by silence.
    public let from: Commencement
    /// The last day on which it may be relied on, if it has one.
    public let until: CalendarDate?
    /// Where the entry was read, with the day of reading.
    public let source: String
    /// Whether somebody checked the entry against the statute itself.
    public let isVerified: Bool

    /// Whether it may be relied on, on a day.
    public func isInForce(on date: CalendarDate) -> Bool {
        from.hasBegun(on: date) && date <= (until ?? date)
    }

    /// A gateway from its parts.
    public init(
        id: ID, citation: String, meaning: String, effect: Effect, limits: String,
        from: Commencement, until: CalendarDate?, source: String, isVerified: Bool
    ) {
        self.id = id
        self.citation = citation
        self.meaning = meaning
        self.effect = effect
        self.limits = limits
        self.from = from
        self.until = until
        self.source = source
        self.isVerified = isVerified
    }
}
