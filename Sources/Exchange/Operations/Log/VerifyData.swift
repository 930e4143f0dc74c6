public import Foundation
import GRDB
public import Transparency

/// What a check of the log in a data folder found.
public struct DataAudit: Sendable {
    /// What was found about leaves, hashes and checkpoints.
    public let report: AuditReport
    /// What was found about the bodies of entries and what is not signed yet, as sentences.
    public let sentences: [String]

    /// Whether everything is as it was signed.
    public var isSound: Bool { report.isSound && sentences.isEmpty }
}

extension DataAudit {
    /// Checks the log of a data folder without changing anything in it.
    ///
    /// Leaves, hashes and every kept checkpoint are checked with `Transparency`; the body of each
    /// entry is checked against the commitment in its leaf.
    /// - Throws: `Store.OpenFailure` when the folder cannot be read.
    /// `vkey`: the verifier key to trust instead of the one in the folder.
    public init(ofDataFolder folder: URL, vkey: NoteKey? = nil) throws {
        let path = Store.database(in: folder).path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Store.OpenFailure.missing(folder.path(percentEncoded: false))
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            let reader = try DatabaseQueue(path: path, configuration: configuration)
            self = try reader.read { db in
                let document = try String.fetchOne(db, sql: "SELECT document FROM setting")
                let settings: Store.Settings = try Document.value(document ?? "")
                let key = try vkey ?? Keyring.signer(in: folder, origin: settings.origin).key
                return try DataAudit(db, key: key)
            }
        } catch is DatabaseError {
            throw Store.OpenFailure.damaged(path)
        } catch is DecodingError {
            throw Store.OpenFailure.damaged(path)
        }
    }

    private init(_ db: Database, key: NoteKey) throws {
        let notes = try String.fetchAll(
            db, sql: "SELECT note FROM checkpoint WHERE size > 0 ORDER BY size DESC LIMIT 200")
        var sentences = try Self.damage(db)
        let earlier = notes.dropFirst().compactMap { note -> Checkpoint? in
            let checkpoint = try? Checkpoint(signed: Array(note.utf8), by: [key])
            if checkpoint == nil {
                sentences.append("An earlier checkpoint does not carry the log's signature.")
            }
            return checkpoint
        }
        let newest = try Log.checkpoint(db)?.note ?? ""
        report = try LogAudit(origin: key.name, keys: [key], earlier: earlier).report(
            onRowsSignedBy: Array(newest.utf8),
            entries: { try Self.entries($0, db) },
            hashes: { try Self.hashes(level: $0, $1, db) })
        sentences += try Self.unsigned(db, size: report.size ?? 0)
        sentences += try Self.changedBodies(db)
        self.sentences = sentences
    }

    /// Damage to pages of the file, wherever it lies; it need not have reached the log.
    private static func damage(_ db: Database) throws -> [String] {
        try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
            ? [] : ["The database file is damaged; put it back from a backup."]
    }

    private static func entries(_ range: Range<Int>, _ db: Database) throws -> [[UInt8]?] {
        var found = [[UInt8]?](repeating: nil, count: range.count)
        for row in try Row.fetchAll(
            db, sql: "SELECT number, leaf FROM logEntry WHERE number >= ? AND number < ?",
            arguments: [range.lowerBound, range.upperBound])
        {
            found[(row["number"] as Int) - range.lowerBound] = Array(row["leaf"] as Data)
        }
        return found
    }

    private static func hashes(level: Int, _ range: Range<Int>, _ db: Database) throws
        -> [TreeHash?]
    {
        var found = [TreeHash?](repeating: nil, count: range.count)
        for row in try Row.fetchAll(
            db,
            sql: """
                SELECT position, hash FROM logHash WHERE level = ? AND position >= ?
                AND position < ?
                """,
            arguments: [level, range.lowerBound, range.upperBound])
        {
            found[(row["position"] as Int) - range.lowerBound] =
                TreeHash(Array(row["hash"] as Data))
        }
        return found
    }

    /// Entries that no checkpoint covers: left by a crash, and signed at the next start.
    private static func unsigned(_ db: Database, size: Int) throws -> [String] {
        let count =
            try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM logEntry WHERE number >= ?", arguments: [size]) ?? 0
        switch count {
        case 0: return []
        case 1: return ["The newest entry, \(size), is not signed yet; start Weft once."]
        default:
            return [
                "The \(count) newest entries, from \(size) on, are not signed yet; start Weft once."
            ]
        }
    }

    /// Bodies that are not the ones to which their leaves commit.
    private static func changedBodies(_ db: Database) throws -> [String] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT logBody.number, salt, body, leaf FROM logBody
                JOIN logEntry USING (number) ORDER BY number
                """)
        var sentences: [String] = []
        while let row = try rows.next() {
            let number: Int = row["number"]
            let body: Data = row["body"]
            let salted = (row["salt"] as Data) + body
            let leaf = try? JSONDecoder().decode(Leaf.self, from: row["leaf"])
            if leaf?.c != Secret.digest(salted).base64EncodedString() {
                sentences.append(
                    "The body of entry \(number) is not the one that was logged: it or its salt "
                        + "has been changed.")
            }
        }
        return sentences
    }

    private struct Leaf: Decodable { let c: String }
}
