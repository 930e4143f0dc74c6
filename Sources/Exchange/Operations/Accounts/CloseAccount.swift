import GRDB
public import Governance
public import Records

extension Store {
    /// Closes an account or opens it again; closing ends its sessions and its one-time link.
    ///
    /// - Throws: `Refusal` when the role or the body does not allow it, or it is one's own account.
    @discardableResult
    public func setAccount(
        _ id: Practitioner.ID, isActive: Bool, by person: Practitioner
    ) async throws -> Practitioner {
        try require(.manageAccounts, of: person)
        guard id != person.id else {
            throw Refusal(
                .conflict, "own-account", "You cannot close your own account.",
                fix: "Ask somebody else who manages accounts.")
        }
        let moment = now
        return try await transact { db in
            let account = try Self.managed(id, by: person, db)
            guard account.isActive != isActive else { return account }
            let changed = Practitioner(
                id: account.id, partner: account.partner, name: account.name,
                email: account.email, post: account.post, roles: account.roles, isActive: isActive)
            try changed.save(db)
            if !isActive { try Self.endAccess(of: id, db) }
            try Log.append(
                LogEntry(
                    type: isActive ? "account-reopened" : "account-closed",
                    parties: [account.partner], body: ["account": .text(id.rawValue)]),
                by: person, at: moment, to: db)
            return changed
        }
    }

    /// One account that a person manages.
    ///
    /// - Throws: `Refusal.notFound`, also for an account of another body.
    public func account(_ id: Practitioner.ID, managedBy person: Practitioner) async throws
        -> Practitioner
    {
        try require(.manageAccounts, of: person)
        return try await read { db in try Self.managed(id, by: person, db) }
    }

    private static func managed(
        _ id: Practitioner.ID, by person: Practitioner, _ db: Database
    ) throws -> Practitioner {
        guard let account = try Practitioner.fetch(id, db),
            account.partner == person.partner || person.roles.contains(.operator)
        else { throw Refusal.notFound("account") }
        return account
    }

    private static func endAccess(of id: Practitioner.ID, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE session SET ended = 'closed' WHERE practitioner = ? AND ended IS NULL",
            arguments: [id.rawValue])
        try db.execute(
            sql: "DELETE FROM invitation WHERE practitioner = ?", arguments: [id.rawValue])
    }
}
