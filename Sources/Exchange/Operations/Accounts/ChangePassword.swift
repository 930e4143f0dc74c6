import Foundation
import GRDB
public import Governance
import Records

extension Store {
    /// Replaces the person's own password; wrong old ones count as at signing in.
    ///
    /// - Throws: `Refusal` when the old password is wrong or the new one is too short.
    public func changePassword(
        from old: String, to new: String, by person: Practitioner
    ) async throws {
        try Self.check(password: new)
        let moment = now
        let kept = try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT salt, hash, lockedUntil FROM practitioner WHERE id = ?",
                arguments: [person.id.rawValue]
            ).map { row -> (salt: Data?, hash: Data?, lockedUntil: Int) in
                (row["salt"], row["hash"], row["lockedUntil"])
            }
        }
        guard let kept, kept.lockedUntil <= moment.seconds else { throw Self.lockedForNow }
        let hash = try Secret.passwordHash(old, salt: kept.salt ?? Data(count: 16))
        guard let expected = kept.hash, Secret.isEqual(hash, expected) else {
            try await countFailure(of: person.id, at: moment)
            throw Refusal(
                .invalid, "wrong-password", "The old password is not right.",
                fix: "Type it again, or ask whoever manages your accounts for a new link.")
        }
        try await replacePassword(of: person, with: new)
    }

    private func replacePassword(of person: Practitioner, with password: String) async throws {
        let (moment, salt) = (now, Secret.bytes(16))
        let hash = try Secret.passwordHash(password, salt: salt)
        try await transact { db in
            try db.execute(
                sql: """
                    UPDATE practitioner SET salt = ?, hash = ?, failures = 0, lockedUntil = 0
                    WHERE id = ?
                    """,
                arguments: [salt, hash, person.id.rawValue])
            _ = try Log.append(
                LogEntry(
                    type: "password-changed", parties: [person.partner],
                    body: ["account": .text(person.id.rawValue)]),
                by: person, at: moment, to: db)
        }
    }

    private static let lockedForNow = Refusal(
        .invalid, "locked", "There were too many wrong passwords for this account.",
        fix: "Wait 15 minutes and try again.")
}
