import GRDB
public import Governance
public import Records

extension Store {
    /// Signs the charter for the person's own body, which then may share.
    ///
    /// - Throws: `Refusal` when the role does not allow it or the charter is signed already.
    @discardableResult
    public func signCharter(by person: Practitioner) async throws -> Partner {
        try require(.signCharter, of: person)
        let (moment, version) = (now, reference.charter.version)
        let signature = CharterSignature(
            charter: version, post: person.post, date: Self.day(of: moment))
        return try await transact { db in
            guard let partner = try Partner.fetch(person.partner, db) else {
                throw Refusal.notFound("partner")
            }
            do {
                let signed = try partner.signing(signature)
                try signed.save(db)
                try Log.append(
                    LogEntry(
                        type: "charter-signed", parties: [partner.id],
                        body: ["partner": .text(partner.id.rawValue), "charter": .text(version)]),
                    by: person, at: moment, to: db)
                return signed
            } catch let refusal as Partner.Refusal {
                throw Refusal(refusal, partner: partner.name)
            }
        }
    }

    /// Suspends a partner, takes it back, or records that it left.
    ///
    /// - Throws: `Refusal` when the role or the partner's standing does not allow it.
    @discardableResult
    public func change(
        _ id: Partner.ID, to standing: Partner.Standing, by person: Practitioner
    ) async throws -> Partner {
        try require(.changeStanding, of: person)
        let moment = now
        return try await transact { db in
            guard let partner = try Partner.fetch(id, db) else { throw Refusal.notFound("partner") }
            do {
                let changed = try partner.changing(to: standing)
                try changed.save(db)
                try Log.append(
                    LogEntry(
                        type: "partner-standing", parties: [id],
                        body: [
                            "partner": .text(id.rawValue), "standing": .text(standing.rawValue),
                        ]),
                    by: person, at: moment, to: db)
                return changed
            } catch let refusal as Partner.Refusal {
                throw Refusal(refusal, partner: partner.name)
            }
        }
    }
}

extension Refusal {
    init(_ refusal: Partner.Refusal, partner: String) {
        switch refusal {
        case .alreadySigned:
            self.init(
                .conflict, "charter-signed", "\(partner) has signed the charter already.",
                fix: "Nothing more is needed.")
        case .notOpen(let standing):
            self.init(
                .conflict, "partner-standing",
                "\(partner) is “\(standing.rawValue)”, so this step is not open.",
                fix: "Look at the partner’s page to see what is open.")
        }
    }
}
