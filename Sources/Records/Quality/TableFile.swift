/// A delimited file that was read: headings, rows, and how its characters were understood.
///
/// A file that exists has headings, all different, and at least one row under them.
public struct TableFile: Sendable {
    /// The encoding in which the file was read.
    public let encoding: TextEncoding
    /// The delimiter by which its rows were cut.
    public let delimiter: Delimiter
    /// The headings, spaces tidied, in the order of the columns.
    public let headings: [String]
    /// How many rows were skipped because they hold nothing.
    public let blankRowCount: Int
    /// The characters outside plain English, to check the encoding by.
    public let oddCharacters: [OddCharacter]
    /// What could not be read in the encoding.
    public let damage: TextEncoding.Damage
    let text: DelimitedText
    /// The rows of `text` that hold data.
    let dataRows: [UInt32]

    /// How many rows of data there are, at least 1.
    public var rowCount: Int { dataRows.count }

    /// The line of the file on which a row starts, counted from 1.
    ///
    /// Requires 0 <= row < rowCount.
    public func line(ofRow row: Int) -> Int { Int(text.rows[Int(dataRows[row])].line) }

    /// The values of a row as the file has them, quotation marks taken off.
    ///
    /// Requires 0 <= row < rowCount. A ragged row has more or fewer values than headings.
    public func values(inRow row: Int) -> [String] {
        rawValues(inRow: row).map { ASCII.text($0) }
    }

    /// The first rows.
    public func preview(rows count: Int = 20) -> [PreviewRow] {
        (0..<min(count, rowCount)).map {
            PreviewRow(line: line(ofRow: $0), values: values(inRow: $0))
        }
    }

    /// A row of a preview.
    public struct PreviewRow: Hashable, Sendable {
        /// The line of the file, counted from 1.
        public let line: Int
        /// The values, in the order of the headings.
        public let values: [String]
    }

    /// The values of a row without the empty ones to the right of the last heading.
    func rawValues(inRow row: Int) -> [[UInt8]] {
        let index = Int(dataRows[row])
        return (0..<fieldCount(inRow: row)).map { text.value(row: index, field: $0) }
    }

    /// How many values a row has, not counting empty ones to the right of the last heading.
    func fieldCount(inRow row: Int) -> Int {
        let index = Int(dataRows[row])
        var count = text.fieldCount(inRow: index)
        while count > headings.count, text.isEmpty(row: index, field: count - 1) { count -= 1 }
        return count
    }
}

extension TableFile {
    /// How much a file may hold.
    public struct Limits: Hashable, Sendable {
        /// The most bytes.
        public let bytes: Int
        /// The most rows of data.
        public let rows: Int
        /// The most columns.
        public let columns: Int

        /// Limits of one's own.
        public init(bytes: Int, rows: Int, columns: Int) {
            self.bytes = bytes
            self.rows = rows
            self.columns = columns
        }

        /// Where reading stops: so many blank rows between the others are no table.
        var scannedRows: Int { min(rows, 1 << 40) * 2 + 1000 }

        /// 100 MB, the 1,048,576 rows of a spreadsheet, 200 columns.
        public static let standard = Limits(bytes: 100_000_000, rows: 1_048_576, columns: 200)
    }

    /// Reads a delimited file from its bytes.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - encoding: The encoding; detected when nil.
    ///   - delimiter: The delimiter; detected when nil.
    ///   - limits: How much the file may hold.
    /// - Returns: The file, cut into rows, its headings and encoding known.
    /// - Throws: `Refusal`, with a sentence for the person who sent the file.
    /// - Complexity: O(length).
    public static func read(
        _ bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
        limits: Limits = .standard
    ) throws(Refusal) -> TableFile {
        guard bytes.count <= limits.bytes else {
            throw .tooLarge(megabytes: limits.bytes / 1_000_000)
        }
        if let kind = FileKind.recognised(in: bytes) { throw .notText(kind) }
        let encoding = encoding ?? .detected(in: bytes)
        let decoded = encoding.decoded(bytes)
        guard decoded.bytes.contains(where: { $0 > ASCII.space }) else { throw .empty }
        if let line = Self.lineOfNull(in: decoded.bytes) { throw .binary(line: line) }
        let declared = Delimiter.declared(in: decoded.bytes)
        let delimiter =
            delimiter ?? declared?.delimiter ?? .detected(in: decoded.bytes)
        let text = DelimitedText(
            bytes: decoded.bytes, delimiter: delimiter, from: declared?.length ?? 0,
            firstLine: declared == nil ? 1 : 2, rowLimit: limits.scannedRows)
        return try TableFile(text, encoding: encoding, damage: decoded.damage, limits: limits)
    }

    private init(
        _ text: DelimitedText, encoding: TextEncoding, damage: TextEncoding.Damage, limits: Limits
    ) throws(Refusal) {
        let filled = text.rows.indices.filter { !text.isBlank(row: $0) }
        guard let header = filled.first else { throw .empty }
        let rows = filled.dropFirst()
        headings = try Self.headings(of: text, in: header, over: rows, limits: limits)
        guard !rows.isEmpty else { throw .headingsOnly }
        guard rows.count <= limits.rows, text.rows.count < limits.scannedRows else {
            throw .tooManyRows(limit: limits.rows)
        }
        dataRows = rows.map(UInt32.init)
        blankRowCount = text.rows.count - filled.count
        oddCharacters = OddCharacter.all(in: text.bytes)
        self.text = text
        self.encoding = encoding
        self.damage = damage
        delimiter = text.delimiter
    }

    private static func headings(
        of text: DelimitedText, in header: Int, over rows: ArraySlice<Int>, limits: Limits
    ) throws(Refusal) -> [String] {
        let line = Int(text.rows[header].line)
        guard !text.rows[header].quoting.isBroken else { throw .brokenHeadings(line: line) }
        let all = (0..<text.fieldCount(inRow: header)).map {
            ASCII.text(DataItem.tidied(text.value(row: header, field: $0)))
        }
        let named = (all.lastIndex { !$0.isEmpty } ?? 0) + 1
        if named == 1, rows.prefix(5).contains(where: { text.fieldCount(inRow: $0) > all.count }) {
            throw .titleRow(line: line)
        }
        guard named <= limits.columns else {
            throw .tooManyColumns(count: named, limit: limits.columns)
        }
        try Self.inspect(all, named: named, line: line)
        for column in named..<max(named, all.count) {
            let used = rows.contains {
                column < text.fieldCount(inRow: $0) && !text.isEmpty(row: $0, field: column)
            }
            if used { throw .emptyHeading(column: column + 1) }
        }
        return Array(all.prefix(named))
    }

    private static func inspect(
        _ headings: [String], named: Int, line: Int
    ) throws(Refusal) {
        let row = headings.prefix(named)
        if row.contains(where: looksLikeData) { throw .noHeadings(line: line) }
        if named < headings.count || row.count > 2, row.count(where: { !$0.isEmpty }) == 1 {
            throw .titleRow(line: line)
        }
        if let column = row.firstIndex(of: "") { throw .emptyHeading(column: column + 1) }
        var seen: [String: Int] = [:]
        for (index, heading) in row.enumerated() {
            if let first = seen.updateValue(index, forKey: heading.lowercased()) {
                throw .duplicateHeading(heading, first: first + 1, second: index + 1)
            }
        }
    }

    /// Whether a heading is a value: a postcode, a date, an e-mail address or a long number.
    private static func looksLikeData(_ heading: String) -> Bool {
        heading.contains("@") || Postcode(heading) != nil
            || CalendarDate(written: heading) != nil
            || (heading.utf8.count > 4 && heading.utf8.allSatisfy(ASCII.isDigit))
    }

    private static func lineOfNull(in bytes: [UInt8]) -> Int? {
        guard let index = bytes.firstIndex(of: 0) else { return nil }
        var lines = LineCount()
        for byte in bytes[..<index] { lines.pass(byte) }
        return lines.next
    }
}
