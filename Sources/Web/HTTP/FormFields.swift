/// The fields of a form or of a query, each with all its values in order.
struct FormFields: Sendable, Hashable {
    private var values: [String: [String]] = [:]

    init() {}

    /// Reads `application/x-www-form-urlencoded` text (WHATWG URL §5.1).
    init(urlEncoded text: some StringProtocol) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            append(
                Self.decoded(parts.count > 1 ? Array(parts[1]) : []),
                to: Self.decoded(Array(parts[0])))
        }
    }

    mutating func append(_ value: String, to name: String) {
        values[name, default: []].append(value)
    }

    /// The first value without blanks at its ends; empty when there is none.
    subscript(name: String) -> String {
        guard let value = values[name]?.first else { return "" }
        let start = value.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The first value as it was typed; for passwords.
    func exactly(_ name: String) -> String { values[name]?.first ?? "" }

    /// Every value of a field.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// Whether the field was sent at all.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// The names of all fields, sorted.
    var names: [String] { values.keys.sorted() }

    private static func decoded(_ bytes: [UInt8]) -> String {
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                    let low = digit(bytes[index + 2])
                {
                    decoded.append(high << 4 | low)
                    index += 2
                } else {
                    decoded.append(bytes[index])
                }
            default: decoded.append(bytes[index])
            }
            index += 1
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
