/// Evidence that a later tree begins with all leaves of an earlier one, unchanged.
///
/// Source: RFC 6962 section 2.1.2.
public struct ConsistencyProof: Hashable, Sendable {
    /// The number of leaves in the earlier tree.
    public let earlierSize: Int

    /// The number of leaves in the later tree.
    public let size: Int

    /// The hashes from which both roots can be computed.
    public let hashes: [TreeHash]

    /// A proof as received, not yet verified.
    public init(from earlierSize: Int, to size: Int, hashes: [TreeHash]) {
        self.earlierSize = earlierSize
        self.size = size
        self.hashes = hashes
    }

    /// Makes the proof from stored hashes.
    ///
    /// - Throws: `ProofFailure` if the sizes are out of order or the earlier tree is empty, or what
    ///   the store throws.
    /// - Complexity: reads O(log size) tiles.
    public init(from earlierSize: Int, to size: Int, from stored: TileHashes) throws {
        try Self.check(from: earlierSize, to: size)
        var path: [TreeHash] = []
        var range = 0..<size
        var isWhole = true
        while range.upperBound != earlierSize {
            let middle = range.lowerBound + (range.count - 1).largestPowerOfTwo
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            let goesLeft = earlierSize <= middle
            path.append(try stored.root(of: goesLeft ? right : left))
            range = goesLeft ? left : right
            isWhole = isWhole && goesLeft
        }
        if !isWhole { path.append(try stored.root(of: range)) }
        self.init(from: earlierSize, to: size, hashes: path.reversed())
    }

    /// Checks that the tree with `root` extends the tree with `earlierRoot`.
    ///
    /// Source of the steps: RFC 9162 section 2.1.4.2.
    ///
    /// - Throws: the reason to refuse the proof.
    public func verify(earlierRoot: TreeHash, root: TreeHash) throws(ProofFailure) {
        try Self.check(from: earlierSize, to: size)
        if earlierSize == size {
            guard hashes.isEmpty else { throw .wrongLength(hashes.count) }
            guard earlierRoot == root else { throw .rootDiffers }
            return
        }
        guard !hashes.isEmpty else { throw .wrongLength(0) }
        let isFullTree = earlierSize.nonzeroBitCount == 1
        let computed = try roots(isFullTree ? [earlierRoot] + hashes : hashes)
        guard computed.earlier == earlierRoot else { throw .earlierRootDiffers }
        guard computed.later == root else { throw .rootDiffers }
    }

    private func roots(
        _ path: [TreeHash]
    ) throws(ProofFailure) -> (earlier: TreeHash, later: TreeHash) {
        let skipped = (~(earlierSize - 1)).trailingZeroBitCount
        var place = (earlierSize - 1) >> skipped
        var last = (size - 1) >> skipped
        var (earlier, later) = (path[0], path[0])
        for sibling in path.dropFirst() {
            guard last > 0 else { throw .wrongLength(hashes.count) }
            if place & 1 == 1 || place == last {
                earlier = TreeHash.node(sibling, earlier)
                later = TreeHash.node(sibling, later)
                while place & 1 == 0, place > 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                later = TreeHash.node(later, sibling)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongLength(hashes.count) }
        return (earlier, later)
    }

    private static func check(from earlierSize: Int, to size: Int) throws(ProofFailure) {
        guard earlierSize >= 0, earlierSize <= size else {
            throw .sizesOutOfOrder(from: earlierSize, to: size)
        }
        guard earlierSize > 0 else { throw .emptyTree }
    }
}
