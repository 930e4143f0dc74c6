public import Casework
import GRDB
public import Governance
public import Records

/// Where a pair stands in the review of its run; it holds nothing that names a person.
public struct PairStanding: Hashable, Sendable {
    /// The pair and what was decided last.
    public let item: QueueItem
    /// The run.
    public let run: MatchRun.ID
    /// The place among the questions of the run, 1 for the first; nil without a question.
    public let position: Int?
    /// How many questions the run raises.
    public let questions: Int
    /// The open question that follows and that nobody else took on, from the start again after
    /// the last.
    public let next: MatchPair.ID?
    /// Who decided last, if the pair is decided.
    public let decidedBy: Practitioner.ID?
    /// When it was decided, if it is.
    public let decidedAt: Timestamp?
    /// The case that the pair opened, if any.
    public let openedCase: Case.ID?
    /// The reference of that case.
    public let caseReference: String?
    /// Whether somebody has worked on that case, so that the decision stands.
    public let isCaseUnderWay: Bool
}

extension Store {
    /// Where a pair of the person's body stands; no record is read, so nothing is logged.
    ///
    /// - Throws: `Refusal.notFound`, also for a pair of others.
    public func standing(of id: MatchPair.ID, seenBy person: Practitioner) async throws
        -> PairStanding
    {
        try require(.reviewMatch, of: person)
        return try await read { db in
            guard let row = try Self.pairRow(id, db, for: person), let item = QueueItem(row),
                let runID = MatchRun.ID(row["run"] as String),
                let run = try MatchRun.fetch(runID, db), run.owner == person.partner
            else { throw Refusal.notFound("pair") }
            let file = try Row.fetchOne(
                db,
                sql: """
                    SELECT id, reference, EXISTS (SELECT 1 FROM caseEvent WHERE caseFile = id)
                    AS isUnderWay FROM caseFile WHERE pair = ?
                    """,
                arguments: [id.rawValue])
            let isDecided = item.verdict != nil
            return PairStanding(
                item: item, run: runID,
                position: item.pair.question == nil ? nil : try Self.position(of: row, db),
                questions: run.questionCount, next: try Self.openPair(after: row, for: person, db),
                decidedBy: isDecided
                    ? (row["verdictBy"] as String?).flatMap { Practitioner.ID($0) } : nil,
                decidedAt: isDecided ? try Self.decidedAt(row, db) : nil,
                openedCase: (file?["id"] as String?).flatMap { Case.ID($0) },
                caseReference: file?["reference"], isCaseUnderWay: file?["isUnderWay"] ?? false)
        }
    }

    /// The open question that follows a pair in the order of the queue; after the last, the first.
    ///
    /// Questions that somebody else took on are left to them.
    static func openPair(
        after row: Row, for person: Practitioner, _ db: Database
    ) throws -> MatchPair.ID? {
        try String.fetchOne(
            db,
            sql: """
                SELECT id FROM pair WHERE run = :run AND question IS NOT NULL AND verdict IS NULL
                AND id <> :id AND (assignee IS NULL OR assignee = :reader)
                ORDER BY (-expectedPence, -weightBits, id) > (-:pence, -:bits, :id) DESC,
                expectedPence DESC, weightBits DESC, id LIMIT 1
                """,
            arguments: place(of: row) + ["reader": person.id.rawValue]
        ).flatMap { MatchPair.ID($0) }
    }

    private static func position(of row: Row, _ db: Database) throws -> Int {
        let before = try Int.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) FROM pair WHERE run = :run AND question IS NOT NULL
                AND (-expectedPence, -weightBits, id) < (-:pence, -:bits, :id)
                """,
            arguments: place(of: row))
        return (before ?? 0) + 1
    }

    private static func place(of row: Row) -> StatementArguments {
        [
            "run": row["run"] as String, "id": row["id"] as String,
            "pence": row["expectedPence"] as Double, "bits": row["weightBits"] as Double,
        ]
    }

    private static func decidedAt(_ row: Row, _ db: Database) throws -> Timestamp? {
        try Int.fetchOne(
            db, sql: "SELECT at FROM verdict WHERE pair = ? AND number = ?",
            arguments: [row["id"] as String, row["verdictCount"] as Int]
        ).map { Timestamp(seconds: $0) }
    }
}
