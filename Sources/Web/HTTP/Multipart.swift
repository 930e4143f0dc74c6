import Exchange
import Hummingbird
import NIOCore

/// A form with a file, read from the stream of the request (RFC 7578).
struct Multipart: Sendable {
    /// The fields that are not files.
    var fields = FormFields()
    /// The bytes of the file, if one was chosen.
    var file: [UInt8]?

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

    /// Splits a whole form at its boundary.
    init(_ bytes: [UInt8], boundary: String) throws {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        let opening = delimiter.dropFirst(2)
        guard bytes.starts(with: opening) else { throw Self.notAForm }
        var start = opening.count
        while let end = Self.find(delimiter, in: bytes[...], from: start) {
            try add(bytes[start..<end])
            start = end + delimiter.count
        }
        guard bytes[start...].starts(with: "--".utf8) else { throw Self.notAForm }
    }

    private mutating func add(_ part: ArraySlice<UInt8>) throws {
        let blank = Array("\r\n\r\n".utf8)
        guard let headEnd = Self.find(blank, in: part, from: part.startIndex) else {
            throw Self.notAForm
        }
        let head = String(decoding: part[part.startIndex..<headEnd], as: UTF8.self)
        let content = part[(headEnd + blank.count)...]
        guard let name = Self.parameter("name", in: head) else { throw Self.notAForm }
        if Self.parameter("filename", in: head) != nil {
            let isChosen = Self.parameter("filename", in: head)?.isEmpty == false
            if isChosen || !content.isEmpty { file = Array(content) }
        } else {
            fields.append(String(decoding: content, as: UTF8.self), to: name)
        }
    }

    private static func parameter(_ name: String, in head: String) -> String? {
        let lines = head.split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        for part in line?.split(separator: ";").dropFirst() ?? [] {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }) == name else { continue }
            return pair[1].filter { $0 != "\"" }
        }
        return nil
    }

    private static func boundary(in type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let part = type.split(separator: ";").first { $0.contains("boundary=") }
        return part?.split(separator: "=", maxSplits: 1).last.map { $0.filter { $0 != "\"" } }
    }

    /// Where a needle first lies at or after a place, as an index of `bytes`.
    private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int)
        -> Int?
    {
        let found = bytes[start...].withUnsafeBufferPointer { storage -> Int? in
            guard storage.count >= needle.count, let first = needle.first else { return nil }
            for place in 0...(storage.count - needle.count) where storage[place] == first {
                if (1..<needle.count).allSatisfy({ storage[place + $0] == needle[$0] }) {
                    return place
                }
            }
            return nil
        }
        return found.map { $0 + start }
    }

    static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(
            .tooLarge, "too-large",
            "The selected file must be smaller than \(limit / 1_000_000) MB.",
            fix: "Split the file into parts, each with its heading row, and load them one by one.")
    }

    private static let notAForm = Refusal(
        .invalid, "not-a-form", "The file did not arrive whole.",
        fix: "Choose the file again and send it once more.")
}
