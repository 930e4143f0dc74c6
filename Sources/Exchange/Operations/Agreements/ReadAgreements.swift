public import Decisions
import GRDB
public import Governance
public import Records

extension Store {
    /// The agreements of which the person's body is or was a party, each as the body reads it
    /// today, in order of their codes.
    public func agreements(seenBy person: Practitioner) async throws -> [SharingAgreement] {
        let date = today
        return try await read { db in
            try AgreementHistory.fetchAll(db, of: person.partner)
                .compactMap { $0.version(readBy: person.partner, on: date) }
        }
    }

    /// The same with what comes later: a signed version that has not started, and a text that is
    /// being written or approved.
    public func liveVersions(seenBy person: Practitioner) async throws -> [SharingAgreement] {
        let date = today
        return try await read { db in
            try AgreementHistory.fetchAll(db, of: person.partner)
                .flatMap { $0.live(for: person.partner, on: date) }
        }
    }

    /// One agreement as the person's body reads it today.
    ///
    /// - Throws: `Refusal.notFound`, also for an agreement of others.
    public func agreement(_ id: SharingAgreement.ID, seenBy person: Practitioner) async throws
        -> SharingAgreement
    {
        let date = today
        let history = try await history(of: id, seenBy: person)
        guard let agreement = history.version(readBy: person.partner, on: date) else {
            throw Refusal.notFound("agreement")
        }
        return agreement
    }

    /// Every version of an agreement of which the person's body is or was a party.
    ///
    /// - Throws: `Refusal.notFound`, also for an agreement of others.
    public func history(of id: SharingAgreement.ID, seenBy person: Practitioner) async throws
        -> AgreementHistory
    {
        let history = try await read { db in try AgreementHistory.fetch(id, db) }
        guard let history, history.readers.contains(person.partner) else {
            throw Refusal.notFound("agreement")
        }
        return history
    }

    /// The text of an agreement that can be changed or approved, else the one that counts.
    ///
    /// - Throws: `Refusal.notFound`, also when the body is no party of that text.
    public func workingText(of id: SharingAgreement.ID, seenBy person: Practitioner) async throws
        -> SharingAgreement
    {
        let date = today
        let history = try await history(of: id, seenBy: person)
        let text = history.working ?? history.version(readBy: person.partner, on: date)
        guard let text, text.terms.parties.contains(person.partner) else {
            throw Refusal.notFound("agreement")
        }
        return text
    }

    /// What bodies, agreements, purposes, data sets and items are called.
    public func names() async throws -> Names {
        let reference = reference
        return try await read { db in try Self.names(reference, db) }
    }

    static func names(_ reference: ReferenceData, _ db: Database) throws -> Names {
        let partners = try Row.fetchAll(db, sql: "SELECT id, name FROM partner").map {
            (Partner.ID(stringLiteral: $0["id"]), $0["name"] as String)
        }
        let agreements = try Row.fetchAll(db, sql: "SELECT id, title FROM agreement").map {
            (SharingAgreement.ID(stringLiteral: $0["id"]), $0["title"] as String)
        }
        return reference.names(
            partners: Dictionary(uniqueKeysWithValues: partners),
            agreements: Dictionary(uniqueKeysWithValues: agreements))
    }
}
