import Foundation
import GRDB
public import Governance
import Records
import Transparency

/// One entry of the log, as far as its reader may see it.
public struct LogLine: Hashable, Sendable, Identifiable {
    /// The number of the entry, 0 for the first.
    public let id: Int
    /// What happened, such as `agreement-approved`.
    public let type: String
    /// When, in Coordinated Universal Time.
    public let at: String
    /// The bodies that it is about.
    public let parties: [String]
    /// The body of the entry as JSON, when the reader's own body is among them.
    public let body: String?
    /// Who did it, when the body may be read.
    public let by: String?
}

extension Store {
    /// The entries that name the person's body, newest first, and how many there are.
    ///
    /// `page`: 1 for the first.
    public func logLines(page: Int, size: Int = 50, seenBy person: Practitioner) async throws
        -> (lines: [LogLine], total: Int)
    {
        try require(.readLog, of: person)
        let isOperator = person.roles.contains(.operator)
        return try await read { db in
            let total = try Int.fetchOne(
                db,
                sql: isOperator
                    ? "SELECT COUNT(*) FROM logEntry WHERE ? <> ''"
                    : "SELECT COUNT(*) FROM logParty WHERE partner = ?",
                arguments: [person.partner.rawValue])
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT logEntry.number, leaf, body, logParty.number AS own FROM logEntry
                    LEFT JOIN logBody USING (number)
                    LEFT JOIN logParty ON logParty.number = logEntry.number
                    AND logParty.partner = ? WHERE ? OR logParty.number IS NOT NULL
                    ORDER BY logEntry.number DESC LIMIT ? OFFSET ?
                    """,
                arguments: [
                    person.partner.rawValue, isOperator, size, (max(1, page) - 1) * size,
                ])
            return (try rows.map(LogLine.init), total ?? 0)
        }
    }

    /// One entry; its body only for a reader whose own body is named in it.
    ///
    /// - Throws: `Refusal.notFound`.
    public func logLine(_ number: Int, seenBy person: Practitioner) async throws -> LogLine {
        try require(.readLog, of: person)
        let row = try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT logEntry.number, leaf, body, logParty.number AS own FROM logEntry
                    LEFT JOIN logBody USING (number)
                    LEFT JOIN logParty ON logParty.number = logEntry.number
                    AND logParty.partner = ? WHERE logEntry.number = ?
                    """,
                arguments: [person.partner.rawValue, number]
            ).map(LogLine.init)
        }
        guard let row, row.body != nil || person.roles.contains(.operator) else {
            throw Refusal.notFound("entry")
        }
        return row
    }

    /// The size of the log, the newest checkpoint and what the public may know of it.
    public func logSummary() async throws -> (size: Int, checkpoint: String) {
        try await read { db in
            let checkpoint = try Log.checkpoint(db)
            return (try Log.edge(db).size, checkpoint?.note ?? "")
        }
    }
}

extension LogLine {
    private struct Leaf: Decodable {
        let t: String
        let at: String
        let orgs: [String]
    }

    private struct Body: Decodable { let by: String? }

    fileprivate init(_ row: Row) throws {
        let leaf = try JSONDecoder().decode(Leaf.self, from: row["leaf"] as Data)
        let mayRead = row["own"] as Int? != nil
        let body = mayRead ? row["body"] as Data? : nil
        self.init(
            id: row["number"], type: leaf.t, at: leaf.at, parties: leaf.orgs,
            body: body.map { String(decoding: $0, as: UTF8.self) },
            by: try body.flatMap { try JSONDecoder().decode(Body.self, from: $0).by })
    }
}
