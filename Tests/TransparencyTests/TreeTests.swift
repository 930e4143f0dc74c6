import Testing
import Transparency

struct TreeTests {
    @Test func `roots and proofs are those of the recursive definitions`() throws {
        var numbers = SeededNumbers(seed: 6962)
        for _ in 0..<60 {
            let size = Int.random(in: 1...140, using: &numbers)
            let entries = Self.entries(size, &numbers)
            let leaves = entries.map { TreeHash.leaf($0) }
            let stored = TileHashes(leaves: leaves)
            let root = try stored.root(size: size)
            let index = Int.random(in: 0..<size, using: &numbers)
            let earlier = Int.random(in: 1...size, using: &numbers)

            let inclusion = try InclusionProof(index: index, size: size, from: stored)
            let consistency = try ConsistencyProof(from: earlier, to: size, from: stored)

            #expect(root.bytes == RecursiveTree.mth(entries[...]))
            #expect(TreeHash.root(of: leaves) == root)
            #expect(inclusion.hashes.map(\.bytes) == RecursiveTree.path(index, entries[...]))
            #expect(consistency.hashes.map(\.bytes) == RecursiveTree.proof(earlier, entries[...]))
            try inclusion.verify(leaf: leaves[index], root: root)
            try consistency.verify(earlierRoot: stored.root(size: earlier), root: root)
        }
    }

    @Test func `a proof with one hash changed, missing or added is refused`() throws {
        var numbers = SeededNumbers(seed: 9162)
        for _ in 0..<60 {
            let size = Int.random(in: 2...90, using: &numbers)
            let leaves = Self.entries(size, &numbers).map { TreeHash.leaf($0) }
            let stored = TileHashes(leaves: leaves)
            let root = try stored.root(size: size)
            let index = Int.random(in: 0..<size, using: &numbers)
            let earlier = Int.random(in: 1..<size, using: &numbers)
            let earlierRoot = try stored.root(size: earlier)
            let inclusion = try InclusionProof(index: index, size: size, from: stored).hashes
            let consistency = try ConsistencyProof(from: earlier, to: size, from: stored).hashes
            for hashes in Self.spoiled(inclusion) {
                let proof = InclusionProof(index: index, size: size, hashes: hashes)
                #expect(throws: ProofFailure.self) {
                    try proof.verify(leaf: leaves[index], root: root)
                }
            }
            for hashes in Self.spoiled(consistency) {
                let proof = ConsistencyProof(from: earlier, to: size, hashes: hashes)
                #expect(throws: ProofFailure.self) {
                    try proof.verify(earlierRoot: earlierRoot, root: root)
                }
            }
        }
    }

    @Test func `a compact range that was stored and restored goes on as before`() throws {
        var range = CompactRange()
        var whole = CompactRange()
        for number in 0..<100 {
            let leaf = TreeHash.leaf([UInt8(number)])
            range = try #require(CompactRange(size: range.size, hashes: range.hashes))
            #expect(range.append(leaf) == whole.append(leaf))
            #expect(range == whole)
        }
        #expect(CompactRange(size: 3, hashes: [.empty]) == nil)
        #expect(CompactRange(size: -1, hashes: whole.hashes) == nil)
        #expect(CompactRange().root == .empty)
    }

    @Test func `appending gives the hashes that tiles need, and they give root and proofs`() throws
    {
        var numbers = SeededNumbers(seed: 256)
        let leaves = Self.entries(1000, &numbers).map { TreeHash.leaf($0) }
        var range = CompactRange()
        var rows: [Int: [TreeHash]] = [:]
        for leaf in leaves {
            for row in range.append(leaf) {
                #expect(row.index == rows[row.level, default: []].count)
                rows[row.level, default: []].append(row.hash)
            }
        }
        let kept = rows
        let stored = TileHashes { level, positions in Array(kept[level, default: []][positions]) }
        let computed = TileHashes(leaves: leaves)

        #expect(rows[0] == leaves)
        #expect(rows[1]?.count == 3)
        #expect(try stored.compactRange(size: 1000) == range)
        for tile in Tile.tiles(forSize: 1000) {
            #expect(try stored.bytes(of: tile) == computed.bytes(of: tile))
        }
        let proof = try InclusionProof(index: 300, size: 1000, from: stored)
        try proof.verify(leaf: leaves[300], root: range.root)
    }

    @Test func `a store that holds too few hashes is named`() {
        let stored = TileHashes { _, positions in
            Array(repeating: TreeHash.empty, count: positions.count - 1)
        }
        let failure = #expect(throws: TileHashes.WrongCount.self) { try stored.root(size: 5) }
        #expect(
            failure?.description
                == "The store holds 3 of the 4 hashes at level 0 from position 0 on.")
    }

    @Test func `impossible proofs are refused before anything is read`() {
        let stored = TileHashes(leaves: [])
        #expect(throws: ProofFailure.noSuchLeaf(index: 3, size: 3)) {
            try InclusionProof(index: 3, size: 3, from: stored)
        }
        #expect(throws: ProofFailure.noSuchLeaf(index: -1, size: 3)) {
            try InclusionProof(index: -1, size: 3, from: stored)
        }
        #expect(throws: ProofFailure.sizesOutOfOrder(from: 4, to: 3)) {
            try ConsistencyProof(from: 4, to: 3, from: stored)
        }
        #expect(throws: ProofFailure.emptyTree) {
            try ConsistencyProof(from: 0, to: 3, from: stored)
        }
    }

    @Test func `a hash is 32 bytes in one spelling of base64`() {
        let text = TreeHash.empty.description
        #expect(text == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
        #expect(TreeHash(base64: text) == .empty)
        #expect(TreeHash(TreeHash.empty.bytes) == .empty)
        for wrong in [
            "", "47DEQpj8HBSa", String(text.dropLast()), text + "=", text + "\n", " " + text,
            text.replacing("FU=", with: "FV="), text.replacing("+", with: "-"),
        ] {
            #expect(TreeHash(base64: wrong) == nil, "\(wrong)")
        }
        #expect(TreeHash([UInt8](repeating: 0, count: 31)) == nil)
    }

    private static func entries(_ count: Int, _ numbers: inout SeededNumbers) -> [[UInt8]] {
        (0..<count).map { _ in
            (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
                UInt8.random(in: 0...255, using: &numbers)
            }
        }
    }

    private static func spoiled(_ hashes: [TreeHash]) -> [[TreeHash]] {
        let changed = hashes.indices.map { place in
            hashes.enumerated().map { $0 == place ? TreeHash.leaf($1.bytes) : $1 }
        }
        let shorter = hashes.isEmpty ? [] : [Array(hashes.dropLast()), Array(hashes.dropFirst())]
        return changed + shorter + [hashes + [.empty], [.empty] + hashes]
    }
}
