import Linkage

/// Pairs of records in CSV: a heading row, then `name_l` and `name_r` side by side.
///
/// Unlike the loading of data nothing is trimmed, and an empty field in quotes is an empty text.
struct ConditionRows {
    let rows: [PairRow]

    init(_ bytes: [UInt8], named name: String) throws {
        var reader = Reader(
            bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
        guard let heading = try reader.record() else {
            throw Problem("The file `\(name)` is empty; it needs a row of headings.")
        }
        let headings = heading.map { String(decoding: $0 ?? [], as: UTF8.self) }
        var rows: [PairRow] = []
        while let record = try reader.record() {
            // A line with nothing on it is no pair, unless there is but one column.
            if record == [nil], headings.count > 1 { continue }
            guard record.count == headings.count else {
                throw Problem(
                    "Line \(reader.line - 1) of `\(name)` has \(record.count) fields; the headings"
                        + " have \(headings.count).")
            }
            rows.append(Self.row(headings, record))
        }
        self.rows = rows
    }

    private static func row(_ headings: [String], _ record: [[UInt8]?]) -> PairRow {
        var (left, right) = ([String: [UInt8]](), [String: [UInt8]]())
        for (heading, value) in zip(headings, record) {
            switch heading.suffix(2).lowercased() {
            case "_r": right[String(heading.dropLast(2))] = value
            case "_l": left[String(heading.dropLast(2))] = value
            default: left[heading] = value
            }
        }
        return PairRow(left: left, right: right)
    }

    /// Reads one record after the other.
    private struct Reader {
        var bytes: ArraySlice<UInt8>
        var line = 1

        mutating func record() throws -> [[UInt8]?]? {
            guard !bytes.isEmpty else { return nil }
            var record: [[UInt8]?] = []
            while true {
                record.append(try field())
                guard let end = bytes.popFirst() else { break }
                if end == UInt8(ascii: ",") { continue }
                if end == UInt8(ascii: "\r"), bytes.first == UInt8(ascii: "\n") {
                    bytes.removeFirst()
                }
                break
            }
            line += 1
            return record
        }

        private mutating func field() throws -> [UInt8]? {
            guard bytes.first == UInt8(ascii: "\"") else {
                let field = bytes.prefix { !",\r\n".utf8.contains($0) }
                bytes = bytes.dropFirst(field.count)
                return field.isEmpty ? nil : Array(field)
            }
            bytes.removeFirst()
            var field: [UInt8] = []
            while let byte = bytes.popFirst() {
                if byte == UInt8(ascii: "\"") {
                    guard bytes.first == byte else { return try closed(field) }
                    bytes.removeFirst()
                }
                field.append(byte)
            }
            throw Problem("A quotation mark opened on line \(line) is not closed.")
        }

        private func closed(_ field: [UInt8]) throws -> [UInt8] {
            guard bytes.first.map({ ",\r\n".utf8.contains($0) }) ?? true else {
                throw Problem("On line \(line) text follows a closing quotation mark.")
            }
            return field
        }
    }
}
