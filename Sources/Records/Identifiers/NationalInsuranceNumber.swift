/// A National Insurance number, with or without its last letter.
///
/// Source: HMRC National Insurance Manual NIM39110: two letters, neither of them D, F, I, Q, U
/// or V, the second not O; not BG, GB, KN, NK, NT, TN or ZZ; six digits; A, B, C or D.
public struct NationalInsuranceNumber: ValidatedText {
    /// Capitals and digits without spaces, 8 or 9 characters.
    public let text: String

    /// Reads a number in any case, with or without spaces and last letter.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard let code = ASCII.capitals(bytes, atMost: 9), code.count >= 8,
            code.prefix(2).allSatisfy({ ASCII.isLetter($0) && !Self.unused.contains($0) }),
            code[1] != UInt8(ascii: "O"), !Self.unusedPrefixes.contains(ASCII.text(code.prefix(2))),
            code[2..<8].allSatisfy(ASCII.isDigit),
            code.count == 8 || (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(code[8])
        else { return nil }
        text = ASCII.text(code)
    }

    /// The part that identifies the person: two letters and six digits.
    public var withoutSuffix: String { String(text.prefix(8)) }

    /// As people read it, `AB 12 34 56 C`.
    public var grouped: String {
        var pairs: [Substring] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            pairs.append(rest.prefix(2))
            rest = rest.dropFirst(2)
        }
        return pairs.joined(separator: " ")
    }

    private static let unused = Set("DFIQUV".utf8)
    private static let unusedPrefixes: Set<String> = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]
}
