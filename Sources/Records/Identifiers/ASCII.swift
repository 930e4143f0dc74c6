/// Names for the bytes that the readers of this module look for.
enum ASCII {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let hyphen = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    static func uppercased(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte & 0xdf : byte }

    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

    /// Capitals and digits of a text up to a length, spaces left out; nil if longer or other.
    static func capitals(
        _ bytes: some Sequence<UInt8>, atMost limit: Int, leavingOut skipped: [UInt8] = [space]
    ) -> [UInt8]? {
        var kept: [UInt8] = []
        for byte in bytes where !skipped.contains(byte) {
            guard isDigit(byte) || isLetter(byte), kept.count < limit else { return nil }
            kept.append(uppercased(byte))
        }
        return kept
    }

    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
