import Testing
import Transparency

/// A complete log of 15 entries that was written by another implementation.
struct TesseraLogTests {
    private let key: NoteKey
    private let checkpoints: [Checkpoint]

    init() throws {
        let key = try NoteKey(
            vkey: "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")
        self.key = key
        checkpoints = try (0...15).map { size in
            let bytes = try #require(try Vectors.bytes("tessera-log-15/checkpoint.\(size)"))
            return try Checkpoint(signed: bytes, by: [key])
        }
    }

    @Test func `the whole log is sound and extends all its checkpoints`() throws {
        let audit = LogAudit(origin: "example.com/log/testdata", keys: [key], earlier: checkpoints)
        let report = try audit.report { try Vectors.bytes("tessera-log-15/\($0)") }
        #expect(checkpoints.map(\.size) == Array(0...15))
        #expect(report.isSound, "\(report.findings)")
        #expect(report.size == 15)
        #expect(AuditReport.Check.allCases.allSatisfy { report.outcome(of: $0) == .passed })
    }

    @Test(arguments: 0...15)
    func `the log was sound at each of its sizes`(size: Int) throws {
        let audit = LogAudit(
            origin: "example.com/log/testdata", keys: [key],
            earlier: Array(checkpoints.prefix(size)))
        let report = try audit.report { path in
            let name = path == "checkpoint" ? "checkpoint.\(size)" : path
            return try Vectors.bytes("tessera-log-15/\(name)")
        }
        #expect(report.isSound, "\(report.findings)")
        #expect(report.size == size)
    }

    @Test func `each checkpoint is consistent with each later one`() throws {
        let tile = try #require(try Vectors.bytes("tessera-log-15/tile/0/000.p/15"))
        let leaves = stride(from: 0, to: tile.count, by: 32).compactMap { start in
            TreeHash(tile[start..<(start + 32)])
        }
        let stored = TileHashes(leaves: leaves)
        for earlier in checkpoints.dropFirst() {
            for later in checkpoints[earlier.size...] {
                let proof = try ConsistencyProof(
                    from: earlier.size, to: later.size, from: stored)
                try proof.verify(earlierRoot: earlier.root, root: later.root)
            }
        }
    }

    @Test func `the files that we make of its entries are the same`() throws {
        let bundle = try #require(try Vectors.bytes("tessera-log-15/tile/entries/000.p/15"))
        let entries = try EntryBundle.decoded(bundle, count: 15)
        var made: [String: [UInt8]] = [:]
        try TileTree(entries: entries).forEachFile { made[$0] = $1 }
        #expect(made.keys.sorted() == ["tile/0/000.p/15", "tile/entries/000.p/15"])
        for (path, bytes) in made {
            #expect(try Vectors.bytes("tessera-log-15/\(path)") == bytes)
        }
    }
}
