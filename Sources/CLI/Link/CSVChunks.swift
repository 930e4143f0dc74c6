import Foundation

/// One row of a CSV file, while it is being read.
struct CSVRow {
    /// The bytes around it.
    let bytes: [UInt8]
    private let fields: [Range<Int>]

    init(_ bytes: [UInt8], _ fields: [Range<Int>]) {
        self.bytes = bytes
        self.fields = fields
    }

    /// How many fields there are.
    var count: Int { fields.count }

    /// The bytes of a field, without its quotation marks.
    func field(_ place: Int) -> ArraySlice<UInt8> {
        let raw = bytes[fields[place]]
        guard raw.first == 0x22, raw.count > 1 else { return raw }
        var value: [UInt8] = []
        var isPair = false
        for byte in raw.dropFirst().dropLast() {
            // Of two quotation marks in a row, the second is left out.
            isPair = byte == 0x22 && !isPair
            if byte != 0x22 || isPair { value.append(byte) }
        }
        return value[...]
    }

    /// Where a field lies in the bytes, unless it is in quotation marks.
    func plainRange(_ place: Int) -> Range<Int>? {
        let range = fields[place]
        return range.isEmpty || bytes[range.lowerBound] != 0x22 ? range : nil
    }

    /// A field as a number; nil where it is none.
    func number(_ place: Int) -> Double? {
        guard let range = plainRange(place) else {
            return Self.parsed(Array(field(place) + [0x0A]))
        }
        if let plain = bytes.span.extracting(range).decimal { return plain }
        return Self.parsed(Array(bytes[range] + [0x0A]))
    }

    /// The number that fills some bytes up to their last one.
    private static func parsed(_ bytes: [UInt8]) -> Double? {
        // The C library takes blanks, hexadecimal digits and names of no number too.
        guard bytes.allSatisfy({ $0 > 0x20 || $0 == 0x0A }), !bytes.contains(0x78) else {
            return nil
        }
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress, text.count > 1 else { return nil }
                var end: UnsafeMutablePointer<CChar>?
                let number = strtod(start, &end)
                guard let end, end == start + text.count - 1, !number.isNaN else { return nil }
                return number
            }
        }
    }
}

/// The rows of a CSV file of any size, a few megabytes at a time.
struct CSVChunks {
    private let path: String
    private static let chunk = 1 << 22
    /// No row of pairs or clusters is longer.
    private static let longestRow = 1 << 26

    init(_ path: String) { self.path = path }

    /// Visits every row that is not empty, with the line on which it starts, from 1.
    func forEachRow(_ body: (CSVRow, _ line: Int) throws -> Void) throws {
        let file = try open()
        defer { try? file.close() }
        var rest: [UInt8] = []
        var line = 1
        var isFirst = true
        while true {
            let data = try file.read(upToCount: Self.chunk) ?? Data()
            rest.append(contentsOf: data)
            if isFirst, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
            isFirst = false
            if data.isEmpty, let last = rest.last, last != 0x0A { rest.append(0x0A) }
            let used = try rows(of: rest, &line, body)
            rest.removeFirst(used)
            if data.isEmpty { break }
            guard rest.count <= Self.longestRow else { throw broken(line) }
        }
        guard rest.isEmpty else { throw broken(line) }
    }

    private func open() throws -> FileHandle {
        let url = URL(filePath: path).resolvingSymlinksInPath()
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: url.path(percentEncoded: false))
        guard let type = attributes?[.type] as? FileAttributeType else {
            throw Problem("There is no file `\(path)`.")
        }
        guard type == .typeRegular else {
            throw Problem("`\(path)` is not a file but a folder or a device; choose a CSV file.")
        }
        guard let file = try? FileHandle(forReadingFrom: url) else {
            throw Problem("`\(path)` cannot be read; check its permissions.")
        }
        return file
    }

    private func broken(_ line: Int) -> Problem {
        Problem(
            "The file `\(path)` has a quotation mark that is not closed, from line \(line) on; "
                + "correct it.")
    }

    /// Visits the whole rows of some bytes and returns how many bytes they take.
    private func rows(
        of bytes: [UInt8], _ line: inout Int, _ body: (CSVRow, Int) throws -> Void
    ) throws -> Int {
        let span = bytes.span
        var (used, start, lines) = (0, 0, 0)
        var isQuoted = false
        var fields: [Range<Int>] = []
        for place in span.indices {
            let byte = span[place]
            // Below a comma there is only what matters here, and blanks.
            guard byte <= 0x2C else { continue }
            if byte == 0x22 {
                isQuoted.toggle()
            } else if byte == 0x0A {
                lines += 1
            }
            guard !isQuoted, byte == 0x2C || byte == 0x0A else { continue }
            var end = place
            if byte == 0x0A, end > start, span[end - 1] == 0x0D { end -= 1 }
            fields.append(start..<end)
            start = place + 1
            guard byte == 0x0A else { continue }
            if fields.count > 1 || !fields[0].isEmpty { try body(CSVRow(bytes, fields), line) }
            fields.removeAll(keepingCapacity: true)
            line += lines
            (used, lines) = (start, 0)
        }
        return used
    }
}

extension Span<UInt8> {
    /// The number that the bytes are in plain decimal form, where it can be had exactly at once.
    ///
    /// Source: W. Clinger, PLDI 1990, doi:10.1145/93542.93557: a whole number below 2^53 divided by
    /// a power of ten up to 10^22 is rounded but once.
    fileprivate var decimal: Double? {
        var (digits, whole, decimals) = (0, UInt64(0), 0)
        var hasPoint = false
        var index = 0
        let isNegative = !isEmpty && self[0] == 0x2D
        if isNegative { index = 1 }
        while index < count {
            let byte = self[index]
            if byte == 0x2E, !hasPoint {
                hasPoint = true
            } else if byte &- 0x30 < 10 {
                whole = whole &* 10 &+ UInt64(byte &- 0x30)
                digits += 1
                if hasPoint { decimals += 1 }
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0, digits <= 19, whole <= 1 << 53, decimals <= 22 else { return nil }
        let value = Double(whole) / powersOfTen[decimals]
        return isNegative ? -value : value
    }
}

private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
