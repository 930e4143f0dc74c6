/// A short code that names one thing of a kind, such as `ambermere-city-council`.
///
/// Between 1 and 64 lower-case ASCII letters, digits and single hyphens, a letter first and no
/// hyphen last, so that it can stand in an address, a file name and a log entry. It never names a
/// person.
public struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable {
    /// The code as text.
    public let rawValue: String

    /// The code, or nil when the text breaks the rule above.
    public init?(rawValue: String) {
        guard (1...64).contains(rawValue.utf8.count), let first = rawValue.utf8.first,
            (97...122).contains(first)
        else { return nil }
        var previous = first
        for byte in rawValue.utf8 {
            let isHyphen = byte == Self.hyphen
            guard (97...122).contains(byte) || (48...57).contains(byte) || isHyphen,
                !isHyphen || previous != Self.hyphen
            else { return nil }
            previous = byte
        }
        guard previous != Self.hyphen else { return nil }
        self.rawValue = rawValue
    }

    private static var hyphen: UInt8 { UInt8(ascii: "-") }

    /// The code, or nil when the text breaks the rule above.
    public init?(_ text: String) { self.init(rawValue: text) }

    /// In order of their bytes.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// A code written in the program.
    ///
    /// - Precondition: the text keeps the rule above.
    public init(stringLiteral text: String) {
        guard let value = Identifier(text) else {
            preconditionFailure("`\(text)` is not a code.")
        }
        self = value
    }
}

extension Identifier: CodingKeyRepresentable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The code as the key of a JSON object.
    public var codingKey: any CodingKey { Key(stringValue: rawValue) }

    /// The code read from the key of a JSON object, or nil when the key breaks the rule.
    public init?<T: CodingKey>(codingKey: T) { self.init(rawValue: codingKey.stringValue) }
}

extension Identifier: Codable, CustomStringConvertible {
    /// The code as text.
    public var description: String { rawValue }

    /// Reads the code from a plain string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Identifier(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "`\(text)` is not a code; use lower-case letters, digits and hyphens.")
        }
        self = value
    }

    /// Writes the code as a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
