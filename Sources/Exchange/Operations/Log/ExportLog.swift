public import Foundation
import GRDB
import Transparency

extension Store {
    /// The key that verifies the log's checkpoints, in the form of a verifier key.
    public var vkey: String { keys.signer.key.vkey }

    /// Writes the log as files in the layout of tlog-tiles, with its checkpoint and its key.
    ///
    /// The files hold leaves only: no body, no salt, nothing that names a person.
    /// - Returns: the number of entries written.
    /// - Throws: file system errors; `Refusal` when the folder is not empty.
    public func exportLog(to folder: URL) async throws -> Int {
        try await publishCheckpoint()
        let files = FileManager.default
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        guard try files.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).isEmpty
        else {
            throw Refusal(
                .conflict, "folder-not-empty",
                "The folder `\(folder.path(percentEncoded: false))` is not empty.",
                fix: "Choose a new or an empty folder.")
        }
        let key = vkey
        return try await read { db in
            guard let checkpoint = try Log.checkpoint(db) else { return 0 }
            let tree = Log.tree(db)
            try TileTree(
                size: checkpoint.size, entries: { try Log.leaves($0, db) },
                leafHashes: { try tree.hashes(level: 0, in: $0) }
            ).forEachFile { path, bytes in
                let file = folder.appending(path: path)
                try files.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
            try Data(checkpoint.note.utf8).write(to: folder.appending(path: "checkpoint"))
            try Data((key + "\n").utf8).write(to: folder.appending(path: "vkey"))
            return checkpoint.size
        }
    }

    /// One file of the tlog-tiles layout by its path, or nil when the log has no such file.
    ///
    /// Paths: `checkpoint`, `vkey`, `tile/<level>/<n>`, `tile/entries/<n>`.
    public func logFile(_ path: String) async throws -> [UInt8]? {
        if path == "vkey" { return Array((vkey + "\n").utf8) }
        return try await read { db in
            guard let checkpoint = try Log.checkpoint(db) else { return nil }
            if path == "checkpoint" { return Array(checkpoint.note.utf8) }
            if let bundle = EntryBundle(path: path), bundle.range.upperBound <= checkpoint.size {
                return try EntryBundle.encoded(Log.leaves(bundle.range, db))
            }
            if let tile = Tile(path: path),
                tile.range.upperBound <= checkpoint.size >> (8 * tile.level)
            {
                return try Log.tree(db).bytes(of: tile)
            }
            return nil
        }
    }
}
