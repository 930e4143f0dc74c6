import GRDB
import Governance
import Records

extension Partner {
    static func fetch(_ id: Partner.ID, _ db: Database) throws -> Partner? {
        try String.fetchOne(
            db, sql: "SELECT document FROM partner WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }

    static func fetchAll(_ db: Database) throws -> [Partner] {
        try String.fetchAll(db, sql: "SELECT document FROM partner ORDER BY name")
            .map { try Document.value($0) }
    }

    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO partner (id, name, standing, document) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                standing = excluded.standing, document = excluded.document
                """,
            arguments: [id.rawValue, name, standing.rawValue, Document.text(self)])
    }
}
