import GRDB
public import Governance
public import Records

extension Store {
    /// Drafts an agreement; it gets the next running number.
    ///
    /// - Throws: `Refusal` when the role does not allow it, or a party is unknown.
    public func draft(_ terms: SharingAgreement.Terms, by person: Practitioner) async throws
        -> SharingAgreement
    {
        try await draft(terms, as: nil, by: person)
    }

    /// Drafts an agreement under a chosen code; for imports and the demonstration.
    ///
    /// - Throws: `Refusal` when the code is taken, the role does not allow it, or a party is
    ///   unknown.
    public func draft(
        _ terms: SharingAgreement.Terms, as id: SharingAgreement.ID?, by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.draftAgreement, of: person)
        try Self.requireParty(person, of: terms)
        let moment = now
        return try await transact { db in
            try Self.checkParties(terms, db)
            let agreement = SharingAgreement(id: try id ?? Self.nextAgreementID(db), terms: terms)
            guard try AgreementHistory.fetch(agreement.id, db) == nil else {
                throw Refusal(.conflict, "agreement-exists", "The code \(agreement.id) is taken.")
            }
            try Self.store(agreement, "agreement-drafted", by: person, at: moment, db)
            return agreement
        }
    }

    /// Changes the terms of a draft.
    ///
    /// `expected`: the terms that the person had read; a newer draft is refused.
    /// - Throws: `Refusal` when the draft changed meanwhile or is no draft any more.
    public func revise(
        _ id: SharingAgreement.ID, to terms: SharingAgreement.Terms,
        from expected: SharingAgreement.Terms, by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.draftAgreement, of: person)
        return try await step(id, "agreement-revised", by: person) { agreement in
            guard agreement.terms == expected else {
                throw Refusal(
                    .conflict, "changed-meanwhile",
                    "Somebody else changed this draft since you opened it.",
                    fix: "Look at the draft again and make your change there.")
            }
            return try agreement.revised(terms)
        }
    }

    static func requireParty(_ person: Practitioner, of terms: SharingAgreement.Terms) throws {
        guard terms.parties.contains(person.partner) else {
            throw Refusal(
                .notPermitted, "not-own-body", "Your own body must be a party to the agreement.",
                fix: "Add your body to the parties.")
        }
    }

    static func checkParties(_ terms: SharingAgreement.Terms, _ db: Database) throws {
        for party in terms.parties where try Partner.fetch(party, db) == nil {
            throw Refusal.notFound("partner")
        }
    }

    private static func nextAgreementID(_ db: Database) throws -> SharingAgreement.ID {
        let last = try Int.fetchOne(
            db,
            sql: """
                SELECT MAX(CAST(SUBSTR(id, 5) AS INTEGER)) FROM agreement WHERE id GLOB 'isp-[0-9]*'
                """)
        let digits = String((last ?? 0) + 1)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return SharingAgreement.ID(stringLiteral: "isp-\(padded)")
    }
}
