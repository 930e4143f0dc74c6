import Crypto
import Foundation
import GRDB
import Governance
import Records
import Testing
import Transparency

@testable import Exchange

/// A log of 600 entries as files: exported, served, and checked with what anybody may use.
struct LogFilesTests {
    private let store: Store
    /// The size at each checkpoint, with the root that the definition gives.
    private let roots: [Int: TreeHash]

    init() async throws {
        store = try Store.inMemory(clock: { TwoBodies.moment })
        var sizes: Set<Int> = []
        for step in [1, 1, 5, 120, 128, 1, 1, 255, 88] {
            let size = sizes.max() ?? 0
            try await store.transact { db in
                for number in size..<(size + step) {
                    try Log.append(
                        LogEntry(type: "test", parties: [], body: ["n": .number(number)]),
                        by: nil, at: TwoBodies.moment, to: db)
                }
            }
            sizes.insert(size + step)
        }
        let leaves = try await store.writer.read { db in try Log.leaves(0..<600, db) }
        roots = Dictionary(
            uniqueKeysWithValues: sizes.map { ($0, Self.root(leaves[0..<$0])) })
    }

    /// RFC 6962 section 2.1, word for word.
    private static func root(_ leaves: ArraySlice<[UInt8]>) -> TreeHash {
        if leaves.count == 1 { return .leaf(leaves[leaves.startIndex]) }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return .node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    @Test func `every checkpoint signs the root that the definition gives`() async throws {
        let key = store.keys.signer.key
        let notes = try await store.writer.read { db in
            try String.fetchAll(db, sql: "SELECT note FROM checkpoint WHERE size > 0")
        }
        let signed = try notes.map { try Checkpoint(signed: Array($0.utf8), by: [key]) }

        #expect(Dictionary(uniqueKeysWithValues: signed.map { ($0.size, $0.root) }) == roots)
    }

    @Test func `the export is sound and extends every earlier checkpoint`() async throws {
        let files = try await exported()
        let key = try NoteKey(vkey: store.vkey)
        let earlier = roots.filter { $0.key < 600 }.map {
            Checkpoint(origin: "weft.test/log", size: $0.key, root: $0.value)
        }

        let report = try LogAudit(origin: key.name, keys: [key], earlier: earlier)
            .report { files[$0] }

        #expect(report.isSound)
        #expect(report.size == 600)
        #expect(report.outcome(of: .history) == .passed)
    }

    @Test func `each file is served as it is exported`() async throws {
        let files = try await exported()

        #expect(files.count == 9)
        for (path, bytes) in files {
            #expect(try await store.logFile(path) == bytes, "\(path)")
        }
    }

    @Test func `the served files alone are enough to check the log`() async throws {
        var served: [String: [UInt8]] = [:]
        for path in try await exported().keys { served[path] = try await store.logFile(path) }
        let key = try NoteKey(vkey: store.vkey)

        #expect(try LogAudit(origin: key.name, keys: [key]).report { served[$0] }.isSound)
    }

    @Test(arguments: [
        "", "/", ".", "..", "vkey/", "checkpoint/", "Checkpoint", "checkpoint\n", "/checkpoint",
        "weft.sqlite", "master.key", "log.key", "../master.key", "tile/../master.key",
        "tile/0/../../master.key", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00",
        "tile/0/0000", "tile/0/003", "tile/0/002", "tile/0/002.p/89", "tile/0/002.p/0",
        "tile/0/002.p/-1", "tile/0/002.p/088", "tile/0/002.p/88/", "tile/0/000.p/256",
        "tile/0/x000/000", "tile/0/x001/000", "tile/-1/000", "tile/00/000", "tile/1/000",
        "tile/1/000.p/3", "tile/2/000.p/1", "tile/8/000", "tile/63/000", "tile/64/000",
        "tile/99999999999999999999/000", "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/entries", "tile/entries/003", "tile/entries/002", "tile/entries/002.p/89",
        "tile/entries/000.p/0", "tile/entries/x999/x999/x999/x999/x999/x999/999", "tile/é/000",
        "tile%2F0%2F000", "tile/0/000\u{0}", "TILE/0/000", "tile/bodies/000", "logBody/0",
    ])
    func `what is not part of the log is not served`(path: String) async throws {
        #expect(try await store.logFile(path) == nil)
    }

    @Test func `an empty log has a signed checkpoint of size 0 or none`() async throws {
        let empty = try Store.inMemory(clock: { TwoBodies.moment })
        #expect(try await empty.logFile("checkpoint") == nil)
        #expect(try await empty.logFile("tile/0/000.p/1") == nil)

        try await empty.publishCheckpoint()

        let note = try #require(try await empty.logFile("checkpoint"))
        let checkpoint = try Checkpoint(signed: note, by: [NoteKey(vkey: empty.vkey)])
        #expect(checkpoint.size == 0)
        #expect(checkpoint.root == .empty)
    }

    @Test func `an export goes into an empty folder only`() async throws {
        let folder = TemporaryFolder()
        _ = try await store.exportLog(to: folder.url)

        let refusal = try await TwoBodies.refusal { try await store.exportLog(to: folder.url) }

        #expect(refusal?.kind == .conflict)
    }

    /// The exported files by their paths.
    private func exported() async throws -> [String: [UInt8]] {
        let folder = TemporaryFolder()
        #expect(try await store.exportLog(to: folder.url) == 600)
        let root = folder.url.path(percentEncoded: false)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root)
        var files: [String: [UInt8]] = [:]
        for name in names {
            let file = folder.url.appending(path: name)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[name] = Array(try Data(contentsOf: file))
            }
        }
        return files
    }
}
