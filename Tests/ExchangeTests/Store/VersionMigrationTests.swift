import Foundation
import GRDB
import Governance
import Records
import Testing

@testable import Exchange

/// Data folders from before there were versions open with everything in them.
struct VersionMigrationTests {
    @Test func `agreements of an older data folder become their first versions`() async throws {
        let queue = try DatabaseQueue()
        try Store.migrator.migrate(queue, upTo: "0005-assessments")
        let bodies = try await TwoBodies()
        let draft = SharingAgreement(id: "isp-0007", terms: try bodies.terms())
        let sent = try draft.sent(on: bodies.store.today)
        var old = try Document.text(sent)
        old = old.replacing(#""reviews":[],"#, with: "")
        #expect(!old.contains("reviews"))
        let (document, body) = (
            old,
            #"{"agreement":"isp-0007","at":"2026-11-20T09:30:00Z","party":"saltmere","#
                + #""stage":"awaiting-approval","type":"agreement-sent","version":1}"#
        )
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO agreement (id, version, stage, title, category, lastDay, document)
                    VALUES ('isp-0007', 1, 'awaiting-approval', 'Old title', 'C', '2028-11-21', ?)
                    """,
                arguments: [document])
            try db.execute(sql: "INSERT INTO logEntry (number, leaf) VALUES (0, X'00')")
            try db.execute(
                sql: "INSERT INTO logBody (number, salt, body) VALUES (0, X'00', ?)",
                arguments: [Data(body.utf8)])
        }

        try Store.migrator.migrate(queue)

        try await queue.read { db in
            #expect(try AgreementHistory.fetch("isp-0007", db)?.versions == [sent])
            #expect(
                try String.fetchOne(db, sql: "SELECT title FROM agreement") == "Old title")
            let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM stageChange"))
            #expect(row["stage"] == "awaiting-approval" && row["party"] == "saltmere")
            #expect(row["at"] == 1_795_167_000)
            #expect(try db.columns(in: "agreement").map(\.name) == ["id", "title"])
        }
    }
}
