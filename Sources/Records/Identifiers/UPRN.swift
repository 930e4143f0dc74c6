/// A unique property reference number, kept as text without leading zeros.
///
/// Source: Ordnance Survey, AddressBase: a whole number of up to 12 digits without check digit.
public struct UPRN: ValidatedText {
    /// The digits, 1 to 12, the first not zero.
    public let text: String

    /// Reads 1 to 12 digits that are not all zero; leading zeros do not count.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard (1...12).contains(bytes.count), bytes.allSatisfy(ASCII.isDigit) else { return nil }
        let digits = bytes.drop { $0 == UInt8(ascii: "0") }
        guard !digits.isEmpty else { return nil }
        text = ASCII.text(digits)
    }
}
