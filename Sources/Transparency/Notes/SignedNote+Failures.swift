extension SignedNote {
    /// Where and why bytes are not a note.
    public enum ParseFailure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The bytes are not UTF-8 text.
        case notUTF8

        /// A control character other than newline is on this line, counted from 1.
        case controlCharacter(line: Int)

        /// The text does not end with a newline.
        case noFinalNewline

        /// No blank line divides the text from the signatures.
        case noBlankLine

        /// Nothing follows the last blank line.
        case noSignature

        /// The note has more signatures than are read.
        case tooManySignatures(Int)

        /// This line, counted from 1, should be a signature and is not.
        case badSignatureLine(line: Int)

        /// What is wrong, in a sentence.
        public var description: String {
            switch self {
            case .notUTF8: "The note is not UTF-8 text."
            case .controlCharacter(let line): "Line \(line) of the note has a control character."
            case .noFinalNewline: "The note does not end with a new line."
            case .noBlankLine: "The note has no blank line between its text and its signatures."
            case .noSignature: "The note has no signature."
            case .tooManySignatures(let count):
                "The note has \(count) signatures; at most \(SignedNote.signatureLimit) are read."
            case .badSignatureLine(let line):
                "Line \(line) of the note is not a signature: a dash, a key name and base64."
            }
        }
    }

    /// Why a note must not be believed.
    public enum VerificationFailure: Error, Hashable, Sendable, CustomStringConvertible {
        /// A signature that claims to be by a known key is not by it, or not over this text.
        case wrongSignature(name: String)

        /// None of the signatures is by a known key.
        case noKnownKey(expected: [String], found: [String])

        /// What is wrong, in a sentence.
        public var description: String {
            switch self {
            case .wrongSignature(let name):
                "The signature by `\(name)` does not fit the text."
            case .noKnownKey(let expected, let found):
                "It is not signed with a key we know (\(Self.list(expected))), but by "
                    + "\(Self.list(found))."
            }
        }

        private static func list(_ names: [String]) -> String {
            names.isEmpty ? "nobody" : names.map { "`\($0)`" }.joined(separator: ", ")
        }
    }

    static func checkText(_ text: [UInt8]) throws(ParseFailure) {
        try checkCharacters(text)
        guard text.last == UInt8(ascii: "\n") else { throw .noFinalNewline }
    }

    static func checkCharacters(_ text: some Collection<UInt8>) throws(ParseFailure) {
        var line = 1
        for byte in text {
            if byte == UInt8(ascii: "\n") {
                line += 1
            } else if byte < 0x20 {
                throw .controlCharacter(line: line)
            }
        }
    }

    /// The index of the newline that ends the text, before the last empty line.
    static func lastBlankLine(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 2 else { return nil }
        let newline = UInt8(ascii: "\n")
        return (0..<(bytes.count - 1)).last { bytes[$0] == newline && bytes[$0 + 1] == newline }
    }
}
