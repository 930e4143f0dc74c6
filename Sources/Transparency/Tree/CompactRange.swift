/// The right edge of a growing tree: enough to append and to give the root, and no more.
///
/// Holds one hash for each bit that is set in the size, so 20 hashes serve a million leaves.
public struct CompactRange: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size = 0

    /// The roots of the largest full subtrees, from left to right.
    public private(set) var hashes: [TreeHash] = []

    /// The range of a tree without leaves.
    public init() {}

    /// The range that was stored as a size and its hashes, or nil if they cannot belong together.
    public init?(size: Int, hashes: [TreeHash]) {
        guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.hashes = hashes
    }

    /// The root of the tree.
    public var root: TreeHash {
        guard let last = hashes.last else { return .empty }
        return hashes.dropLast().reversed().reduce(last) { TreeHash.node($1, $0) }
    }

    /// Adds one leaf and returns the hashes that tiles need from now on, the leaf's own first.
    ///
    /// - Complexity: O(log size).
    @discardableResult
    public mutating func append(_ leaf: TreeHash) -> [TileHash] {
        append(subtree: leaf, height: 0)
    }

    /// Adds a full subtree of 2^height leaves.
    ///
    /// - Precondition: the size is a multiple of 2^height.
    @discardableResult
    mutating func append(subtree: TreeHash, height: Int) -> [TileHash] {
        precondition(size & ((1 << height) - 1) == 0, "The subtree does not fit at this size.")
        var (rank, index, hash) = (height, size >> height, subtree)
        var completed: [TileHash] = []
        while true {
            if rank % Tile.height == 0 {
                completed.append(
                    TileHash(level: rank / Tile.height, index: index, hash: hash))
            }
            guard index & 1 == 1 else { break }
            hash = TreeHash.node(hashes.removeLast(), hash)
            index >>= 1
            rank += 1
        }
        hashes.append(hash)
        size += 1 << height
        return completed
    }
}

/// One hash as a tile holds it: at `level`, number `index` from the left of the whole tree.
public struct TileHash: Hashable, Sendable {
    /// The level of the tile: 0 for leaves, 1 for roots of 256 leaves, and so on.
    public let level: Int

    /// The position within the level, from 0.
    public let index: Int

    /// The root of the 256^level leaves from `index * 256^level` on.
    public let hash: TreeHash

    /// A hash at a place in the tiles.
    public init(level: Int, index: Int, hash: TreeHash) {
        self.level = level
        self.index = index
        self.hash = hash
    }
}
