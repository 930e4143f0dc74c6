import Records

/// Rows of comma-separated values as bytes, each ended by a carriage return and a line feed.
///
/// Source: RFC 4180, section 2.
struct CSVBytes {
    enum Encoding {
        /// UTF-8 after a byte order mark.
        case markedUTF8
        /// UTF-8 alone.
        case plainUTF8
        case windows1252
    }

    private(set) var bytes: [UInt8] = []
    private let encoding: Encoding
    private var isRowStart = true

    init(_ encoding: Encoding, rows: Int, headings: [String]) {
        self.encoding = encoding
        bytes.reserveCapacity(rows * headings.count * 11 + 400)
        if encoding == .markedUTF8 { bytes += [0xEF, 0xBB, 0xBF] }
        row(headings)
    }

    /// The bytes so far, which are then forgotten.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    mutating func row(_ fields: [String]) {
        for field in fields { text(field) }
        endRow()
    }

    mutating func text(_ field: String) {
        separate()
        let needsQuotes = field.utf8.contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0D || $0 == 0x0A
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if encoding == .windows1252 && field.utf8.contains(where: { $0 >= 0x80 }) {
            append(field.unicodeScalars.lazy.map { Windows1252.byte(of: $0) ?? UInt8(ascii: "?") })
        } else {
            append(field.utf8)
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }

    /// A day as `31/03/2026`, or nothing.
    mutating func slashed(_ date: CalendarDate?) {
        separate()
        guard let (year, month, day) = date?.parts else { return }
        number(day, digits: 2)
        bytes.append(UInt8(ascii: "/"))
        number(month, digits: 2)
        bytes.append(UInt8(ascii: "/"))
        number(year, digits: 4)
    }

    /// A day as `2026-03-31`, or nothing.
    mutating func iso(_ date: CalendarDate?) {
        separate()
        guard let (year, month, day) = date?.parts else { return }
        number(year, digits: 4)
        bytes.append(UInt8(ascii: "-"))
        number(month, digits: 2)
        bytes.append(UInt8(ascii: "-"))
        number(day, digits: 2)
    }

    /// An amount in pence, written in pounds as `1604.00`.
    mutating func pounds(_ pence: Int) {
        separate()
        bytes += String(pence / 100).utf8
        bytes.append(UInt8(ascii: "."))
        number(pence % 100, digits: 2)
    }

    mutating func endRow() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        isRowStart = true
    }

    private mutating func separate() {
        if !isRowStart { bytes.append(UInt8(ascii: ",")) }
        isRowStart = false
    }

    /// The bytes of a field with each quotation mark doubled.
    private mutating func append(_ field: some Sequence<UInt8>) {
        for byte in field {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
    }

    private mutating func number(_ value: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}
