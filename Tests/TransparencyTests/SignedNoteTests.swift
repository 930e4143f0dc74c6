import Crypto
import Testing
import Transparency

struct SignedNoteTests {
    private let text = "first line\n\nthird line\n"
    private let council: NoteSigner
    private let trust: NoteSigner

    init() throws {
        council = try TestLog.signer(named: "council.example/log", seed: 1)
        trust = try TestLog.signer(named: "trust.example/witness", seed: 2)
    }

    @Test func `a note signed by another implementation verifies, and its key reads back`() throws {
        let vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        let skey =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
        let note =
            "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
            + "KvqfqdngotpRZb6KE6RyyBwJnAM=\n"
        let key = try NoteKey(vkey: vkey)
        let signer = try NoteSigner(skey: skey)
        let parsed = try SignedNote(parsing: Array(note.utf8))

        #expect(key.vkey == vkey)
        #expect(signer.skey == skey)
        #expect(signer.key == key)
        #expect(parsed.bytes == Array(note.utf8))
        #expect(try parsed.verified(by: [key]).signers == [key])
        let again = try SignedNote(parsed.text, signedBy: [signer]).bytes
        #expect(try SignedNote(parsing: again).verified(by: [key]).text == parsed.text)
    }

    @Test func `several signatures are read, and those of unknown keys ignored`() throws {
        let note = try SignedNote(text, signedBy: [council, trust])
        let parsed = try SignedNote(parsing: note.bytes)
        #expect(parsed == note)
        #expect(parsed.text == text)
        #expect(try parsed.verified(by: [trust.key]).signers == [trust.key])
        #expect(
            try parsed.verified(by: [trust.key, council.key]).signers == [council.key, trust.key])
    }

    @Test func `a key of the same name with another id is unknown`() throws {
        let other = try TestLog.signer(named: "council.example/log", seed: 3)
        let note = try SignedNote(text, signedBy: [council])
        #expect(
            throws: SignedNote.VerificationFailure.noKnownKey(
                expected: ["council.example/log"], found: ["council.example/log"])
        ) { try note.verified(by: [other.key]) }
        #expect(throws: SignedNote.VerificationFailure.self) { try note.verified(by: []) }
    }

    @Test func `one wrong signature by a known key spoils the note`() throws {
        let note = try SignedNote(text, signedBy: [council, trust])
        let whole = String(decoding: note.bytes, as: UTF8.self)
        let changed = whole.replacing("first", with: "fresh")
        let parsed = try SignedNote(parsing: Array(changed.utf8))
        #expect(throws: SignedNote.VerificationFailure.wrongSignature(name: "council.example/log"))
        {
            try parsed.verified(by: [council.key])
        }
        let lines = note.bytes.split(separator: 10, omittingEmptySubsequences: false)
        let foreign = try SignedNote("other\n", signedBy: [trust]).bytes
            .split(separator: 10, omittingEmptySubsequences: false)[2]
        let mixed = Array((lines.dropLast(2) + [foreign, []]).joined(separator: [10]))
        let note2 = try SignedNote(parsing: mixed)
        #expect(try note2.verified(by: [council.key]).signers == [council.key])
        #expect(
            throws: SignedNote.VerificationFailure.wrongSignature(name: "trust.example/witness")
        ) { try note2.verified(by: [council.key, trust.key]) }
    }

    @Test func `bytes that are not a note are refused with the line`() throws {
        let good = try String(
            decoding: SignedNote("text\n", signedBy: [council]).bytes, as: UTF8.self)
        typealias Failure = SignedNote.ParseFailure
        let cases: [(String, Failure)] = [
            ("", .noFinalNewline), ("text", .noFinalNewline), ("text\n", .noBlankLine),
            ("text\n\n", .noSignature), (String(good.dropLast()), .noFinalNewline),
            ("te\txt\n\n", .controlCharacter(line: 1)),
            (good.replacing("text\n", with: "text\r\n"), .controlCharacter(line: 1)),
            (good.replacing("— ", with: "- "), .badSignatureLine(line: 3)),
            (good.replacing("— ", with: "—  "), .badSignatureLine(line: 3)),
            (good.replacing("=\n", with: "\n"), .badSignatureLine(line: 3)),
            (good.replacing("council", with: "coun+cil"), .badSignatureLine(line: 3)),
            (good.replacing("council", with: "coun\u{a0}cil"), .badSignatureLine(line: 3)),
            (good + "— name AAAA\n", .badSignatureLine(line: 4)),
            (good + "— name AAAAAA==\n", .badSignatureLine(line: 4)),
            (good + "\n", .noSignature),
            ("a\n\n" + String(repeating: "— n AAAAAAA=\n", count: 101), .tooManySignatures(101)),
        ]
        for (bytes, failure) in cases {
            #expect(throws: failure, "\(bytes)") { try SignedNote(parsing: Array(bytes.utf8)) }
        }
        #expect(throws: Failure.notUTF8) { try SignedNote(parsing: [0xff, 10, 10]) }
        #expect(throws: Failure.noFinalNewline) { try SignedNote("text", signedBy: [council]) }
        #expect(throws: Failure.controlCharacter(line: 2)) {
            try SignedNote("text\n\u{7}\n", signedBy: [council])
        }
    }

    @Test func `texts that are not keys are refused with the reason`() throws {
        typealias Failure = NoteKey.Failure
        let cases: [(String, Failure)] = [
            ("", .wrongForm), ("name+c74f20a3", .wrongForm),
            ("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .badName("")),
            ("a b+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .badName("a b")),
            ("name+c74f20a+AQ==", .badID("c74f20a")),
            ("name+-0000001+AQ==", .badID("-0000001")),
            ("name+c74f20a3+A", .badBase64), ("name+c74f20a3+", .badBase64),
            ("name+c74f20a3+BA==", .unsupportedType(4)), ("name+c74f20a3+AQI=", .wrongLength(1)),
            (
                "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .idDiffers(computed: "428d3eed")
            ),
        ]
        for (text, failure) in cases {
            #expect(throws: failure, "\(text)") { try NoteKey(vkey: text) }
            #expect(!failure.description.isEmpty)
        }
        #expect(throws: Failure.wrongForm) { try NoteSigner(skey: council.key.vkey) }
        #expect(throws: Failure.wrongLength(1)) {
            try NoteSigner(skey: "PRIVATE+KEY+name+c74f20a3+AQI=")
        }
        #expect(throws: Failure.badName("a+b")) {
            try NoteSigner(name: "a+b", privateKey: Curve25519.Signing.PrivateKey())
        }
    }
}
