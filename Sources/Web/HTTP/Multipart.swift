import Exchange
import Foundation
import Hummingbird
import NIOCore

/// A form with a file, read from the stream of the request (RFC 7578).
struct Multipart: Sendable {
    /// The fields that are not files.
    private(set) var fields = FormFields()
    /// The bytes of the file, if one was chosen.
    private(set) var file: [UInt8]?

    private var partCount = 0
    private var fieldBytes = 0

    /// What a form may take beside its file, in bytes.
    static let formBytes = 1_000_000
    private static let maximumParts = 2_000
    private static let maximumHeadBytes = 8_192

    /// Reads a form of at most `limit` bytes; what is larger is refused as soon as it shows.
    ///
    /// - Throws: `Refusal` when the form is too large or is not a multipart form.
    static func read(_ body: RequestBody, type: String, limit: Int) async throws -> Multipart {
        guard let boundary = boundary(in: type) else { throw notAForm }
        var bytes: [UInt8] = []
        for try await chunk in body {
            guard bytes.count + chunk.readableBytes <= limit else { throw tooLarge(limit) }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return try Multipart(bytes, boundary: boundary)
    }

    /// Splits a whole form at its boundary (RFC 2046 §5.1.1), without text before the first part.
    ///
    /// - Throws: `Refusal` when the form is cut short, malformed, or has too many parts.
    /// - Complexity: O(length), whatever the form holds.
    init(_ bytes: [UInt8], boundary: String) throws {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        guard bytes.starts(with: delimiter.dropFirst(2)) else { throw Self.notAForm }
        var start = delimiter.count - 2
        while !bytes[start...].starts(with: "--".utf8) {
            guard bytes[start...].starts(with: "\r\n".utf8),
                let end = Self.find(delimiter, in: bytes, range: start..<bytes.count)
            else { throw Self.notAForm }
            try add(start..<end, of: bytes)
            start = end + delimiter.count
        }
    }

    private mutating func add(_ part: Range<Int>, of bytes: [UInt8]) throws {
        partCount += 1
        let head = part.lowerBound..<min(part.upperBound, part.lowerBound + Self.maximumHeadBytes)
        let blank = Array("\r\n\r\n".utf8)
        guard partCount <= Self.maximumParts,
            let headEnd = Self.find(blank, in: bytes, range: head),
            let header = Self.disposition(in: bytes[part.lowerBound..<headEnd])
        else { throw Self.notAForm }
        let content = bytes[(headEnd + blank.count)..<part.upperBound]
        guard let name = Self.parameter("name", of: header) else { throw Self.notAForm }
        guard let fileName = Self.parameter("filename", of: header) else {
            fieldBytes += content.count
            guard fieldBytes <= Self.formBytes else { throw Self.notAForm }
            fields.append(String(decoding: content, as: UTF8.self), to: name)
            return
        }
        if fileName.isEmpty, content.isEmpty { return }
        guard file == nil else { throw Self.oneFile }
        file = Array(content)
    }

    /// The value of the part's `Content-Disposition` header.
    private static func disposition(in head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let name = "content-disposition:"
        for line in head.split(whereSeparator: { $0 == 13 || $0 == 10 }) {
            let start = line.prefix(name.utf8.count).map { (65...90).contains($0) ? $0 | 32 : $0 }
            if start.elementsEqual(name.utf8) { return line.dropFirst(name.utf8.count) }
        }
        return nil
    }

    /// A parameter of a header such as `form-data; name="file"; filename="a;b.csv"`.
    private static func parameter(_ name: String, of header: ArraySlice<UInt8>) -> String? {
        var isQuoted = false
        let parts = header.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ";") && !isQuoted
        }
        for part in parts.dropFirst() {
            let pair = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let key = pair[0].filter { $0 != 32 && $0 != 9 }
            guard pair.count == 2, String(decoding: key, as: UTF8.self).lowercased() == name
            else { continue }
            let value = pair[1].filter { $0 != UInt8(ascii: "\"") }
            return String(decoding: value, as: UTF8.self)
        }
        return nil
    }

    /// The boundary that a `Content-Type` names: 1 to 70 bytes of plain ASCII.
    private static func boundary(in type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = parameter("boundary", of: Array(type.utf8)[...]),
            (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ (33...126).contains($0) })
        else { return nil }
        return boundary
    }

    /// Where a needle first lies in a range.
    ///
    /// Linear in the length of the range: a boundary holds no carriage return but its first byte,
    /// so a comparison that fails late is never made twice over the same bytes.
    private static func find(_ needle: [UInt8], in bytes: [UInt8], range: Range<Int>) -> Int? {
        bytes.withUnsafeBytes { storage in
            guard let base = storage.baseAddress else { return nil }
            let last = range.upperBound - needle.count
            var place = range.lowerBound
            while place <= last {
                guard let hit = memchr(base + place, Int32(needle[0]), last - place + 1) else {
                    return nil
                }
                let found = base.distance(to: UnsafeRawPointer(hit))
                if memcmp(base + found, needle, needle.count) == 0 { return found }
                place = found + 1
            }
            return nil
        }
    }

    /// The refusal of a form that is larger than `limit` bytes, its file and the rest together.
    static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(
            .tooLarge, "too-large",
            "The selected file must be smaller than \(max(1, (limit - formBytes) / 1_000_000)) MB.",
            fix: "Split the file into parts, each with its heading row, and load them one by one.")
    }

    private static let notAForm = Refusal(
        .invalid, "not-a-form", "The file did not arrive whole.",
        fix: "Choose the file again and send it once more.")

    private static let oneFile = Refusal(
        .invalid, "one-file", "Only one file can be sent at a time.",
        fix: "Send the files one after the other.")
}
