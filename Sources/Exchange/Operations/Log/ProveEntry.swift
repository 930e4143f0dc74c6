import GRDB
public import Transparency

/// Evidence that an entry is in the tree of the newest checkpoint; it names nobody.
public struct EntryProof: Hashable, Sendable {
    /// The leaf, as it stays for ever: codes, the time and a commitment to the body.
    public let leaf: [UInt8]
    /// The hash of the leaf (RFC 6962 section 2.1).
    public let leafHash: TreeHash
    /// The path from the leaf to the root.
    public let inclusion: InclusionProof
}

extension Store {
    /// The proof of an entry, or nil when no checkpoint covers it.
    public func proof(ofEntry number: Int) async throws -> EntryProof? {
        try await read { db in
            guard number >= 0, let size = try Log.checkpoint(db)?.size, number < size,
                let leaf = try Log.leaves(number..<(number + 1), db).first
            else { return nil }
            return EntryProof(
                leaf: leaf, leafHash: .leaf(leaf),
                inclusion: try InclusionProof(index: number, size: size, from: Log.tree(db)))
        }
    }
}
