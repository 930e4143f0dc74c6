/// What a log states when it signs: its name, its number of entries and the root over them.
///
/// Source: C2SP tlog-checkpoint, c2sp.org/tlog-checkpoint.
public struct Checkpoint: Hashable, Sendable {
    /// The name of the log, such as `northshire.example/log`.
    public let origin: String

    /// The number of entries.
    public let size: Int

    /// The root of the tree over all entries.
    public let root: TreeHash

    /// Further lines, which verifiers cannot check; best left empty.
    public let extensionLines: [String]

    /// A checkpoint of these parts.
    ///
    /// - Precondition: the size is 0 to 2^56 - 1; the origin and extension lines are each one line
    ///   that is not empty.
    public init(origin: String, size: Int, root: TreeHash, extensionLines: [String] = []) {
        precondition((0..<Tile.treeSizeLimit).contains(size), "A tree size is 0 to 2^56 - 1.")
        precondition(
            ([origin] + extensionLines).allSatisfy { !$0.isEmpty && !$0.utf8.contains(10) },
            "The origin and extension lines are each one line that is not empty.")
        self.origin = origin
        self.size = size
        self.root = root
        self.extensionLines = extensionLines
    }

    /// Reads the text of a note as a checkpoint.
    ///
    /// - Throws: which line is wrong, and why.
    public init(text: String) throws(ParseFailure) {
        let newline = UInt8(ascii: "\n")
        guard text.utf8.last == newline else { throw .noFinalNewline }
        let lines = text.utf8.dropLast().split(
            separator: newline, omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard lines.count >= 3 else { throw .tooFewLines(lines.count) }
        if let empty = lines.firstIndex(where: \.isEmpty) { throw .emptyLine(empty + 1) }
        guard let size = TilePath.number(lines[1][...]), size < Tile.treeSizeLimit else {
            throw .badSize(lines[1])
        }
        guard let root = TreeHash(base64: lines[2]) else { throw .badRoot(lines[2]) }
        self.init(
            origin: lines[0], size: size, root: root, extensionLines: Array(lines.dropFirst(3)))
    }

    /// Reads a signed checkpoint and checks the signatures of the keys we know.
    ///
    /// - Throws: `SignedNote.ParseFailure`, `SignedNote.VerificationFailure` or `ParseFailure`.
    public init(signed bytes: [UInt8], by keys: [NoteKey]) throws {
        let note = try SignedNote(parsing: bytes).verified(by: keys)
        try self.init(text: note.text)
    }

    /// The text to sign.
    public var text: String {
        ([origin, String(size), root.description] + extensionLines).map { $0 + "\n" }.joined()
    }

    /// The signed note, as served at the path `checkpoint`.
    ///
    /// - Throws: `SignedNote.ParseFailure` for a control character, or what signing throws.
    public func signed(by signers: [NoteSigner]) throws -> SignedNote {
        try SignedNote(text, signedBy: signers)
    }
}

extension Checkpoint {
    /// Which line of a checkpoint is wrong.
    public enum ParseFailure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text does not end with a newline.
        case noFinalNewline

        /// The text has fewer than three lines.
        case tooFewLines(Int)

        /// This line, counted from 1, is empty.
        case emptyLine(Int)

        /// The second line is not a tree size.
        case badSize(String)

        /// The third line is not a root.
        case badRoot(String)

        /// What is wrong, in a sentence.
        public var description: String {
            switch self {
            case .noFinalNewline: "The checkpoint does not end with a new line."
            case .tooFewLines(let count):
                "The checkpoint has \(count) lines but needs three: origin, size and root."
            case .emptyLine(let line): "Line \(line) of the checkpoint is empty."
            case .badSize(let text): "`\(text)` on line 2 of the checkpoint is not a tree size."
            case .badRoot(let text):
                "`\(text)` on line 3 of the checkpoint is not a hash of 32 bytes in base64."
            }
        }
    }
}
