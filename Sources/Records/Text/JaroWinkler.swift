/// How alike two texts are by the bytes they share in nearly the same places, from 0 to 1.
///
/// Source: M. Jaro, J. Am. Stat. Assoc. 84 (1989) 414, doi:10.1080/01621459.1989.10478785. Half
/// of an odd number of transposed bytes is rounded down, as most programs do.
public enum Jaro {
    /// The similarity of the bytes of two texts; two empty texts are alike.
    public static func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
        BytePattern(left).jaro(to: right)
    }

    /// The similarity of the UTF-8 bytes of two texts.
    public static func similarity(_ left: String, _ right: String) -> Double {
        similarity(Array(left.utf8).span, Array(right.utf8).span)
    }

    /// How far apart two equal bytes may stand to count as shared.
    static func window(_ left: Int, _ right: Int) -> Int { max(max(left, right) / 2 - 1, 0) }

    /// The similarity from the counts of shared and of transposed bytes.
    static func similarity(shared: Int, transposed: Int, _ left: Int, _ right: Int) -> Double {
        guard shared > 0 else { return 0 }
        let count = Double(shared)
        let inOrder = Double(shared - transposed / 2)
        return (count / Double(left) + count / Double(right) + inOrder / count) / 3
    }

    /// The similarity by marking shared bytes one by one, for texts of any length.
    static func tableSimilarity(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
        let window = window(left.count, right.count)
        var taken = Array(repeating: false, count: left.count)
        var inRight: [UInt8] = []
        for j in right.indices {
            let from = max(0, j - window)
            let upTo = min(left.count, j + window + 1)
            guard from < upTo,
                let i = (from..<upTo).first(where: { !taken[$0] && left[$0] == right[j] })
            else { continue }
            taken[i] = true
            inRight.append(right[j])
        }
        let inLeft = left.indices.filter { taken[$0] }
        let transposed = zip(inLeft, inRight).count { left[$0] != $1 }
        return similarity(
            shared: inRight.count, transposed: transposed, left.count, right.count)
    }
}

/// Jaro similarity, raised when two texts begin alike.
///
/// Each of up to four equal leading bytes adds a tenth of what is missing to 1, but only when
/// the Jaro similarity is above 0.7. Source: W. Winkler, Proc. Survey Research Methods, 1990.
public enum JaroWinkler {
    /// The similarity of the bytes of two texts, 0 to 1.
    public static func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
        BytePattern(left).jaroWinkler(to: right)
    }

    /// The similarity of the UTF-8 bytes of two texts.
    public static func similarity(_ left: String, _ right: String) -> Double {
        similarity(Array(left.utf8).span, Array(right.utf8).span)
    }

    /// The number of equal leading bytes, at most four.
    static func prefix(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let longest = min(4, left.count, right.count)
        var length = 0
        while length < longest, left[length] == right[length] { length += 1 }
        return length
    }

    /// A Jaro similarity raised for equal leading bytes.
    static func raised(_ jaro: Double, prefix: Int) -> Double {
        // Rounded once, as DuckDB 2.0.0 does where a processor can: 0.92 and not a hair below it.
        jaro > 0.7 ? jaro.addingProduct(Double(prefix) * 0.1, 1 - jaro) : jaro
    }
}

extension BytePattern {
    /// The Jaro similarity of this pattern's text and another.
    public func jaro(to other: Span<UInt8>) -> Double {
        guard !text.isEmpty, !other.isEmpty else { return text.isEmpty && other.isEmpty ? 1 : 0 }
        guard text.count <= Self.wordLength, other.count <= Self.wordLength else {
            return Jaro.tableSimilarity(text.span, other)
        }
        let window = Jaro.window(text.count, other.count)
        var reach: UInt64 = window >= 63 ? .max : (1 << UInt64(window + 1)) - 1
        var (inText, inOther): (UInt64, UInt64) = (0, 0)
        for j in other.indices {
            let free = self[other[j]] & reach & ~inText
            inText |= free & (0 &- free)
            inOther |= (free == 0 ? 0 : 1) << UInt64(j)
            reach = j < window ? (reach << 1) | 1 : reach << 1
        }
        let shared = inText.nonzeroBitCount
        var transposed = 0
        while inOther != 0 {
            let lowest = inText & (0 &- inText)
            if self[other[inOther.trailingZeroBitCount]] & lowest == 0 { transposed += 1 }
            inText ^= lowest
            inOther &= inOther - 1
        }
        return Jaro.similarity(
            shared: shared, transposed: transposed, text.count, other.count)
    }

    /// The Jaro–Winkler similarity of this pattern's text and another.
    public func jaroWinkler(to other: Span<UInt8>) -> Double {
        JaroWinkler.raised(jaro(to: other), prefix: JaroWinkler.prefix(text.span, other))
    }
}
