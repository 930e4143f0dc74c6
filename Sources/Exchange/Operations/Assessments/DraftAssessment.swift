import GRDB
public import Governance
public import Records

extension Store {
    /// The most characters of one text of an assessment.
    public static let longestAssessmentText = 10_000

    /// Drafts an impact assessment that the person's body leads; it gets the next running number.
    ///
    /// - Throws: `Refusal` when the role does not allow it, or a body or an agreement is unknown.
    public func draftAssessment(
        _ title: String, controllers: Set<Partner.ID>, agreements: Set<SharingAgreement.ID> = [],
        by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        try Self.requireFit([title])
        let moment = now
        return try await transact { db in
            let draft = ImpactAssessment(
                id: try Self.nextAssessmentID(db), title: title, lead: person.partner,
                controllers: controllers.union([person.partner]), agreements: agreements)
            try draft.requireKnown(db)
            try draft.save(db)
            try draft.log(type: "assessment-drafted", by: person, at: moment, db)
            return draft
        }
    }

    /// Drafts the next version of a signed assessment, or of one that was screened out.
    ///
    /// - Throws: `Refusal` when a later version is open already.
    public func amendAssessment(_ id: ImpactAssessment.ID, by person: Practitioner) async throws
        -> ImpactAssessment
    {
        try require(.assessImpact, of: person)
        let moment = now
        return try await transact { db in
            let latest = try ImpactAssessment.latest(id, seenBy: person, db)
            do {
                let versions = try ImpactAssessment.fetchVersions(id, db)
                let base =
                    latest.stage == .stopped
                    ? versions.last { $0.stage == .signed } ?? latest : latest
                let next = try base.amendment(after: latest.version, by: person)
                try next.save(db)
                try next.log(type: "assessment-amended", by: person, at: moment, db)
                return next
            } catch let refusal as ImpactAssessment.Refusal {
                throw Refusal(refusal)
            }
        }
    }

    static func requireFit(_ texts: [String]) throws {
        guard texts.allSatisfy({ $0.count <= longestAssessmentText }) else {
            throw Refusal(
                .invalid, "text-too-long", "A text is longer than 10,000 characters.",
                fix: "Shorten it.")
        }
    }

    private static func nextAssessmentID(_ db: Database) throws -> ImpactAssessment.ID {
        let last = try Int.fetchOne(
            db,
            sql: "SELECT MAX(CAST(SUBSTR(id, 6) AS INTEGER)) FROM assessment")
        let digits = String((last ?? 0) + 1)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return ImpactAssessment.ID(stringLiteral: "dpia-\(padded)")
    }
}

extension ImpactAssessment {
    /// The latest version of which the person's body is a controller.
    static func latest(_ id: ID, seenBy person: Practitioner, _ db: Database) throws
        -> ImpactAssessment
    {
        let seen = try fetchVersions(id, db).filter { $0.controllers.contains(person.partner) }
        guard let latest = seen.last else { throw Exchange.Refusal.notFound("impact assessment") }
        return latest
    }

    /// Refuses unknown bodies, and agreements to which the lead is no party.
    func requireKnown(_ db: Database) throws {
        for body in controllers where try Partner.fetch(body, db) == nil {
            throw Exchange.Refusal.notFound("partner")
        }
        for id in agreements {
            guard let history = try AgreementHistory.fetch(id, db), history.readers.contains(lead)
            else { throw Exchange.Refusal.notFound("agreement") }
        }
    }

    /// Writes what happened to the log: codes and a digest, no text.
    func log(
        type: String, by person: Practitioner, at moment: Timestamp, _ db: Database,
        more: [String: CanonicalJSON] = [:]
    ) throws {
        let body: [String: CanonicalJSON] = [
            "assessment": .text(id.rawValue), "version": .number(version),
            "stage": .text(stage.rawValue), "party": .text(person.partner.rawValue),
            "document": .text(digest(for: person.partner)),
        ]
        try Log.append(
            LogEntry(
                type: type, parties: controllers, body: body.merging(more) { $1 }),
            by: person, at: moment, to: db)
    }
}
