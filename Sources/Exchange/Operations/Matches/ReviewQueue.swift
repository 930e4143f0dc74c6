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
    /// Open pairs that the reader took on.
    case mine
    /// Pairs of the sample that wait for a second answer from the reader.
    case second = "second-answer"
    /// Pairs to which two people gave different answers.
    case differ = "two-answers"
    /// Every pair that was kept, also without a question.
    case all

    var condition: String {
        switch self {
        case .open: "question IS NOT NULL AND verdict IS NULL"
        case .notSure: "verdict = 'not-sure'"
        case .decided: "verdict IN ('same', 'different')"
        case .mine: "verdict IS NULL AND assignee = :reader"
        case .second: Self.awaitsSecond
        case .differ:
            """
            EXISTS (SELECT 1 FROM secondVerdict WHERE pair = pair.id AND number = verdictCount
            AND secondVerdict.verdict <> pair.verdict)
            """
        case .all: "1"
        }
    }

    /// Whether a pair of the sample was decided by somebody else and has no second answer.
    static let awaitsSecond = """
        (pair.isSampled = 1 AND pair.verdict IS NOT NULL AND pair.verdictBy <> :reader
        AND NOT EXISTS (SELECT 1 FROM secondVerdict
        WHERE secondVerdict.pair = pair.id AND number = pair.verdictCount))
        """
}

/// One line of a review queue; it holds nothing that names a person.
public struct QueueItem: Hashable, Sendable, Identifiable {
    /// The pair.
    public let pair: MatchPair
    /// What was decided last, if anything.
    public let verdict: Verdict?
    /// Why, where the person said so.
    public let reason: VerdictReason?
    /// Who took the pair on, if anybody.
    public let assignee: Practitioner.ID?
    /// When somebody was not sure, if that is how it stands.
    public let unsureSince: Timestamp?
    /// Whether the reader is asked for a second answer, without knowing the first.
    public let awaitsSecond: Bool

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
            let reader = person.id.rawValue
            let total = try Int.fetchOne(
                db,
                sql: """
                    SELECT COUNT(*) FROM pair
                    WHERE run = :run AND \(filter.condition) AND :reader IS NOT NULL
                    """,
                arguments: ["run": id.rawValue, "reader": reader])
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, weightBits, question, yearlyPence, verdict, reason, assignee,
                    \(QueueFilter.awaitsSecond) AS awaitsSecond,
                    (SELECT at FROM verdict AS last WHERE last.pair = pair.id
                    AND last.number = verdictCount AND last.verdict = 'not-sure') AS unsureSince
                    FROM pair WHERE run = :run AND \(filter.condition)
                    ORDER BY expectedPence DESC, weightBits DESC, id LIMIT :size OFFSET :before
                    """,
                arguments: [
                    "run": id.rawValue, "reader": reader, "size": size,
                    "before": (max(1, page) - 1) * size,
                ])
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
    /// An item of which only the pair and the answer matter.
    init(pair: MatchPair, verdict: Verdict?) {
        self.init(
            pair: pair, verdict: verdict, reason: nil, assignee: nil, unsureSince: nil,
            awaitsSecond: false)
    }

    /// The item as somebody may know it who is asked for a second answer.
    var withoutFirstAnswer: QueueItem {
        guard awaitsSecond else { return self }
        return QueueItem(
            pair: pair, verdict: nil, reason: nil, assignee: assignee, unsureSince: nil,
            awaitsSecond: true)
    }

    init?(_ row: Row) {
        guard let id = MatchPair.ID(row["id"] as String) else { return nil }
        pair = MatchPair(
            id: id, weightBits: row["weightBits"],
            question: (row["question"] as String?).flatMap(DiscountQuestion.init(code:)),
            yearlyPence: row["yearlyPence"])
        verdict = (row["verdict"] as String?).flatMap(Verdict.init(rawValue:))
        reason = (row["reason"] as String?).flatMap(VerdictReason.init(rawValue:))
        assignee = (row["assignee"] as String?).flatMap { Practitioner.ID($0) }
        unsureSince = (row["unsureSince"] as Int?).map { Timestamp(seconds: $0) }
        awaitsSecond = row["awaitsSecond"] as Bool? ?? false
    }
}

extension MatchRun {
    static func fetch(_ id: MatchRun.ID, _ db: Database) throws -> MatchRun? {
        try String.fetchOne(
            db, sql: "SELECT report FROM matchRun WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }
}
