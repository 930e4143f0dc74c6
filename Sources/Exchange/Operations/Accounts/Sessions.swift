import Foundation
import GRDB
import Governance
import Records

/// Why a session's code opens nothing.
public enum SessionEnd: String, Hashable, Sendable {
    /// The code is unknown.
    case unknown
    /// The same person signed in somewhere else.
    case elsewhere
    /// Nobody used it for too long, or it reached its longest time.
    case expired
    /// The account was closed.
    case closed

    /// What happened and what to do, in one sentence.
    public var sentence: String {
        switch self {
        case .unknown: "Sign in to see this page."
        case .elsewhere:
            "You signed in somewhere else, so this session has ended. Nothing that you saved is "
                + "lost: sign in again to go on here."
        case .expired:
            "You were signed out because nothing happened for a while. Nothing that you saved is "
                + "lost: sign in again to go on."
        case .closed: "This account has been closed. Ask your accounts’ operator."
        }
    }
}

extension Store {
    /// The session with a code, or why it has ended; a live session's idle time starts again.
    public func session(_ token: String) async throws -> Result<Session, SessionEndError> {
        let moment = now
        let digest = Secret.digest(Data(token.utf8))
        let found = try await read { db in try Self.fetchSession(digest, at: moment, db) }
        // A write for every request would be waste: one a minute is exact enough for 15 minutes.
        if case .success(let session) = found.result, found.seenAt + 60 <= moment.seconds {
            try await writer.write { db in
                try db.execute(
                    sql: "UPDATE session SET seenAt = ? WHERE digest = ?",
                    arguments: [moment.seconds, digest])
            }
            return .success(session)
        }
        return found.result
    }

    /// Ends a session.
    public func signOut(_ token: String) async throws {
        let digest = Secret.digest(Data(token.utf8))
        try await writer.write { db in
            try db.execute(sql: "DELETE FROM session WHERE digest = ?", arguments: [digest])
        }
    }

    private static func fetchSession(_ digest: Data, at moment: Timestamp, _ db: Database) throws
        -> (result: Result<Session, SessionEndError>, seenAt: Int)
    {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT csrf, startedAt, seenAt, ended, practitioner.document, partner.name
                FROM session
                JOIN practitioner ON practitioner.id = session.practitioner
                JOIN partner ON partner.id = practitioner.partner WHERE digest = ?
                """,
            arguments: [digest])
        guard let row else { return (.failure(.init(end: .unknown)), 0) }
        let (started, seen): (Int, Int) = (row["startedAt"], row["seenAt"])
        if let ended: String = row["ended"] {
            return (.failure(.init(end: SessionEnd(rawValue: ended) ?? .expired)), seen)
        }
        guard moment.seconds - seen < idleSeconds, moment.seconds - started < longestSeconds else {
            return (.failure(.init(end: .expired)), seen)
        }
        let person: Practitioner = try Document.value(row["document"])
        guard person.isActive else { return (.failure(.init(end: .closed)), seen) }
        return (
            .success(
                Session(
                    person: person, partnerName: row["name"], csrf: row["csrf"],
                    startedAt: Timestamp(seconds: started))),
            seen
        )
    }
}

/// The end of a session as an error.
public struct SessionEndError: Error, Hashable, Sendable {
    /// Why it ended.
    public let end: SessionEnd
}
