/// The character that parts the values of a row.
public enum Delimiter: String, Hashable, Codable, CaseIterable, Sendable {
    /// `,`
    case comma
    /// `;`
    case semicolon
    /// The tab character.
    case tab
    /// `|`
    case pipe

    /// Its byte.
    public var byte: UInt8 {
        switch self {
        case .comma: ASCII.comma
        case .semicolon: UInt8(ascii: ";")
        case .tab: ASCII.tab
        case .pipe: UInt8(ascii: "|")
        }
    }

    /// How it is shown: the character, or "tab".
    public var label: String { self == .tab ? "tab" : ASCII.text([byte]) }

    /// The delimiter that a text declares in a first line such as `sep=;`, as Excel writes it.
    ///
    /// Also gives how many bytes that line takes.
    static func declared(in bytes: [UInt8]) -> (delimiter: Delimiter, length: Int)? {
        let start = bytes.prefix(7)
        guard start.count > 5, start.prefix(4).map(ASCII.lowercased).elementsEqual("sep=".utf8),
            let delimiter = allCases.first(where: { $0.byte == start[4] })
        else { return nil }
        switch (start[5], start.count > 6 ? start[6] : 0) {
        case (ASCII.carriageReturn, ASCII.lineFeed): return (delimiter, 7)
        case (ASCII.carriageReturn, _), (ASCII.lineFeed, _): return (delimiter, 6)
        default: return nil
        }
    }

    /// The delimiter under which most of the first rows have the same number of values.
    ///
    /// Looks at the first 64 KB and 20 rows. A text without any has one column: comma.
    static func detected(in bytes: [UInt8]) -> Delimiter {
        let start = Array(bytes.prefix(65_536))
        var best = (delimiter: comma, score: 0)
        for delimiter in allCases {
            let text = DelimitedText(bytes: start, delimiter: delimiter, rowLimit: 20)
            var rowsByCount: [Int: Int] = [:]
            for row in text.rows.indices where !text.isBlank(row: row) {
                rowsByCount[text.fieldCount(inRow: row), default: 0] += 1
            }
            for (columns, rows) in rowsByCount where columns > 1 {
                let score = rows * 1000 + min(columns, 999)
                if score > best.score { best = (delimiter, score) }
            }
        }
        return best.delimiter
    }
}
