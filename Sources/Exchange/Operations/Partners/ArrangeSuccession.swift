import Foundation
import GRDB
public import Governance
public import Records

/// A succession with what it means for each agreement and each post, as it stands now.
public struct SuccessionPlan: Hashable, Sendable {
    /// The succession.
    public let succession: Succession
    /// Every agreement that names a body that ends.
    public let lines: [SuccessionLine]
    /// Every post that has to be filled.
    public let posts: [SuccessionPost]
    /// The successors that have not signed the charter, in order of their codes.
    public let withoutCharter: [Partner.ID]
}

extension Store {
    /// Plans a succession; nothing changes for anybody.
    ///
    /// - Throws: `Refusal` when the role, a body or the plan does not allow it, or one of the
    ///   bodies that end ends by another plan.
    public func planSuccession(
        of from: Set<Partner.ID>, to: Set<Partner.ID>, on vesting: CalendarDate,
        under authority: String, takers: [SharingAgreement.ID: Set<Partner.ID>] = [:],
        by person: Practitioner
    ) async throws -> Succession {
        try require(.changeStanding, of: person)
        let moment = now
        return try await transact { db in
            for body in from.union(to) where try Partner.fetch(body, db) == nil {
                throw Refusal.notFound("partner")
            }
            let others = try Succession.fetchAll(db)
            if let other = others.first(where: {
                $0.stage != .withdrawn && !$0.from.isDisjoint(with: from)
            }) {
                throw Refusal(
                    .conflict, "succession-exists",
                    "One of these bodies ends by \(other.id) already.",
                    fix: "Give that plan up first, or leave the body out.")
            }
            let succession = try Self.refusing {
                try Succession(
                    id: Succession.ID(stringLiteral: "succession-\(others.count + 1)"), from: from,
                    to: to, vesting: vesting,
                    authority: authority.trimmingCharacters(in: .whitespacesAndNewlines),
                    takers: takers)
            }
            try succession.save(db)
            try succession.log(type: "succession-planned", by: person, at: moment, db)
            return succession
        }
    }

    /// Every succession, the latest first.
    public func successions() async throws -> [Succession] {
        try await read { db in try Succession.fetchAll(db).reversed() }
    }

    /// A succession with its plan as it stands now.
    ///
    /// - Throws: `Refusal.notFound`, also for people of bodies that have no part in it and do not
    ///   run the partnership.
    public func succession(_ id: Succession.ID, seenBy person: Practitioner) async throws
        -> SuccessionPlan
    {
        let date = today
        return try await read { db in
            guard let succession = try Succession.fetch(id, db),
                person.may(.changeStanding)
                    || succession.from.union(succession.to).contains(person.partner)
            else { throw Refusal.notFound("succession") }
            return try Self.plan(succession, on: date, db)
        }
    }

    /// Drafts the next version of every agreement that needs one, with the successors as parties.
    ///
    /// What was signed stays as it is, and in force until the vesting day. It may be done again:
    /// only what has no new version yet is drafted.
    /// - Returns: the drafts.
    public func prepareSuccession(_ id: Succession.ID, by person: Practitioner) async throws
        -> [SharingAgreement]
    {
        try require(.changeStanding, of: person)
        let (moment, date) = (now, today)
        return try await transact { db in
            guard let succession = try Succession.fetch(id, db) else {
                throw Refusal.notFound("succession")
            }
            guard succession.stage != .withdrawn else {
                throw Refusal(Succession.Refusal.wrongStage(succession.stage))
            }
            let open = try Self.plan(succession, on: date, db).lines.filter { $0.step == .amend }
            return try open.compactMap { line in
                guard let history = try AgreementHistory.fetch(line.agreement, db) else {
                    return nil
                }
                let draft = SharingAgreement(
                    id: history.id, version: history.latest.version + 1,
                    terms: succession.replacing(history.current(on: date).terms, in: history.id))
                try Self.store(draft, "agreement-drafted", by: person, at: moment, db)
                return draft
            }
        }
    }

    /// Carries a succession out on its day or later: the bodies that end have left, and say to
    /// whom; their agreements, loads and entries of the log stay as they were.
    ///
    /// - Throws: `Refusal` when the day has not come, or a successor has not signed the charter.
    public func vestSuccession(_ id: Succession.ID, by person: Practitioner) async throws
        -> Succession
    {
        try require(.changeStanding, of: person)
        let (moment, date) = (now, today)
        return try await transact { db in
            guard let succession = try Succession.fetch(id, db) else {
                throw Refusal.notFound("succession")
            }
            let vested = try Self.refusing { try succession.vested(on: date) }
            let waiting = try Self.plan(succession, on: date, db).withoutCharter
            guard waiting.isEmpty else {
                throw Refusal(
                    .conflict, "charter-missing",
                    "These successors have not signed the charter: "
                        + "\(waiting.map(\.rawValue).joined(separator: ", ")).",
                    fix: "Let them sign it first; nothing could be shared with them otherwise.")
            }
            for body in succession.from.sorted() {
                try Self.end(body, by: succession, person, at: moment, db)
            }
            try vested.save(db)
            try vested.log(type: "succession-vested", by: person, at: moment, db)
            return vested
        }
    }

    /// Gives a plan up before its day; drafts that it made stay drafts.
    ///
    /// - Throws: `Refusal` when it is no plan any more.
    public func withdrawSuccession(_ id: Succession.ID, by person: Practitioner) async throws
        -> Succession
    {
        try require(.changeStanding, of: person)
        let moment = now
        return try await transact { db in
            guard let succession = try Succession.fetch(id, db) else {
                throw Refusal.notFound("succession")
            }
            let withdrawn = try Self.refusing { try succession.withdrawn() }
            try withdrawn.save(db)
            try withdrawn.log(type: "succession-withdrawn", by: person, at: moment, db)
            return withdrawn
        }
    }

    private static func plan(
        _ succession: Succession, on date: CalendarDate, _ db: Database
    ) throws -> SuccessionPlan {
        var histories: [SharingAgreement.ID: AgreementHistory] = [:]
        for body in succession.from {
            for history in try AgreementHistory.fetchAll(db, of: body) {
                histories[history.id] = history
            }
        }
        return SuccessionPlan(
            succession: succession, lines: succession.lines(Array(histories.values), on: date),
            posts: succession.posts(try Practitioner.fetchAll(db)),
            withoutCharter: try succession.to.sorted().filter {
                try Partner.fetch($0, db)?.standing != .active
            })
    }

    private static func end(
        _ body: Partner.ID, by succession: Succession, _ person: Practitioner,
        at moment: Timestamp, _ db: Database
    ) throws {
        guard let partner = try Partner.fetch(body, db), partner.standing != .withdrawn else {
            return
        }
        do {
            try partner.succeeded(by: succession.to).save(db)
        } catch let refusal as Partner.Refusal {
            throw Refusal(refusal, partner: partner.name)
        }
        try Log.append(
            LogEntry(
                type: "partner-standing", parties: [body],
                body: [
                    "partner": .text(body.rawValue),
                    "standing": .text(Partner.Standing.withdrawn.rawValue),
                    "succession": .text(succession.id.rawValue),
                ]),
            by: person, at: moment, to: db)
    }

    private static func refusing<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let refusal as Succession.Refusal {
            throw Refusal(refusal)
        }
    }
}

extension Refusal {
    init(_ refusal: Succession.Refusal) {
        switch refusal {
        case .sideMissing:
            self.init(
                .invalid, "side-missing", "Choose who ends and who takes over.")
        case .bothSides(let body):
            self.init(
                .invalid, "both-sides", "The body \(body) cannot end and take over at once.",
                fix: "A body that goes on under another name is a new body that takes over.")
        case .authorityMissing:
            self.init(
                .invalid, "authority-missing", "Write the order or the statute, with its number.")
        case .wrongStage(let stage):
            self.init(
                .conflict, "wrong-stage",
                "This succession is “\(stage.label)”, so the step is not open.")
        case .tooEarly(let day):
            self.init(
                .conflict, "too-early", "The bodies end on \(day.words), not before.",
                fix: "Prepare the agreements now and carry it out on that day.")
        }
    }
}

extension Succession {
    static func fetch(_ id: ID, _ db: Database) throws -> Succession? {
        try String.fetchOne(
            db, sql: "SELECT document FROM succession WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }

    static func fetchAll(_ db: Database) throws -> [Succession] {
        try String.fetchAll(db, sql: "SELECT document FROM succession ORDER BY rowid")
            .map { try Document.value($0) }
    }

    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO succession (id, stage, vesting, document) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET stage = excluded.stage,
                vesting = excluded.vesting, document = excluded.document
                """,
            arguments: [
                id.rawValue, stage.rawValue, vesting.description, Document.text(self),
            ])
    }

    func log(type: String, by person: Practitioner, at moment: Timestamp, _ db: Database) throws {
        try Log.append(
            LogEntry(
                type: type, parties: from.union(to),
                body: [
                    "succession": .text(id.rawValue), "stage": .text(stage.rawValue),
                    "ends": .list(from.sorted().map { .text($0.rawValue) }),
                    "takesOver": .list(to.sorted().map { .text($0.rawValue) }),
                    "vesting": .text(vesting.description),
                ]),
            by: person, at: moment, to: db)
    }
}
