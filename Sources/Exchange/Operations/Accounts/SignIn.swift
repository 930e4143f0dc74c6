import Foundation
import GRDB
public import Governance
public import Records

/// A person who is signed in, with what their pages need.
public struct Session: Sendable {
    /// Who it is, as the account stands now.
    public let person: Practitioner
    /// The name of the person's body.
    public let partnerName: String
    /// The code that every form must send back.
    public let csrf: String
    /// When the person signed in.
    public let startedAt: Timestamp
}

extension Store {
    /// How long a session lasts without a request, in seconds: 15 minutes (proof.md §5).
    public static let idleSeconds = 15 * 60
    /// How long a session lasts at the most, in seconds: 8 hours.
    public static let longestSeconds = 8 * 3_600
    /// The fewest characters of a password.
    public static let shortestPassword = 12

    /// Chooses the password of an account with its one-time code.
    ///
    /// - Throws: `Refusal` when the code is unknown, used or old, or the password is too short.
    @discardableResult
    public func choosePassword(_ password: String, code: String) async throws -> Practitioner {
        try Self.check(password: password)
        let moment = now
        let digest = Secret.digest(Data(code.utf8))
        let salt = Secret.bytes(16)
        let hash = try Secret.passwordHash(password, salt: salt)
        return try await transact { db in
            let id = try String.fetchOne(
                db, sql: "SELECT practitioner FROM invitation WHERE digest = ? AND expires > ?",
                arguments: [digest, moment.seconds])
            guard let id = id.flatMap(Practitioner.ID.init(_:)),
                let account = try Practitioner.fetch(id, db)
            else { throw Self.unknownLink }
            try db.execute(sql: "DELETE FROM invitation WHERE digest = ?", arguments: [digest])
            try db.execute(
                sql: """
                    UPDATE practitioner SET salt = ?, hash = ?, failures = 0, lockedUntil = 0
                    WHERE id = ?
                    """,
                arguments: [salt, hash, id.rawValue])
            try Log.append(
                LogEntry(
                    type: "password-chosen", parties: [account.partner],
                    body: ["account": .text(id.rawValue)]),
                by: account, at: moment, to: db)
            return account
        }
    }

    static func check(password: String) throws {
        guard (shortestPassword...1_024).contains(password.count) else {
            throw Refusal(
                .invalid, "password-short",
                "Choose a password of at least \(shortestPassword) characters.",
                fix: "Three or four unrelated words make a good one.")
        }
    }

    /// Whether a one-time code still works.
    public func isOpen(invitation code: String) async throws -> Bool {
        let (digest, seconds) = (Secret.digest(Data(code.utf8)), now.seconds)
        return try await read { db in
            try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM invitation WHERE digest = ? AND expires > ?)",
                arguments: [digest, seconds]) ?? false
        }
    }

    /// Signs in; the answer is the same for a wrong address and a wrong password.
    ///
    /// After five wrong passwords the account waits 15 minutes. Earlier sessions of the same
    /// person end.
    /// - Returns: the session's code, for the cookie.
    /// - Throws: `Refusal`.
    public func signIn(email: String, password: String) async throws -> String {
        let moment = now
        let account = try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT id, salt, hash, lockedUntil FROM practitioner WHERE email = ?
                    """,
                arguments: [email.lowercased().trimmingCharacters(in: .whitespaces)]
            ).map { row -> (id: String, salt: Data?, hash: Data?, lockedUntil: Int) in
                (row["id"], row["salt"], row["hash"], row["lockedUntil"])
            }
        }
        // The hash is computed for unknown addresses too, so that time does not tell them apart.
        let hash = try Secret.passwordHash(password, salt: account?.salt ?? Data(count: 16))
        guard let account, let expected = account.hash,
            let id = Practitioner.ID(account.id)
        else { throw Self.wrongPassword }
        guard account.lockedUntil <= moment.seconds else { throw Self.locked }
        guard Secret.isEqual(hash, expected) else {
            try await countFailure(of: id, at: moment)
            throw Self.wrongPassword
        }
        return try await startSession(of: id)
    }

    /// Starts a session without a password; only in a demonstration.
    ///
    /// - Throws: `Refusal.notFound` anywhere else.
    public func signInToDemonstration(as id: Practitioner.ID) async throws -> String {
        guard settings.isDemonstration else { throw Refusal.notFound("page") }
        return try await startSession(of: id)
    }

    private func startSession(of id: Practitioner.ID) async throws -> String {
        let moment = now
        let token = Secret.code(of: Session.self).rawValue
        let csrf = Secret.code(of: Session.self).rawValue
        try await transact { db in
            guard let account = try Practitioner.fetch(id, db), account.isActive else {
                throw Self.wrongPassword
            }
            try db.execute(
                sql: "UPDATE practitioner SET failures = 0 WHERE id = ?", arguments: [id.rawValue])
            try db.execute(
                sql: """
                    DELETE FROM session WHERE practitioner = ?
                    AND (ended IS NOT NULL OR seenAt < ?)
                    """,
                arguments: [id.rawValue, moment.seconds - Self.longestSeconds])
            try db.execute(
                sql: """
                    UPDATE session SET ended = 'elsewhere' WHERE practitioner = ?
                    AND ended IS NULL
                    """,
                arguments: [id.rawValue])
            try db.execute(
                sql: """
                    INSERT INTO session (digest, practitioner, csrf, startedAt, seenAt)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Secret.digest(Data(token.utf8)), id.rawValue, csrf, moment.seconds,
                    moment.seconds,
                ])
            try Log.append(
                LogEntry(
                    type: "signed-in", parties: [account.partner],
                    body: ["account": .text(id.rawValue)]),
                by: account, at: moment, to: db)
        }
        return token
    }

    func countFailure(of id: Practitioner.ID, at moment: Timestamp) async throws {
        try await writer.write { db in
            try db.execute(
                sql: """
                    UPDATE practitioner SET failures = failures + 1,
                    lockedUntil = CASE WHEN failures >= 4 THEN ? ELSE lockedUntil END WHERE id = ?
                    """,
                arguments: [moment.seconds + 15 * 60, id.rawValue])
        }
    }

    static let unknownLink = Refusal(
        .invalid, "link", "This link does not work: it was used already or is older than 7 days.",
        fix: "Ask the person who sent it for a new one.")
    private static let wrongPassword = Refusal(
        .notSignedIn, "wrong-password", "The e-mail address or the password is not right.",
        fix: "Try again, or ask your accounts’ operator for a new link.")
    private static let locked = Refusal(
        .notSignedIn, "locked", "There were too many wrong passwords for this account.",
        fix: "Wait 15 minutes and try again.")
}
