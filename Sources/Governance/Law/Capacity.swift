public import Records

/// What a body is in law, such as a billing authority; the list is data, not code.
public struct Capacity: Codable, Hashable, Sendable, Identifiable {
    /// Names a capacity, such as `billing-authority`.
    public typealias ID = Identifier<Capacity>

    /// Names the capacity.
    public let id: ID
    /// As people say it, such as "a billing authority".
    public let label: String
    /// Who has it, in one sentence.
    public let meaning: String
    /// Every body of these kinds has it.
    public let kinds: Set<Partner.Kind>
    /// The question to ask of a body of another kind that may have it; nil where none can.
    public let question: String?
    /// Where the entry was read, with the day of reading.
    public let source: String
    /// Whether somebody checked the entry against the statute itself.
    public let isVerified: Bool

    /// Whether a body may have it without being of one of its kinds.
    public var isAttested: Bool { question != nil }

    /// A capacity from its parts.
    public init(
        id: ID, label: String, meaning: String, kinds: Set<Partner.Kind>, question: String?,
        source: String, isVerified: Bool
    ) {
        self.id = id
        self.label = label
        self.meaning = meaning
        self.kinds = kinds
        self.question = question
        self.source = source
        self.isVerified = isVerified
    }
}

/// A body as the law sees it: its kind, and what somebody recorded about it.
public struct LegalBody: Hashable, Sendable {
    /// The sort of body.
    public let kind: Partner.Kind
    /// What it is in law beyond its kind; somebody answers for each of them.
    public let attested: Set<Capacity.ID>

    /// A body of a kind with further capacities.
    public init(_ kind: Partner.Kind, attested: Set<Capacity.ID> = []) {
        self.kind = kind
        self.attested = attested
    }
}
