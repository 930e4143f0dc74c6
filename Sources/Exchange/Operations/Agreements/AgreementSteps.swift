import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Fixes the text of a draft and sends it to every party's approver.
    ///
    /// With `digest`, the text must be the one with that digest, which the person had read.
    /// - Throws: `Refusal` with everything that the terms lack.
    public func send(
        _ id: SharingAgreement.ID, reading digest: String? = nil, by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.draftAgreement, of: person)
        let (date, reference) = (today, reference)
        return try await step(id, "agreement-sent", by: person) { agreement in
            try Self.check(agreement, reads: digest)
            return try agreement.sent(on: date)
        } check: { db in
            try Self.checkLaw(of: id, reference, db)
        }
    }

    /// Approves an agreement for the person's own body.
    ///
    /// With `digest`, the text must be the one with that digest, which the person had read.
    /// - Throws: `Refusal` when the body has not signed the charter or may not approve now.
    public func approve(
        _ id: SharingAgreement.ID, reading digest: String? = nil, by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.approveAgreement, of: person)
        let approval = SharingAgreement.Approval(post: person.post, date: today)
        return try await steps(id, by: person) { history in
            if let text = history.working { try Self.check(text, reads: digest) }
            return try history.approved(by: person.partner, approval).map {
                ($0, $0.replacedFrom == nil ? "agreement-approved" : "agreement-replaced")
            }
        } check: { db in
            guard let partner = try Partner.fetch(person.partner, db), partner.standing == .active
            else {
                throw Refusal(
                    .conflict, "charter-missing",
                    "Your body has not signed the charter, or is suspended.",
                    fix: "Sign the charter first; then approve the agreement.")
            }
        }
    }

    /// Refuses an agreement for the person's own body; it becomes a draft again.
    ///
    /// With `digest`, the text must be the one with that digest, which the person had read.
    /// - Throws: `Refusal` when no reason is given or the body may not refuse now.
    public func refuse(
        _ id: SharingAgreement.ID, reading digest: String? = nil, because reason: String,
        by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.approveAgreement, of: person)
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        return try await step(id, "agreement-refused", by: person) { agreement in
            try Self.check(agreement, reads: digest)
            return try agreement.refused(by: person.partner, because: reason)
        }
    }

    /// Suspends an agreement, resumes it, or ends it before its last day.
    ///
    /// It concerns the version in force, one that is signed and comes later, and, when the
    /// agreement ends, a text that is being written.
    /// - Throws: `Refusal` when no reason is given or the step is not open.
    public func stop(
        _ id: SharingAgreement.ID, as stage: SharingAgreement.Stage, because reason: String,
        by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.stopAgreement, of: person)
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        let type = stage == .approved ? "agreement-resumed" : "agreement-\(stage.rawValue)"
        let date = today
        return try await steps(id, by: person) { history in
            try history.stopped(stage, because: reason, on: date).map { ($0, type) }
        }
    }

    /// Gives up an amendment that is being written or approved; the signed text goes on.
    ///
    /// - Throws: `Refusal` when there is none or no reason is given.
    public func discardAmendment(
        of id: SharingAgreement.ID, because reason: String, by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.draftAgreement, of: person)
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        return try await steps(id, by: person) { history in
            [(try history.discarded(because: reason), "agreement-discarded")]
        }
    }

    /// One step of the text that is being written or approved, else of the one that counts.
    func step(
        _ id: SharingAgreement.ID, _ type: String, by person: Practitioner,
        _ change: @Sendable @escaping (SharingAgreement) throws -> SharingAgreement,
        check: @Sendable @escaping (Database) throws -> Void = { _ in }
    ) async throws -> SharingAgreement {
        let date = today
        return try await steps(
            id, by: person, { [(try change($0.working ?? $0.current(on: date)), type)] },
            check: check)
    }

    /// One step of an agreement: read, change, store and log in one transaction.
    ///
    /// `change` gives every version that changes, with the type of its log entry.
    /// - Returns: the last of them.
    func steps(
        _ id: SharingAgreement.ID, by person: Practitioner,
        _ change: @Sendable @escaping (AgreementHistory) throws -> [(SharingAgreement, String)],
        check: @Sendable @escaping (Database) throws -> Void = { _ in }
    ) async throws -> SharingAgreement {
        let moment = now
        return try await transact { db in
            guard let history = try AgreementHistory.fetch(id, db),
                history.readers.contains(person.partner)
            else { throw Refusal.notFound("agreement") }
            try check(db)
            do {
                let changed = try change(history)
                guard let last = changed.last else { throw Refusal.notFound("agreement") }
                for (version, type) in changed {
                    // A body that joins with the new text was no party of the one it replaces.
                    if type != "agreement-replaced" {
                        try Self.requireParty(person, of: version.terms)
                        try Self.checkParties(version.terms, db)
                    }
                    try Self.store(version, type, by: person, at: moment, db)
                }
                return last.0
            } catch let refusal as SharingAgreement.Refusal {
                throw Refusal(refusal)
            }
        }
    }

    /// Stores one changed version, with its log entry and the moment at which it changed.
    static func store(
        _ version: SharingAgreement, _ type: String, by person: Practitioner,
        at moment: Timestamp, _ db: Database
    ) throws {
        try version.save(db)
        try log(type, version, by: person, at: moment, db)
        try db.execute(
            sql: """
                INSERT INTO stageChange (agreement, version, stage, party, at)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                version.id.rawValue, version.version, version.stage.rawValue,
                person.partner.rawValue, moment.seconds,
            ])
    }

    private static func check(_ agreement: SharingAgreement, reads digest: String?) throws {
        guard digest ?? agreement.terms.digest == agreement.terms.digest else {
            throw Refusal(
                .conflict, "changed-meanwhile",
                "The text of this agreement changed since you opened it, so nothing was done.",
                fix: "Read the new text, then decide.")
        }
    }

    static func log(
        _ type: String, _ agreement: SharingAgreement, by person: Practitioner,
        at moment: Timestamp, _ db: Database
    ) throws {
        try Log.append(
            LogEntry(
                type: type, parties: agreement.terms.parties,
                body: [
                    "agreement": .text(agreement.id.rawValue),
                    "version": .number(agreement.version),
                    "stage": .text(agreement.stage.rawValue),
                    "party": .text(person.partner.rawValue),
                    "text": .text(agreement.terms.digest),
                ]),
            by: person, at: moment, to: db)
    }
}

extension Refusal {
    init(_ refusal: SharingAgreement.Refusal) {
        switch refusal {
        case .wrongStage(let stage):
            self.init(
                .conflict, "wrong-stage", "This step is not open: \(Self.words(stage)).",
                fix: "Look at the agreement’s page to see what is open now.")
        case .notAParty:
            self.init(.notPermitted, "not-a-party", "Your body is not a party to this agreement.")
        case .alreadyApproved:
            self.init(.conflict, "already-approved", "Your body has approved this text already.")
        case .incomplete(let faults):
            self.init(
                .invalid,
                reasons: faults.map { Reason(code: $0.rawValue, sentence: $0.sentence) })
        case .expired(let day):
            self.init(
                .conflict, "expired", "The agreement’s last day was \(day.words).",
                fix: "Draft a new agreement, or choose a later last day.")
        case .reasonMissing:
            self.init(.invalid, "reason-missing", "Write the reason.")
        case .reviewOpen, .reviewDate, .replaced, .amendmentOpen, .suspendedMeanwhile:
            self.init(ofReview: refusal)
        }
    }

    private init(ofReview refusal: SharingAgreement.Refusal) {
        switch refusal {
        case .reviewOpen(let day):
            self.init(
                .conflict, "review-open", "A review has been under way since \(day.words).",
                fix: "Finish that review.")
        case .reviewDate(let day, let last) where last > day:
            self.init(
                .invalid, "review-date",
                "The next review has to be after \(day.words) and by \(last.words).",
                fix: "Choose a day in between.")
        case .reviewDate:
            self.init(
                .conflict, "no-day-left", "The agreement ends before it could be reviewed again.",
                fix: "Change the text, with a later last day, or let the agreement end.")
        case .replaced(let day):
            self.init(
                .conflict, "replaced", "A later version replaces this one from \(day.words).",
                fix: "Look at the later version.")
        case .amendmentOpen(let version):
            self.init(
                .conflict, "amendment-open", "Version \(version) is open already.",
                fix: "Finish it, or discard it with a reason.")
        default:
            self.init(
                .conflict, "suspended-meanwhile",
                "The version that was signed before is suspended, so no other can replace it.",
                fix: "Resume the agreement first.")
        }
    }

    private static func words(_ stage: SharingAgreement.Stage) -> String {
        switch stage {
        case .draft: "the agreement is a draft"
        case .awaitingApproval: "the agreement is with the approvers"
        case .approved: "every party has approved the agreement"
        case .suspended: "the agreement is suspended"
        case .retired: "the agreement has ended"
        }
    }
}
