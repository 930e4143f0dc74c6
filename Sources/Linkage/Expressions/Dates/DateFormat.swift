/// How a date is written, in the signs of C's `strptime` as DuckDB reads them.
struct DateFormat: Hashable {
    /// A sign of a format.
    enum Sign: Hashable {
        case literal(UInt8)
        case space
        case number(Field, width: Int)
        case monthName(isFull: Bool)
        case weekdayName(isFull: Bool)
        case halfOfDay
    }

    enum Field: Hashable {
        case year, yearOfCentury, month, day, dayOfYear, hour, hourOfHalf, minute, second
        case microsecond
    }

    let signs: [Sign]

    /// The format, or nil when it is empty or has a sign that is not known.
    init?(_ format: String) {
        var signs: [Sign] = []
        var rest = Array(format.utf8)[...]
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "%") {
                if !Self.isSpace(byte) {
                    signs.append(.literal(byte))
                } else if signs.last != .space {
                    signs.append(.space)
                }
                continue
            }
            if rest.first == UInt8(ascii: "-") {
                rest.removeFirst()
                guard let letter = rest.popFirst(), "dmyHIMSj".utf8.contains(letter),
                    let sign = Self.signs[letter]
                else { return nil }
                signs.append(sign)
            } else {
                guard let letter = rest.popFirst(), let sign = Self.signs[letter] else {
                    return nil
                }
                signs.append(sign)
            }
        }
        guard !signs.isEmpty else { return nil }
        self.signs = signs
    }

    private static let signs: [UInt8: Sign] = Dictionary(
        uniqueKeysWithValues: [
            ("Y", Sign.number(.year, width: 4)), ("y", .number(.yearOfCentury, width: 2)),
            ("m", .number(.month, width: 2)), ("d", .number(.day, width: 2)),
            ("H", .number(.hour, width: 2)), ("I", .number(.hourOfHalf, width: 2)),
            ("M", .number(.minute, width: 2)), ("S", .number(.second, width: 2)),
            ("j", .number(.dayOfYear, width: 3)), ("f", .number(.microsecond, width: 6)),
            ("b", .monthName(isFull: false)), ("B", .monthName(isFull: true)),
            ("a", .weekdayName(isFull: false)), ("A", .weekdayName(isFull: true)),
            ("p", .halfOfDay), ("%", .literal(UInt8(ascii: "%"))),
        ].map { (Array($0.0.utf8)[0], $0.1) })

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The formats of a constant text or list of texts, or nil when one is not known.
    static func formats(_ value: Expression) -> [DateFormat]? {
        switch value {
        case .constant(.text(let format)): return DateFormat(format).map { [$0] }
        case .list(let elements) where !elements.isEmpty:
            let formats = elements.compactMap(Self.formats).flatMap(\.self)
            return formats.count == elements.count ? formats : nil
        default: return nil
        }
    }

    /// What is wrong with the constant that is a format or a list of formats, or nil.
    static func problem(in value: Expression) -> String? {
        switch value {
        case .constant(.text(let format)):
            return DateFormat(format) == nil
                ? "The date format `\(format)` is empty or has a sign that is not known." : nil
        case .list(let elements) where !elements.isEmpty:
            for element in elements {
                guard case .constant(.text) = element else {
                    return "The date formats must be texts in quotes."
                }
                if let problem = problem(in: element) { return problem }
            }
            return nil
        default: return "The date format must be a text in quotes or a list of such texts."
        }
    }
}
