public import Casework
import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Opens the case of a confirmed pair, in the transaction that stores the decision.
    static func openCase(
        for pair: MatchPair, by person: Practitioner, at moment: Timestamp, _ master: MasterKey,
        _ db: Database
    ) throws -> Case.ID {
        let id = Secret.code(of: Case.self)
        let year = day(of: moment).parts.year
        let last = try String.fetchOne(
            db,
            sql: """
                SELECT reference FROM caseFile WHERE reference GLOB ? ORDER BY
                CAST(SUBSTR(reference, 9) AS INTEGER) DESC LIMIT 1
                """,
            arguments: ["CT-\(year)-*"])
        let digits = String((last.flatMap { Int($0.dropFirst(8)) } ?? 0) + 1)
        let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        _ = try ContentKey.made(for: "case|\(id)", under: master, db)
        try db.execute(
            sql: """
                INSERT INTO caseFile (id, reference, owner, pair, question, stage, openedAt,
                openedBy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.rawValue, "CT-\(year)-\(number)", person.partner.rawValue, pair.id.rawValue,
                pair.question?.code, Workflow.councilTax.first.rawValue, moment.seconds,
                person.id.rawValue,
            ])
        return id
    }
}

/// One line of the list of cases; it holds nothing that names a person.
public struct CaseSummary: Hashable, Sendable, Identifiable {
    /// The case.
    public let id: Case.ID
    /// The running number.
    public let reference: String
    /// What it lets the body ask.
    public let question: DiscountQuestion?
    /// Where it is.
    public let stage: Workflow.Stage
    /// When it was opened.
    public let openedAt: Timestamp
    /// The yearly value of the question, in pence.
    public let yearlyPence: Int
}

extension Store {
    /// The cases of the person's body, open ones first, newest first.
    public func cases(seenBy person: Practitioner) async throws -> [CaseSummary] {
        try require(.workCase, of: person)
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT caseFile.id, reference, caseFile.question, stage, openedAt, yearlyPence
                    FROM caseFile JOIN pair ON pair.id = caseFile.pair WHERE owner = ?
                    ORDER BY stage = 'closed', openedAt DESC, reference DESC
                    """,
                arguments: [person.partner.rawValue]
            ).compactMap(CaseSummary.init)
        }
    }

    /// One case of the person's body, with everything that was written in it; logged.
    ///
    /// - Throws: `Refusal.notFound`, also for a case of others.
    public func `case`(_ id: Case.ID, readBy person: Practitioner) async throws
        -> (file: Case, pair: MatchPair.ID, openedAt: Timestamp)
    {
        try require(.workCase, of: person)
        let (moment, master) = (now, keys.master)
        return try await transact { db in
            let found = try Self.fetchCase(id, of: person.partner, master, db)
            try Log.append(
                LogEntry(
                    type: "case-read", parties: [person.partner],
                    body: ["case": .text(id.rawValue)]),
                by: person, at: moment, to: db)
            return found
        }
    }

    static func fetchCase(
        _ id: Case.ID, of partner: Partner.ID, _ master: MasterKey, _ db: Database
    ) throws -> (file: Case, pair: MatchPair.ID, openedAt: Timestamp) {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM caseFile WHERE id = ? AND owner = ?",
            arguments: [id.rawValue, partner.rawValue])
        guard let row, let pair = MatchPair.ID(row["pair"] as String) else {
            throw Refusal.notFound("case")
        }
        let key = try ContentKey.fetch(for: "case|\(id)", under: master, db)
        let events = try Row.fetchAll(
            db, sql: "SELECT number, content FROM caseEvent WHERE caseFile = ? ORDER BY number",
            arguments: [id.rawValue]
        ).map { event -> CaseEvent in
            let number: Int = event["number"]
            let content = try key.opened(event["content"], context: "case|\(id)|\(number)")
            return try Document.value(String(decoding: content, as: UTF8.self))
        }
        let file = Case(
            id: id, reference: row["reference"], owner: partner,
            question: (row["question"] as String?).flatMap(DiscountQuestion.init(code:)),
            events: events)
        return (file, pair, Timestamp(seconds: row["openedAt"]))
    }
}

extension CaseSummary {
    init?(_ row: Row) {
        guard let id = Case.ID(row["id"] as String) else { return nil }
        self.init(
            id: id, reference: row["reference"],
            question: (row["question"] as String?).flatMap(DiscountQuestion.init(code:)),
            stage: Workflow.Stage(rawValue: row["stage"]),
            openedAt: Timestamp(seconds: row["openedAt"]), yearlyPence: row["yearlyPence"])
    }
}
