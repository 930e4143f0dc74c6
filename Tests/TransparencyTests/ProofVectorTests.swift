import Crypto
import Foundation
import Testing
import Transparency

struct ProofVectorTests {
    @Test func `all published inclusion cases are accepted or refused as they should be`() throws {
        let cases = try Vectors.decoded([InclusionVector].self, from: "merkle-inclusion.json")
        #expect(cases.count == 86)
        for vector in cases {
            #expect(accepts(vector) == !vector.wantErr, "\(vector.file)")
        }
    }

    @Test func `all published consistency cases are accepted or refused as they should be`() throws
    {
        let cases = try Vectors.decoded([ConsistencyVector].self, from: "merkle-consistency.json")
        #expect(cases.count == 98)
        for vector in cases {
            #expect(accepts(vector) == !vector.wantErr, "\(vector.file)")
        }
    }

    @Test func `roots and proofs of trees up to 600 leaves are those of other implementations`()
        throws
    {
        let vectors = try Vectors.decoded(TreeVectors.self, from: "rfc6962-trees.json")
        let leaves = (0..<600).map { TreeHash.leaf(Array("entry-\($0)".utf8)) }
        let stored = TileHashes(leaves: leaves)
        var range = CompactRange()
        var roots = [range.root.description]
        for leaf in leaves {
            range.append(leaf)
            roots.append(range.root.description)
        }
        #expect(roots == vectors.roots)
        for vector in vectors.inclusion {
            let proof = try InclusionProof(index: vector.index, size: vector.size, from: stored)
            #expect(proof.hashes.map(\.description) == vector.proof)
            let root = try #require(TreeHash(base64: vectors.roots[vector.size]))
            try proof.verify(leaf: leaves[vector.index], root: root)
        }
        for vector in vectors.consistency {
            let proof = try ConsistencyProof(
                from: vector.size1, to: vector.size2, from: stored)
            #expect(proof.hashes.map(\.description) == vector.proof)
            try proof.verify(
                earlierRoot: #require(TreeHash(base64: vectors.roots[vector.size1])),
                root: #require(TreeHash(base64: vectors.roots[vector.size2])))
        }
    }

    private func accepts(_ vector: InclusionVector) -> Bool {
        guard let hashes = hashes(vector.proof), let leaf = TreeHash(Array(vector.leafHash)) else {
            return false
        }
        let proof = InclusionProof(
            index: Int(truncatingIfNeeded: vector.leafIdx),
            size: Int(truncatingIfNeeded: vector.treeSize), hashes: hashes)
        return (try? proof.verify(leaf: leaf, root: root(vector.root))) != nil
    }

    private func accepts(_ vector: ConsistencyVector) -> Bool {
        guard let hashes = hashes(vector.proof) else { return false }
        let proof = ConsistencyProof(
            from: Int(truncatingIfNeeded: vector.size1), to: Int(truncatingIfNeeded: vector.size2),
            hashes: hashes)
        let (earlier, later) = (root(vector.root1), root(vector.root2))
        return (try? proof.verify(earlierRoot: earlier, root: later)) != nil
    }

    private func hashes(_ proof: [Data]?) -> [TreeHash]? {
        let hashes = (proof ?? []).map { TreeHash(Array($0)) }
        return hashes.contains(nil) ? nil : hashes.compactMap(\.self)
    }

    /// A root of another length stands for any value in these cases, so its hash stands for it.
    private func root(_ bytes: Data) -> TreeHash {
        TreeHash(Array(bytes)) ?? TreeHash.leaf(Array(bytes))
    }
}
