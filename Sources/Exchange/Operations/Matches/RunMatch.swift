import Casework
import Decisions
import Foundation
import GRDB
public import Governance
import Linkage
public import Records

extension Store {
    /// Compares two loaded data sets under the agreement that both were loaded under.
    ///
    /// The version that is signed off for the agreement's purpose says how; without one, the model
    /// of people is trained on the spot, and the cut-off follows from the pairs (decision 21).
    ///
    /// The comparison runs outside any transaction, so that nobody waits for it; the decision is
    /// made before it and again when its result is stored.
    ///
    /// - Throws: `Refusal` when the agreement does not allow it or the data cannot be compared.
    public func match(_ left: Load.ID, with right: Load.ID, by person: Practitioner) async throws
        -> MatchRun
    {
        try require(.runMatch, of: person)
        let (reference, date, moment, master) = (reference, today, now, keys.master)
        let tables = try await read { db in
            let permission = try Self.matchPermission(
                left, right, by: person, on: date, reference, db)
            return (
                left: try permission.left.visible(in: Receipt.table(left, under: master, db)),
                right: try permission.right.visible(in: Receipt.table(right, under: master, db)),
                model: try MatchModel.inUse(
                    permission.agreement.terms.purpose, of: person.partner, db)
            )
        }
        let result = try Comparison(tables.left, tables.right, on: date, by: tables.model).run()
        return try await transact { db in
            let permission = try Self.matchPermission(
                left, right, by: person, on: date, reference, db)
            let id = Secret.code(of: MatchRun.self)
            let entry = try Self.logRun(id, permission, result, by: person, at: moment, db)
            let run = MatchRun(
                id: id, agreement: permission.agreement.id,
                version: permission.agreement.version, owner: person.partner, left: left,
                right: right, leftCount: tables.left.rowCount, rightCount: tables.right.rowCount,
                rules: result.rules, prior: result.model.probabilityTwoRandomRecordsMatch,
                thresholdBits: result.cutOff.bits, pairCount: result.pairs.count,
                questionCount: result.pairs.count { $0.question != nil }, startedAt: moment,
                startedBy: person.id, entry: entry, matchModel: tables.model?.id,
                modelNumber: tables.model?.number,
                areHomesToldApart: result.homeObstacle == nil, homeObstacle: result.homeObstacle,
                cutOff: result.cutOff)
            try Self.insert(run, result, db)
            return run
        }
    }

    /// What lets a body compare two loads: a permit, or that it loaded the data itself.
    struct MatchPermission {
        let agreement: SharingAgreement
        let left: DataAccess
        let right: DataAccess
    }

    static func matchPermission(
        _ left: Load.ID, _ right: Load.ID, by person: Practitioner, on date: CalendarDate,
        _ reference: ReferenceData, _ db: Database
    ) throws -> MatchPermission {
        guard let leftLoad = try Receipt.fetch(left, db), leftLoad.isVisible(to: person.partner),
            let rightLoad = try Receipt.fetch(right, db), rightLoad.isVisible(to: person.partner),
            let agreement = try SharingAgreement.fetch(leftLoad.agreement, on: date, db)
        else { throw Refusal.notFound("load") }
        guard leftLoad.agreement == rightLoad.agreement, left != right else {
            throw Refusal(
                .invalid, "two-agreements",
                "Only two different files that were loaded under one agreement can be compared.",
                fix: "Load both files under an agreement that covers both.")
        }
        let standing = agreement.standing(on: date)
        guard standing == .inForce else {
            throw Refusal(
                grounds: [.notInForce(agreement.id, standing)], names: try names(reference, db))
        }
        return MatchPermission(
            agreement: agreement,
            left: try DataAccess(leftLoad, .match, by: person, on: date, reference, db),
            right: try DataAccess(rightLoad, .match, by: person, on: date, reference, db))
    }

    private static func logRun(
        _ id: MatchRun.ID, _ permission: MatchPermission, _ result: Comparison.Result,
        by person: Practitioner, at moment: Timestamp, _ db: Database
    ) throws -> Int {
        let model = Secret.digest(Data(try Document.text(result.model).utf8))
        return try Log.append(
            LogEntry(
                type: "match-run",
                parties: [
                    permission.left.load.partner, permission.right.load.partner, person.partner,
                ],
                body: [
                    "run": .text(id.rawValue), "to": .text(person.partner.rawValue),
                    "agreement": .text(permission.agreement.id.rawValue),
                    "version": .number(permission.agreement.version),
                    "left": .text(permission.left.load.id.rawValue),
                    "right": .text(permission.right.load.id.rawValue),
                    "model": .text("sha256:" + model.base64EncodedString()),
                    "pairs": .number(result.pairs.count),
                    "homes": .text(result.homeObstacle?.code ?? "told-apart"),
                ].merging(result.cutOff.logged) { first, _ in first }),
            by: person, at: moment, to: db)
    }

    private static func insert(_ run: MatchRun, _ result: Comparison.Result, _ db: Database) throws
    {
        try db.execute(
            sql: """
                INSERT INTO matchRun (id, agreement, version, lefts, rights, owner, report, model,
                pairCount, startedAt, startedBy, entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run.id.rawValue, run.agreement.rawValue, run.version, run.left.rawValue,
                run.right.rawValue, run.owner.rawValue, Document.text(run),
                Document.text(result.model), run.pairCount, run.startedAt.seconds,
                run.startedBy.rawValue, run.entry,
            ])
        let statement = try db.makeStatement(
            sql: """
                INSERT INTO pair (id, run, leftRow, rightRow, evidence, weightBits, question,
                yearlyPence, expectedPence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for pair in result.pairs {
            let id = Secret.code(of: MatchPair.self)
            let expected = MatchPair(
                id: id, weightBits: pair.weightBits, question: pair.question,
                yearlyPence: pair.yearlyPence
            ).expectedPence
            try statement.execute(arguments: [
                id.rawValue, run.id.rawValue, pair.leftRow, pair.rightRow, pair.evidence,
                pair.weightBits, pair.question?.code, pair.yearlyPence, expected,
            ])
        }
        try markSample(of: run.id, db)
    }
}
