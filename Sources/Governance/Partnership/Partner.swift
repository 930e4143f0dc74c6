public import Records

/// A body that takes part in the partnership.
public struct Partner: Codable, Hashable, Sendable, Identifiable {
    /// Names a partner in addresses and log entries.
    public typealias ID = Identifier<Partner>

    /// Where a partner stands on its way through the partnership (governance.md R1).
    public enum Standing: String, Codable, Hashable, Sendable, CaseIterable {
        /// Has asked to join and has not signed the charter.
        case applied
        /// Has signed the charter and may share.
        case active
        /// Has signed the charter, but may not share for now.
        case suspended
        /// Has left.
        case withdrawn
    }

    /// Names the partner.
    public let id: ID
    /// The name as the body writes it.
    public let name: String
    /// What sort of body it is.
    public let kind: Kind
    /// Registration number with the Information Commissioner's Office, or empty.
    public let registration: String
    /// Where people write to about data protection; a shared mailbox, not a person's.
    public let contact: String
    /// Where it stands.
    public internal(set) var standing: Standing
    /// The signature under the charter, once there is one.
    public internal(set) var charter: CharterSignature?
    /// What it is in law beyond its kind, each with who says so.
    public internal(set) var attestations: [CapacityAttestation]

    /// Who took over its tasks, when a body has ended.
    public internal(set) var successors: [Partner.ID]

    /// A body that asks to join.
    public init(id: ID, name: String, kind: Kind, registration: String, contact: String) {
        self.id = id
        self.name = name
        self.kind = kind
        self.registration = registration
        self.contact = contact
        standing = .applied
        charter = nil
        attestations = []
        successors = []
    }
}

/// The signature of a partner's top post under the charter.
public struct CharterSignature: Codable, Hashable, Sendable {
    /// The version of the charter that was signed, such as `2026-1`.
    public let charter: String
    /// The post that signed, such as "Chief Executive".
    public let post: String
    /// The day of signing.
    public let date: CalendarDate

    /// A signature under a version of the charter.
    public init(charter: String, post: String, date: CalendarDate) {
        self.charter = charter
        self.post = post
        self.date = date
    }
}

extension Partner {
    /// Why a step of a partner is refused.
    public enum Refusal: Error, Hashable, Sendable {
        /// The charter is signed already.
        case alreadySigned
        /// The step is not open to a partner with this standing.
        case notOpen(to: Standing)
    }

    /// The partner after its top post signed the charter; it becomes active.
    ///
    /// - Throws: `Refusal` when the charter is signed already or the partner has left.
    public func signing(_ signature: CharterSignature) throws(Refusal) -> Partner {
        guard standing != .withdrawn else { throw .notOpen(to: standing) }
        guard charter == nil else { throw .alreadySigned }
        var partner = self
        partner.charter = signature
        partner.standing = .active
        return partner
    }

    /// The partner after its tasks passed to others: it has left, and says to whom.
    ///
    /// - Throws: `Refusal` when it has left already.
    public func succeeded(by successors: Set<Partner.ID>) throws(Refusal) -> Partner {
        guard standing != .withdrawn else { throw .notOpen(to: standing) }
        var partner = self
        partner.standing = .withdrawn
        partner.successors = successors.sorted()
        return partner
    }

    /// The partner after it was suspended, taken back or has left.
    ///
    /// Without the charter a body can only leave: were it suspended, its own signature would make
    /// it active.
    ///
    /// - Throws: `Refusal` when the partner has left, or has no charter and would not leave.
    public func changing(to standing: Standing) throws(Refusal) -> Partner {
        guard self.standing != .withdrawn, standing != .applied,
            standing == .withdrawn || charter != nil
        else { throw .notOpen(to: self.standing) }
        var partner = self
        partner.standing = standing
        return partner
    }
}
