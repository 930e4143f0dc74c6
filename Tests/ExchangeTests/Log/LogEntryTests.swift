import Crypto
import Foundation
import GRDB
import Governance
import Records
import Testing
import Transparency

@testable import Exchange

/// What the two layers of entries hold, and when an entry is there at all.
struct LogEntryTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }

    init() async throws { bodies = try await TwoBodies() }

    private struct Row: Sendable {
        let leaf: Data
        let salt: Data
        let body: Data
        var commitment: Data? {
            (object(leaf)["c"] as? String).flatMap { Data(base64Encoded: $0) }
        }
        func object(_ data: Data) -> [String: Any] {
            (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
        }
    }

    @Test func `a leaf holds type, time, bodies and a commitment, in 300 bytes`() async throws {
        try await everyday()
        for row in try await rows() {
            #expect(row.leaf.count <= 300)
            #expect(Set(row.object(row.leaf).keys) == ["v", "t", "id", "at", "orgs", "c"])
        }
    }

    @Test func `neither layer names a person`() async throws {
        try await everyday()
        let personal = [
            "Test Person", "Test post", "@example.org", "reason of a person", "session",
        ]
        for row in try await rows() {
            for text in personal {
                #expect(!String(decoding: row.leaf + row.body, as: UTF8.self).contains(text))
            }
            let leaf = String(decoding: row.leaf, as: UTF8.self)
            #expect(!leaf.contains(bodies.city.id.rawValue))
        }
    }

    @Test func `the commitment opens with the salt and with nothing else`() async throws {
        let rows = try await rows()
        #expect(Set(rows.map(\.salt)).count == rows.count)
        for (index, row) in rows.enumerated() {
            #expect(row.salt.count == 32)
            #expect(row.commitment == Data(SHA256.hash(data: row.salt + row.body)))
            #expect(row.commitment != Data(SHA256.hash(data: row.body)))
            let other = rows[(index + 1) % rows.count]
            #expect(row.commitment != Data(SHA256.hash(data: other.salt + row.body)))
            #expect(row.commitment != Data(SHA256.hash(data: row.salt + other.body)))
        }
    }

    @Test func `both layers are canonical and agree`() async throws {
        for row in try await rows() {
            let (leaf, body) = (row.object(row.leaf), row.object(row.body))
            for (short, long) in [("t", "type"), ("id", "id"), ("at", "at")] {
                #expect(leaf[short] as? String == body[long] as? String)
            }
            #expect(row.leaf.starts(with: Data(#"{"at":"2026-11-22T12:00:00Z","c":""#.utf8)))
        }
    }

    @Test func `an operation that fails leaves no entry and no change`() async throws {
        let before = try await (rows().count, store.logSummary().checkpoint)

        await #expect(throws: Refusal.self) {
            try await store.transact { db in
                try TwoBodies.body("lost", "Lost").save(db)
                try Log.append(
                    LogEntry(type: "lost", parties: ["saltmere"], body: [:]), by: nil,
                    at: TwoBodies.moment, to: db)
                throw Refusal(.invalid, "test", "It fails after its entry was written.")
            }
        }

        #expect(try await rows().count == before.0)
        #expect(try await store.logSummary().checkpoint == before.1)
        #expect(try await store.logSummary().size == before.0)
        #expect(try await store.partners().count == 2)
    }

    @Test func `each refused operation leaves the log as it was`() async throws {
        let size = try await store.logSummary().size

        _ = try? await store.join(TwoBodies.body("saltmere", "Again"), by: bodies.city)
        _ = try? await store.signCharter(by: bodies.city)
        _ = try? await store.send("isp-9999", by: bodies.city)
        _ = try? await store.invite(bodies.district, by: bodies.city)

        #expect(try await store.logSummary().size == size)
    }

    @Test func `the newest checkpoint covers exactly what is committed`() async throws {
        for number in 0..<20 {
            if number % 3 == 0 {
                _ = try? await store.transact { db in
                    try Log.append(entry(number), by: nil, at: TwoBodies.moment, to: db)
                    throw Refusal.notFound("test")
                }
            } else {
                try await store.transact { db in
                    _ = try Log.append(entry(number), by: nil, at: TwoBodies.moment, to: db)
                }
            }
            let note = try await store.logSummary().checkpoint
            #expect(Int(note.split(separator: "\n")[1]) == (try await rows().count))
        }
    }

    @Test func `an entry on a changed edge is refused and never signed`() async throws {
        try await store.writer.write { db in
            try db.execute(sql: "UPDATE logEdge SET hashes = zeroblob(length(hashes))")
        }
        let before = try await (rows().count, store.logSummary().checkpoint)

        await #expect(throws: Store.OpenFailure.damaged("logEdge")) {
            try await store.join(TwoBodies.body("fire", "Fire"), by: bodies.city)
        }

        #expect(try await rows().count == before.0)
        #expect(try await store.logSummary().checkpoint == before.1)
    }

    @Test(arguments: [
        "UPDATE logHash SET hash = zeroblob(32) WHERE level = 0 AND position = 1",
        "DELETE FROM logHash WHERE level = 0 AND position = 1",
    ])
    func `a tree that is not the signed one is not signed again`(sql: String) async throws {
        try await store.writer.write { db in try db.execute(sql: sql) }
        let before = try await store.logSummary().checkpoint

        await #expect(throws: (any Error).self) {
            try await store.join(TwoBodies.body("fire", "Fire"), by: bodies.city)
        }

        #expect(try await store.logSummary().checkpoint == before)
    }

    /// One of each of the operations that need no data.
    private func everyday() async throws {
        let id = try await store.draft(bodies.terms(), by: bodies.city).id
        _ = try await store.send(id, by: bodies.city)
        _ = try await store.refuse(id, because: "The reason of a person", by: bodies.district)
        _ = try await store.send(id, by: bodies.city)
        for person in [bodies.city, bodies.district] {
            _ = try await store.approve(id, by: person)
        }
        _ = try await store.stop(id, as: .suspended, because: "Reason of a person", by: bodies.city)
        let code = try await store.renewInvitation(of: bodies.city.id, by: bodies.city)
        _ = try await store.choosePassword("four unrelated words", code: code)
        _ = try await store.signIn(email: bodies.city.email, password: "four unrelated words")
        _ = try? await store.mayLoad("asb-report", under: id, by: bodies.city)
    }

    private func entry(_ number: Int) -> LogEntry {
        LogEntry(type: "test", parties: ["saltmere"], body: ["number": .number(number)])
    }

    private func rows() async throws -> [Row] {
        try await store.writer.read { db in
            try GRDB.Row.fetchAll(
                db, sql: "SELECT leaf, salt, body FROM logEntry JOIN logBody USING (number)"
            ).map { Row(leaf: $0["leaf"], salt: $0["salt"], body: $0["body"]) }
        }
    }
}
