/// Files that people send instead of text, known by their first bytes.
public enum FileKind: Hashable, Sendable, CaseIterable {
    /// An Excel workbook (`.xlsx`).
    case workbook
    /// An Excel workbook from before 2007 (`.xls`).
    case oldWorkbook
    /// A workbook behind a password.
    case protectedWorkbook
    /// An OpenDocument spreadsheet (`.ods`).
    case openDocument
    /// A PDF document.
    case pdf
    /// A ZIP or other compressed file.
    case compressed
    /// A web page, which some systems name `.xls`.
    case webPage

    /// What to tell the person who sent it.
    public var sentence: String {
        switch self {
        case .workbook:
            "This is an Excel workbook: open it in Excel and save the sheet as “CSV UTF-8”."
        case .oldWorkbook:
            "This is an old Excel workbook: open it in Excel and save the sheet as “CSV UTF-8”."
        case .protectedWorkbook:
            "This workbook is password protected: open it and save the sheet as “CSV UTF-8”."
        case .openDocument:
            "This is an OpenDocument spreadsheet: open it and save the sheet as CSV, UTF-8."
        case .pdf:
            "This is a PDF document, not data: ask the system it came from for a CSV file."
        case .compressed:
            "This is a compressed file: unpack it and send the CSV file that is in it."
        case .webPage:
            "This is a web page, not data: open it in Excel and save the sheet as “CSV UTF-8”."
        }
    }

    /// The kind that the bytes show, or nil when they may be text.
    static func recognised(in bytes: [UInt8]) -> FileKind? {
        if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) { return archive(bytes) }
        if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
            let name = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
            return contains(name, in: ends(of: bytes)) ? .protectedWorkbook : .oldWorkbook
        }
        if bytes.starts(with: "%PDF-".utf8) { return .pdf }
        let packed: [[UInt8]] = [
            [0x50, 0x4b, 0x05, 0x06], [0x1f, 0x8b], Array("7z".utf8) + [0xbc, 0xaf],
            Array("Rar!".utf8), Array("BZh".utf8), [0xfd] + Array("7zXZ".utf8),
        ]
        if packed.contains(where: bytes.starts(with:)) { return .compressed }
        return isMarkup(bytes) ? .webPage : nil
    }

    private static func archive(_ bytes: [UInt8]) -> FileKind {
        let start = Array(bytes.prefix(100))
        if contains(Array("opendocument.spreadsheet".utf8), in: start) { return .openDocument }
        return contains(Array("xl/".utf8), in: ends(of: bytes)) ? .workbook : .compressed
    }

    /// The parts of an archive where the names of its entries stand.
    private static func ends(of bytes: [UInt8]) -> [UInt8] {
        Array(bytes.prefix(65_536)) + bytes.dropFirst(65_536).suffix(65_536)
    }

    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let mark = bytes.starts(with: TextEncoding.utf8WithMark.mark) ? 3 : 0
        let start = bytes.dropFirst(mark).prefix(64).drop { $0 <= ASCII.space }
            .map(ASCII.lowercased)
        return ["<!doctype", "<html", "<?xml", "<table", "<head"].contains {
            start.starts(with: $0.utf8)
        }
    }

    private static func contains(_ pattern: [UInt8], in bytes: [UInt8]) -> Bool {
        guard let first = pattern.first, bytes.count >= pattern.count else { return false }
        return bytes.indices.dropLast(pattern.count - 1).contains { index in
            bytes[index] == first && bytes[index...].starts(with: pattern)
        }
    }
}
