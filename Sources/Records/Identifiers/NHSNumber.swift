/// An NHS number: ten digits, the last of which checks the others.
///
/// Source: NHS Data Dictionary, "NHS Number": weights 10 to 2, modulus 11, 11 becomes 0, 10 is
/// never used. An NHS number alone is never enough to say that two records are one person.
public struct NHSNumber: ValidatedText {
    /// The ten digits, without spaces.
    public let text: String

    /// Reads ten digits, not all the same, with a right check digit; spaces and hyphens go.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard
            let digits = ASCII.capitals(
                bytes, atMost: 10, leavingOut: [ASCII.space, ASCII.hyphen]),
            digits.count == 10, digits.allSatisfy(ASCII.isDigit), Set(digits).count > 1
        else { return nil }
        let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        let check = (11 - sum % 11) % 11
        guard check < 10, check == Int(digits[9] - 48) else { return nil }
        text = ASCII.text(digits)
    }

    /// As people read it, `943 476 5919`.
    public var grouped: String {
        "\(text.prefix(3)) \(text.dropFirst(3).prefix(3)) \(text.suffix(4))"
    }
}
