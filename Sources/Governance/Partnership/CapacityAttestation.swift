public import Records

/// Somebody's word that a body is something in law that its kind does not say.
public struct CapacityAttestation: Codable, Hashable, Sendable {
    /// What the body is.
    public let capacity: Capacity.ID
    /// Where that is written, such as "Schedule 8, paragraph 12, read on 3 March 2027".
    public let source: String
    /// The day on which it was recorded.
    public let date: CalendarDate

    /// An attestation from its parts.
    public init(capacity: Capacity.ID, source: String, date: CalendarDate) {
        self.capacity = capacity
        self.source = source
        self.date = date
    }
}

extension Partner {
    /// The body as the law catalogue sees it.
    public var legalBody: LegalBody { LegalBody(kind, attested: Set(attestations.map(\.capacity))) }

    /// The partner with one more capacity on record, in place of an earlier word on the same.
    public func attesting(_ attestation: CapacityAttestation) -> Partner {
        var partner = withdrawing(attestation.capacity)
        partner.attestations.append(attestation)
        return partner
    }

    /// The partner without what was recorded about a capacity.
    public func withdrawing(_ capacity: Capacity.ID) -> Partner {
        var partner = self
        partner.attestations.removeAll { $0.capacity == capacity }
        return partner
    }
}
