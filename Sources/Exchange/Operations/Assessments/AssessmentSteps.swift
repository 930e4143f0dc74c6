import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Records that screening found no need for an assessment.
    ///
    /// - Throws: `Refusal` when the screening requires one or gives no reason.
    public func screenOut(
        _ id: ImpactAssessment.ID, seen: Int? = nil, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        let guide = reference.assessmentGuide
        return try await step(id, type: "assessment-screened-out", by: person) { one in
            guard seen ?? one.revision == one.revision else { throw ImpactAssessment.stale }
            return try one.screenedOut(guide, by: person)
        }
    }

    /// Fixes the text and sends it to the data protection officer.
    ///
    /// - Throws: `Refusal` with everything that is missing.
    public func sendForAdvice(
        _ id: ImpactAssessment.ID, seen: Int? = nil, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        let (guide, date) = (reference.assessmentGuide, today)
        return try await step(id, type: "assessment-sent", by: person) { one in
            guard seen ?? one.revision == one.revision else { throw ImpactAssessment.stale }
            return try one.sent(guide, on: date, by: person)
        }
    }

    /// Advises on an assessment as data protection officer of one of its controllers.
    ///
    /// - Throws: `Refusal` when the person wrote in it, or says nothing.
    public func advise(
        _ verdict: ImpactAdvice.Verdict, _ text: String, on id: ImpactAssessment.ID,
        reading digest: String? = nil, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.adviseOnImpact, of: person)
        try Self.requireFit([text])
        let date = today
        let more: [String: CanonicalJSON] = ["verdict": .text(verdict.rawValue)]
        return try await step(id, type: "assessment-advised", more: more, by: person) { one in
            try one.requireText(digest, for: person)
            return try one.advised(verdict, text, on: date, by: person)
        }
    }

    /// Answers the advice: follows it, or overrules it with a reason.
    ///
    /// - Throws: `Refusal` when the reason is missing or a high risk is left.
    public func answerAdvice(
        followed: Bool, because reason: String, on id: ImpactAssessment.ID,
        reading digest: String? = nil, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.signAssessment, of: person)
        try Self.requireFit([reason])
        let date = today
        let more: [String: CanonicalJSON] = ["outcome": .text(followed ? "followed" : "overruled")]
        return try await step(id, type: "assessment-answered", more: more, by: person) { one in
            try one.requireText(digest, for: person)
            return try one.answered(followed: followed, because: reason, on: date, by: person)
        }
    }

    /// Signs an assessment for the person's own body; the last signature completes it.
    ///
    /// - Throws: `Refusal` while a high risk is left, whoever signs.
    public func sign(
        _ id: ImpactAssessment.ID, reading digest: String? = nil, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.signAssessment, of: person)
        let date = today
        return try await step(id, type: "assessment-signed", by: person) { one in
            try one.requireText(digest, for: person)
            return try one.signed(on: date, by: person)
        } check: { db in
            guard let partner = try Partner.fetch(person.partner, db), partner.standing == .active
            else {
                throw Refusal(
                    .conflict, "charter-missing",
                    "Your body has not signed the charter, or is suspended.",
                    fix: "Sign the charter first; then sign the assessment.")
            }
        }
    }

    /// Takes an assessment back to a draft; signatures so far are void.
    ///
    /// - Throws: `Refusal` when no reason is given or it is at an end.
    public func reopen(
        _ id: ImpactAssessment.ID, because reason: String, by person: Practitioner
    ) async throws -> ImpactAssessment {
        if !person.may(.signAssessment) { try require(.assessImpact, of: person) }
        try Self.requireFit([reason])
        return try await step(id, type: "assessment-reopened", by: person) { one in
            try one.reopened(because: reason, by: person)
        }
    }

    /// Ends an assessment, since the processing is not going to happen.
    ///
    /// - Throws: `Refusal` when no reason is given or the body does not lead.
    public func stopAssessment(
        _ id: ImpactAssessment.ID, because reason: String, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        try Self.requireFit([reason])
        return try await step(id, type: "assessment-stopped", by: person) { one in
            try one.stopped(because: reason, by: person)
        }
    }

    /// Notes what the Commissioner was asked about a high risk that is left, and what came back.
    ///
    /// - Throws: `Refusal` when no high risk to people is left.
    public func consult(
        _ consultation: PriorConsultation, on id: ImpactAssessment.ID, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        try Self.requireFit([consultation.reference, consultation.outcome])
        return try await step(id, type: "assessment-consulted", by: person) { one in
            try one.consulted(consultation, by: person)
        }
    }

    /// One step of the latest version: read, change, store and log in one transaction.
    func step(
        _ id: ImpactAssessment.ID, type: String, more: [String: CanonicalJSON] = [:],
        by person: Practitioner,
        _ change: @Sendable @escaping (ImpactAssessment) throws -> ImpactAssessment,
        check: @Sendable @escaping (Database) throws -> Void = { _ in }
    ) async throws -> ImpactAssessment {
        let moment = now
        return try await transact { db in
            let latest = try ImpactAssessment.latest(id, seenBy: person, db)
            try check(db)
            do {
                let changed = try change(latest).nextRevision
                try changed.requireKnown(db)
                try changed.save(db)
                try changed.replaceEarlier(db)
                try changed.log(type: type, by: person, at: moment, db, more: more)
                return changed
            } catch let refusal as ImpactAssessment.Refusal {
                throw Refusal(refusal)
            }
        }
    }
}

extension ImpactAssessment {
    /// Refuses when the text is not the one with the digest that the person had read.
    fileprivate func requireText(_ digest: String?, for person: Practitioner) throws {
        let own = self.digest(for: person.partner)
        guard digest ?? own == own else { throw Self.stale }
    }

    /// Marks the signed version before this one, once this one is signed or screened out.
    fileprivate func replaceEarlier(_ db: Database) throws {
        guard stage == .signed || stage == .screenedOut else { return }
        for earlier in try Self.fetchVersions(id, db)
        where earlier.version < version && [.signed, .screenedOut].contains(earlier.stage) {
            try earlier.replaced().save(db)
        }
    }
}
