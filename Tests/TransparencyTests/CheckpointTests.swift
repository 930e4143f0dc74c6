import Testing
import Transparency

struct CheckpointTests {
    private let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

    @Test func `a checkpoint is three lines, and further ones are kept`() throws {
        let plain = try Checkpoint(text: "council.example/log\n12\n\(root)\n")
        #expect(plain == Checkpoint(origin: "council.example/log", size: 12, root: .empty))
        #expect(plain.text == "council.example/log\n12\n\(root)\n")

        let longer = plain.text + "more\nand more\n"
        #expect(try Checkpoint(text: longer).extensionLines == ["more", "and more"])
        #expect(try Checkpoint(text: longer).text == longer)
    }

    @Test func `texts that are not checkpoints are refused with the line`() throws {
        typealias Failure = Checkpoint.ParseFailure
        let cases: [(String, Failure)] = [
            ("", .noFinalNewline), ("log\n0\n\(root)", .noFinalNewline), ("\n", .tooFewLines(1)),
            ("log\n0\n", .tooFewLines(2)), ("\n0\n\(root)\n", .emptyLine(1)),
            ("log\n\n\(root)\n", .emptyLine(2)), ("log\n0\n\(root)\n\n", .emptyLine(4)),
            ("log\n00\n\(root)\n", .badSize("00")), ("log\n+1\n\(root)\n", .badSize("+1")),
            ("log\n-1\n\(root)\n", .badSize("-1")), ("log\n1 \n\(root)\n", .badSize("1 ")),
            ("log\n72057594037927936\n\(root)\n", .badSize("72057594037927936")),
            ("log\n99999999999999999999\n\(root)\n", .badSize("99999999999999999999")),
            ("log\n1\nAAAA\n", .badRoot("AAAA")), ("log\n1\n\(root) \n", .badRoot("\(root) ")),
        ]
        for (text, failure) in cases {
            #expect(throws: failure, "\(text)") { try Checkpoint(text: text) }
            #expect(!failure.description.isEmpty)
        }
    }

    @Test func `a signed checkpoint opens with the key and with no other`() throws {
        let signer = try TestLog.signer(named: "council.example/log", seed: 1)
        let other = try TestLog.signer(named: "council.example/log", seed: 2)
        let checkpoint = Checkpoint(origin: "council.example/log", size: 12, root: .empty)
        let bytes = try checkpoint.signed(by: [signer]).bytes

        #expect(try Checkpoint(signed: bytes, by: [signer.key]) == checkpoint)
        #expect(throws: SignedNote.VerificationFailure.self) {
            try Checkpoint(signed: bytes, by: [other.key])
        }
        let note = try SignedNote("not a checkpoint\n", signedBy: [signer]).bytes
        #expect(throws: Checkpoint.ParseFailure.tooFewLines(1)) {
            try Checkpoint(signed: note, by: [signer.key])
        }
    }
}
