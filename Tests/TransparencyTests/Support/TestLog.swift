import Crypto
import Transparency

/// A log made for a test: entries, its files, and the key that signs it.
struct TestLog {
    static let origin = "ambermere.example/log"

    let entries: [[UInt8]]
    let signer: NoteSigner
    var files: [String: [UInt8]]

    init(_ entries: [[UInt8]]) throws {
        self.entries = entries
        signer = try Self.signer(named: Self.origin, seed: 1)
        files = [:]
        var files: [String: [UInt8]] = [:]
        try TileTree(entries: entries).forEachFile { files[$0] = $1 }
        self.files = files
        try sign()
    }

    init(size: Int) throws {
        try self.init((0..<size).map { Array("{\"entry\":\($0)}".utf8) })
    }

    static func signer(named name: String, seed: UInt8) throws -> NoteSigner {
        let seed = [UInt8](repeating: seed, count: 32)
        return try NoteSigner(
            name: name, privateKey: Curve25519.Signing.PrivateKey(rawRepresentation: seed))
    }

    var leaves: [TreeHash] { entries.map { TreeHash.leaf($0) } }

    var checkpoint: Checkpoint { checkpoint(size: entries.count) }

    func checkpoint(size: Int) -> Checkpoint {
        let root = TreeHash.root(of: Array(leaves.prefix(size)))
        return Checkpoint(origin: Self.origin, size: size, root: root)
    }

    mutating func sign(_ checkpoint: Checkpoint? = nil) throws {
        files["checkpoint"] = try (checkpoint ?? self.checkpoint).signed(by: [signer]).bytes
    }

    func report(earlier: [Checkpoint] = [], findingLimit: Int = 1000) throws -> AuditReport {
        let files = files
        return try LogAudit(
            origin: Self.origin, keys: [signer.key], earlier: earlier, findingLimit: findingLimit
        ).report { files[$0] }
    }
}
