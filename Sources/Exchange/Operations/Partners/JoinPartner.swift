import GRDB
public import Governance
public import Records

extension Store {
    /// Enters a body that asks to join the partnership.
    ///
    /// - Throws: `Refusal` when the role does not allow it, or the code or the name is taken.
    public func join(_ partner: Partner, by person: Practitioner) async throws {
        try require(.addPartner, of: person)
        try await enter(partner, by: person)
    }

    /// Enters the first body, before anybody has an account; for `weft init` only.
    ///
    /// - Throws: `Refusal` when there is a partner already.
    public func joinFirst(_ partner: Partner) async throws {
        guard try await read({ db in try Partner.fetchAll(db).isEmpty }) else {
            throw Refusal(.conflict, "not-first", "This partnership already has its first body.")
        }
        try await enter(partner, by: nil)
    }

    private func enter(_ partner: Partner, by person: Practitioner?) async throws {
        let moment = now
        let name = partner.name.trimmingPrefix(while: \.isWhitespace)
        guard !name.isEmpty else {
            throw Refusal(.invalid, "name-missing", "Enter the name of the body.")
        }
        try await transact { db in
            let taken = try Partner.fetchAll(db).contains {
                $0.id == partner.id || $0.name.lowercased() == partner.name.lowercased()
            }
            guard !taken else {
                throw Refusal(
                    .conflict, "partner-exists",
                    "A body with this name or code has joined already.",
                    fix: "Choose it from the list of partners.")
            }
            try partner.save(db)
            try Log.append(
                LogEntry(
                    type: "partner-joined", parties: [partner.id],
                    body: [
                        "partner": .text(partner.id.rawValue), "kind": .text(partner.kind.rawValue),
                    ]),
                by: person, at: moment, to: db)
        }
    }

    /// Every partner, in order of their names.
    public func partners() async throws -> [Partner] {
        try await read { db in try Partner.fetchAll(db) }
    }

    /// One partner.
    ///
    /// - Throws: `Refusal.notFound`.
    public func partner(_ id: Partner.ID) async throws -> Partner {
        guard let partner = try await read({ db in try Partner.fetch(id, db) }) else {
            throw Refusal.notFound("partner")
        }
        return partner
    }
}
