public import Casework
import GRDB
public import Governance
public import Records

/// What a second answer came to.
public struct SecondResult: Hashable, Sendable {
    /// Whether both people gave the same answer.
    public let agrees: Bool
    /// The next pair that waits for the same person's second answer.
    public let next: MatchPair.ID?
    /// The run.
    public let run: MatchRun.ID
}

extension Store {
    /// Records a second person's answer about a pair of the sample; the first decision stands.
    ///
    /// - Throws: `Refusal`, also when the pair does not wait for this person's answer.
    public func secondReview(
        _ id: MatchPair.ID, as verdict: Verdict, because reason: VerdictReason? = nil,
        by person: Practitioner
    ) async throws -> SecondResult {
        try require(.reviewMatch, of: person)
        try Self.requireFitting(reason, verdict)
        let (reference, date, moment) = (reference, today, now)
        return try await transact { db in
            guard let row = try Self.pairRow(id, db, for: person),
                let run = try MatchRun.ID(row["run"] as String).flatMap({
                    try MatchRun.fetch($0, db)
                }), run.owner == person.partner
            else { throw Refusal.notFound("pair") }
            for load in [run.left, run.right] {
                guard let receipt = try Receipt.fetch(load, db) else {
                    throw Refusal.notFound("load")
                }
                _ = try DataAccess(receipt, .view, by: person, on: date, reference, db)
            }
            guard row["awaitsSecond"] as Bool else { throw Self.noSecond }
            try db.execute(
                sql: """
                    INSERT INTO secondVerdict (pair, number, verdict, reason, reviewer, at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id.rawValue, row["verdictCount"] as Int, verdict.rawValue, reason?.rawValue,
                    person.id.rawValue, moment.seconds,
                ])
            let agrees = row["verdict"] as String? == verdict.rawValue
            try Log.append(
                LogEntry(
                    type: "pair-second-reviewed", parties: [person.partner],
                    body: [
                        "pair": .text(id.rawValue), "run": .text(run.id.rawValue),
                        "agreement": .text(run.agreement.rawValue),
                        "version": .number(run.version), "verdict": .text(verdict.rawValue),
                        "agrees": .truth(agrees),
                    ].merging(reason.map { ["reason": .text($0.rawValue)] } ?? [:]) { $1 }),
                by: person, at: moment, to: db)
            return SecondResult(
                agrees: agrees, next: try Self.secondPair(run.id, for: person, db), run: run.id)
        }
    }

    /// How far two people agree on the sample of a run of the person's body.
    public func reviewAgreement(
        of id: MatchRun.ID, seenBy person: Practitioner
    ) async throws -> ReviewAgreement {
        _ = try await run(id, seenBy: person)
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT pair.verdict AS first, secondVerdict.verdict AS second
                    FROM pair JOIN secondVerdict ON secondVerdict.pair = pair.id
                    AND number = verdictCount WHERE run = ? AND pair.verdict IS NOT NULL
                    """,
                arguments: [id.rawValue])
            return ReviewAgreement(
                rows.compactMap { row in
                    guard let first = Verdict(rawValue: row["first"]),
                        let second = Verdict(rawValue: row["second"])
                    else { return nil }
                    return ReviewAgreement.Answers(first: first, second: second)
                })
        }
    }

    /// The second answer about a pair as it stands; nil where there is none.
    public func secondAnswer(
        to id: MatchPair.ID, seenBy person: Practitioner
    ) async throws -> Verdict? {
        let standing = try await standing(of: id, seenBy: person)
        guard !standing.item.awaitsSecond else { return nil }
        return try await read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT secondVerdict.verdict FROM secondVerdict JOIN pair ON pair.id = pair
                    AND number = verdictCount WHERE pair.id = ?
                    """,
                arguments: [id.rawValue]
            ).flatMap(Verdict.init(rawValue:))
        }
    }

    private static func secondPair(
        _ run: MatchRun.ID, for person: Practitioner, _ db: Database
    ) throws -> MatchPair.ID? {
        try String.fetchOne(
            db,
            sql: """
                SELECT id FROM pair WHERE run = :run AND \(QueueFilter.awaitsSecond)
                ORDER BY expectedPence DESC, weightBits DESC, id LIMIT 1
                """,
            arguments: ["run": run.rawValue, "reader": person.id.rawValue]
        ).flatMap { MatchPair.ID($0) }
    }

    private static let noSecond = Refusal(
        .conflict, "no-second-answer", "This pair does not wait for your second answer.",
        fix: "Go back to the queue and choose another.")
}
