public import Casework
import GRDB
public import Governance
public import Records

/// Which pairs of a run a queue shows.
public enum QueueFilter: String, Hashable, Sendable, CaseIterable {
    /// Pairs with a question that nobody has decided.
    case open
    /// Pairs that somebody was not sure of.
    case notSure = "not-sure"
    /// Pairs that somebody decided.
    case decided
    /// Every pair that was kept, also without a question.
    case all

    var condition: String {
        switch self {
        case .open: "question IS NOT NULL AND verdict IS NULL"
        case .notSure: "verdict = 'not-sure'"
        case .decided: "verdict IN ('same', 'different')"
        case .all: "1"
        }
    }
}

/// One line of a review queue; it holds nothing that names a person.
public struct QueueItem: Hashable, Sendable, Identifiable {
    /// The pair.
    public let pair: MatchPair
    /// What was decided last, if anything.
    public let verdict: Verdict?

    /// Names the pair.
    public var id: MatchPair.ID { pair.id }
}

extension Store {
    /// The runs that the person's body made, newest first.
    public func runs(seenBy person: Practitioner) async throws -> [MatchRun] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT report FROM matchRun WHERE owner = ? ORDER BY startedAt DESC, id",
                arguments: [person.partner.rawValue]
            ).map { try Document.value($0) }
        }
    }

    /// One run that the person's body made.
    ///
    /// - Throws: `Refusal.notFound`, also for a run of others.
    public func run(_ id: MatchRun.ID, seenBy person: Practitioner) async throws -> MatchRun {
        let run = try await read { db in try MatchRun.fetch(id, db) }
        guard let run, run.owner == person.partner else { throw Refusal.notFound("match run") }
        return run
    }

    /// One page of a run's queue, the most valuable pairs first, and how many pairs there are.
    ///
    /// `page`: 1 for the first.
    public func queue(
        of id: MatchRun.ID, _ filter: QueueFilter, page: Int, size: Int = 25,
        seenBy person: Practitioner
    ) async throws -> (items: [QueueItem], total: Int) {
        try require(.reviewMatch, of: person)
        _ = try await run(id, seenBy: person)
        return try await read { db in
            let total = try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM pair WHERE run = ? AND \(filter.condition)",
                arguments: [id.rawValue])
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, weightBits, question, yearlyPence, verdict FROM pair
                    WHERE run = ? AND \(filter.condition)
                    ORDER BY expectedPence DESC, weightBits DESC, id LIMIT ? OFFSET ?
                    """,
                arguments: [id.rawValue, size, (max(1, page) - 1) * size])
            return (rows.compactMap(QueueItem.init), total ?? 0)
        }
    }

    /// How far the review of a run has come.
    public func progress(of id: MatchRun.ID, seenBy person: Practitioner) async throws
        -> ReviewProgress
    {
        _ = try await run(id, seenBy: person)
        return try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT COUNT(*) AS questions, COALESCE(SUM(verdict IN ('same', 'different')), 0)
                    AS decided, COALESCE(SUM(verdict = 'not-sure'), 0) AS notSure,
                    COALESCE(SUM(CASE WHEN verdict IS NULL THEN yearlyPence ELSE 0 END), 0) AS pence
                    FROM pair WHERE run = ? AND question IS NOT NULL
                    """,
                arguments: [id.rawValue])
            return ReviewProgress(
                questions: row?["questions"] ?? 0, decided: row?["decided"] ?? 0,
                notSure: row?["notSure"] ?? 0, openPence: row?["pence"] ?? 0)
        }
    }
}

extension QueueItem {
    init?(_ row: Row) {
        guard let id = MatchPair.ID(row["id"] as String) else { return nil }
        pair = MatchPair(
            id: id, weightBits: row["weightBits"],
            question: (row["question"] as String?).flatMap(DiscountQuestion.init(code:)),
            yearlyPence: row["yearlyPence"])
        verdict = (row["verdict"] as String?).flatMap(Verdict.init(rawValue:))
    }
}

extension MatchRun {
    static func fetch(_ id: MatchRun.ID, _ db: Database) throws -> MatchRun? {
        try String.fetchOne(
            db, sql: "SELECT report FROM matchRun WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }
}
