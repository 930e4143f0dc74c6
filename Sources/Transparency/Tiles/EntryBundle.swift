/// Up to 256 entries in one file, each after its length.
///
/// Source: C2SP tlog-tiles, "Log entries".
public struct EntryBundle: Hashable, Sendable {
    /// The length of the longest entry that a bundle can hold, in bytes.
    public static let longestEntry = 65_535

    /// The number of the bundle, from 0; bundle N begins with entry 256 N.
    public let index: Int

    /// The number of entries, 1 to 256; fewer than 256 only in the last bundle.
    public let width: Int

    /// A bundle at a place.
    ///
    /// - Precondition: the bundle lies within 2^56 entries, the width is 1 to 256.
    public init(index: Int, width: Int = Tile.fullWidth) {
        precondition(Tile.exists(level: 0, index: index), "There is no such bundle.")
        precondition((1...Tile.fullWidth).contains(width), "A bundle holds 1 to 256 entries.")
        self.index = index
        self.width = width
    }

    /// The bundle at this path, such as `tile/entries/000.p/17`, or nil if it is not one's path.
    public init?(path: String) {
        let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "tile", parts[1] == "entries",
            let place = TilePath(parts[2]), Tile.exists(level: 0, index: place.index)
        else { return nil }
        self.init(index: place.index, width: place.width)
    }

    /// Where the bundle is served, below the address of the log.
    public var path: String { "tile/entries/\(TilePath(index: index, width: width))" }

    /// The indexes of its entries.
    public var range: Range<Int> {
        (index * Tile.fullWidth)..<(index * Tile.fullWidth + width)
    }

    /// Every bundle of a log of `size` entries, from left to right.
    public static func bundles(forSize size: Int) -> some Sequence<EntryBundle> {
        Tile.tiles(level: 0, size: size).lazy.map { tile in
            EntryBundle(index: tile.index, width: tile.width)
        }
    }

    /// The bytes of a bundle of these entries.
    ///
    /// - Throws: `Failure.entryTooLong`.
    public static func encoded(_ entries: [[UInt8]]) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + $1.count + 2 })
        for (position, entry) in entries.enumerated() {
            guard let length = UInt16(exactly: entry.count) else {
                throw .entryTooLong(position: position, byteCount: entry.count)
            }
            bytes.append(UInt8(length >> 8))
            bytes.append(UInt8(length & 0xff))
            bytes.append(contentsOf: entry)
        }
        return bytes
    }

    /// The entries in the bytes of a bundle that should hold `count` of them.
    ///
    /// - Throws: `Failure` unless the bytes are exactly `count` entries.
    public static func decoded(_ bytes: [UInt8], count: Int) throws(Failure) -> [[UInt8]] {
        let reading = read(bytes, count: count)
        guard reading.entries.count == count else {
            throw .cutShort(position: reading.entries.count)
        }
        guard reading.end == bytes.count else {
            throw .trailingBytes(bytes.count - reading.end)
        }
        return reading.entries.map(Array.init)
    }

    /// As many of the first `count` entries as can be read, and where the last one ends.
    static func read(
        _ bytes: [UInt8], count: Int
    ) -> (entries: [ArraySlice<UInt8>], end: Int) {
        var entries: [ArraySlice<UInt8>] = []
        entries.reserveCapacity(count)
        var start = 0
        while entries.count < count, start + 2 <= bytes.count {
            let end = start + 2 + Int(bytes[start]) * 256 + Int(bytes[start + 1])
            guard end <= bytes.count else { break }
            entries.append(bytes[(start + 2)..<end])
            start = end
        }
        return (entries, start)
    }
}

extension EntryBundle {
    /// Why entries could not be written or read.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The entry at this position of the bundle is longer than 65,535 bytes.
        case entryTooLong(position: Int, byteCount: Int)

        /// The bytes end before or inside the entry at this position of the bundle.
        case cutShort(position: Int)

        /// So many bytes follow the last entry.
        case trailingBytes(Int)

        /// What is wrong, in a sentence.
        public var description: String {
            switch self {
            case .entryTooLong(let position, let byteCount):
                "Entry \(position) of the bundle has \(byteCount) bytes; 65,535 are allowed."
            case .cutShort(let position):
                "The bundle is cut short at its entry \(position)."
            case .trailingBytes(let count):
                "The bundle has \(count) bytes after its last entry."
            }
        }
    }
}
