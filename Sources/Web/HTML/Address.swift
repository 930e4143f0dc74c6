/// The rule for addresses in links and forms, decided on bytes.
enum Address {
    /// Relative to this site, `https:` or `mailto:`.
    static func isSafe(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        if isRelative(bytes) { return true }
        guard isPlain(bytes) else { return false }
        return begins(bytes, with: "https://") || begins(bytes, with: "mailto:")
    }

    static func isRelative(_ address: String) -> Bool {
        isRelative(Array(address.utf8))
    }

    /// Neither a scheme nor another host: no colon before the first `/`, `?` or `#`.
    private static func isRelative(_ bytes: [UInt8]) -> Bool {
        guard isPlain(bytes) else { return false }
        if bytes.starts(with: "//".utf8) { return false }
        let head = bytes.prefix { !"/?#".utf8.contains($0) }
        return !head.contains(UInt8(ascii: ":"))
    }

    /// No blanks, control bytes or backslashes, which browsers skip or turn round.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
    }

    private static func begins(_ bytes: [UInt8], with scheme: String) -> Bool {
        let head = bytes.prefix(scheme.utf8.count).map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
        return head == Array(scheme.utf8)
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
