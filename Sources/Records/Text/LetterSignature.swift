/// Which letters and digits a text holds, in one word: a quick bound on every distance.
///
/// Two bits a letter (one or more, two or more), one a digit, two for everything else; case is
/// ignored. A bit that one text has and the other lacks is a byte that finds no partner.
public struct LetterSignature: Hashable, Sendable {
    private let bits: UInt64

    /// The signature of a text.
    ///
    /// - Complexity: O(length).
    public init(_ text: Span<UInt8>) {
        var bits: UInt64 = 0
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                let first = UInt64(1) << (UInt64((byte | 0x20) - UInt8(ascii: "a")) * 2)
                bits |= bits & first == 0 ? first : first << 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                bits |= 1 << (52 + UInt64(byte - UInt8(ascii: "0")))
            default:
                let first = UInt64(1) << 62
                bits |= bits & first == 0 ? first : first << 1
            }
        }
        self.bits = bits
    }

    /// A number of bytes of this text that can have no partner in the other: a lower bound.
    public func unmatched(in other: LetterSignature) -> Int {
        (bits & ~other.bits).nonzeroBitCount
    }

    /// The number of bits that both texts have.
    public func shared(with other: LetterSignature) -> Int { (bits & other.bits).nonzeroBitCount }

    /// The number of bits: at most the length of the text.
    public var count: Int { bits.nonzeroBitCount }
}
