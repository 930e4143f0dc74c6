import Decisions
import GRDB
import Governance
import Records

extension SharingAgreement {
    static func fetch(_ id: SharingAgreement.ID, _ db: Database) throws -> SharingAgreement? {
        try String.fetchOne(
            db, sql: "SELECT document FROM agreement WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }

    static func fetchAll(_ db: Database) throws -> [SharingAgreement] {
        try String.fetchAll(db, sql: "SELECT document FROM agreement ORDER BY id")
            .map { try Document.value($0) }
    }

    static func fetchAll(_ db: Database, of partner: Partner.ID) throws -> [SharingAgreement] {
        try String.fetchAll(
            db,
            sql: """
                SELECT document FROM agreement JOIN party ON party.agreement = agreement.id
                WHERE party.partner = ? ORDER BY agreement.id
                """,
            arguments: [partner.rawValue]
        ).map { try Document.value($0) }
    }

    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO agreement (id, version, stage, title, category, lastDay, document)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version,
                stage = excluded.stage, title = excluded.title, category = excluded.category,
                lastDay = excluded.lastDay, document = excluded.document
                """,
            arguments: [
                id.rawValue, version, stage.rawValue, terms.title, terms.category,
                terms.lastDay.description, Document.text(self),
            ])
        try db.execute(
            sql: "DELETE FROM party WHERE agreement = ?", arguments: [id.rawValue])
        for party in parties {
            try db.execute(
                sql: "INSERT INTO party (agreement, partner) VALUES (?, ?)",
                arguments: [id.rawValue, party.rawValue])
        }
    }
}

extension Framework {
    /// Everything that decisions are made from, as it stands in this transaction.
    static func fetch(_ reference: ReferenceData, _ db: Database) throws -> Framework {
        let partners = try Partner.fetchAll(db).map { ($0.id, $0.standing) }
        return Framework(
            partners: Dictionary(uniqueKeysWithValues: partners),
            agreements: try SharingAgreement.fetchAll(db),
            gateways: reference.gateways)
    }
}
