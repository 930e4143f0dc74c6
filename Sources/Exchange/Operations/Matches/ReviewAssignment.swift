import Casework
import GRDB
public import Governance
public import Records

extension Store {
    /// The most questions that a person takes on at once.
    public static let mostTaken = 10

    /// Takes on the next open questions of a run that nobody has; returns how many those are.
    ///
    /// - Throws: `Refusal` when the role does not allow it or the run is not the body's.
    @discardableResult
    public func takeNext(of id: MatchRun.ID, by person: Practitioner) async throws -> Int {
        try require(.reviewMatch, of: person)
        let moment = now
        return try await transact { db in
            guard let run = try MatchRun.fetch(id, db), run.owner == person.partner else {
                throw Refusal.notFound("match run")
            }
            try db.execute(
                sql: """
                    UPDATE pair SET assignee = ? WHERE id IN (
                        SELECT id FROM pair WHERE run = ? AND question IS NOT NULL
                        AND verdict IS NULL AND assignee IS NULL
                        ORDER BY expectedPence DESC, weightBits DESC, id LIMIT ?)
                    """,
                arguments: [person.id.rawValue, id.rawValue, Self.mostTaken])
            let count = db.changesCount
            if count > 0 {
                try Log.append(
                    LogEntry(
                        type: "pairs-taken", parties: [person.partner],
                        body: Self.body(run, count)), by: person, at: moment, to: db)
            }
            return count
        }
    }

    /// Gives back every open question of a run that the person took on; returns how many.
    ///
    /// - Throws: `Refusal` when the role does not allow it or the run is not the body's.
    @discardableResult
    public func release(of id: MatchRun.ID, by person: Practitioner) async throws -> Int {
        try require(.reviewMatch, of: person)
        let moment = now
        return try await transact { db in
            guard let run = try MatchRun.fetch(id, db), run.owner == person.partner else {
                throw Refusal.notFound("match run")
            }
            try db.execute(
                sql: """
                    UPDATE pair SET assignee = NULL
                    WHERE run = ? AND assignee = ? AND verdict IS NULL
                    """,
                arguments: [id.rawValue, person.id.rawValue])
            let count = db.changesCount
            if count > 0 {
                try Log.append(
                    LogEntry(
                        type: "pairs-released", parties: [person.partner],
                        body: Self.body(run, count)), by: person, at: moment, to: db)
            }
            return count
        }
    }

    private static func body(_ run: MatchRun, _ count: Int) -> [String: CanonicalJSON] {
        [
            "run": .text(run.id.rawValue), "agreement": .text(run.agreement.rawValue),
            "version": .number(run.version), "count": .number(count),
        ]
    }
}
