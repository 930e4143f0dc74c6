/// A text and its signatures, as parsed: nothing in it may be used before it is verified.
///
/// Source: C2SP signed-note, c2sp.org/signed-note.
public struct SignedNote: Hashable, Sendable {
    /// The text, up to and including its last newline.
    public let text: String

    /// The signatures in their order, of known and unknown keys alike.
    public let signatures: [NoteSignature]

    /// No note with more signatures than this is read.
    public static let signatureLimit = 100

    /// Signs a text with every signer.
    ///
    /// - Throws: `ParseFailure` if the text cannot be that of a note, or what signing throws.
    public init(_ text: String, signedBy signers: [NoteSigner]) throws {
        let bytes = Array(text.utf8)
        try Self.checkText(bytes)
        self.text = text
        signatures = try signers.map { try $0.signature(over: bytes) }
    }

    /// Reads a note.
    ///
    /// - Throws: where and why the bytes are not a note.
    public init(parsing bytes: [UInt8]) throws(ParseFailure) {
        guard let whole = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        try Self.checkCharacters(whole.utf8)
        guard bytes.last == UInt8(ascii: "\n") else { throw .noFinalNewline }
        guard let blank = Self.lastBlankLine(in: bytes) else { throw .noBlankLine }
        let lines = bytes[(blank + 2)...].dropLast().split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard blank + 2 < bytes.count else { throw .noSignature }
        guard lines.count <= Self.signatureLimit else { throw .tooManySignatures(lines.count) }
        var signatures: [NoteSignature] = []
        let textLineCount = bytes[...blank].count { $0 == UInt8(ascii: "\n") }
        for (number, line) in lines.enumerated() {
            guard let signature = NoteSignature(line: line) else {
                throw .badSignatureLine(line: textLineCount + 2 + number)
            }
            signatures.append(signature)
        }
        text = String(decoding: bytes[...blank], as: UTF8.self)
        self.signatures = signatures
    }

    /// The note as it is stored and served.
    public var bytes: [UInt8] {
        Array(text.utf8) + Array("\n".utf8) + signatures.flatMap(\.line)
    }

    /// Checks the signatures of the keys we know and ignores those of other keys.
    ///
    /// - Throws: if one signature by a known key is wrong, or no known key has signed.
    public func verified(by keys: [NoteKey]) throws(VerificationFailure) -> VerifiedNote {
        let message = Array(text.utf8)
        var signers: [NoteKey] = []
        for signature in signatures {
            let known = keys.filter(signature.names)
            guard !known.isEmpty else { continue }
            guard let key = known.first(where: { $0.isValid(signature.bytes, over: message) })
            else { throw .wrongSignature(name: signature.name) }
            if !signers.contains(key) { signers.append(key) }
        }
        guard !signers.isEmpty else {
            throw .noKnownKey(expected: keys.map(\.name), found: signatures.map(\.name))
        }
        return VerifiedNote(text: text, signers: signers)
    }
}

/// The text of a note that at least one known key has signed, and no known key wrongly.
public struct VerifiedNote: Hashable, Sendable {
    /// The text, up to and including its last newline.
    public let text: String

    /// The known keys whose signatures hold.
    public let signers: [NoteKey]

    /// Only `SignedNote.verified(by:)` makes one.
    fileprivate init(text: String, signers: [NoteKey]) {
        self.text = text
        self.signers = signers
    }
}
