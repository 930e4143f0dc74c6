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
    /// Values stay byte for byte as they are. Lines without any value are passed over. `isKept`
    /// says which columns are read; all lines are checked whatever it says.
    ///
    /// - Throws: `CSVProblem` for the first thing that is wrong.
    /// - Complexity: O(length).
    public init(
        csv bytes: [UInt8], keeping isKept: (_ heading: String) -> Bool = { _ in true }
    ) throws(CSVProblem) {
        guard bytes.count < Int(UInt32.max) else { throw .tooLarge }
        let mark = TextEncoding.utf8WithMark.mark
        let start = bytes.starts(with: mark) ? mark.count : 0
        guard bytes.count > start else { throw .empty }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        let text = DelimitedText(bytes: bytes, delimiter: .comma, from: start)
        let names = try Self.headings(text)
        let rows = try Self.checkedRows(text, columns: names.count)
        let fields = names.indices.filter { isKept(names[$0]) }
        var builder = Builder(columns: fields.map { names[$0] })
        // A few rows at a time, column by column: one dictionary at a time stays in the cache.
        for batch in stride(from: 0, to: rows.count, by: 2048) {
            for (column, field) in fields.enumerated() {
                for row in rows[batch..<min(batch + 2048, rows.count)] {
                    let range = text.rawRange(row: row, field: field)
                    if !range.isEmpty, bytes[range.lowerBound] == ASCII.quote {
                        builder.append(DelimitedText.unquoted(bytes[range]), to: column)
                    } else {
                        builder.append(bytes.span.extracting(range), to: column)
                    }
                }
            }
        }
        self = builder.table()
    }

    /// The rows that hold records; each has a value for every column.
    private static func checkedRows(
        _ text: DelimitedText, columns: Int
    ) throws(CSVProblem) -> [Int] {
        var rows: [Int] = []
        rows.reserveCapacity(text.rows.count)
        for row in 1..<max(1, text.rows.count) {
            let count = text.fieldCount(inRow: row)
            if count == 1, columns > 1, text.isBlank(row: row) { continue }
            let line = Int(text.rows[row].line)
            guard !text.rows[row].quoting.isBroken else { throw .brokenQuoting(line: line) }
            guard count == columns else {
                throw .ragged(line: line, values: count, columns: columns)
            }
            rows.append(row)
        }
        return rows
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
