/// The plain form of a text: lower case, Latin letters without accents, single spaces.
///
/// Apostrophes vanish (`O'Brien` is `obrien`); all other punctuation counts as a space. Letters
/// of other scripts stay, in lower case. The form is meant for comparison, not for display.
public enum Normalisation {
    /// The plain form of UTF-8 bytes.
    ///
    /// - Complexity: O(length).
    public static func normalised(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        guard text.allSatisfy({ $0 < 0x80 }) else {
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                append(scalar, to: &plain)
            }
            return trimmed(plain)
        }
        for byte in text { append(ascii: byte, to: &plain) }
        return trimmed(plain)
    }

    /// The plain form of a text.
    public static func normalised(_ text: String) -> String {
        String(decoding: normalised(Array(text.utf8)[...]), as: UTF8.self)
    }

    private static let space = UInt8(ascii: " ")

    private static func append(ascii byte: UInt8, to plain: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            plain.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): plain.append(byte | 0x20)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        default: if let last = plain.last, last != space { plain.append(space) }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to plain: inout [UInt8]) {
        if scalar.value < 0x80 {
            append(ascii: UInt8(scalar.value), to: &plain)
        } else if let letters = LatinLetters.plain(scalar) {
            plain.append(contentsOf: letters)
        } else if isMark(scalar) || isApostrophe(scalar) {
            return
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            plain.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        } else {
            append(ascii: space, to: &plain)
        }
    }

    /// Whether a scalar only modifies the letter before it.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark && (0x300...0x36F) ~= scalar.value
    }

    /// Typographic apostrophes: U+2018, U+2019, U+02BC, U+2032 and the acute accent on its own.
    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2018, 0x2019, 0x02BC, 0x2032, 0x00B4: true
        default: false
        }
    }

    private static func trimmed(_ plain: [UInt8]) -> [UInt8] {
        plain.last == space ? Array(plain.dropLast()) : plain
    }
}
