/// The rule for addresses in links and forms, decided on bytes.
enum Address {
    /// Relative to this site, `https:` or `mailto:`.
    static func isSafe(_ address: String) -> Bool {
        guard isPlain(address.utf8) else { return false }
        return isRelative(address.utf8) || begins(address.utf8, with: "https://")
            || begins(address.utf8, with: "mailto:")
    }

    static func isRelative(_ address: String) -> Bool {
        isPlain(address.utf8) && isRelative(address.utf8)
    }

    /// Neither a scheme nor another host: no colon before the first `/`, `?` or `#`.
    private static func isRelative(_ bytes: String.UTF8View) -> Bool {
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "/"): return index > 0 || bytes.dropFirst().first != byte
            case UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case UInt8(ascii: ":"): return false
            default: continue
            }
        }
        return true
    }

    /// No blanks, control bytes or backslashes, which browsers skip or turn round.
    private static func isPlain(_ bytes: String.UTF8View) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
    }

    private static func begins(_ bytes: String.UTF8View, with scheme: StaticString) -> Bool {
        scheme.withUTF8Buffer { letters in
            bytes.count >= letters.count
                && zip(bytes, letters).allSatisfy { byte, letter in
                    byte == letter || (byte >= 0x41 && byte <= 0x5a && byte | 0x20 == letter)
                }
        }
    }

    /// Text made safe as one part of a path or a query: all but letters, digits and `-._~` encoded.
    static func encoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
