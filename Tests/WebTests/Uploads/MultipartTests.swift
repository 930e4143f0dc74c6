import Exchange
import Testing

@testable import Web

struct MultipartTests {
    /// A form as browsers send it.
    private static func form(
        _ parts: [(head: String, content: [UInt8])], boundary: String = "limit", end: String = "--\r\n"
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("--\(boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.content + [13, 10]
        }
        return bytes + Array("--\(boundary)\(end)".utf8)
    }

    private static func field(_ name: String, _ value: String) -> (head: String, content: [UInt8]) {
        ("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
    }

    private static func file(_ content: [UInt8], name: String = "records.csv")
        -> (head: String, content: [UInt8])
    {
        (
            "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
                + "Content-Type: text/csv", content
        )
    }

    @Test func `fields and the file come apart byte for byte`() throws {
        let content: [UInt8] = Array("a,b\r\n--limi\r\n\r\n--\r\n".utf8) + [0, 255, 13, 13, 10, 45]
        let form = try Multipart(
            Self.form([Self.field("agreement", "isp-0012"), Self.file(content)]), boundary: "limit")

        #expect(form.fields["agreement"] == "isp-0012")
        #expect(form.file == content)
    }

    @Test func `every content without the boundary comes back as it was sent`() throws {
        var state: UInt64 = 42
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let alphabet: [UInt8] = Array("\r\n-limt".utf8)
        for _ in 0..<300 {
            let content = (0..<next(60)).map { _ in alphabet[next(alphabet.count)] }
            let text = String(decoding: [13, 10] + content + [13, 10], as: UTF8.self)
            guard !text.utf8.contains("\r\n--limit") else { continue }
            let form = try Multipart(
                Self.form([Self.file(content), Self.field("a", "b")]), boundary: "limit")
            #expect(form.file == content && form.fields["a"] == "b")
        }
    }

    @Test(arguments: [
        ("a;b.csv", "a"), ("name=evil; filename=.csv", "a"), ("größe.csv", "a"), ("\\\"x", "a"),
    ])
    func `a file may have any name`(name: String, content: String) throws {
        let form = try Multipart(
            Self.form([Self.file(Array(content.utf8), name: name)]), boundary: "limit")
        #expect(form.file == Array(content.utf8))
        #expect(form.fields.names.isEmpty)
    }

    @Test func `no file is chosen when its name and its content are empty`() throws {
        let form = try Multipart(Self.form([Self.file([], name: "")]), boundary: "limit")
        #expect(form.file == nil)
        let empty = try Multipart(Self.form([Self.file([])]), boundary: "limit")
        #expect(empty.file == [])
    }

    @Test(arguments: [
        "", "--", "--limit", "--limit\r\n", "--limitX--", "text\r\n--limit--\r\n",
        "--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
        "--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--limit",
        "--limit\r\nContent-Disposition: form-data\r\n\r\nb\r\n--limit--",
        "--limit\r\nContent-Type: text/csv\r\n\r\nb\r\n--limit--",
        "--limit\r\n\r\nb\r\n--limit--", "--limit\r\n\r\n--limit--", "--limit\n\nb\n--limit--",
        "--limit\r\nname\r\n--limit--", "--limitContent-Disposition: form-data; name=a\r\n\r\n",
    ])
    func `what is no whole form is refused`(text: String) {
        #expect(throws: Refusal.self) { try Multipart(Array(text.utf8), boundary: "limit") }
    }

    @Test func `a form cut short anywhere is refused`() throws {
        let whole = Self.form([Self.field("a", "b"), Self.file(Array("c,d\r\n1,2\r\n".utf8))])
        for count in 0..<(whole.count - 4) {
            #expect(throws: Refusal.self, "\(count) bytes") {
                try Multipart(Array(whole.prefix(count)), boundary: "limit")
            }
        }
    }

    @Test func `too many parts, too long a head, too long a field and two files are refused`() {
        let many = Self.form(Array(repeating: Self.field("a", ""), count: 2_001))
        let head = Self.form([("X: " + String(repeating: "x", count: 9_000), [])])
        let long = Self.form([Self.field("a", String(repeating: "x", count: 1_000_001))])
        let twice = Self.form([Self.file([1]), Self.file([2])])

        for bytes in [many, head, long, twice] {
            #expect(throws: Refusal.self) { try Multipart(bytes, boundary: "limit") }
        }
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\r\n-", "\r\n--limi", "-"])
    func `a large file made to slow the search down is split all the same`(piece: String) throws {
        let content = Array(
            repeatElement(Array(piece.utf8), count: 1_000_000 / piece.utf8.count).joined())
        let form = try Multipart(Self.form([Self.file(content)]), boundary: "limit")
        #expect(form.file?.count == content.count)
    }
}
