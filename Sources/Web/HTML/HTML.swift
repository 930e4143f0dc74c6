/// Markup as UTF-8 bytes, in which every piece of text has already been escaped.
///
/// Text is escaped byte by byte, so that a quote or an angle bracket that is followed by a
/// combining mark is still seen. Markup that is already written goes in by `unchecked…` only.
struct HTML: Hashable, Sendable {
    private(set) var bytes: [UInt8] = []

    init() {}

    /// Nothing yet, with room for so many bytes.
    init(reserving count: Int) {
        bytes.reserveCapacity(count)
    }

    /// Text, escaped.
    init(_ text: String) {
        append(text)
    }

    /// Several pieces, one after the other.
    init(@HTMLBuilder _ content: () -> HTML) {
        self = content()
    }

    /// Markup that the caller vouches for: nothing is escaped.
    init(uncheckedMarkup markup: String) {
        bytes = Array(markup.utf8)
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string, for tests and files.
    var markup: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Adds text, escaped.
    mutating func append(_ text: String) {
        let quick: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0) }
        if quick == nil {
            Array(text.utf8).withUnsafeBufferPointer { escape($0) }
        }
    }

    mutating func appendUnchecked(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            guard let entity = Self.entity(for: text[index]) else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            appendUnchecked(entity)
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

/// A literal is text, and is escaped like any other.
extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) {
        append(text)
    }
}
