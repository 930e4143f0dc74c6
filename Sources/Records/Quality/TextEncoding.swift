/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Hashable, Codable, CaseIterable, Sendable {
    /// UTF-8 without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-8 with a byte order mark, as Excel's "CSV UTF-8" writes it.
    case utf8WithMark = "utf-8-bom"
    /// UTF-16, low byte first, as Excel's "Unicode text" writes it.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, high byte first.
    case utf16BigEndian = "utf-16be"
    /// The code page of Windows for western Europe, as Excel's plain "CSV" writes it.
    case windows1252 = "windows-1252"

    /// What people call it.
    public var label: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf8WithMark: "UTF-8 with a byte order mark"
        case .utf16LittleEndian: "UTF-16 (little endian)"
        case .utf16BigEndian: "UTF-16 (big endian)"
        case .windows1252: "Windows-1252 (Western Europe)"
        }
    }

    /// The bytes with which a file in this encoding begins; may be empty.
    public var mark: [UInt8] {
        switch self {
        case .utf8, .windows1252: []
        case .utf8WithMark: [0xef, 0xbb, 0xbf]
        case .utf16LittleEndian: [0xff, 0xfe]
        case .utf16BigEndian: [0xfe, 0xff]
        }
    }

    /// The encoding: by its byte order mark, else UTF-8 if it is valid, else Windows-1252.
    ///
    /// - Complexity: O(length).
    public static func detected(in bytes: [UInt8]) -> TextEncoding {
        for encoding in [utf8WithMark, utf16LittleEndian, utf16BigEndian]
        where bytes.starts(with: encoding.mark) {
            return encoding
        }
        return String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
    }
}

extension TextEncoding {
    /// Where a text held bytes that mean nothing in its encoding; each became U+FFFD.
    public struct Damage: Hashable, Sendable {
        /// How many such places there are.
        public let count: Int
        /// The first lines that have one, at most 20, counted from 1.
        public let lines: [Int]
    }

    /// A text as UTF-8, without byte order mark, and what could not be read.
    struct Decoded {
        let bytes: [UInt8]
        let damage: Damage
    }

    func decoded(_ bytes: [UInt8]) -> Decoded {
        var decoding = Decoding(capacity: bytes.count)
        let start = bytes.starts(with: mark) ? mark.count : 0
        switch self {
        case .utf8, .utf8WithMark:
            let text = start == 0 ? bytes : Array(bytes[start...])
            if String(validating: text, as: UTF8.self) != nil {
                return Decoded(bytes: text, damage: Damage(count: 0, lines: []))
            }
            decoding.appendUTF8(text)
        case .utf16LittleEndian: decoding.appendUTF16(bytes[start...], highByte: 1)
        case .utf16BigEndian: decoding.appendUTF16(bytes[start...], highByte: 0)
        case .windows1252: decoding.appendWindows1252(bytes)
        }
        return Decoded(
            bytes: decoding.bytes,
            damage: Damage(count: decoding.damageCount, lines: decoding.damagedLines))
    }
}

/// Turns a text into UTF-8 and notes what could not be read.
private struct Decoding {
    var bytes: [UInt8] = []
    var damageCount = 0
    var damagedLines: [Int] = []
    private var lines = LineCount()

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func appendWindows1252(_ text: [UInt8]) {
        for byte in text {
            if byte < 0x80 {
                append(ascii: byte)
            } else if byte >= 0xa0 {
                bytes.append(0xc0 | byte >> 6)
                bytes.append(0x80 | byte & 0x3f)
            } else {
                let scalar = Windows1252.scalars[Int(byte - 0x80)]
                if scalar == Windows1252.undefined { noteDamage() }
                append(scalar)
            }
        }
    }

    mutating func appendUTF16(_ text: ArraySlice<UInt8>, highByte: Int) {
        var units: [UInt16] = []
        units.reserveCapacity(text.count / 2)
        var index = text.startIndex
        while index + 1 < text.endIndex {
            let high = text[index + highByte]
            units.append(UInt16(high) << 8 | UInt16(text[index + 1 - highByte]))
            index += 2
        }
        decode(units, as: UTF16.self)
        if index < text.endIndex { replace() }
    }

    mutating func appendUTF8(_ text: [UInt8]) { decode(text, as: UTF8.self) }

    private mutating func decode<Encoding: Unicode.Encoding>(
        _ units: [Encoding.CodeUnit], as encoding: Encoding.Type
    ) {
        var parser = Encoding.ForwardParser()
        var iterator = units.makeIterator()
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let scalar = Encoding.decode(encoded)
                if scalar.isASCII {
                    append(ascii: UInt8(truncatingIfNeeded: scalar.value))
                } else {
                    append(scalar)
                }
            case .error: replace()
            case .emptyInput: return
            }
        }
    }

    private mutating func append(ascii byte: UInt8) {
        lines.pass(byte)
        bytes.append(byte)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        lines.pass(0x80)
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func replace() {
        noteDamage()
        append(Windows1252.undefined)
    }

    private mutating func noteDamage() {
        damageCount += 1
        if damagedLines.count < 20, damagedLines.last != lines.next {
            damagedLines.append(lines.next)
        }
    }
}

/// The code page 1252 of Windows, 0x80 to 0x9F; the rest is Latin-1.
///
/// Source: Unicode Consortium, mapping table CP1252; five bytes are not defined.
private enum Windows1252 {
    static let undefined: Unicode.Scalar = "\u{FFFD}"

    static let scalars: [Unicode.Scalar] = [
        "\u{20AC}", undefined, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}",
        "\u{2021}", "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", undefined,
        "\u{017D}", undefined, undefined, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
        "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}",
        "\u{0153}", undefined, "\u{017E}", "\u{0178}",
    ]
}

/// Counts the lines of a text as it goes by; CRLF, LF and CR each end one.
struct LineCount {
    /// The line on which the next character stands, counted from 1.
    ///
    /// A line feed that ends a CRLF counts with the line it ends.
    private(set) var next = 1
    private var previous: UInt8 = 0

    init() {}

    mutating func pass(_ byte: UInt8) {
        if byte == ASCII.carriageReturn || (byte == ASCII.lineFeed && previous != 13) { next += 1 }
        previous = byte
    }
}
