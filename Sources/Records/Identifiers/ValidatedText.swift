/// A text that follows a published rule and is kept in one canonical form.
///
/// Two values are equal when their canonical forms are. Written as a plain string in JSON.
public protocol ValidatedText: LosslessStringConvertible, Hashable, Comparable, Codable, Sendable {
    /// The value that these UTF-8 bytes write, or nil when they break the rule.
    init?(utf8 bytes: some Collection<UInt8>)

    /// The canonical form.
    var text: String { get }
}

extension ValidatedText {
    /// The value that a text writes, or nil when it breaks the rule.
    public init?(_ description: String) { self.init(utf8: description.utf8) }

    /// The canonical form.
    public var description: String { text }

    /// The order of the canonical forms.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Reads a plain string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(utf8: try container.decode(String.self).utf8) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "The text is not a valid \(Self.self).")
        }
        self = value
    }

    /// Writes the canonical form as a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
