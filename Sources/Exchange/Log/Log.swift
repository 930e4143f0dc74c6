import Foundation
import GRDB
import Governance
import Records
import Transparency

/// The log in the database: leaves, the hashes of the tree, bodies and signed checkpoints.
enum Log {
    /// Adds an entry to the tree, in the caller's transaction.
    ///
    /// - Returns: the number of the entry, 0 for the first.
    @discardableResult
    static func append(
        _ entry: LogEntry, by actor: Practitioner?, at moment: Timestamp, to db: Database
    ) throws -> Int {
        var range = try edge(db)
        // An entry on a changed edge would make the next checkpoint wrong for ever.
        if let last = try checkpoint(db), last.size == range.size, last.root != range.root {
            throw Store.OpenFailure.damaged("logEdge")
        }
        let number = range.size
        let salt = Secret.bytes(32)
        let id = Secret.code(of: LogEntry.self).rawValue
        let (leaf, body) = entry.layers(
            id: id, at: moment, by: actor?.id.rawValue ?? "operator", salt: salt)
        try db.execute(
            sql: "INSERT INTO logEntry (number, leaf) VALUES (?, ?)",
            arguments: [number, Data(leaf)])
        try db.execute(
            sql: "INSERT INTO logBody (number, salt, body) VALUES (?, ?, ?)",
            arguments: [number, salt, Data(body)])
        for partner in entry.parties {
            try db.execute(
                sql: "INSERT INTO logParty (partner, number) VALUES (?, ?)",
                arguments: [partner.rawValue, number])
        }
        for hash in range.append(.leaf(leaf)) {
            try db.execute(
                sql: "INSERT INTO logHash (level, position, hash) VALUES (?, ?, ?)",
                arguments: [hash.level, hash.index, Data(hash.hash.bytes)])
        }
        try db.execute(
            sql: "INSERT OR REPLACE INTO logEdge (id, size, hashes) VALUES (1, ?, ?)",
            arguments: [range.size, Data(range.hashes.flatMap(\.bytes))])
        return number
    }

    /// The right edge of the tree: all that is needed to append and to know the root.
    static func edge(_ db: Database) throws -> CompactRange {
        guard let row = try Row.fetchOne(db, sql: "SELECT size, hashes FROM logEdge") else {
            return CompactRange()
        }
        guard let hashes = hashes(in: row["hashes"]),
            let range = CompactRange(size: row["size"], hashes: hashes)
        else { throw Store.OpenFailure.damaged("logEdge") }
        return range
    }

    /// The hashes of the tree as the database keeps them.
    static func tree(_ db: Database) -> TileHashes {
        TileHashes { level, range in
            try Data.fetchAll(
                db,
                sql: """
                    SELECT hash FROM logHash WHERE level = ? AND position >= ? AND position < ?
                    ORDER BY position
                    """,
                arguments: [level, range.lowerBound, range.upperBound]
            ).compactMap { TreeHash(Array($0)) }
        }
    }

    /// The leaves of a range of entries.
    static func leaves(_ range: Range<Int>, _ db: Database) throws -> [[UInt8]] {
        try Data.fetchAll(
            db,
            sql: "SELECT leaf FROM logEntry WHERE number >= ? AND number < ? ORDER BY number",
            arguments: [range.lowerBound, range.upperBound]
        ).map { Array($0) }
    }

    /// The newest signed checkpoint, if there is one.
    static func checkpoint(_ db: Database) throws -> Signed? {
        try Row.fetchOne(db, sql: "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")
            .map { Signed(size: $0["size"], note: $0["note"]) }
    }

    /// A checkpoint as it was stored; its signature is for others to check.
    struct Signed {
        let size: Int
        let note: String

        /// The root in the third line, or nil when there is none.
        var root: TreeHash? {
            let lines = note.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
            return lines.count > 2 ? TreeHash(base64: String(lines[2])) : nil
        }
    }

    private static func hashes(in bytes: Data) -> [TreeHash]? {
        let all = Array(bytes)
        guard all.count % TreeHash.byteCount == 0 else { return nil }
        return stride(from: 0, to: all.count, by: TreeHash.byteCount)
            .compactMap { TreeHash(all[$0..<($0 + TreeHash.byteCount)]) }
    }
}
