/// Rows and fields of comma-separated values, one character at a time as RFC 4180 says.
///
/// Nil when a row does not end in a carriage return and a line feed, when a quoted field does not
/// end, or when rows have different numbers of fields.
func csvRows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
        switch (scalar, isQuoted) {
        case ("\"", true) where rest.first == "\"": field.append(rest.removeFirst())
        case ("\"", true): isQuoted = false
        case ("\"", false):
            guard field.isEmpty else { return nil }
            isQuoted = true
        case (",", false):
            row.append(String(field))
            field = .init()
        case ("\r", false):
            guard rest.popFirst() == "\n" else { return nil }
            rows.append(row + [String(field)])
            (row, field) = ([], .init())
        case ("\n", false): return nil
        default: field.append(scalar)
        }
    }
    guard !isQuoted, row.isEmpty, field.isEmpty else { return nil }
    guard Set(rows.map(\.count)).count <= 1 else { return nil }
    return rows
}

/// Text from Windows-1252 bytes; nil when a byte has no character.
func windows1252Text(_ bytes: [UInt8]) -> String? {
    let upper: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ",
        0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
        0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
        0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
        guard (0x80...0x9F).contains(byte) else {
            scalars.append(Unicode.Scalar(byte))
            continue
        }
        guard let scalar = upper[byte] else { return nil }
        scalars.append(scalar)
    }
    return String(scalars)
}
