import GRDB
import Governance
import Records

extension MatchModel {
    init(_ row: Row) throws {
        guard let id = ID(row["id"] as String), let owner = Partner.ID(row["owner"] as String),
            let purpose = Purpose.ID(row["purpose"] as String),
            let state = State(rawValue: row["state"])
        else { throw Refusal.notFound("match model") }
        self.init(
            id: id, owner: owner, purpose: purpose, number: row["number"], state: state,
            revision: row["revision"], content: try Document.value(row["document"]))
    }

    static func fetch(_ id: ID, of partner: Partner.ID, _ db: Database) throws -> MatchModel {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM matchModel WHERE id = ? AND owner = ?",
            arguments: [id.rawValue, partner.rawValue])
        guard let row else { throw Refusal.notFound("match model") }
        return try MatchModel(row)
    }

    /// The version in use for a purpose, if one is signed off.
    static func inUse(_ purpose: Purpose.ID, of partner: Partner.ID, _ db: Database) throws
        -> MatchModel?
    {
        try Row.fetchOne(
            db,
            sql: """
                SELECT * FROM matchModel
                WHERE owner = ? AND purpose = ? AND state = 'signed-off'
                """,
            arguments: [partner.rawValue, purpose.rawValue]
        ).map { try MatchModel($0) }
    }

    static func nextNumber(_ purpose: Purpose.ID, of partner: Partner.ID, _ db: Database) throws
        -> Int
    {
        let last = try Int.fetchOne(
            db, sql: "SELECT MAX(number) FROM matchModel WHERE owner = ? AND purpose = ?",
            arguments: [partner.rawValue, purpose.rawValue])
        return (last ?? 0) + 1
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO matchModel (id, owner, purpose, number, state, revision, document)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.rawValue, owner.rawValue, purpose.rawValue, number, state.rawValue, revision,
                try Document.text(content),
            ])
    }

    /// Stores a change and answers the version as it stands then.
    func updated(_ state: State, _ content: Content, _ db: Database) throws -> MatchModel {
        let next = MatchModel(
            id: id, owner: owner, purpose: purpose, number: number, state: state,
            revision: revision + 1, content: content)
        try db.execute(
            sql: "UPDATE matchModel SET state = ?, revision = ?, document = ? WHERE id = ?",
            arguments: [
                state.rawValue, next.revision, try Document.text(content), id.rawValue,
            ])
        return next
    }

    /// Refuses a change of a version that is closed, or that somebody changed meanwhile.
    func requireOpen(seen: Int) throws {
        guard state.isOpen else {
            throw Refusal(
                .conflict, "model-closed", "A version that was signed off does not change.",
                fix: "Draft a new version that starts from it.")
        }
        guard seen == revision else {
            throw Refusal(
                .conflict, "changed-meanwhile",
                "Somebody changed this version since you opened it.",
                fix: "Open it again and look at what was changed.")
        }
    }
}
