import Foundation
import FoundationXML
import Testing

@testable import Records

struct WrittenDocumentTests {
    private static let document = WrittenDocument(
        title: "Tides & <times>",
        foot: "Agreement isp-0001, version 2",
        blocks: [
            .heading(1, "What it is “for”"), .paragraph("One  two   three & \"four\"."),
            .list(["first > second", "\u{7}bell", "naïve café 日本"]),
            .facts([
                .init("Items", ["name", "date of birth"]), .init("None", [String]()),
                .init("Alone", "one line"),
            ]),
            .heading(2, "A part"),
        ])

    /// The texts of a part's paragraphs, in order, or nil where it is not well formed.
    private final class Reader: NSObject, XMLParserDelegate {
        var texts: [String] = []
        private let paragraphs: Set<String>
        private var depth = 0

        init(_ paragraphs: Set<String>) { self.paragraphs = paragraphs }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            if paragraphs.contains(name) {
                depth += 1
                texts.append("")
            }
            if name == "text:s", depth > 0 { texts[texts.count - 1] += " " }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            if paragraphs.contains(name) { depth -= 1 }
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if depth > 0 { texts[texts.count - 1] += text }
        }
    }

    private func texts(_ bytes: [UInt8], of paragraphs: Set<String>) throws -> [String] {
        let parser = XMLParser(data: Data(bytes))
        let reader = Reader(paragraphs)
        parser.delegate = reader
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return reader.texts.filter { !$0.isEmpty }
    }

    /// What every format must hold: control characters cannot stand in XML.
    private var expected: [String] {
        Self.document.lines.map { $0.replacing("\u{7}", with: "") }.filter { !$0.isEmpty }
    }

    @Test func `Word and OpenDocument hold every line in reading order`() throws {
        let word = try #require(ZipReader(Self.document.word))
        let open = try #require(ZipReader(Self.document.openDocument))

        #expect(try texts(word["word/document.xml"], of: ["w:p"]) == expected)
        #expect(try texts(open["content.xml"], of: ["text:p", "text:h"]) == expected)
    }

    @Test func `every part is well formed and named where the format looks for it`() throws {
        for (bytes, kind) in [
            (Self.document.word, "[Content_Types].xml"), (Self.document.openDocument, "mimetype"),
        ] {
            let archive = try #require(ZipReader(bytes))
            #expect(archive.names.first == kind)
            for name in archive.names where name != "mimetype" {
                _ = try texts(archive[name], of: [])
            }
        }
        let archive = try #require(ZipReader(Self.document.openDocument))
        #expect(archive["mimetype"] == Array(WrittenDocument.openDocumentType.utf8))
        let listed = String(decoding: archive["META-INF/manifest.xml"], as: UTF8.self)
        for name in archive.names.dropFirst(2) { #expect(listed.contains("\"\(name)\"")) }
    }

    @Test func `the same document gives the same bytes, and the foot is on every page`() throws {
        #expect(Self.document.word == Self.document.word)
        let word = try #require(ZipReader(Self.document.word))
        let open = try #require(ZipReader(Self.document.openDocument))
        for part in [word["word/footer1.xml"], open["styles.xml"]] {
            #expect(String(decoding: part, as: UTF8.self).contains("isp-0001, version 2"))
        }
    }
}

struct StoredZipTests {
    @Test func `the checksum is CRC-32`() {
        #expect(StoredZip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(StoredZip.checksum([]) == 0)
    }

    @Test func `files come back as they went in, an empty archive too`() throws {
        let files = [("a.txt", Array("one".utf8)), ("b/c.bin", [0, 255, 10, 13]), ("empty", [])]
        let archive = try #require(
            ZipReader(StoredZip(files.map { (name: $0.0, bytes: $0.1) }).bytes))

        #expect(archive.names == files.map(\.0))
        for (name, bytes) in files { #expect(archive[name] == bytes) }
        #expect(ZipReader(StoredZip([]).bytes)?.names == [])
    }
}

struct CalendarFileTests {
    private static let day = CalendarFile.Day(
        id: "isp-0001-1-review@weft.example.org/log", date: CalendarDate(dayNumber: 20_000),
        summary: "Review by today: tides, \\ times; and more",
        details: "Long: " + String(repeating: "naïve café, ", count: 20) + "\nlast",
        reminders: [90, 0])

    private func lines(_ file: CalendarFile) -> [String] {
        String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test func `no line is longer than 75 bytes, and unfolded lines say what was meant`() {
        let file = CalendarFile([Self.day], at: Timestamp(seconds: 1_795_000_000))
        let folded = lines(file)

        #expect(folded.allSatisfy { $0.utf8.count <= 75 })
        let whole = String(decoding: file.bytes, as: UTF8.self).replacing("\r\n ", with: "")
        #expect(whole.contains("SUMMARY:Review by today: tides\\, \\\\ times\\; and more\r\n"))
        #expect(whole.contains("naïve café\\, \\nlast\r\n"))
        #expect(whole.contains("DTSTART;VALUE=DATE:20241004\r\n"))
        #expect(whole.contains("DTSTAMP:20261118T110640Z\r\n"), "\(whole)")
        #expect(whole.contains("TRIGGER:-P90D") && whole.contains("TRIGGER:-P0D"))
        #expect(folded.first == "BEGIN:VCALENDAR" && folded.suffix(2) == ["END:VCALENDAR", ""])
    }
}
