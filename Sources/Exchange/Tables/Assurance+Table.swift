import GRDB
import Governance
import Records

extension Assurance {
    /// The table of assurances; a renewal is a row of its own.
    static let schema = """
        CREATE TABLE assurance (
            id TEXT PRIMARY KEY, partner TEXT NOT NULL REFERENCES partner, kind TEXT NOT NULL,
            checkedOn TEXT NOT NULL, document TEXT NOT NULL) STRICT;
        CREATE INDEX assuranceByPartner ON assurance (partner, kind, checkedOn);
        """

    static func fetch(_ id: Assurance.ID, _ db: Database) throws -> Assurance? {
        try String.fetchOne(
            db, sql: "SELECT document FROM assurance WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }

    /// The assurances of some bodies, the last looked up first.
    static func fetchAll(of partners: Set<Partner.ID>, _ db: Database) throws -> [Assurance] {
        try partners.sorted().flatMap { partner in
            try String.fetchAll(
                db,
                sql: """
                    SELECT document FROM assurance WHERE partner = ?
                    ORDER BY kind, checkedOn DESC, id DESC
                    """, arguments: [partner.rawValue]
            ).map { try Document.value($0) }
        }
    }

    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO assurance (id, partner, kind, checkedOn, document)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET document = excluded.document
                """,
            arguments: [
                id.rawValue, partner.rawValue, kind.rawValue, checkedOn.description,
                Document.text(self),
            ])
    }
}
