/// The stored hashes of a log, read through a closure, and what can be computed from them.
///
/// The closure gives the hashes of one tile level in a range of positions: level 0 are the leaf
/// hashes, level 1 the roots of 256 leaves each, and so on (`CompactRange.append` returns them).
public struct TileHashes {
    /// The store gave another number of hashes than it was asked for.
    public struct WrongCount: Error, Hashable, CustomStringConvertible {
        /// The tile level that was read.
        public let level: Int

        /// The positions that were asked for.
        public let range: Range<Int>

        /// How many hashes came back.
        public let found: Int

        /// What is wrong, in a sentence.
        public var description: String {
            "The store holds \(found) of the \(range.count) hashes at level \(level) from "
                + "position \(range.lowerBound) on."
        }
    }

    private let stored: (_ level: Int, _ range: Range<Int>) throws -> [TreeHash]

    /// Hashes of every tile level, from a store that keeps them all.
    public init(_ stored: @escaping (_ level: Int, _ range: Range<Int>) throws -> [TreeHash]) {
        self.stored = stored
    }

    /// Hashes of every tile level, from a store that keeps leaf hashes only.
    ///
    /// - Complexity: a hash of level L costs reading 256^L leaf hashes.
    public init(leafHashes: @escaping (Range<Int>) throws -> [TreeHash]) {
        stored = { level, range in
            try Self.computed(level: level, range: range, from: leafHashes)
        }
    }

    /// Hashes of every tile level, from the leaf hashes of a whole tree.
    public init(leaves: [TreeHash]) {
        self.init(leafHashes: { Array(leaves[$0.clamped(to: 0..<leaves.count)]) })
    }

    /// The hashes of one level in a range of positions.
    ///
    /// - Throws: `WrongCount`, or what the store throws.
    public func hashes(level: Int, in range: Range<Int>) throws -> [TreeHash] {
        let hashes = try stored(level, range)
        guard hashes.count == range.count else {
            throw WrongCount(level: level, range: range, found: hashes.count)
        }
        return hashes
    }

    /// The bytes of a tile, as served at its path.
    public func bytes(of tile: Tile) throws -> [UInt8] {
        try hashes(level: tile.level, in: tile.range).flatMap(\.bytes)
    }

    /// The root of the tree of the first `size` leaves.
    ///
    /// - Complexity: reads O(log size) tiles.
    public func root(size: Int) throws -> TreeHash {
        try compactRange(size: size).root
    }

    /// The right edge of the tree of the first `size` leaves, to go on appending.
    public func compactRange(size: Int) throws -> CompactRange {
        let hashes = try subtrees(0..<size).map(subtree)
        guard let range = CompactRange(size: size, hashes: hashes) else {
            preconditionFailure("A tree size is not negative.")
        }
        return range
    }

    /// The root over a range of leaves that is a subtree of RFC 6962.
    func root(of range: Range<Int>) throws -> TreeHash {
        let roots = try subtrees(range).map(subtree)
        guard let last = roots.last else { return .empty }
        return roots.dropLast().reversed().reduce(last) { TreeHash.node($1, $0) }
    }

    private func subtrees(_ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let width = (range.upperBound - start).largestPowerOfTwo
            found.append(start..<(start + width))
            start += width
        }
        return found
    }

    private func subtree(_ leaves: Range<Int>) throws -> TreeHash {
        let level = leaves.count.trailingZeroBitCount / Tile.height
        let shift = level * Tile.height
        let range = (leaves.lowerBound >> shift)..<(leaves.upperBound >> shift)
        return TreeHash.root(of: try hashes(level: level, in: range))
    }

    private static func computed(
        level: Int, range: Range<Int>, from leafHashes: (Range<Int>) throws -> [TreeHash]
    ) throws -> [TreeHash] {
        guard level > 0 else { return try leafHashes(range) }
        return try range.map { position in
            let below = (position * Tile.fullWidth)..<((position + 1) * Tile.fullWidth)
            let hashes = try computed(level: level - 1, range: below, from: leafHashes)
            guard hashes.count == below.count else {
                throw WrongCount(level: level - 1, range: below, found: hashes.count)
            }
            return TreeHash.root(of: hashes)
        }
    }
}

extension Int {
    /// The largest power of two that is not larger than this positive number.
    var largestPowerOfTwo: Int { 1 << (Int.bitWidth - 1 - leadingZeroBitCount) }
}
