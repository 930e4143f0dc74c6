import Crypto
import Foundation
import GRDB
import Governance
import Records
import Testing
import Transparency

@testable import Exchange

/// The check of a data folder in which somebody changed something behind Weft's back.
struct DataAuditTests {
    private let folder = TemporaryFolder()
    private let size: Int

    init() async throws {
        let store = try await folder.bodies().store
        size = try await store.logSummary().size
        try store.close()
    }

    /// A change to the database and what the check must say of it.
    struct Change: CustomTestStringConvertible, Sendable {
        let name: String
        let sql: String
        let sentence: String
        var testDescription: String { name }

        /// The last byte of a column, one bit changed.
        static func flip(_ column: String, of table: String, _ place: String, _ sentence: String)
            -> Change
        {
            let changed = """
                CAST(substr(\(column), 1, length(\(column)) - 1) || CAST(flipped(\(column)) AS BLOB)
                AS BLOB)
                """
            return Change(
                name: "flipped \(table).\(column)",
                sql: "UPDATE \(table) SET \(column) = \(changed) WHERE \(place)",
                sentence: sentence)
        }
    }

    @Test func `an untouched folder is sound`() throws {
        let audit = try DataAudit(ofDataFolder: folder.data)
        #expect(audit.isSound)
        #expect(audit.report.size == size)
        #expect(size == 6)
    }

    @Test(arguments: [
        Change.flip("leaf", of: "logEntry", "number = 3", "Entry 3 does not match its hash"),
        .flip("hash", of: "logHash", "level = 0 AND position = 2", "The hash of entry 2"),
        .flip("body", of: "logBody", "number = 4", "The body of entry 4 is not the one"),
        .flip("salt", of: "logBody", "number = 1", "The body of entry 1 is not the one"),
        Change(
            name: "deleted last entry", sql: "DELETE FROM logEntry WHERE number = 5",
            sentence: "Entry 5 is missing"),
        Change(
            name: "deleted last entry with its hash",
            sql: """
                DELETE FROM logEntry WHERE number = 5;
                DELETE FROM logHash WHERE level = 0 AND position = 5
                """, sentence: "The root cannot be computed"),
        Change(
            name: "deleted middle entry", sql: "DELETE FROM logEntry WHERE number = 2",
            sentence: "Entry 2 is missing"),
        Change(
            name: "deleted hash", sql: "DELETE FROM logHash WHERE level = 0 AND position = 2",
            sentence: "The hash of entry 2 is missing"),
        Change(
            name: "swapped bodies",
            sql: """
                UPDATE logBody SET salt = (SELECT salt FROM logBody WHERE number = 5),
                body = (SELECT body FROM logBody WHERE number = 5) WHERE number = 4
                """, sentence: "The body of entry 4 is not the one"),
        Change(
            name: "changed checkpoint",
            sql: """
                UPDATE checkpoint SET note = replace(note, 'weft.test', 'weft.tset')
                WHERE size = 6
                """, sentence: "The checkpoint cannot be"),
        Change(
            name: "another size", sql: "UPDATE checkpoint SET note = replace(note, '6', '5')",
            sentence: "The checkpoint cannot be"),
        Change(
            name: "changed earlier checkpoint",
            sql: """
                UPDATE checkpoint SET note = replace(
                    note, char(10) || '3' || char(10), char(10) || '2' || char(10))
                WHERE size = 3
                """,
            sentence: "An earlier checkpoint does not carry the log's signature."),
        Change(
            name: "no checkpoint", sql: "DELETE FROM checkpoint",
            sentence: "nothing in this log can be checked"),
    ])
    func `what was changed is found and named`(_ change: Change) throws {
        try alter(change.sql)

        let audit = try DataAudit(ofDataFolder: folder.data)

        #expect(!audit.isSound)
        let said = audit.report.findings.map(\.description) + audit.sentences
        #expect(said.contains { $0.contains(change.sentence) }, "\(said)")
    }

    @Test func `a checkpoint that another key signed is not trusted`() async throws {
        let store = try await Store.open(at: folder.data)
        let forger = try NoteSigner(
            name: "weft.test/log", privateKey: Curve25519.Signing.PrivateKey())
        let edge = try await store.writer.read { db in try Log.edge(db) }
        let note = try Checkpoint(origin: "weft.test/log", size: edge.size, root: edge.root)
            .signed(by: [forger])
        try store.close()
        try alter("DELETE FROM checkpoint WHERE size = \(size)")
        try alter(
            "INSERT INTO checkpoint VALUES (\(size), ?, 0)",
            [String(decoding: note.bytes, as: UTF8.self)])

        let audit = try DataAudit(ofDataFolder: folder.data)

        #expect(audit.report.findings.map(\.check) == [.checkpoint])
        #expect(audit.report.findings[0].description.contains("cannot be trusted"))
        #expect(try DataAudit(ofDataFolder: folder.data, vkey: forger.key).report.size == size)
    }

    @Test(arguments: [1, 3])
    func `entries that a crash left unsigned are named, and signed at the next start`(
        count: Int
    ) async throws {
        let store = try await Store.open(at: folder.data)
        try await store.writer.write { db in
            for _ in 0..<count {
                try Log.append(
                    LogEntry(type: "test", parties: [], body: [:]), by: nil,
                    at: TwoBodies.moment, to: db)
            }
        }
        try store.close()

        let left = try DataAudit(ofDataFolder: folder.data)
        #expect(left.report.isSound)
        #expect(
            left.sentences == [
                count == 1
                    ? "The newest entry, 6, is not signed yet; start Weft once."
                    : "The 3 newest entries, from 6 on, are not signed yet; start Weft once."
            ])

        try await Store.open(at: folder.data).close()
        #expect(try DataAudit(ofDataFolder: folder.data).isSound)
        #expect(try DataAudit(ofDataFolder: folder.data).report.size == size + count)
    }

    @Test(arguments: [0, 1, 100, 4_096, 20_480, 40_960, 61_440])
    func `a damaged database is one clear sentence`(offset: Int) throws {
        let file = folder.data.appending(path: "weft.sqlite")
        var bytes = try Data(contentsOf: file)
        try #require(bytes.count > offset + 3_000)
        bytes.replaceSubrange(
            offset..<(offset + 3_000), with: Data(repeating: 0xa5, count: 3_000))
        try bytes.write(to: file)

        do {
            #expect(try !DataAudit(ofDataFolder: folder.data).isSound)
        } catch let failure as Store.OpenFailure {
            let path = file.path(percentEncoded: false)
            #expect(
                failure.sentence
                    == "The database `\(path)` cannot be read; put it back from a backup.")
        }
    }

    private func alter(_ sql: String, _ arguments: StatementArguments = []) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let database = try DatabaseQueue(
            path: folder.data.appending(path: "weft.sqlite").path(percentEncoded: false),
            configuration: configuration)
        let flipped = DatabaseFunction("flipped", argumentCount: 1, pure: true) { values in
            guard var byte = Data.fromDatabaseValue(values[0])?.last else { return nil }
            byte ^= 1
            return Data([byte])
        }
        try database.write { db in
            db.add(function: flipped)
            try db.execute(sql: sql, arguments: arguments)
        }
        try database.close()
    }
}
