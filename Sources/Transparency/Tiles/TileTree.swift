/// The files of a tiled log of a given size, made one after the other.
///
/// Holds at most one bundle and one unfinished tile of each level in memory. The checkpoint is not
/// among the files: it is the signed note itself, at the path `checkpoint`.
public struct TileTree {
    /// The number of entries in the log.
    public let size: Int

    private let entries: (Range<Int>) throws -> [[UInt8]]
    private let leafHashes: ((Range<Int>) throws -> [TreeHash])?

    /// A log whose entries, and whose stored leaf hashes if there are any, come from closures.
    ///
    /// With stored leaf hashes, an entry that was changed in the store can be told in the export.
    /// Each closure is asked for at most 256 at a time, from left to right.
    public init(
        size: Int, entries: @escaping (Range<Int>) throws -> [[UInt8]],
        leafHashes: ((Range<Int>) throws -> [TreeHash])? = nil
    ) {
        self.size = size
        self.entries = entries
        self.leafHashes = leafHashes
    }

    /// A log of these entries.
    public init(entries: [[UInt8]]) {
        self.init(size: entries.count, entries: { Array(entries[$0]) })
    }

    /// Gives each file's path and bytes once: bundles and tiles in the order they are completed.
    ///
    /// - Throws: `EntryBundle.Failure`, `TileHashes.WrongCount`, or what a closure throws.
    public func forEachFile(
        _ body: (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) throws {
        var rows: [[TreeHash]] = []
        for bundle in EntryBundle.bundles(forSize: size) {
            let (bytes, hashes) = try block(bundle)
            try body(bundle.path, bytes)
            try push(hashes, level: 0, index: bundle.index, onto: &rows, body)
        }
        for (level, row) in rows.enumerated() where !row.isEmpty {
            let index = (size >> (level * Tile.height)) / Tile.fullWidth
            try body(Tile(level: level, index: index, width: row.count).path, row.flatMap(\.bytes))
        }
    }

    private func block(_ bundle: EntryBundle) throws -> ([UInt8], [TreeHash]) {
        let entries = try entries(bundle.range)
        let hashes = try leafHashes?(bundle.range) ?? entries.map(TreeHash.leaf)
        let found = min(entries.count, hashes.count)
        guard entries.count == bundle.width, hashes.count == bundle.width else {
            throw TileHashes.WrongCount(level: 0, range: bundle.range, found: found)
        }
        return (try EntryBundle.encoded(entries), hashes)
    }

    private func push(
        _ hashes: [TreeHash], level: Int, index: Int, onto rows: inout [[TreeHash]],
        _ body: (String, [UInt8]) throws -> Void
    ) throws {
        if rows.count == level { rows.append([]) }
        rows[level] += hashes
        guard rows[level].count == Tile.fullWidth else { return }
        let row = rows[level]
        rows[level] = []
        try body(Tile(level: level, index: index).path, row.flatMap(\.bytes))
        try push(
            [TreeHash.root(of: row)], level: level + 1, index: index / Tile.fullWidth,
            onto: &rows, body)
    }
}
