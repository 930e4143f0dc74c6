public import Casework
public import Decisions
import Foundation
import GRDB
public import Governance
import Linkage
public import Records

/// Two records side by side, as far as the reader may see them, with the evidence.
public struct PairReview: Sendable {
    /// The pair.
    public let pair: MatchPair
    /// Its run.
    public let run: MatchRun
    /// The left record, trimmed to what the reader may see.
    public let left: DisclosedRecord
    /// The right record, trimmed likewise.
    public let right: DisclosedRecord
    /// Where the left record comes from.
    public let leftLoad: Receipt
    /// Where the right record comes from.
    public let rightLoad: Receipt
    /// What each comparison says; against strangers, where there are two steps.
    public let evidence: [PairEvidence.Line]
    /// The two steps of the weight, where people of one home are told apart.
    public let steps: HouseholdSteps?
    /// Where the weight starts, before anything is compared, in bits.
    public let priorBits: Double
    /// What was decided last.
    public let verdict: Verdict?
    /// Why, where the person said so.
    public let reason: VerdictReason?
    /// Whether the reader is asked for a second answer, without knowing the first.
    public let awaitsSecond: Bool
    /// How many decisions there have been; a decision on an old reading is refused.
    public let verdictCount: Int
    /// The case that the pair opened, if any.
    public let openedCase: Case.ID?
}

extension Store {
    /// Both records of a pair, for the person who reviews it; the reading is logged.
    ///
    /// - Throws: `Refusal` when the role, the body or the agreement does not allow it.
    public func pair(_ id: MatchPair.ID, readBy person: Practitioner) async throws -> PairReview {
        try require(.reviewMatch, of: person)
        let (reference, date, moment, master) = (reference, today, now, keys.master)
        return try await transact { db in
            let review = try Self.review(id, by: person, on: date, reference, master, db)
            try Log.append(
                LogEntry(
                    type: "pair-read",
                    parties: [review.leftLoad.partner, review.rightLoad.partner, person.partner],
                    body: [
                        "pair": .text(id.rawValue), "run": .text(review.run.id.rawValue),
                        "to": .text(person.partner.rawValue),
                        "agreement": .text(review.run.agreement.rawValue),
                        "version": .number(review.run.version),
                        "clauses": .list(Self.clauses(review).map { .text($0) }),
                        "items": .list(Self.items(review).map { .text($0.rawValue) }),
                    ]),
                by: person, at: moment, to: db)
            return review
        }
    }

    private static func review(
        _ id: MatchPair.ID, by person: Practitioner, on date: CalendarDate,
        _ reference: ReferenceData, _ master: MasterKey, _ db: Database
    ) throws -> PairReview {
        guard let row = try pairRow(id, db, for: person), let item = QueueItem(row),
            let runID = MatchRun.ID(row["run"] as String), let run = try MatchRun.fetch(runID, db),
            run.owner == person.partner, let leftLoad = try Receipt.fetch(run.left, db),
            let rightLoad = try Receipt.fetch(run.right, db)
        else { throw Refusal.notFound("pair") }
        let model: LinkageModel = try Document.value(
            String.fetchOne(
                db, sql: "SELECT model FROM matchRun WHERE id = ?", arguments: [runID.rawValue])
                ?? "")
        let evidence = try PairEvidence(stored: row["evidence"])
        let steps = evidence.steps(model)
        let opened = try String.fetchOne(
            db, sql: "SELECT id FROM caseFile WHERE pair = ?", arguments: [id.rawValue])
        func record(_ load: Receipt, _ place: Int) throws -> DisclosedRecord {
            try DataAccess(load, .view, by: person, on: date, reference, db)
                .disclosed(Receipt.record(place, of: load.id, under: master, db))
        }
        return PairReview(
            pair: item.pair, run: run, left: try record(leftLoad, row["leftRow"]),
            right: try record(rightLoad, row["rightRow"]), leftLoad: leftLoad,
            rightLoad: rightLoad,
            evidence: evidence.lines(model), steps: steps,
            priorBits: steps?.strangers.priorBits ?? model.priorMatchWeight, verdict: item.verdict,
            reason: item.reason, awaitsSecond: item.awaitsSecond,
            verdictCount: row["verdictCount"], openedCase: opened.flatMap { Case.ID($0) })
    }

    /// The row of a pair, and whether it waits for the reader's second answer.
    static func pairRow(
        _ id: MatchPair.ID, _ db: Database, for reader: Practitioner
    ) throws -> Row? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT *, \(QueueFilter.awaitsSecond) AS awaitsSecond FROM pair WHERE id = :id
                """,
            arguments: ["id": id.rawValue, "reader": reader.id.rawValue])
    }

    static func pairRow(_ id: MatchPair.ID, _ db: Database) throws -> Row? {
        try Row.fetchOne(db, sql: "SELECT * FROM pair WHERE id = ?", arguments: [id.rawValue])
    }

    private static func clauses(_ review: PairReview) -> [String] {
        let granted = review.left.grants.values.map(\.clause)
        return Set(granted + review.right.grants.values.map(\.clause)).sorted()
    }

    private static func items(_ review: PairReview) -> [DataItem.ID] {
        let shown = review.left.fields.map(\.item) + review.right.fields.map(\.item)
        return Set(shown).sorted()
    }
}
