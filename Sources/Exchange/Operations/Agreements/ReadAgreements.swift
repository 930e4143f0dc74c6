public import Decisions
import GRDB
public import Governance
public import Records

extension Store {
    /// The agreements that the person's body is a party to, in order of their codes.
    public func agreements(seenBy person: Practitioner) async throws -> [SharingAgreement] {
        try await read { db in try SharingAgreement.fetchAll(db, of: person.partner) }
    }

    /// One agreement that the person's body is a party to.
    ///
    /// - Throws: `Refusal.notFound`, also for an agreement of others.
    public func agreement(_ id: SharingAgreement.ID, seenBy person: Practitioner) async throws
        -> SharingAgreement
    {
        let agreement = try await read { db in try SharingAgreement.fetch(id, db) }
        guard let agreement, agreement.terms.parties.contains(person.partner) else {
            throw Refusal.notFound("agreement")
        }
        return agreement
    }

    /// The agreements in force, for everybody to read.
    public func register() async throws -> [SharingAgreement] {
        let date = today
        return try await read { db in
            try SharingAgreement.fetchAll(db).filter { $0.standing(on: date) == .inForce }
        }
    }

    /// What bodies, agreements, purposes, data sets and items are called.
    public func names() async throws -> Names {
        let reference = reference
        return try await read { db in try Self.names(reference, db) }
    }

    static func names(_ reference: ReferenceData, _ db: Database) throws -> Names {
        let partners = try Partner.fetchAll(db).map { ($0.id, $0.name) }
        let agreements = try SharingAgreement.fetchAll(db).map { ($0.id, $0.terms.title) }
        return reference.names(
            partners: Dictionary(uniqueKeysWithValues: partners),
            agreements: Dictionary(uniqueKeysWithValues: agreements))
    }
}
