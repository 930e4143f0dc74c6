import GRDB
public import Governance
public import Records

/// A pair that a run kept, by the rows of both loads: numbers only.
public struct RunPair: Hashable, Sendable {
    /// The row of the load on the left, from 0.
    public let leftRow: Int
    /// The row of the load on the right, from 0.
    public let rightRow: Int
    /// The match weight, in bits.
    public let weightBits: Double
}

extension Store {
    /// Every pair that a run of the person's body kept, to measure it where the truth is known.
    ///
    /// No record is read, so nothing is logged.
    /// - Throws: `Refusal.notFound`, also for a run of others.
    public func pairs(
        of id: MatchRun.ID, measuredBy person: Practitioner
    ) async throws -> [RunPair] {
        try require(.runMatch, of: person)
        _ = try await run(id, seenBy: person)
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT leftRow, rightRow, weightBits FROM pair WHERE run = ?
                    ORDER BY leftRow, rightRow
                    """,
                arguments: [id.rawValue]
            ).map {
                RunPair(
                    leftRow: $0["leftRow"], rightRow: $0["rightRow"], weightBits: $0["weightBits"])
            }
        }
    }
}
