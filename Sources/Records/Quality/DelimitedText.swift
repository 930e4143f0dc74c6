/// A delimited text cut into rows and fields, which stay where they are in its bytes.
///
/// Follows RFC 4180 and is lenient where files are: the delimiter may be another, lines may end
/// in CRLF, LF or CR, a quotation mark may stand inside an unquoted field. A row whose quotation
/// mark is not closed, or whose quoting is broken on a later line than the first, ends with its
/// first line: one missing quotation mark costs one row and not the rest of the file.
struct DelimitedText: Sendable {
    /// Where a row lies and what is wrong with its quoting.
    struct Row: Sendable {
        let start: UInt32
        let firstField: UInt32
        /// The line on which it starts, counted from 1.
        let line: UInt32
        let quoting: Quoting
    }

    /// How a row uses quotation marks.
    enum Quoting: UInt8, Sendable {
        /// As RFC 4180 says.
        case sound
        /// Some stand inside unquoted fields and are read as part of the value.
        case loose
        /// Text follows a closing one.
        case stray
        /// One is opened and not closed.
        case unclosed

        var isBroken: Bool { self == .stray || self == .unclosed }
    }

    /// The text, UTF-8.
    let bytes: [UInt8]
    /// What parts the fields.
    let delimiter: Delimiter
    /// The rows, blank ones too.
    private(set) var rows: [Row] = []
    /// Where each field ends; a field starts with its row or one byte after the one before it.
    private(set) var fieldEnds: [UInt32] = []

    /// More lines than this make no one row.
    static let lineLimit = 1000

    /// Cuts a text, from an offset on, into at most `rowLimit` rows.
    ///
    /// - Complexity: O(length).
    init(
        bytes: [UInt8], delimiter: Delimiter, from offset: Int = 0, firstLine: Int = 1,
        rowLimit: Int = .max
    ) {
        precondition(bytes.count < Int(UInt32.max), "A text has less than 4 GB.")
        self.bytes = bytes
        self.delimiter = delimiter
        var scan = Scan(delimiter: delimiter.byte, position: offset, line: firstLine)
        scan.fieldEnds.reserveCapacity(bytes.count / 12)
        let span = bytes.span
        while scan.position < span.count, scan.rows.count < rowLimit { scan.appendRow(of: span) }
        rows = scan.rows
        fieldEnds = scan.fieldEnds
    }

    /// How many fields a row has, at least 1.
    func fieldCount(inRow row: Int) -> Int {
        let end = row + 1 < rows.count ? Int(rows[row + 1].firstField) : fieldEnds.count
        return end - Int(rows[row].firstField)
    }

    /// Where a field lies, quotation marks included.
    func rawRange(row: Int, field: Int) -> Range<Int> {
        let index = Int(rows[row].firstField) + field
        let start = field == 0 ? Int(rows[row].start) : Int(fieldEnds[index - 1]) + 1
        return start..<Int(fieldEnds[index])
    }

    /// The value of a field: outer quotation marks gone, doubled ones single.
    func value(row: Int, field: Int) -> [UInt8] {
        let raw = bytes[rawRange(row: row, field: field)]
        return rows[row].quoting.isBroken ? Array(raw) : Self.unquoted(raw)
    }

    /// Whether all fields of a row are empty or hold nothing but spaces.
    func isBlank(row: Int) -> Bool {
        (0..<fieldCount(inRow: row)).allSatisfy { isEmpty(row: row, field: $0) }
    }

    /// Whether a field has nothing but spaces, with or without quotation marks.
    func isEmpty(row: Int, field: Int) -> Bool {
        let raw = bytes[rawRange(row: row, field: field)]
        return raw.allSatisfy { $0 <= ASCII.space || $0 == ASCII.quote }
    }

    /// A field's value from its raw form in a row whose quoting is not broken.
    static func unquoted(_ raw: some RandomAccessCollection<UInt8>) -> [UInt8] {
        guard raw.first == ASCII.quote, raw.count >= 2 else { return Array(raw) }
        var value: [UInt8] = []
        value.reserveCapacity(raw.count - 2)
        var doubled = false
        for byte in raw.dropFirst().dropLast() {
            if byte == ASCII.quote {
                doubled.toggle()
                if !doubled { continue }
            }
            value.append(byte)
        }
        return value
    }
}

/// The position in a text that is being cut and what was found so far.
private struct Scan {
    var rows: [DelimitedText.Row] = []
    var fieldEnds: [UInt32] = []
    private(set) var position: Int
    private var line: Int
    private let delimiter: UInt8

    init(delimiter: UInt8, position: Int, line: Int) {
        self.delimiter = delimiter
        self.position = position
        self.line = line
    }

    mutating func appendRow(of bytes: borrowing Span<UInt8>) {
        let (start, startLine, firstField) = (position, line, fieldEnds.count)
        var quoting = DelimitedText.Quoting.sound
        var more = true
        while more {
            if position < bytes.count, bytes[position] == ASCII.quote {
                passQuotedField(of: bytes, from: startLine, &quoting)
            } else {
                passPlainField(of: bytes, &quoting)
            }
            if quoting == .unclosed || (quoting.isBroken && line > startLine) {
                position = start
                line = startLine
                fieldEnds.removeSubrange(firstField...)
                quoting = .unclosed
                passFirstLine(of: bytes)
                break
            }
            more = endField(of: bytes)
        }
        passLineEnd(of: bytes)
        rows.append(
            .init(
                start: UInt32(start), firstField: UInt32(firstField), line: UInt32(startLine),
                quoting: quoting))
    }

    /// Notes the end of a field; true when another one follows in the row.
    private mutating func endField(of bytes: borrowing Span<UInt8>) -> Bool {
        fieldEnds.append(UInt32(position))
        guard position < bytes.count, bytes[position] == delimiter else { return false }
        position += 1
        return true
    }

    private mutating func passPlainField(
        of bytes: borrowing Span<UInt8>, _ quoting: inout DelimitedText.Quoting
    ) {
        var index = position
        var quotes = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
            if byte == ASCII.quote { quotes = true }
            index += 1
        }
        position = index
        if quotes, quoting == .sound { quoting = .loose }
    }

    private mutating func passQuotedField(
        of bytes: borrowing Span<UInt8>, from startLine: Int,
        _ quoting: inout DelimitedText.Quoting
    ) {
        var index = position + 1
        while true {
            while index < bytes.count, bytes[index] != ASCII.quote {
                if Self.endsLine(index, of: bytes) { line += 1 }
                index += 1
            }
            guard index < bytes.count, line - startLine < DelimitedText.lineLimit else {
                quoting = .unclosed
                position = bytes.count
                return
            }
            index += 1
            guard index < bytes.count, bytes[index] == ASCII.quote else { break }
            index += 1
        }
        position = index
        guard index < bytes.count, bytes[index] != delimiter, bytes[index] != ASCII.lineFeed,
            bytes[index] != ASCII.carriageReturn
        else { return }
        quoting = .stray
        var ignored = DelimitedText.Quoting.stray
        passPlainField(of: bytes, &ignored)
    }

    /// Cuts one line at every delimiter, quotation marks or not.
    private mutating func passFirstLine(of bytes: borrowing Span<UInt8>) {
        var ignored = DelimitedText.Quoting.unclosed
        repeat { passPlainField(of: bytes, &ignored) } while endField(of: bytes)
    }

    private mutating func passLineEnd(of bytes: borrowing Span<UInt8>) {
        guard position < bytes.count else { return }
        let pair =
            bytes[position] == ASCII.carriageReturn && position + 1 < bytes.count
            && bytes[position + 1] == ASCII.lineFeed
        position += pair ? 2 : 1
        line += 1
    }

    /// Whether a line ends with this byte; of a CRLF, with the second.
    private static func endsLine(_ index: Int, of bytes: borrowing Span<UInt8>) -> Bool {
        if bytes[index] == ASCII.lineFeed { return true }
        return bytes[index] == ASCII.carriageReturn
            && !(index + 1 < bytes.count && bytes[index + 1] == ASCII.lineFeed)
    }
}
