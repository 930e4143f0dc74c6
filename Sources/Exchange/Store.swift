import Foundation
import GRDB
public import Governance
public import Records

/// The data folder of one partnership, open: its database, its keys and the clock.
///
/// Each operation is one file in `Operations`, one transaction, and one log entry in it.
public struct Store: Sendable {
    let writer: any DatabaseWriter
    let keys: Keyring
    /// The dated data files.
    public let reference: ReferenceData
    /// What this folder is for.
    public let settings: Settings
    let clock: @Sendable () -> Timestamp

    /// What was chosen when the folder was made.
    public struct Settings: Codable, Hashable, Sendable {
        /// The name of the partnership.
        public let partnership: String
        /// The origin of the log: a name without a scheme, such as `weft.example.org/log`.
        public let origin: String
        /// Whether everything in the folder is invented.
        public let isDemonstration: Bool

        /// Settings from their parts.
        public init(partnership: String, origin: String, isDemonstration: Bool) {
            self.partnership = partnership
            self.origin = origin
            self.isDemonstration = isDemonstration
        }
    }

    /// The moment now.
    public var now: Timestamp { clock() }

    /// The day now, in London.
    public var today: CalendarDate { Self.day(of: clock()) }

    /// The same store at a fixed moment, for tests and for the demonstration's past.
    public func at(_ moment: Timestamp) -> Store {
        Store(
            writer: writer, keys: keys, reference: reference, settings: settings,
            clock: { moment })
    }

    /// The day of a moment in London, where the partnership is.
    public static func day(of moment: Timestamp) -> CalendarDate {
        let date = Date(timeIntervalSince1970: Double(moment.seconds))
        let offset = london.secondsFromGMT(for: date)
        return CalendarDate(
            dayNumber: Int((Double(moment.seconds + offset) / 86_400).rounded(.down)))
    }

    private static let london = TimeZone(identifier: "Europe/London") ?? .gmt
}

extension Store {
    /// Runs one operation: its changes and its log entry commit together or not at all.
    ///
    /// The tree is signed afterwards, because only what is durable may be signed (proof.md §3.4).
    func transact<Value: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        let value = try await writer.write(body)
        try await publishCheckpoint()
        return value
    }

    /// Reads in one consistent state.
    func read<Value: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await writer.read(body)
    }

    /// Refuses an action that none of the person's roles allows.
    ///
    /// - Throws: `Refusal` that names the action.
    public func require(_ action: Action, of person: Practitioner) throws {
        guard person.may(action) else {
            throw Refusal(
                .notPermitted, "role", "Your role does not let you \(action.words).",
                fix: "Ask a colleague whose role does, or your accounts' operator.")
        }
    }
}
