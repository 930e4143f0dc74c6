import GRDB
import Governance
import Records

extension Practitioner {
    static func fetch(_ id: Practitioner.ID, _ db: Database) throws -> Practitioner? {
        try String.fetchOne(
            db, sql: "SELECT document FROM practitioner WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }

    static func fetch(email: String, _ db: Database) throws -> Practitioner? {
        try String.fetchOne(
            db, sql: "SELECT document FROM practitioner WHERE email = ?",
            arguments: [email.lowercased()]
        ).map { try Document.value($0) }
    }

    static func fetchAll(_ db: Database, of partner: Partner.ID? = nil) throws -> [Practitioner] {
        try String.fetchAll(
            db,
            sql: """
                SELECT document FROM practitioner WHERE ? IS NULL OR partner = ?
                ORDER BY partner, email
                """,
            arguments: [partner?.rawValue, partner?.rawValue]
        ).map { try Document.value($0) }
    }

    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO practitioner (id, partner, email, document) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET partner = excluded.partner,
                email = excluded.email, document = excluded.document
                """,
            arguments: [id.rawValue, partner.rawValue, email, Document.text(self)])
    }
}
