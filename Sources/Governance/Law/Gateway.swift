public import Records

/// A statute or rule that allows, or demands, that information is shared.
///
/// Several entries may have one `id`: they are versions, whose periods never overlap.
public struct Gateway: Codable, Hashable, Sendable, Identifiable {
    /// Names a gateway, such as `lgfa-11`.
    public typealias ID = Identifier<Gateway>

    /// Whether the holder may share or must.
    public enum Effect: String, Codable, Hashable, Sendable, CaseIterable {
        /// The holder may share.
        case power
        /// The holder must share.
        case duty
        /// Says why bodies work together; nothing can be shared under it.
        case context

        /// As people say it.
        public var label: String {
            switch self {
            case .power: "Power: the holder may share"
            case .duty: "Duty: the holder must act"
            case .context: "Background: nothing is shared under it"
            }
        }
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
    /// Who, whom, what for and what: the rules that Weft checks.
    public let rules: Rules
    /// What only a person can check before relying on it.
    public let checks: [String]
    /// What must be on record for it.
    public let evidence: [String]
    /// What must be on record by whoever has the duty and does not share; nil where nothing is.
    public let refusing: String?
    /// Where it applies, if not in all of England and Wales.
    public let territory: String?
    /// The offence that wrongful sharing may be, if the entry names one.
    public let offence: String?

    /// Whether it may be relied on, on a day.
    public func isInForce(on date: CalendarDate) -> Bool {
        from.hasBegun(on: date) && date <= (until ?? date)
    }

    /// A gateway from its parts.
    public init(
        id: ID, citation: String, meaning: String, effect: Effect, limits: String,
        from: Commencement, until: CalendarDate?, source: String, isVerified: Bool,
        rules: Rules = Rules(), checks: [String] = [], evidence: [String] = [],
        refusing: String? = nil, territory: String? = nil, offence: String? = nil
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
        self.rules = rules
        self.checks = checks
        self.evidence = evidence
        self.refusing = refusing
        self.territory = territory
        self.offence = offence
    }

    /// Reads an entry; lists and rules that are left out are empty.
    public init(from decoder: any Decoder) throws {
        let entry = try decoder.container(keyedBy: CodingKeys.self)
        id = try entry.decode(ID.self, forKey: .id)
        citation = try entry.decode(String.self, forKey: .citation)
        meaning = try entry.decode(String.self, forKey: .meaning)
        effect = try entry.decode(Effect.self, forKey: .effect)
        limits = try entry.decode(String.self, forKey: .limits)
        from = try entry.decode(Commencement.self, forKey: .from)
        until = try entry.decodeIfPresent(CalendarDate.self, forKey: .until)
        source = try entry.decode(String.self, forKey: .source)
        isVerified = try entry.decode(Bool.self, forKey: .isVerified)
        rules = try entry.decodeIfPresent(Rules.self, forKey: .rules) ?? Rules()
        checks = try entry.decodeIfPresent([String].self, forKey: .checks) ?? []
        evidence = try entry.decodeIfPresent([String].self, forKey: .evidence) ?? []
        refusing = try entry.decodeIfPresent(String.self, forKey: .refusing)
        territory = try entry.decodeIfPresent(String.self, forKey: .territory)
        offence = try entry.decodeIfPresent(String.self, forKey: .offence)
    }
}
