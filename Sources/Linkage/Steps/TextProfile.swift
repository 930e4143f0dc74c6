import Records

/// What bounds the distances of a text without looking at it: which bytes it holds, how many,
/// and the first four of them.
struct TextProfile: Hashable, Sendable {
    let signature: LetterSignature
    /// The first four bytes, the first one lowest; 0 where the text is shorter.
    private let beginning: UInt32
    let length: UInt32
    /// 1 / `length`; divisions are slow.
    private let share: Double

    /// The profile of a text.
    init(_ text: Span<UInt8>) {
        signature = LetterSignature(text)
        length = UInt32(text.count)
        share = 1 / Double(text.count)
        var beginning: UInt32 = 0
        for index in 0..<min(4, text.count) {
            beginning |= UInt32(text[index]) << UInt32(index * 8)
        }
        self.beginning = beginning
    }

    /// No Levenshtein distance is smaller; a swap of neighbours changes no letters either.
    @inline(__always)
    func leastDistance(to other: TextProfile) -> Int {
        max(
            signature.unmatched(in: other.signature), other.signature.unmatched(in: signature),
            abs(Int(length) - Int(other.length)))
    }

    /// No Jaro similarity is greater, with a margin for rounding.
    @inline(__always)
    func greatestJaro(to other: TextProfile) -> Double {
        let shared = Double(
            min(
                Int(length) - signature.unmatched(in: other.signature),
                Int(other.length) - other.signature.unmatched(in: signature)))
        guard shared > 0 else { return 0 }
        return (shared * (share + other.share) + 1) * (1.0 / 3) + 1e-9
    }

    /// No Jaro–Winkler similarity is greater, with a margin for rounding.
    @inline(__always)
    func greatestJaroWinkler(to other: TextProfile) -> Double {
        let jaro = greatestJaro(to: other)
        let equal = (beginning ^ other.beginning).trailingZeroBitCount / 8
        let prefix = min(equal, Int(min(length, other.length)), 4)
        return jaro + Double(prefix) * 0.1 * max(0, 1 - jaro)
    }
}
