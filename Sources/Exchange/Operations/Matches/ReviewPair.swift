public import Casework
import Foundation
import GRDB
public import Governance
public import Records

/// What a decision about a pair led to.
public struct ReviewResult: Hashable, Sendable {
    /// The case that was opened, if the pair raises a question and the records are one person's.
    public let opened: Case.ID?
    /// The next pair of the queue, if there is one.
    public let next: MatchPair.ID?
    /// The run.
    public let run: MatchRun.ID
}

extension Store {
    /// Records what a person decided about a pair; a confirmed pair with a question opens a case.
    ///
    /// `seen`: how many decisions the person had seen; an old reading is refused.
    /// - Throws: `Refusal`, also when somebody else decided meanwhile or a case is under way.
    public func review(
        _ id: MatchPair.ID, as verdict: Verdict, because reason: VerdictReason? = nil, seen: Int,
        by person: Practitioner
    ) async throws -> ReviewResult {
        try Self.requireFitting(reason, verdict)
        return try await decide(id, verdict, reason, seen: seen, by: person)
    }

    /// Takes back the last decision of the same person about a pair.
    ///
    /// - Throws: `Refusal` when somebody else decided last, or work on the case has begun.
    public func undoReview(_ id: MatchPair.ID, by person: Practitioner) async throws
        -> ReviewResult
    {
        try await decide(id, nil, nil, seen: nil, by: person)
    }

    /// Refuses a reason that belongs to another answer.
    static func requireFitting(_ reason: VerdictReason?, _ verdict: Verdict) throws {
        guard let reason, reason.verdict != verdict else { return }
        throw Refusal(
            .invalid, "reason-mismatch",
            "The reason “\(reason.label)” goes with the answer “\(reason.verdict.label)”.",
            fix: "Choose a reason for “\(verdict.label)”, or none.")
    }

    private func decide(
        _ id: MatchPair.ID, _ verdict: Verdict?, _ reason: VerdictReason?, seen: Int?,
        by person: Practitioner
    ) async throws -> ReviewResult {
        try require(.reviewMatch, of: person)
        let (reference, date, moment, master) = (reference, today, now, keys.master)
        return try await transact { db in
            guard let row = try Self.pairRow(id, db), let item = QueueItem(row),
                let runID = MatchRun.ID(row["run"] as String),
                let run = try MatchRun.fetch(runID, db), run.owner == person.partner
            else { throw Refusal.notFound("pair") }
            for load in [run.left, run.right] {
                guard let receipt = try Receipt.fetch(load, db) else {
                    throw Refusal.notFound("load")
                }
                _ = try DataAccess(receipt, .view, by: person, on: date, reference, db)
            }
            let count: Int = row["verdictCount"]
            if verdict == nil { try Self.checkUndo(row, by: person) }
            guard seen ?? count == count else { throw Self.decidedMeanwhile }
            try Self.withdrawCase(of: id, db)
            try Self.store(verdict, reason, of: id, number: count + 1, by: person, at: moment, db)
            let opens = verdict == .same && item.pair.question != nil
            let opened =
                opens ? try Self.openCase(for: item.pair, by: person, at: moment, master, db) : nil
            try Self.log(verdict, reason, id, run, opened, by: person, at: moment, db)
            return ReviewResult(
                opened: opened, next: try Self.openPair(after: row, for: person, db),
                run: runID)
        }
    }

    private static func checkUndo(_ row: Row, by person: Practitioner) throws {
        guard row["verdict"] as String? != nil else {
            throw Refusal(.conflict, "nothing-to-undo", "There is no decision to take back.")
        }
        guard row["verdictBy"] as String? == person.id.rawValue else {
            throw Refusal(
                .conflict, "not-yours", "Somebody else decided this pair last.",
                fix: "Open the pair and decide it yourself if you disagree.")
        }
    }

    /// Removes the case that an earlier decision opened, as long as nobody has worked on it.
    private static func withdrawCase(of id: MatchPair.ID, _ db: Database) throws {
        guard
            let file = try String.fetchOne(
                db, sql: "SELECT id FROM caseFile WHERE pair = ?", arguments: [id.rawValue])
        else { return }
        let events = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM caseEvent WHERE caseFile = ?", arguments: [file])
        guard events == 0 else {
            throw Refusal(
                .conflict, "case-under-way", "Work on the case of this pair has begun.",
                fix: "Record in the case that the records are about different people.")
        }
        try db.execute(sql: "DELETE FROM caseFile WHERE id = ?", arguments: [file])
        try db.execute(sql: "DELETE FROM contentKey WHERE id = ?", arguments: ["case|\(file)"])
    }

    private static func store(
        _ verdict: Verdict?, _ reason: VerdictReason?, of id: MatchPair.ID, number: Int,
        by person: Practitioner, at moment: Timestamp, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO verdict (pair, number, verdict, reviewer, at, reason)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.rawValue, number, verdict?.rawValue, person.id.rawValue, moment.seconds,
                reason?.rawValue,
            ])
        try db.execute(
            sql: """
                UPDATE pair SET verdict = ?, verdictBy = ?, verdictCount = ?, reason = ?
                WHERE id = ?
                """,
            arguments: [
                verdict?.rawValue, person.id.rawValue, number, reason?.rawValue, id.rawValue,
            ])
    }

    private static func log(
        _ verdict: Verdict?, _ reason: VerdictReason?, _ id: MatchPair.ID, _ run: MatchRun,
        _ opened: Case.ID?, by person: Practitioner, at moment: Timestamp, _ db: Database
    ) throws {
        var body: [String: CanonicalJSON] = [
            "pair": .text(id.rawValue), "run": .text(run.id.rawValue),
            "agreement": .text(run.agreement.rawValue), "version": .number(run.version),
        ]
        if let verdict { body["verdict"] = .text(verdict.rawValue) }
        if let reason { body["reason"] = .text(reason.rawValue) }
        if let opened { body["case"] = .text(opened.rawValue) }
        try Log.append(
            LogEntry(
                type: verdict == nil ? "review-undone" : "pair-reviewed",
                parties: [person.partner], body: body),
            by: person, at: moment, to: db)
    }

    private static let decidedMeanwhile = Refusal(
        .conflict, "decided-meanwhile", "Somebody decided this pair since you opened it.",
        fix: "Open the pair again: it shows what was decided.")
}
