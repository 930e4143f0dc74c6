/// American Soundex: a letter and three digits that names of like sound share.
///
/// Source: US National Archives, "The Soundex Indexing System"; h and w do not part equal codes,
/// vowels do. Bytes that are not letters of ASCII are passed over.
public enum Soundex {
    /// The code of a text, four bytes, or none when it holds no letter.
    public static func code(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var code: [UInt8] = []
        var last: UInt8 = 0
        for byte in text {
            let letter = byte | 0x20
            guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { continue }
            let digit = digits[Int(letter - UInt8(ascii: "a"))]
            if code.isEmpty {
                code.append(letter & 0xDF)
            } else if digit > UInt8(ascii: "0"), digit != last {
                code.append(digit)
            }
            if digit != UInt8(ascii: "-") { last = digit }
            if code.count == 4 { return code }
        }
        guard !code.isEmpty else { return [] }
        return code + Array(repeating: UInt8(ascii: "0"), count: 4 - code.count)
    }

    /// The code of a text, or nil when it holds no letter.
    public static func code(_ text: String) -> String? {
        let bytes = code(Array(text.utf8)[...])
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    // A digit for each letter a to z; 0 for vowels and y, a dash for h and w.
    private static let digits = Array("01230120022455012623010202".utf8).enumerated().map {
        $0.offset == 7 || $0.offset == 22 ? UInt8(ascii: "-") : $0.element
    }
}
