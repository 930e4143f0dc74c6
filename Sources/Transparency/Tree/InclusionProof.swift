/// Evidence that one leaf is in a tree: the hashes beside its path to the root.
///
/// Source: RFC 6962 section 2.1.1.
public struct InclusionProof: Hashable, Sendable {
    /// The index of the leaf, from 0.
    public let index: Int

    /// The number of leaves in the tree.
    public let size: Int

    /// The sibling hashes, from the leaf to the root.
    public let hashes: [TreeHash]

    /// A proof as received, not yet verified.
    public init(index: Int, size: Int, hashes: [TreeHash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Makes the proof from stored hashes.
    ///
    /// - Throws: `ProofFailure.noSuchLeaf`, or what the store throws.
    /// - Complexity: reads O(log size) tiles.
    public init(index: Int, size: Int, from stored: TileHashes) throws {
        guard index >= 0, index < size else {
            throw ProofFailure.noSuchLeaf(index: index, size: size)
        }
        var path: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + (range.count - 1).largestPowerOfTwo
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            path.append(try stored.root(of: index < middle ? right : left))
            range = index < middle ? left : right
        }
        self.init(index: index, size: size, hashes: path.reversed())
    }

    /// Checks that the leaf is in the tree with this root.
    ///
    /// Source of the steps: RFC 9162 section 2.1.3.2.
    ///
    /// - Throws: the reason to refuse the proof.
    public func verify(leaf: TreeHash, root: TreeHash) throws(ProofFailure) {
        guard index >= 0, index < size else { throw .noSuchLeaf(index: index, size: size) }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in hashes {
            guard last > 0 else { throw .wrongLength(hashes.count) }
            if place & 1 == 1 || place == last {
                hash = TreeHash.node(sibling, hash)
                while place & 1 == 0, place > 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = TreeHash.node(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongLength(hashes.count) }
        guard hash == root else { throw .rootDiffers }
    }
}
