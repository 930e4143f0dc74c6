public import Crypto

/// A key that signs notes: an Ed25519 private key with a name.
public struct NoteSigner: Sendable {
    /// The key with which others verify the signatures.
    public let key: NoteKey

    private let privateKey: Curve25519.Signing.PrivateKey

    private static let prefix = "PRIVATE+KEY+"

    /// A signer with a name that signature lines can carry; a log's own name is its origin.
    ///
    /// - Throws: `NoteKey.Failure.badName`.
    public init(name: String, privateKey: Curve25519.Signing.PrivateKey) throws(NoteKey.Failure) {
        key = try NoteKey(name: name, publicKey: privateKey.publicKey)
        self.privateKey = privateKey
    }

    /// The signer written as `PRIVATE+KEY+name+key id+base64`, the form called skey.
    ///
    /// - Throws: the reason why the text is not such a key; never the text itself.
    public init(skey text: String) throws(NoteKey.Failure) {
        guard text.hasPrefix(Self.prefix) else { throw .wrongForm }
        let parts = try NoteKey.parts(of: text.dropFirst(Self.prefix.count))
        guard let privateKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: parts.key)
        else { throw .wrongLength(parts.key.count) }
        try self.init(name: parts.name, privateKey: privateKey)
        guard key.id == parts.id else { throw .idDiffers(computed: key.idText) }
    }

    /// The signer as text, which is secret: `PRIVATE+KEY+name+key id+base64`.
    public var skey: String {
        let seed = Array(privateKey.rawRepresentation)
        return Self.prefix + "\(key.name)+\(key.idText)+"
            + Base64.encoded([NoteKey.signatureType] + seed)
    }

    /// Signs a text.
    ///
    /// - Throws: what the cryptographic library throws.
    func signature(over text: [UInt8]) throws -> NoteSignature {
        let bytes = try privateKey.signature(for: text)
        return NoteSignature(name: key.name, keyID: key.id, bytes: Array(bytes))
    }
}
