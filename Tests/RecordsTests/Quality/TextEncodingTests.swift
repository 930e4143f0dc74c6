import Testing

@testable import Records

struct TextEncodingTests {
    private static let text = "Name,Town\nZoë,£5 “Leigh” – 😀\n"

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private static func written(_ encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8, .utf8WithMark, .windows1252: encoding.mark + Array(text.utf8)
        case .utf16LittleEndian: encoding.mark + utf16(text, bigEndian: false)
        case .utf16BigEndian: encoding.mark + utf16(text, bigEndian: true)
        }
    }

    @Test(arguments: [
        TextEncoding.utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian,
    ])
    func `a Unicode file is recognised and read`(encoding: TextEncoding) {
        let bytes = Self.written(encoding)

        let decoded = encoding.decoded(bytes)

        #expect(TextEncoding.detected(in: bytes) == encoding)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.text)
        #expect(decoded.damage.count == 0)
    }

    @Test func `what is not UTF-8 is read as Windows-1252`() {
        let bytes = Array("Zo".utf8) + [0xeb, 0x2c, 0xa3, 0x35, 0x20, 0x93, 0x94, 0x80, 0x9f]

        let decoded = TextEncoding.windows1252.decoded(bytes)

        #expect(TextEncoding.detected(in: bytes) == .windows1252)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "Zoë,£5 “”€Ÿ")
    }

    @Test func `every byte of Windows-1252 is read and the five undefined ones are reported`() {
        let bytes = (0x80...0xff).flatMap { [UInt8($0), ASCII.lineFeed] }

        let decoded = TextEncoding.windows1252.decoded(bytes)

        #expect(decoded.damage.count == 5)
        #expect(decoded.damage.lines == [0x81, 0x8d, 0x8f, 0x90, 0x9d].map { $0 - 0x7f })
        let text = String(decoding: decoded.bytes, as: UTF8.self)
        #expect(Set(text.unicodeScalars).count == 128 - 4 + 1 - 0)
    }

    @Test func `a chosen encoding that does not fit says on which lines`() {
        let bytes = Array("a\r\nb".utf8) + [0xff] + Array("\rc\n".utf8) + [0xc3]

        let decoded = TextEncoding.utf8.decoded(bytes)

        #expect(decoded.damage.count == 2)
        #expect(decoded.damage.lines == [2, 4])
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "a\r\nb\u{FFFD}\rc\n\u{FFFD}")
    }

    @Test func `half a character of UTF-16 is reported`() {
        let lone = TextEncoding.utf16LittleEndian.mark + [0x41, 0x00, 0x00, 0xd8, 0x42, 0x00, 0x43]

        let decoded = TextEncoding.utf16LittleEndian.decoded(lone)

        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
        #expect(decoded.damage.count == 2)
    }

    @Test func `odd characters are listed with their lines`() {
        let odd = OddCharacter.all(in: Array("a\nZoë £\r\nZoë\rCafé 😀".utf8))

        #expect(odd.map(\.character) == ["ë", "£", "é", "😀"])
        #expect(odd.map(\.count) == [2, 1, 1, 1])
        #expect(odd.map(\.lines) == [[2, 3], [2], [4], [4]])
    }
}
