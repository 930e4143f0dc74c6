/// One signature line of a note: who, with which key, and the signature itself.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key.
    public let name: String

    /// The id of the key, which tells keys of one name apart.
    public let keyID: UInt32

    /// The signature, without the key id that precedes it in the line.
    public let bytes: [UInt8]

    private static let start = Array("\u{2014} ".utf8)

    init(name: String, keyID: UInt32, bytes: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// Reads `— name base64`, or gives nil.
    init?(line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.start) else { return nil }
        let fields = line.dropFirst(Self.start.count).split(
            separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
        guard fields.count == 2, let decoded = Base64.decoded(fields[1]), decoded.count > 4 else {
            return nil
        }
        name = String(decoding: fields[0], as: UTF8.self)
        guard NoteKey.isName(name) else { return nil }
        keyID = decoded.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        bytes = Array(decoded.dropFirst(4))
    }

    /// The line, with its newline.
    var line: [UInt8] {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
        return Self.start + Array("\(name) \(Base64.encoded(id + bytes))\n".utf8)
    }

    /// Whether this signature claims to be by that key: same name byte for byte, and same id.
    func names(_ key: NoteKey) -> Bool {
        keyID == key.id && name.utf8.elementsEqual(key.name.utf8)
    }
}
