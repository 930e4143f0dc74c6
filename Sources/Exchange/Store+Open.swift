public import Foundation
import GRDB
public import Records

extension Store {
    /// Why a data folder cannot be made or opened.
    public enum OpenFailure: Error, Hashable, Sendable {
        /// There is a data folder, or what is left of one, already.
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
        /// The folder or a file in it cannot be written.
        case notWritable(String)

        /// What is wrong and what to do, in one sentence.
        public var sentence: String {
            switch self {
            case .exists(let path):
                "`\(path)` already holds a Weft data folder or its keys; choose another folder."
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
            case .notWritable(let path):
                "`\(path)` cannot be written; look at its permissions and at the free space."
            }
        }
    }

    /// Makes a data folder with new keys and an empty database.
    ///
    /// Keys without a database are kept too: they may be all that opens a backup.
    ///
    /// - Throws: `OpenFailure.exists` when the folder holds one already, `notWritable`.
    public static func create(
        at folder: URL, settings: Settings, clock: @escaping @Sendable () -> Timestamp = systemClock
    ) throws -> Store {
        let files = [database(in: folder)] + Keyring.files(in: folder)
        guard
            !files.contains(where: {
                FileManager.default.fileExists(atPath: $0.path(percentEncoded: false))
            })
        else {
            throw OpenFailure.exists(folder.path(percentEncoded: false))
        }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw OpenFailure.notWritable(folder.path(percentEncoded: false))
        }
        let reference = try ReferenceData(overriddenIn: folder.appending(path: "reference"))
        let keys = try Keyring.made(in: folder, origin: settings.origin)
        let writer = try DatabasePool(
            path: database(in: folder).path(percentEncoded: false), configuration: configuration)
        try migrator.migrate(writer)
        try writer.write { db in
            try db.execute(
                sql: "INSERT INTO setting (id, document) VALUES (1, ?)",
                arguments: [Document.text(settings)])
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: database(in: folder).path(percentEncoded: false))
        return Store(
            writer: writer, keys: keys, reference: reference, settings: settings, clock: clock)
    }

    /// Takes back a folder that was made a moment ago, because its first steps were refused.
    ///
    /// Only for the store that `create` returned; everything in it is lost.
    public func discard(at folder: URL) throws {
        try close()
        let sideFiles = ["-wal", "-shm"].map { folder.appending(path: "weft.sqlite" + $0) }
        for file in [Self.database(in: folder)] + Keyring.files(in: folder) + sideFiles
        where FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
            try FileManager.default.removeItem(at: file)
        }
        if try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            .isEmpty
        {
            try FileManager.default.removeItem(at: folder)
        }
    }

    /// Opens a data folder; migrates its database and signs what a crash left unsigned.
    ///
    /// - Throws: `OpenFailure` in plain words.
    public static func open(
        at folder: URL, clock: @escaping @Sendable () -> Timestamp = systemClock
    ) async throws -> Store {
        let path = database(in: folder).path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else {
            throw OpenFailure.missing(folder.path(percentEncoded: false))
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
    ///
    /// The readers go first: the writer tidies up only when it is the last to close.
    public func close() throws {
        (writer as? DatabasePool)?.invalidateReadOnlyConnections()
        try writer.close()
    }

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
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_FULL:
                throw OpenFailure.notWritable(path)
            default: throw OpenFailure.damaged(path)
            }
        } catch is DecodingError {
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
