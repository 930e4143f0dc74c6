import Casework
import Foundation
import GRDB
import Governance
import Records

@testable import Exchange

/// Pairs of a run put together by hand, since a run of invented people makes few chains.
struct ClusterChain {
    struct Row: Hashable {
        let id: MatchPair.ID
        let left: Int
        let right: Int
    }

    let store: Store
    let run: MatchRun.ID
    /// Strong pairs whose records are in no other pair.
    let alone: [Row]

    init(_ journey: ReviewJourney) async throws {
        (store, run) = (journey.store, journey.run.id)
        alone = try await store.read { [run] db in
            try GRDB.Row.fetchAll(
                db,
                sql: """
                    SELECT id, leftRow, rightRow FROM pair AS one WHERE run = ? AND weightBits > 6
                    AND NOT EXISTS (SELECT 1 FROM pair WHERE run = one.run AND id <> one.id
                    AND (leftRow = one.leftRow OR rightRow = one.rightRow)) ORDER BY leftRow
                    """,
                arguments: [run.rawValue]
            ).compactMap { row in
                MatchPair.ID(row["id"] as String).map {
                    Row(id: $0, left: row["leftRow"], right: row["rightRow"])
                }
            }
        }
    }

    /// A further pair of the run with a match weight in bits.
    func link(_ left: Int, _ right: Int, weight: Double) async throws -> MatchPair.ID {
        let id = Secret.code(of: MatchPair.self)
        try await store.transact { [run, alone] db in
            try db.execute(
                sql: """
                    INSERT INTO pair (id, run, leftRow, rightRow, evidence, weightBits, yearlyPence,
                    expectedPence) SELECT ?, run, ?, ?, evidence, ?, 0, 0 FROM pair WHERE id = ?
                    AND run = ?
                    """,
                arguments: [
                    id.rawValue, left, right, weight, alone[0].id.rawValue, run.rawValue,
                ])
        }
        return id
    }

    /// Takes a pair out, so that its records are free.
    func remove(_ row: Row) async throws {
        try await store.transact { db in
            try db.execute(sql: "DELETE FROM pair WHERE id = ?", arguments: [row.id.rawValue])
        }
    }

    /// Three records in a chain: the first pair, and a weaker link from its right record.
    func three() async throws -> (strong: Row, weak: MatchPair.ID) {
        let (first, second) = (alone[0], alone[1])
        try await remove(second)
        return (first, try await link(second.left, first.right, weight: 4))
    }
}
