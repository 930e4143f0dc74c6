/// The least number of single-byte insertions, deletions and substitutions between two texts.
///
/// Source: V. Levenshtein, 1966; bit-parallel form: G. Myers, J. ACM 46 (1999) 395,
/// doi:10.1145/316542.316550, as corrected for whole strings by H. Hyyrö, 2003.
public enum Levenshtein {
    /// The distance between the bytes of two texts.
    ///
    /// - Complexity: O(length of `right`) when `left` has at most 64 bytes, else their product.
    public static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        BytePattern(left).levenshtein(to: right)
    }

    /// The distance between the UTF-8 bytes of two texts.
    public static func distance(_ left: String, _ right: String) -> Int {
        distance(Array(left.utf8).span, Array(right.utf8).span)
    }

    /// The distance by dynamic programming on two rows.
    static func tableDistance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        var row = Array(0...right.count)
        for i in left.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let substitution = diagonal + (left[i] == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}

extension BytePattern {
    /// The Levenshtein distance from this pattern's text to another.
    public func levenshtein(to other: Span<UInt8>) -> Int {
        guard !text.isEmpty else { return other.count }
        guard text.count <= Self.wordLength else {
            return Levenshtein.tableDistance(text.span, other)
        }
        var increases = UInt64.max
        var decreases: UInt64 = 0
        var distance = text.count
        let last = UInt64(1) << UInt64(text.count - 1)
        for index in other.indices {
            let equal = self[other[index]]
            let vertical = equal | decreases
            let horizontal = (((equal & increases) &+ increases) ^ increases) | equal
            var up = decreases | ~(horizontal | increases)
            var down = increases & horizontal
            if up & last != 0 { distance += 1 }
            if down & last != 0 { distance -= 1 }
            up = (up << 1) | 1
            down <<= 1
            increases = down | ~(vertical | up)
            decreases = up & vertical
        }
        return distance
    }
}
