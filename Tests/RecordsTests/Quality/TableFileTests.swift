import Testing

@testable import Records

struct TableFileTests {
    private func refusal(
        _ bytes: [UInt8], limits: TableFile.Limits = .standard
    ) -> TableFile.Refusal? {
        do throws(TableFile.Refusal) {
            _ = try TableFile.read(bytes, limits: limits)
            return nil
        } catch { return error }
    }

    private static let headless: [(String, TableFile.Refusal)] = [
        ("", .empty), (" \r\n\n", .empty), (",,,\n,,", .empty),
        ("a,b\n", .headingsOnly), ("a,b\n,,\n", .headingsOnly),
        ("a,,c\n1,2,3\n", .emptyHeading(column: 2)), ("a,b,\n1,2,3\n", .emptyHeading(column: 3)),
        ("Ref, ref \n1,2\n", .duplicateHeading("ref", first: 1, second: 2)),
        ("Smith,SS1 2AB\nJones,SS1 2AD\n", .noHeadings(line: 1)),
        ("Smith,31/03/1980\nJones,1/1/1990\n", .noHeadings(line: 1)),
        ("Accounts in March\nRef,Name\n1,Smith\n", .titleRow(line: 1)),
        ("\nAccounts in March,,\nRef,Name,Town\n", .titleRow(line: 2)),
        ("\"a,b\n1,2\n", .brokenHeadings(line: 1)), ("a,b\n1,\0\n", .binary(line: 2)),
    ]

    @Test(arguments: headless)
    func `a file without a proper heading row is refused`(
        text: String, expected: TableFile.Refusal
    ) {
        #expect(refusal(Array(text.utf8)) == expected)
    }

    private static let archive: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
    private static let compound: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

    private static func file(_ start: [UInt8], _ text: String) -> [UInt8] { start + text.utf8 }

    private static let binaries: [([UInt8], FileKind)] = [
        (file(archive, "[Content_Types].xml xl/workbook.xml"), .workbook),
        (file(archive, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), .openDocument),
        (file(archive, "letters.txt"), .compressed),
        (file(compound, "Workbook"), .oldWorkbook),
        (file(compound, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), .protectedWorkbook),
        (file([], "%PDF-1.7"), .pdf),
        (file([0x1f, 0x8b], "x"), .compressed),
        (file([], " <!DOCTYPE html><table>"), .webPage),
        (file([0xef, 0xbb, 0xbf], "<?xml version='1.0'?>"), .webPage),
    ]

    @Test(arguments: binaries)
    func `a file that is no text is named`(bytes: [UInt8], kind: FileKind) {
        #expect(refusal(bytes) == .notText(kind))
    }

    @Test func `a file beyond the limits is refused`() {
        let small = TableFile.Limits(bytes: 1000, rows: 2, columns: 2)

        #expect(
            refusal(Array("a,b\n1,2\n3,4\n5,6\n".utf8), limits: small) == .tooManyRows(limit: 2))
        #expect(
            refusal(Array("a,b,c\n1,2,3\n".utf8), limits: small)
                == .tooManyColumns(count: 3, limit: 2))
        #expect(
            refusal(Array("a\n\(String(repeating: "x", count: 999))".utf8), limits: small)
                == .tooLarge(megabytes: 0))
        let blanks = "a\n" + String(repeating: "\n", count: 1200)
        let roomy = TableFile.Limits(bytes: 10_000, rows: 2, columns: 2)
        #expect(refusal(Array((blanks + "x\n").utf8), limits: roomy) == .headingsOnly)
    }

    @Test func `every refusal is one sentence that says what to do`() {
        let refusals: [TableFile.Refusal] = [
            .empty, .tooLarge(megabytes: 100), .binary(line: 3), .noHeadings(line: 1),
            .titleRow(line: 1), .brokenHeadings(line: 1), .emptyHeading(column: 4),
            .duplicateHeading("Ref", first: 1, second: 2), .tooManyColumns(count: 300, limit: 200),
            .headingsOnly, .tooManyRows(limit: 1_048_576),
        ]
        for sentence in refusals.map(\.sentence) + FileKind.allCases.map(\.sentence) {
            #expect(sentence.hasSuffix(".") && sentence.contains(": "))
            #expect(sentence.split(separator: ". ").count == 1)
            #expect(sentence.first?.isUppercase == true)
        }
        #expect(
            TableFile.Refusal.duplicateHeading("Ref", first: 1, second: 4).sentence
                == "Columns 1 and 4 are both headed “Ref”: rename one.")
    }

    @Test func `rows keep their lines, blank rows are skipped and counted`() throws {
        let text = "\n Ref ;Addr\r\n\r\n1;\"a\nb\"\n;\n2;c"

        let file = try TableFile.read(Array(text.utf8))

        #expect(file.delimiter == .semicolon)
        #expect(file.headings == ["Ref", "Addr"])
        #expect(file.rowCount == 2)
        #expect(file.blankRowCount == 3)
        #expect(file.preview(rows: 1) == [.init(line: 4, values: ["1", "a\nb"])])
        #expect(file.preview().map(\.line) == [4, 7])
        #expect(file.values(inRow: 1) == ["2", "c"])
    }

    @Test func `columns to the right that hold nothing are not columns`() throws {
        let file = try TableFile.read(Array("a,b,,\n1,2,,\n3,4\n5,6,,,,\n".utf8))

        #expect(file.headings == ["a", "b"])
        #expect((0..<3).map { file.fieldCount(inRow: $0) } == [2, 2, 2])
    }

    @Test func `a line that declares the delimiter is obeyed`() throws {
        let file = try TableFile.read(Array("sep=|\r\na,x|b\r\n1|2\r\n".utf8))

        #expect(file.delimiter == .pipe)
        #expect(file.headings == ["a,x", "b"])
        #expect(file.line(ofRow: 0) == 3)
    }

    @Test func `encoding and delimiter can be chosen`() throws {
        let bytes = Array("a;b\nZoë;1\n".utf8)

        let file = try TableFile.read(bytes, encoding: .windows1252, delimiter: .comma)

        #expect(file.headings == ["a;b"])
        #expect(file.values(inRow: 0) == ["ZoÃ«;1"])
        #expect(file.oddCharacters.map(\.character) == ["Ã", "«"])
    }
}
