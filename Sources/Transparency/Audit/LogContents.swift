/// Where an audit reads a log from: files of a tiled log, or rows of a database.
struct LogContents {
    let checkpoint: () throws -> [UInt8]?
    let bundle: (EntryBundle) throws -> BundleReading
    /// Nil when tiles of this level are not kept.
    let tile: (Tile) throws -> TileReading?
}

/// The leaf hashes that the entries of one bundle have, as far as they could be read.
struct BundleReading {
    enum Damage: Hashable {
        case missing
        case cutShort
        case trailingBytes(Int)
    }

    let path: String
    let hashes: [TreeHash?]
    let damage: Damage?
}

/// The hashes that one tile holds, as far as they could be read.
struct TileReading {
    enum Damage: Hashable {
        case missing
        case wrongLength(found: Int, expected: Int)
    }

    let path: String
    let hashes: [TreeHash?]
    let damage: Damage?
}

extension LogContents {
    /// A tiled log as files; a full file may stand where a partial one is no longer kept.
    static func files(_ read: @escaping (String) throws -> [UInt8]?) -> LogContents {
        LogContents(
            checkpoint: { try read("checkpoint") },
            bundle: { bundle in
                if let bytes = try read(bundle.path) {
                    return BundleReading(bundle, path: bundle.path, bytes: bytes, isFull: false)
                }
                let full = EntryBundle(index: bundle.index)
                let bytes = full == bundle ? nil : try read(full.path)
                let path = bytes == nil ? bundle.path : full.path
                return BundleReading(bundle, path: path, bytes: bytes, isFull: true)
            },
            tile: { tile in
                if let bytes = try read(tile.path) {
                    return TileReading(tile, path: tile.path, bytes: bytes, width: tile.width)
                }
                let full = Tile(level: tile.level, index: tile.index)
                let bytes = full == tile ? nil : try read(full.path)
                let path = bytes == nil ? tile.path : full.path
                return TileReading(tile, path: path, bytes: bytes, width: full.width)
            })
    }

    /// A log as rows: entries by index, and hashes by tile level and position.
    static func rows(
        checkpoint: [UInt8], entries: @escaping (Range<Int>) throws -> [[UInt8]?],
        hashes: @escaping (Int, Range<Int>) throws -> [TreeHash?]?
    ) -> LogContents {
        LogContents(
            checkpoint: { checkpoint },
            bundle: { bundle in
                let found = try entries(bundle.range).map { $0.map { TreeHash.leaf($0) } }
                return BundleReading(
                    path: "the stored entries", hashes: found.padded(to: bundle.width), damage: nil)
            },
            tile: { tile in
                guard let found = try hashes(tile.level, tile.range) else { return nil }
                return TileReading(
                    path: "the stored hashes of level \(tile.level)",
                    hashes: found.padded(to: tile.width), damage: nil)
            })
    }
}

extension BundleReading {
    fileprivate init(_ bundle: EntryBundle, path: String, bytes: [UInt8]?, isFull: Bool) {
        let reading = EntryBundle.read(bytes ?? [], count: bundle.width)
        self.path = path
        hashes = reading.entries.map { TreeHash.leaf($0) }.padded(to: bundle.width)
        damage =
            switch (bytes, reading.entries.count) {
            case (nil, _): .missing
            case (_?, ..<bundle.width): .cutShort
            case (let bytes?, _) where bytes.count > reading.end && !isFull:
                .trailingBytes(bytes.count - reading.end)
            default: nil
            }
    }
}

extension TileReading {
    /// Reads the hashes of `tile` from a file that should be `width` hashes long.
    fileprivate init(_ tile: Tile, path: String, bytes: [UInt8]?, width: Int) {
        let expected = width * TreeHash.byteCount
        let found = bytes ?? []
        self.path = path
        hashes = (0..<tile.width).map { position in
            let start = position * TreeHash.byteCount
            let end = start + TreeHash.byteCount
            return end <= found.count ? TreeHash(found[start..<end]) : nil
        }
        damage =
            if bytes == nil {
                .missing
            } else {
                found.count == expected
                    ? nil : .wrongLength(found: found.count, expected: expected)
            }
    }
}

extension [TreeHash?] {
    fileprivate func padded(to count: Int) -> [TreeHash?] {
        prefix(count) + Array(repeating: nil, count: Swift.max(0, count - self.count))
    }

    /// The hashes if none is missing.
    var whole: [TreeHash]? {
        let known = compactMap(\.self)
        return known.count == count ? known : nil
    }
}
