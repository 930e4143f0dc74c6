public import Records

/// What sort of information it is, as far as bars ask.
public enum InformationClass: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nobody can be recognised in it.
    case depersonalised
    /// About people who can be recognised.
    case personal
    /// About somebody as a patient.
    case patient
    /// Special category data (UK GDPR, Article 9).
    case special = "special-category"
    /// About offences or suspected offences (UK GDPR, Article 10).
    case criminal

    /// As people say it.
    public var label: String {
        switch self {
        case .depersonalised: "Depersonalised: nobody can be recognised in it"
        case .personal: "Personal: about people who can be recognised"
        case .patient: "About patients"
        case .special: "Special category: health, ethnicity, beliefs and the like"
        case .criminal: "About offences, proven or not"
        }
    }
}

/// What a law does not allow; it applies when every condition that it states holds.
///
/// Bars only take away: none of them ever makes a gateway available.
public struct Bar: Codable, Hashable, Sendable {
    /// A stable code, such as `patients`.
    public let code: String
    /// What is not allowed, in one sentence.
    public let sentence: String
    /// What can be done instead, in one sentence.
    public let fix: String
    /// Applies when the holder is one of these; empty: whoever holds.
    public let holders: Set<Capacity.ID>
    /// Applies when the receiver is one of these; empty: whoever asks.
    public let receivers: Set<Capacity.ID>
    /// Applies to information of one of these sorts; empty: any.
    public let classes: Set<InformationClass>
    /// Applies to what is held for one of these purposes; empty: whatever it is held for.
    public let heldFor: Set<Purpose.ID>
    /// Does not apply to these uses; empty: applies to every use.
    public let usesLeft: Set<Purpose.ID>

    /// A bar from its parts.
    public init(
        code: String, sentence: String, fix: String, holders: Set<Capacity.ID> = [],
        receivers: Set<Capacity.ID> = [], classes: Set<InformationClass> = [],
        heldFor: Set<Purpose.ID> = [], usesLeft: Set<Purpose.ID> = []
    ) {
        self.code = code
        self.sentence = sentence
        self.fix = fix
        self.holders = holders
        self.receivers = receivers
        self.classes = classes
        self.heldFor = heldFor
        self.usesLeft = usesLeft
    }

    /// Reads a bar; conditions that are left out are empty.
    public init(from decoder: any Decoder) throws {
        let bar = try decoder.container(keyedBy: CodingKeys.self)
        func set<Value: Hashable & Decodable>(_ key: CodingKeys) throws -> Set<Value> {
            try bar.decodeIfPresent(Set<Value>.self, forKey: key) ?? []
        }
        code = try bar.decode(String.self, forKey: .code)
        sentence = try bar.decode(String.self, forKey: .sentence)
        fix = try bar.decode(String.self, forKey: .fix)
        holders = try set(.holders)
        receivers = try set(.receivers)
        classes = try set(.classes)
        heldFor = try set(.heldFor)
        usesLeft = try set(.usesLeft)
    }
}

/// A prohibition that no gateway sets aside, unless it is named as an exception.
public struct Prohibition: Codable, Hashable, Sendable {
    /// The statute with its section.
    public let citation: String
    /// What it forbids, and when.
    public let bar: Bar
    /// The gateways that it leaves alone.
    public let except: Set<Gateway.ID>
    /// When it began.
    public let from: Commencement
    /// The last day on which it applies, if it has one.
    public let until: CalendarDate?
    /// Where the entry was read, with the day of reading.
    public let source: String
    /// Whether somebody checked the entry against the statute itself.
    public let isVerified: Bool

    /// A prohibition from its parts.
    public init(
        citation: String, bar: Bar, except: Set<Gateway.ID>, from: Commencement,
        until: CalendarDate?, source: String, isVerified: Bool
    ) {
        self.citation = citation
        self.bar = bar
        self.except = except
        self.from = from
        self.until = until
        self.source = source
        self.isVerified = isVerified
    }

    /// Whether it applies on a day.
    public func isInForce(on date: CalendarDate) -> Bool {
        from.hasBegun(on: date) && date <= (until ?? date)
    }
}
