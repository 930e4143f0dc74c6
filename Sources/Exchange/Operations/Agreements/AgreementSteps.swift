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
        return try await step(id, "agreement-approved", by: person) { agreement in
            try Self.check(agreement, reads: digest)
            return try agreement.approved(by: person.partner, approval)
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
    /// - Throws: `Refusal` when no reason is given or the step is not open.
    public func stop(
        _ id: SharingAgreement.ID, as stage: SharingAgreement.Stage, because reason: String,
        by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.stopAgreement, of: person)
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        let type = stage == .approved ? "agreement-resumed" : "agreement-\(stage.rawValue)"
        return try await step(id, type, by: person) { try $0.stopped(stage, because: reason) }
    }

    /// One step of an agreement: read, change, store and log in one transaction.
    func step(
        _ id: SharingAgreement.ID, _ type: String, by person: Practitioner,
        _ change: @Sendable @escaping (SharingAgreement) throws -> SharingAgreement,
        check: @Sendable @escaping (Database) throws -> Void = { _ in }
    ) async throws -> SharingAgreement {
        let moment = now
        return try await transact { db in
            guard let agreement = try SharingAgreement.fetch(id, db),
                agreement.terms.parties.contains(person.partner)
            else { throw Refusal.notFound("agreement") }
            try check(db)
            do {
                let changed = try change(agreement)
                try Self.requireParty(person, of: changed.terms)
                try Self.checkParties(changed.terms, db)
                try changed.save(db)
                try Self.log(type, changed, by: person, at: moment, db)
                return changed
            } catch let refusal as SharingAgreement.Refusal {
                throw Refusal(refusal)
            }
        }
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
