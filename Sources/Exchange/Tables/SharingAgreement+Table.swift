import Decisions
import GRDB
import Governance
import Records

extension AgreementHistory {
    /// Every version of an agreement; nil when there is none.
    static func fetch(_ id: SharingAgreement.ID, _ db: Database) throws -> AgreementHistory? {
        AgreementHistory(
            try String.fetchAll(
                db, sql: "SELECT document FROM agreementVersion WHERE agreement = ?",
                arguments: [id.rawValue]
            ).map { try Document.value($0) })
    }

    /// Every agreement of which the body is or was a party of a version, in order of their codes.
    static func fetchAll(_ db: Database, of partner: Partner.ID) throws -> [AgreementHistory] {
        try grouped(
            String.fetchAll(
                db,
                sql: """
                    SELECT document FROM agreementVersion JOIN party USING (agreement)
                    WHERE party.partner = ? ORDER BY agreement, version
                    """,
                arguments: [partner.rawValue]))
    }

    /// Every agreement, in order of their codes.
    static func fetchAll(_ db: Database) throws -> [AgreementHistory] {
        try grouped(
            String.fetchAll(
                db, sql: "SELECT document FROM agreementVersion ORDER BY agreement, version"))
    }

    private static func grouped(_ documents: [String]) throws -> [AgreementHistory] {
        var histories: [[SharingAgreement]] = []
        for document in documents {
            let version: SharingAgreement = try Document.value(document)
            if histories.last?.first?.id == version.id {
                histories[histories.count - 1].append(version)
            } else {
                histories.append([version])
            }
        }
        return histories.compactMap { AgreementHistory($0) }
    }
}

extension SharingAgreement {
    /// The version that counts on a day.
    static func fetch(_ id: SharingAgreement.ID, on date: CalendarDate, _ db: Database) throws
        -> SharingAgreement?
    {
        try AgreementHistory.fetch(id, db)?.current(on: date)
    }

    /// Stores a version; the agreement is called by its latest signed title.
    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO agreement (id, title) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET title = excluded.title
                WHERE ? OR NOT EXISTS (
                    SELECT 1 FROM agreementVersion WHERE agreement = excluded.id AND version <> ?)
                """,
            arguments: [id.rawValue, terms.title, isSigned, version])
        try db.execute(
            sql: """
                INSERT INTO agreementVersion
                    (agreement, version, stage, start, lastDay, review, replacedFrom, title,
                    category, summary, purpose, lead, parties, underReview, document)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (agreement, version) DO UPDATE SET stage = excluded.stage,
                start = excluded.start, lastDay = excluded.lastDay, review = excluded.review,
                replacedFrom = excluded.replacedFrom, title = excluded.title,
                category = excluded.category, summary = excluded.summary,
                purpose = excluded.purpose, lead = excluded.lead, parties = excluded.parties,
                underReview = excluded.underReview, document = excluded.document
                """,
            arguments: [
                id.rawValue, version, stage.rawValue, terms.start.description,
                terms.lastDay.description, reviewDate.description, replacedFrom?.description,
                terms.title, terms.category, terms.summary, terms.purpose.rawValue,
                terms.lead.rawValue, Document.text(parties), openReview != nil, Document.text(self),
            ])
        try saveParties(db)
    }

    private func saveParties(_ db: Database) throws {
        let readers = try AgreementHistory.fetch(id, db)?.readers ?? []
        try db.execute(
            sql: "DELETE FROM party WHERE agreement = ?", arguments: [id.rawValue])
        for party in readers.sorted() {
            try db.execute(
                sql: "INSERT INTO party (agreement, partner) VALUES (?, ?)",
                arguments: [id.rawValue, party.rawValue])
        }
    }
}

extension Framework {
    /// Everything that decisions of a day about one agreement are made from, as it stands in this
    /// transaction.
    ///
    /// - Complexity: O(partners); other agreements are not read.
    static func fetch(
        _ reference: ReferenceData, on date: CalendarDate, of id: SharingAgreement.ID,
        _ db: Database
    ) throws -> Framework {
        let partners = try Row.fetchAll(db, sql: "SELECT id, standing FROM partner").compactMap {
            row -> (Partner.ID, Partner.Standing)? in
            guard let id = Partner.ID(row["id"] as String),
                let standing = Partner.Standing(rawValue: row["standing"])
            else { return nil }
            return (id, standing)
        }
        return Framework(
            partners: Dictionary(uniqueKeysWithValues: partners),
            agreements: try AgreementHistory.fetch(id, db)?.deciding(on: date) ?? [],
            gateways: reference.gateways)
    }
}
