/// A postcode of the United Kingdom in the form `SS1 2AB`.
///
/// Whether the postcode is in use is not known here, only that it is well formed.
public struct Postcode: ValidatedText {
    /// The canonical form: capitals, one space before the inward code.
    public let text: String
    private let outwardCount: UInt8
    private let areaCount: UInt8

    /// Reads a postcode in any case, with or without spaces.
    ///
    /// Source: the pattern of BS 7666 and of the Postcode Address File's programmers' guide:
    /// outward `A9 A99 AA9 AA99 A9A AA9A`, inward `9AA`, some letters not used in some places.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard let code = ASCII.capitals(bytes, atMost: 7), code.count >= 5 else { return nil }
        let outward = code.dropLast(3)
        let inward = code.suffix(3)
        guard Self.isInward(inward) else { return nil }
        if ASCII.text(outward) == "GIR" {
            guard ASCII.text(inward) == "0AA" else { return nil }
            areaCount = 3
        } else {
            guard let letters = Self.areaLetters(of: Array(outward)) else { return nil }
            areaCount = UInt8(letters)
        }
        outwardCount = UInt8(outward.count)
        text = ASCII.text(outward + [ASCII.space] + inward)
    }

    /// The post town's area, such as `SS`.
    public var area: String { String(text.prefix(Int(areaCount))) }

    /// The outward code, such as `SS1`.
    public var district: String { String(text.prefix(Int(outwardCount))) }

    /// The outward code and the first digit of the inward code, such as `SS1 2`.
    public var sector: String { String(text.dropLast(2)) }

    /// The inward code, such as `2AB`.
    public var inward: String { String(text.suffix(3)) }

    private static let unusedInward = Set("CIKMOV".utf8)
    private static let unusedFirst = Set("QVX".utf8)
    private static let unusedSecond = Set("IJZ".utf8)
    private static let third = Set("ABCDEFGHJKPSTUW".utf8)
    private static let fourth = Set("ABEHMNPRVWXY".utf8)

    private static func isInward(_ code: ArraySlice<UInt8>) -> Bool {
        ASCII.isDigit(code[code.startIndex])
            && code.dropFirst().allSatisfy { ASCII.isLetter($0) && !unusedInward.contains($0) }
    }

    /// How many letters an outward code begins with, or nil when its form is not used.
    private static func areaLetters(of code: [UInt8]) -> Int? {
        let letters = code.prefix(while: ASCII.isLetter).count
        guard letters == 1 || letters == 2, !unusedFirst.contains(code[0]),
            letters == 1 || !unusedSecond.contains(code[1])
        else { return nil }
        let rest = code.dropFirst(letters)
        guard let digit = rest.first, ASCII.isDigit(digit), rest.count <= 2 else { return nil }
        guard rest.count == 2, let last = rest.last, !ASCII.isDigit(last) else { return letters }
        return (letters == 1 ? third : fourth).contains(last) ? letters : nil
    }
}
