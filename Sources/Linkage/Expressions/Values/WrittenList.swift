/// A list in a text, as DuckDB's cast to `VARCHAR[]` reads it: `[a, 'b, c', "d", NULL]`.
enum WrittenList {
    /// The elements, texts or unknown, or nil when the text is no list.
    static func elements(_ text: [UInt8]) -> [Value]? {
        var bytes = text[...]
        trim(&bytes)
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]")
        else { return nil }
        bytes = bytes.dropFirst().dropLast()
        var probe = bytes
        trim(&probe)
        if probe.isEmpty { return [] }
        var elements: [Value] = []
        while true {
            guard let part = part(&bytes) else { return nil }
            elements.append(element(part))
            guard bytes.popFirst() != nil else { return elements }
        }
    }

    /// The bytes up to the next comma that stands alone.
    private static func part(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let start = bytes
        var depth = 0
        while let byte = bytes.first {
            if byte == UInt8(ascii: ","), depth == 0 { break }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard skipQuoted(&bytes) else { return nil }
                continue
            case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"):
                depth -= 1
                guard depth >= 0 else { return nil }
            default: break
            }
            bytes.removeFirst()
        }
        return depth == 0 ? start[start.startIndex..<bytes.startIndex] : nil
    }

    private static func skipQuoted(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        let quote = bytes.popFirst()
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "\\") { bytes = bytes.dropFirst() }
            if byte == quote { return true }
        }
        return false
    }

    private static func element(_ part: ArraySlice<UInt8>) -> Value {
        var bytes = part
        trim(&bytes)
        if bytes.count == 4, String(decoding: bytes, as: UTF8.self).uppercased() == "NULL" {
            return .null
        }
        guard let first = bytes.first, "[({".utf8.contains(first) else {
            return .text(unquoted(bytes))
        }
        return .text(Array(bytes))
    }

    private static func unquoted(_ part: ArraySlice<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        var quote: UInt8?
        var bytes = part
        while let byte = bytes.popFirst() {
            if quote != nil, byte == UInt8(ascii: "\\"), let next = bytes.popFirst() {
                content.append(next)
            } else if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else {
                content.append(byte)
            }
        }
        return content
    }

    private static func trim(_ bytes: inout ArraySlice<UInt8>) {
        while let byte = bytes.first, DateFormat.isSpace(byte) { bytes.removeFirst() }
        while let byte = bytes.last, DateFormat.isSpace(byte) { bytes.removeLast() }
    }
}
