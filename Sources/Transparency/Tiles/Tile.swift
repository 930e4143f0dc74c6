/// A row of up to 256 hashes of one level, as a tiled log serves it.
///
/// Source: C2SP tlog-tiles, c2sp.org/tlog-tiles.
public struct Tile: Hashable, Sendable {
    /// The number of hashes in a full tile, and of entries in a full bundle.
    public static let fullWidth = 256

    /// Logs have fewer entries than this, which is 2^56.
    public static let treeSizeLimit = 1 << 56

    /// The number of tree levels that one tile spans.
    static let height = 8

    /// 0 for leaf hashes; at level L each hash is the root of 256^L leaves.
    public let level: Int

    /// The number of the tile within its level, from 0.
    public let index: Int

    /// The number of hashes, 1 to 256; fewer than 256 only at the right edge.
    public let width: Int

    /// A tile at a place.
    ///
    /// - Precondition: the level is 0 to 6, the tile lies within 2^56 leaves, the width is 1 to
    ///   256.
    public init(level: Int, index: Int, width: Int = Tile.fullWidth) {
        precondition(Self.exists(level: level, index: index), "There is no such tile.")
        precondition((1...Self.fullWidth).contains(width), "A tile is 1 to 256 hashes wide.")
        self.level = level
        self.index = index
        self.width = width
    }

    /// The tile at this path, such as `tile/0/x001/234.p/17`, or nil if it is not a tile's path.
    public init?(path: String) {
        let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "tile", let level = TilePath.number(parts[1]),
            let place = TilePath(parts[2]), Self.exists(level: level, index: place.index)
        else { return nil }
        self.init(level: level, index: place.index, width: place.width)
    }

    /// Where the tile is served, below the address of the log.
    public var path: String { "tile/\(level)/\(TilePath(index: index, width: width))" }

    /// The positions of its hashes within the level.
    public var range: Range<Int> {
        (index * Self.fullWidth)..<(index * Self.fullWidth + width)
    }

    /// The leaves below the hash at `position` of this tile.
    public func entries(below position: Int) -> Range<Int> {
        let shift = level * Self.height
        let first = index * Self.fullWidth + position
        return (first << shift)..<((first + 1) << shift)
    }

    /// Every tile of a tree of `size` leaves, level by level and from left to right.
    public static func tiles(forSize size: Int) -> some Sequence<Tile> {
        let levels = (0..<7).lazy.filter { size >> ($0 * height) > 0 }
        return levels.flatMap { level in tiles(level: level, size: size) }
    }

    /// Whether a tree of fewer than 2^56 leaves can have this tile.
    static func exists(level: Int, index: Int) -> Bool {
        (0...6).contains(level) && (0..<(1 << (48 - level * height))).contains(index)
    }

    static func tiles(level: Int, size: Int) -> some Sequence<Tile> {
        let count = size >> (level * height)
        return (0..<((count + fullWidth - 1) / fullWidth)).lazy.map { index in
            let width = min(fullWidth, count - index * fullWidth)
            return Tile(level: level, index: index, width: width)
        }
    }
}
