/// Why a plain CSV file cannot be read as a table.
public enum CSVProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no heading row.
    case empty
    /// The bytes are not UTF-8.
    case notUTF8
    /// A heading is empty; its column, counted from 1.
    case namelessColumn(Int)
    /// Two columns have one heading.
    case repeatedColumn(String)
    /// A row has more or fewer values than there are columns.
    case ragged(line: Int, values: Int, columns: Int)
    /// A quotation mark is not closed.
    case brokenQuoting(line: Int)
    /// The file has 4 GB or more.
    case tooLarge

    /// What is wrong and what to do, without the name of the file.
    public var description: String {
        switch self {
        case .empty: "is empty; it needs a row of headings"
        case .notUTF8: "is not UTF-8 text; save it as CSV UTF-8"
        case .namelessColumn(let column): "has no heading for column \(column); give it one"
        case .repeatedColumn(let name): "has two columns called `\(name)`; rename one of them"
        case .ragged(let line, let values, let columns):
            "has \(values) values on line \(line) and \(columns) headings; correct that line"
        case .brokenQuoting(let line):
            "has a quotation mark that does not fit on line \(line); correct that line"
        case .tooLarge: "has 4 GB or more; split it"
        }
    }
}

extension RecordTable {
    /// The table of a CSV file in UTF-8 with a row of headings; an empty field is missing.
    ///
    /// Values stay byte for byte as they are. Lines without any value are passed over.
    ///
    /// - Throws: `CSVProblem` for the first thing that is wrong.
    /// - Complexity: O(length).
    public init(csv bytes: [UInt8]) throws(CSVProblem) {
        guard bytes.count < Int(UInt32.max) else { throw .tooLarge }
        let mark = TextEncoding.utf8WithMark.mark
        let start = bytes.starts(with: mark) ? mark.count : 0
        guard bytes.count > start else { throw .empty }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        let text = DelimitedText(bytes: bytes, delimiter: .comma, from: start)
        let names = try Self.headings(text)
        var builder = Builder(columns: names)
        for row in 1..<max(1, text.rows.count) {
            let count = text.fieldCount(inRow: row)
            if count == 1, names.count > 1, text.isBlank(row: row) { continue }
            let line = Int(text.rows[row].line)
            guard !text.rows[row].quoting.isBroken else { throw .brokenQuoting(line: line) }
            guard count == names.count else {
                throw .ragged(line: line, values: count, columns: names.count)
            }
            for field in 0..<count {
                let raw = bytes[text.rawRange(row: row, field: field)]
                if raw.first == ASCII.quote {
                    builder.append(DelimitedText.unquoted(raw), to: field)
                } else {
                    builder.append(raw, to: field)
                }
            }
        }
        self = builder.table()
    }

    private static func headings(_ text: DelimitedText) throws(CSVProblem) -> [String] {
        guard !text.rows.isEmpty, !text.isBlank(row: 0) else { throw .empty }
        guard !text.rows[0].quoting.isBroken else { throw .brokenQuoting(line: 1) }
        var names: [String] = []
        for field in 0..<text.fieldCount(inRow: 0) {
            let name = String(decoding: text.value(row: 0, field: field), as: UTF8.self)
            guard !name.isEmpty else { throw .namelessColumn(field + 1) }
            guard !names.contains(name) else { throw .repeatedColumn(name) }
            names.append(name)
        }
        return names
    }

    /// The same records in another order, or some of them.
    ///
    /// Every number must be that of a row.
    public func rows(_ numbers: [Int]) -> RecordTable {
        RecordTable(
            columns: columns.map { column in
                Column(
                    name: column.name, values: column.values,
                    codes: numbers.map { column.codes[$0] })
            })
    }
}
