public import Foundation
import GRDB
public import Records

extension Store {
    /// Why a data folder cannot be made or opened.
    public enum OpenFailure: Error, Hashable, Sendable {
        /// There is a data folder already.
        case exists(String)
        /// There is no data folder.
        case missing(String)
        /// The key file is missing or not 32 bytes long.
        case noMasterKey(String)
        /// The log's key file is missing or broken.
        case noLogKey(String)
        /// The database is of a newer Weft.
        case newer
        /// The database file cannot be read.
        case damaged(String)

        /// What is wrong and what to do, in one sentence.
        public var sentence: String {
            switch self {
            case .exists(let path):
                "`\(path)` already holds a Weft data folder; choose another folder."
            case .missing(let path):
                "`\(path)` holds no Weft data folder; make one with `weft init --data \(path)`."
            case .noMasterKey(let path):
                "The key file `\(path)` is missing or damaged; put it back from where you keep it."
            case .noLogKey(let path):
                "The log's key file `\(path)` is missing or damaged; put it back from where you "
                    + "keep it."
            case .newer:
                "This data folder was written by a newer Weft; use that version or a later one."
            case .damaged(let path):
                "The database `\(path)` cannot be read; put it back from a backup."
            }
        }
    }

    /// Makes a data folder with new keys and an empty database.
    ///
    /// - Throws: `OpenFailure.exists` when the folder holds one already; file system errors.
    public static func create(
        at folder: URL, settings: Settings, clock: @escaping @Sendable () -> Timestamp = systemClock
    ) throws -> Store {
        guard !FileManager.default.fileExists(atPath: database(in: folder).path()) else {
            throw OpenFailure.exists(folder.path())
        }
        let private_ = [FileAttributeKey.posixPermissions: 0o700]
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: private_)
        let keys = try Keyring.made(in: folder, origin: settings.origin)
        let writer = try DatabasePool(
            path: database(in: folder).path(), configuration: configuration)
        try migrator.migrate(writer)
        try writer.write { db in
            try db.execute(
                sql: "INSERT INTO setting (id, document) VALUES (1, ?)",
                arguments: [Document.text(settings)])
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: database(in: folder).path())
        return Store(
            writer: writer, keys: keys,
            reference: try ReferenceData(overriddenIn: folder.appending(path: "reference")),
            settings: settings, clock: clock)
    }

    /// Opens a data folder; migrates its database and signs what a crash left unsigned.
    ///
    /// - Throws: `OpenFailure` in plain words.
    public static func open(
        at folder: URL, clock: @escaping @Sendable () -> Timestamp = systemClock
    ) async throws -> Store {
        let path = database(in: folder).path()
        guard FileManager.default.fileExists(atPath: path) else {
            throw OpenFailure.missing(folder.path())
        }
        let (writer, settings) = try openDatabase(path)
        let store = Store(
            writer: writer, keys: try Keyring(in: folder, origin: settings.origin),
            reference: try ReferenceData(overriddenIn: folder.appending(path: "reference")),
            settings: settings, clock: clock)
        try await store.publishCheckpoint()
        return store
    }

    /// The system's clock; the only place where Weft reads the time.
    public static let systemClock: @Sendable () -> Timestamp = {
        Timestamp(seconds: Int(Date().timeIntervalSince1970))
    }

    /// A store in memory with its own keys, for tests.
    public static func inMemory(
        settings: Settings = Settings(
            partnership: "Ambermere", origin: "weft.test/log", isDemonstration: false),
        clock: @escaping @Sendable () -> Timestamp
    ) throws -> Store {
        let writer = try DatabaseQueue(configuration: configuration)
        try migrator.migrate(writer)
        try writer.write { db in
            try db.execute(
                sql: "INSERT INTO setting (id, document) VALUES (1, ?)",
                arguments: [Document.text(settings)])
        }
        return Store(
            writer: writer, keys: Keyring(origin: settings.origin),
            reference: try ReferenceData(), settings: settings, clock: clock)
    }

    /// Closes the database; nothing is lost without it, but its side files go away.
    public func close() throws { try writer.close() }

    static func database(in folder: URL) -> URL { folder.appending(path: "weft.sqlite") }

    private static func openDatabase(_ path: String) throws -> (DatabasePool, Settings) {
        do {
            let writer = try DatabasePool(path: path, configuration: configuration)
            if try writer.read(migrator.hasBeenSuperseded) { throw OpenFailure.newer }
            try migrator.migrate(writer)
            let settings = try writer.read { db in
                try String.fetchOne(db, sql: "SELECT document FROM setting WHERE id = 1")
            }
            guard let settings else { throw OpenFailure.damaged(path) }
            return (writer, try Document.value(settings))
        } catch is DatabaseError {
            throw OpenFailure.damaged(path)
        }
    }

    /// Write-ahead log, full synchronisation, erased pages overwritten, foreign keys checked.
    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
        }
        return configuration
    }
}
