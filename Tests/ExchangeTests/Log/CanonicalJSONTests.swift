import Exchange
import Foundation
import Testing

/// JSON in the canonical form of RFC 8785, against the vectors of its author.
struct CanonicalJSONTests {
    @Test(arguments: ["french", "structures", "unicode", "weird"])
    func `a published vector gives the published bytes`(name: String) throws {
        let input = try JSONSerialization.jsonObject(with: file("\(name)-input"))

        let bytes = try value(input).bytes

        #expect(bytes == Array(try file("\(name)-output")))
    }

    @Test func `control characters are escaped as RFC 8785 section 3.2.2.2 says`() {
        let short: [UInt8: String] = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"]
        for byte in UInt8(0)..<0x20 {
            let hexadecimal = String(byte, radix: 16)
            let long = "\\u00" + (byte < 16 ? "0" : "") + hexadecimal
            #expect(text(String(UnicodeScalar(byte))) == "\"\(short[byte] ?? long)\"")
        }
    }

    @Test(arguments: [
        ("\"", #""\"""#), ("\\", #""\\""#), ("/", #""/""#), ("\u{7f}", "\"\u{7f}\""),
        ("\u{2028}", "\"\u{2028}\""), ("é", "\"é\""), ("😂", "\"😂\""), ("</a>", "\"</a>\""),
        ("", "\"\""),
    ])
    func `only quotation marks, backslashes and controls are escaped`(
        plain: String, written: String
    ) {
        #expect(text(plain) == written)
    }

    @Test(arguments: [
        (0, "0"), (-1, "-1"), (9_007_199_254_740_991, "9007199254740991"),
        (-9_007_199_254_740_991, "-9007199254740991"),
    ])
    func `whole numbers are their digits`(number: Int, written: String) {
        #expect(CanonicalJSON.number(number).bytes == Array(written.utf8))
    }

    @Test func `names are in order of their UTF-16 units and the rest in its own order`() {
        let object = CanonicalJSON.object([
            "b": .list([.truth(true), .truth(false), 1, "x"]), "a": .object([:]),
            "": .list([]), "\u{fb33}": 1, "😂": 2, "A": "",
        ])
        let written = #"{"":[],"A":"","a":{},"b":[true,false,1,"x"],"😂":2,"\#u{fb33}":1}"#
        #expect(String(decoding: object.bytes, as: UTF8.self) == written)
    }

    private func text(_ text: String) -> String {
        String(decoding: CanonicalJSON.text(text).bytes, as: UTF8.self)
    }

    private func value(_ any: Any) throws -> CanonicalJSON {
        switch any {
        case let text as String: .text(text)
        case let number as NSNumber: .number(number.intValue)
        case let list as [Any]: .list(try list.map(value))
        default: .object(try #require(any as? [String: Any]).mapValues(value))
        }
    }

    private func file(_ name: String) throws -> Data {
        let place = Bundle.module.url(
            forResource: name, withExtension: "json", subdirectory: "Vectors")
        return try Data(contentsOf: #require(place))
    }
}
