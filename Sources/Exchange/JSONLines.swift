/// The lines on which the values of a JSON text begin, so that a fault can name its place.
///
/// It reads leniently: whether the text is JSON is for the decoder to say.
struct JSONLines {
    /// The line, from 1, of each value by the names and indices that lead to it.
    private var lines: [[String]: Int] = [[]: 1]
    /// The first line on which the text stops being JSON, as far as this reader sees.
    private(set) var broken: Int?
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        skipSpace()
        if readValue([], depth: 0) {
            skipSpace()
            if position < bytes.count { broken = line }
        } else {
            broken = line
        }
    }

    /// The line of a value, or of the closest one around it that is there.
    func line(of path: [String]) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] { return line }
            path.removeLast()
        }
        return lines[[]] ?? 1
    }

    private mutating func readValue(_ path: [String], depth: Int) -> Bool {
        guard depth < 64, let byte = current else { return false }
        if path.isEmpty { lines[path] = line }
        return switch byte {
        case UInt8(ascii: "{"): readObject(path, depth)
        case UInt8(ascii: "["): readArray(path, depth)
        case UInt8(ascii: "\""): readString() != nil
        default: readWord()
        }
    }

    private mutating func readObject(_ path: [String], _ depth: Int) -> Bool {
        position += 1
        skipSpace()
        if take("}") { return true }
        while true {
            skipSpace()
            let start = line
            guard let name = readString() else { return false }
            skipSpace()
            guard take(":") else { return false }
            skipSpace()
            lines[path + [name]] = start
            guard readValue(path + [name], depth: depth + 1) else { return false }
            skipSpace()
            if take("}") { return true }
            guard take(",") else { return false }
        }
    }

    private mutating func readArray(_ path: [String], _ depth: Int) -> Bool {
        position += 1
        skipSpace()
        if take("]") { return true }
        var index = 0
        while true {
            skipSpace()
            lines[path + ["\(index)"]] = line
            guard readValue(path + ["\(index)"], depth: depth + 1) else { return false }
            skipSpace()
            if take("]") { return true }
            guard take(",") else { return false }
            index += 1
        }
    }

    /// The text between quotation marks, escapes as they stand; nil where there is none.
    private mutating func readString() -> String? {
        guard take("\"") else { return nil }
        let start = position
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard current == UInt8(ascii: "\"") else { return nil }
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A number, `true`, `false` or `null`.
    private mutating func readWord() -> Bool {
        let start = position
        let marks = Set("+-._".utf8)
        while let byte = current, marks.contains(byte) || Self.isAlphanumeric(byte) {
            position += 1
        }
        return position > start
    }

    private mutating func skipSpace() {
        while let byte = current, Set(" \t\r\n".utf8).contains(byte) {
            if byte == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
