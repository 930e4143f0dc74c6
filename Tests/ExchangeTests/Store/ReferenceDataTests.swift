import Foundation
import Testing

@testable import Exchange

/// The data files of the program and those of a data folder that take their place.
struct ReferenceDataTests {
    private let folder = TemporaryFolder()

    init() throws {
        try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    }

    @Test func `the program's own files are whole`() throws {
        let reference = try ReferenceData()
        #expect(!reference.templates.isEmpty)
        #expect(!reference.glossary.isEmpty)
        #expect(try ReferenceData(overriddenIn: folder.url).gateways == reference.gateways)
    }

    @Test func `a file of the folder takes the place of the program's`() throws {
        try write(
            #"{"terms": [{"term": "Weft", "meaning": "What crosses the warp."}]}"#, "glossary")

        let reference = try ReferenceData(overriddenIn: folder.url)

        #expect(reference.glossary.map(\.term) == ["Weft"])
    }

    @Test(arguments: [
        ("templates", "council-tax-accuracy", "made-up", "unknown purpose"),
        ("templates", "lgfa-11", "made-up", "unknown gateway"),
        ("templates", #""dataset": "council-tax""#, #""dataset": "made-up""#, "unknown data set"),
        ("templates", "discount-start", "made-up", "unknown data item of `council-tax`"),
        (
            "templates", "\"safeguarding-contact\",\n      \"title\"",
            "\"council-tax-review\",\n      \"title\"", "`council-tax-review` is there twice"
        ),
        ("law", "\"id\": \"lgfa-11\"", "\"id\": \"ctae-4\"", "`ctae-4` is there twice"),
        ("templates", "\"termMonths\": 36", "\"termMonths\": \"36\"", "is of the wrong kind"),
        ("templates", "\"termMonths\": 36,", "", "`termMonths` is missing"),
        ("templates", "6-1-e", "6-1-z", "6-1-z"),
        ("charter", "\"version\"", "\"edition\"", "`version` is missing"),
        ("purposes", "}", "", "not valid JSON"),
        ("screening", "\"tracking\"", "\"data-matching\"", "`data-matching` is there twice"),
        ("screening", "\"sameAs\": \"data-matching\"", "\"sameAs\": \"odd\"", "which is not there"),
        ("assessment-steps", "\"number\": 2", "\"number\": 3", "numbered from 1 to 7"),
        ("assessment-steps", "\"why-assess\"", "\"aim\"", "`aim` is there twice"),
    ])
    func `a file that cannot be used is refused with its name and the reason`(
        name: String, text: String, change: String, sentence: String
    ) throws {
        let original = try #require(Embedded.files["\(name).json"])
        let changed = original.replacing(text, with: change, maxReplacements: 1)
        try #require(changed != original)
        try write(changed, name)

        let fault = #expect(throws: ReferenceData.Fault.self) {
            try ReferenceData(overriddenIn: folder.url)
        }

        #expect(fault?.file == "\(name).json")
        #expect(fault?.sentence.contains(sentence) == true, "\(fault?.sentence ?? "")")
        for type in ["Swift", "Decoding", "NSError", "Optional"] {
            #expect(fault?.sentence.contains(type) == false)
        }
    }

    @Test func `a file that is not text is refused and not passed over`() throws {
        try Data([0xff, 0xfe, 0x00]).write(to: folder.url.appending(path: "law.json"))

        let fault = #expect(throws: ReferenceData.Fault.self) {
            try ReferenceData(overriddenIn: folder.url)
        }

        #expect(fault?.file == "law.json")
        #expect(fault?.sentence == "The file cannot be read as UTF-8 text.")
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.url.appending(path: "\(name).json"))
    }
}
