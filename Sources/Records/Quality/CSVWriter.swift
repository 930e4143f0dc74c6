/// Writes rows as CSV: RFC 4180 quoting, CRLF line ends, UTF-8.
public struct CSVWriter: Sendable {
    /// Who reads the file.
    public enum Audience: Hashable, Sendable {
        /// A person with a spreadsheet program: byte order mark, formulas made harmless.
        case people
        /// A program: no mark, values exactly as they are.
        case programs
    }

    /// The file so far.
    public private(set) var bytes: [UInt8]
    private let audience: Audience

    /// Starts a file with its heading row.
    public init(headings: [String], for audience: Audience = .people) {
        self.audience = audience
        bytes = audience == .people ? TextEncoding.utf8WithMark.mark : []
        append(headings)
    }

    /// Adds a row.
    public mutating func append(_ values: some Sequence<String>) {
        append(utf8: values.lazy.map(\.utf8))
    }

    /// Adds a row of values given as UTF-8.
    public mutating func append<Values: Sequence>(utf8 values: Values)
    where Values.Element: Collection<UInt8> {
        var first = true
        for value in values {
            if !first { bytes.append(ASCII.comma) }
            first = false
            append(value: value)
        }
        bytes.append(ASCII.carriageReturn)
        bytes.append(ASCII.lineFeed)
    }

    private mutating func append(value: some Collection<UInt8>) {
        let dangerous = audience == .people && Self.isDangerous(value)
        guard dangerous || value.contains(where: Self.needsQuoting) else {
            bytes.append(contentsOf: value)
            return
        }
        bytes.append(ASCII.quote)
        if dangerous { bytes.append(ASCII.apostrophe) }
        for byte in value {
            if byte == ASCII.quote { bytes.append(ASCII.quote) }
            bytes.append(byte)
        }
        bytes.append(ASCII.quote)
    }

    private static func needsQuoting(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.comma, ASCII.quote, ASCII.lineFeed, ASCII.carriageReturn, ASCII.tab: true
        default: false
        }
    }

    /// Whether a spreadsheet program might run a value as a formula.
    ///
    /// Source: OWASP ASVS 5, requirement 1.2.10. A value that already begins with apostrophes
    /// before such a character counts too, so that `harmless` and `restored` undo each other.
    static func isDangerous(_ value: some Collection<UInt8>) -> Bool {
        guard let start = value.first(where: { $0 != ASCII.apostrophe }) else { return false }
        return start == 0 || "=+-@\t\r".utf8.contains(start)
    }

    /// A value as it was before it was made harmless, without the leading apostrophe.
    static func restored(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        value.first == ASCII.apostrophe && isDangerous(value) ? value.dropFirst() : value
    }
}
