/// A character outside plain English, so that people can see whether a file was read rightly.
public struct OddCharacter: Hashable, Sendable {
    /// The character.
    public let character: String
    /// How often it occurs.
    public let count: Int
    /// The first lines that have it, at most five, counted from 1.
    public let lines: [Int]

    /// The odd characters of a UTF-8 text in the order in which they first occur.
    ///
    /// - Complexity: O(length); at most `limit` different characters are listed.
    static func all(in bytes: [UInt8], limit: Int = 50) -> [OddCharacter] {
        var order: [UInt32] = []
        var seen: [UInt32: (count: Int, lines: [Int])] = [:]
        var lines = LineCount()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            lines.pass(byte)
            guard byte >= 0x80 else {
                index += 1
                continue
            }
            let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
            let character = bytes[index..<min(index + length, bytes.count)]
            index += length
            let key = character.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            if seen[key] == nil {
                guard order.count < limit else { continue }
                order.append(key)
            }
            seen[key, default: (0, [])].count += 1
            if let held = seen[key]?.lines, held.count < 5, held.last != lines.next {
                seen[key]?.lines.append(lines.next)
            }
        }
        return order.compactMap { key in
            seen[key].map {
                OddCharacter(character: text(of: key), count: $0.count, lines: $0.lines)
            }
        }
    }

    private static func text(of key: UInt32) -> String {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: key >> $0) }
        return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
    }
}
