public import Crypto

/// A key that verifies signed notes: an Ed25519 public key with a name.
///
/// Source: C2SP signed-note, c2sp.org/signed-note; the text form is that of Go checksum databases.
public struct NoteKey: Hashable, Sendable {
    /// The name in signature lines, such as `northshire.example/log`.
    public let name: String

    /// The first four bytes of SHA-256(name, newline, type, public key).
    public let id: UInt32

    /// The 32 bytes of the public key.
    public let publicKey: [UInt8]

    /// The byte that marks an Ed25519 signature over the note text.
    static let signatureType: UInt8 = 1

    /// A key with a name that signature lines can carry.
    ///
    /// - Throws: `Failure.badName`.
    public init(name: String, publicKey: Curve25519.Signing.PublicKey) throws(Failure) {
        try self.init(name: name, bytes: Array(publicKey.rawRepresentation))
    }

    /// The key written as `name+key id+base64`, the form called vkey.
    ///
    /// - Throws: the reason why the text is not such a key.
    public init(vkey text: String) throws(Failure) {
        let parts = try Self.parts(of: text[...])
        try self.init(name: parts.name, bytes: parts.key)
        guard id == parts.id else { throw .idDiffers(computed: Self.hex(id)) }
    }

    /// The key as text: `name+key id+base64`.
    public var vkey: String {
        "\(name)+\(Self.hex(id))+\(Base64.encoded([Self.signatureType] + publicKey))"
    }

    /// The key id as eight hexadecimal digits.
    public var idText: String { Self.hex(id) }

    /// Whether this key made a valid signature over the text.
    func isValid(_ signature: [UInt8], over text: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(signature, for: text)
    }

    private init(name: String, bytes: [UInt8]) throws(Failure) {
        guard Self.isName(name) else { throw .badName(name) }
        self.name = name
        publicKey = bytes
        let hashed = Array(name.utf8) + [UInt8(ascii: "\n"), Self.signatureType] + bytes
        id = SHA256.hash(data: hashed).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Splits `name+id+base64(type, key)`; the base64 may itself hold plus signs.
    static func parts(
        of text: Substring
    ) throws(Failure) -> (name: String, id: UInt32, key: [UInt8]) {
        let fields = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3 else { throw .wrongForm }
        let digits = fields[1].utf8
        guard digits.count == 8, !digits.contains(UInt8(ascii: "-")),
            let id = UInt32(fields[1], radix: 16)
        else { throw .badID(String(fields[1])) }
        guard let bytes = Base64.decoded(fields[2].utf8), let type = bytes.first else {
            throw .badBase64
        }
        guard type == signatureType else { throw .unsupportedType(type) }
        guard bytes.count == 33 else { throw .wrongLength(bytes.count - 1) }
        return (String(fields[0]), id, Array(bytes.dropFirst()))
    }

    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace
            }
    }

    static func hex(_ id: UInt32) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension NoteKey {
    /// Why a text is not a key.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text is not three fields with plus signs between them.
        case wrongForm

        /// The name is empty or has a space, a plus sign or a control character.
        case badName(String)

        /// The key id is not eight hexadecimal digits.
        case badID(String)

        /// The last field is not standard base64.
        case badBase64

        /// The key is of a type other than Ed25519.
        case unsupportedType(UInt8)

        /// The key has this many bytes instead of 32.
        case wrongLength(Int)

        /// The key id does not belong to the name and key; this one does.
        case idDiffers(computed: String)

        /// What is wrong, in a sentence.
        public var description: String {
            switch self {
            case .wrongForm: "A key is written as name, plus sign, key id, plus sign, base64."
            case .badName(let name): "`\(name)` cannot be the name of a key."
            case .badID(let id): "The key id `\(id)` is not eight hexadecimal digits."
            case .badBase64: "The last part of the key is not base64."
            case .unsupportedType(let type): "Keys of type \(type) are not supported, only type 1."
            case .wrongLength(let count): "The key has \(count) bytes but needs 32."
            case .idDiffers(let computed):
                "The key id does not fit the key; it should be \(computed)."
            }
        }
    }
}
