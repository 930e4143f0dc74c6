import Records

/// What bounds the distances of a text without looking at it.
///
/// Which bytes it holds, how many, and the first four of them. Sixteen bytes, so that none lies
/// across two lines of a cache.
struct TextProfile: Hashable, Sendable {
    private let signature: LetterSignature
    /// The first four bytes, the first one lowest; 0 where the text is shorter.
    private let beginning: UInt32
    /// The bytes, of which 65,535 stand for more, too.
    let length: UInt16
    /// The bytes that the signature does not tell apart from others.
    private let repeats: UInt16

    /// The profile of a text.
    init(_ text: Span<UInt8>) {
        signature = LetterSignature(text)
        length = UInt16(clamping: text.count)
        repeats = UInt16(clamping: text.count - signature.count)
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

    /// No two texts of at most 65,534 bytes share more bytes, each counted once.
    @inline(__always)
    func mostShared(with other: TextProfile) -> Int {
        Int(min(repeats, other.repeats)) + signature.shared(with: other.signature)
    }

    /// How many of the first four bytes are equal, where both texts are that long.
    @inline(__always)
    func equalBeginning(with other: TextProfile) -> Int {
        (beginning ^ other.beginning).trailingZeroBitCount / 8
    }

    /// No Jaro similarity is greater, with a margin for rounding.
    func greatestJaro(to other: TextProfile) -> Double {
        guard length < .max, other.length < .max else { return 1 }
        return Self.greatestJaro(mostShared(with: other), Int(length), Int(other.length))
    }

    /// No Jaro–Winkler similarity is greater, with a margin for rounding.
    func greatestJaroWinkler(to other: TextProfile) -> Double {
        guard length < .max, other.length < .max else { return 1 }
        return Self.greatestJaroWinkler(
            mostShared(with: other), Int(length), Int(other.length), equalBeginning(with: other))
    }

    /// The bound for two lengths and the bytes that they share at the most.
    static func greatestJaro(_ shared: Int, _ length: Int, _ other: Int) -> Double {
        guard shared > 0 else { return 0 }
        let shared = Double(shared)
        return (shared * (1 / Double(length) + 1 / Double(other)) + 1) / 3 + 1e-9
    }

    /// The bound for two lengths, the bytes that they share at the most, and the first ones of up
    /// to four that are equal.
    static func greatestJaroWinkler(
        _ shared: Int, _ length: Int, _ other: Int, _ beginning: Int
    ) -> Double {
        let jaro = greatestJaro(shared, length, other)
        return jaro + Double(min(beginning, length, other)) * 0.1 * max(0, 1 - jaro)
    }
}
