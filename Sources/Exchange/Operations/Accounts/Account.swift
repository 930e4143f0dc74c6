import Foundation
public import Governance
import GRDB
public import Records

extension Store {
    /// Opens an account and gives a one-time code with which its owner chooses a password.
    ///
    /// Nobody but the caller ever sees the code; it is stored as a digest and lasts seven days.
    /// - Throws: `Refusal` when the role does not allow it, the body is another one, or the e-mail
    ///   address is taken.
    public func invite(_ account: Practitioner, by person: Practitioner) async throws -> String {
        try require(.manageAccounts, of: person)
        guard person.partner == account.partner || person.roles.contains(.operator) else {
            throw Refusal(
                .notPermitted, "other-body", "You may only open accounts for your own body.",
                fix: "Ask an information governance officer of that body.")
        }
        return try await openAccount(account, by: person)
    }

    /// Opens the first account, before anybody can sign in; for `weft init` and the demonstration.
    ///
    /// - Throws: `Refusal` when the folder has accounts and is not a demonstration.
    public func inviteFirst(_ account: Practitioner) async throws -> String {
        let isEmpty = try await read { db in try Practitioner.fetchAll(db).isEmpty }
        guard isEmpty || settings.isDemonstration else {
            throw Refusal(.conflict, "not-first", "This partnership already has accounts.")
        }
        return try await openAccount(account, by: nil)
    }

    private func openAccount(_ account: Practitioner, by person: Practitioner?) async throws
        -> String
    {
        let moment = now
        try Self.check(account)
        let code = Secret.code(of: Practitioner.self).rawValue
        try await transact { db in
            guard try Partner.fetch(account.partner, db) != nil else {
                throw Refusal.notFound("partner")
            }
            guard try Practitioner.fetch(email: account.email, db) == nil else {
                throw Refusal(
                    .conflict, "account-exists", "There is an account with this e-mail address.",
                    fix: "Use another address, or ask for a new link.")
            }
            try account.save(db)
            try Self.storeInvitation(code, for: account.id, at: moment, db)
            try Log.append(
                LogEntry(
                    type: "account-opened", parties: [account.partner],
                    body: [
                        "account": .text(account.id.rawValue),
                        "roles": .list(account.roles.sorted().map { .text($0.rawValue) }),
                    ]),
                by: person, at: moment, to: db)
        }
        return code
    }

    /// A fresh one-time code for an account whose owner lost the password.
    ///
    /// - Throws: `Refusal` when the role or the body does not allow it.
    public func renewInvitation(of id: Practitioner.ID, by person: Practitioner) async throws
        -> String
    {
        try require(.manageAccounts, of: person)
        let moment = now
        let code = Secret.code(of: Practitioner.self).rawValue
        try await transact { db in
            guard let account = try Practitioner.fetch(id, db),
                account.partner == person.partner || person.roles.contains(.operator)
            else { throw Refusal.notFound("account") }
            guard account.isActive else {
                throw Refusal(
                    .conflict, "account-closed", "This account is closed.",
                    fix: "Open it again; then make a link.")
            }
            try Self.storeInvitation(code, for: id, at: moment, db)
            try Log.append(
                LogEntry(
                    type: "account-link", parties: [account.partner],
                    body: ["account": .text(id.rawValue)]),
                by: person, at: moment, to: db)
        }
        return code
    }

    /// The accounts that a person may see: those of the own body, or all for an operator.
    public func accounts(seenBy person: Practitioner) async throws -> [Practitioner] {
        let body = person.roles.contains(.operator) ? nil : person.partner
        return try await read { db in try Practitioner.fetchAll(db, of: body) }
    }

    /// A code for a new account, made at random.
    public static func newAccountID() -> Practitioner.ID { Secret.code() }

    private static func storeInvitation(
        _ code: String, for id: Practitioner.ID, at moment: Timestamp, _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM invitation WHERE practitioner = ?", arguments: [id.rawValue])
        try db.execute(
            sql: "INSERT INTO invitation (digest, practitioner, expires) VALUES (?, ?, ?)",
            arguments: [
                Secret.digest(Data(code.utf8)), id.rawValue, moment.seconds + 7 * 86_400,
            ])
    }

    private static func check(_ account: Practitioner) throws {
        let email = account.email
        guard email.contains("@"), email == email.lowercased(),
            !email.contains(where: \.isWhitespace), (3...254).contains(email.utf8.count)
        else {
            throw Refusal(
                .invalid, "email", "Enter an e-mail address in the form name@example.org.")
        }
        guard !account.name.isEmpty else {
            throw Refusal(.invalid, "name-missing", "Enter the person’s name.")
        }
        guard !account.roles.isEmpty else {
            throw Refusal(.invalid, "role-missing", "Choose at least one role.")
        }
    }
}
