import Foundation
import Testing

extension CommandTests {
    /// `weft law`: reading the catalogue, asking it, and checking a file for it.
    struct LawCommandTests {
        private let folder: Folder
        private var weft: Weft { folder.weft }

        init() throws { folder = try Folder() }

        private func ask(_ line: String) throws -> Weft.Ending {
            try weft.run(["law", "ask"] + line.split(separator: " ").map(String.init))
        }

        @Test func `T5: a question gets laws that may fit and reasons against the others`() throws {
            let ending = try ask(
                "--holder nhs-trust --asker police --purpose serious-violence --class patient")

            #expect(ending.code == 0, "\(ending.messages)")
            #expect(ending.output.contains("May fit: cda-115"))
            #expect(ending.output.contains("Not: pcsc-16:"))
            #expect(ending.output.contains("no information about patients"))
        }

        @Test func `T7: a question that no law answers ends with 10, and JSON says why`() throws {
            let ending = try ask(
                "--holder city-council --purpose parking-enforcement "
                    + "--held-for council-tax-reduction --json")

            #expect(ending.code == 10, "\(ending.messages)")
            let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
            let answer = try #require(object as? [String: Any])
            #expect((answer["candidates"] as? [Any])?.isEmpty == true)
            #expect(ending.output.contains("prohibition-held-for-reduction"))
        }

        @Test(arguments: [
            ("--holder council --asker police --purpose debt-recovery", 2, "'council' is invalid"),
            ("--holder police --asker police --purpose nothing", 3, "no purpose `nothing`"),
            (
                "--holder police --asker police --purpose debt-recovery --held-for never", 3,
                "no purpose `never`"
            ),
            (
                "--holder police --asker police --purpose debt-recovery --asker-is king", 3,
                "`king`"
            ),
        ])
        func `a question that cannot be asked is refused`(
            line: String, code: Int32, sentence: String
        ) throws {
            let ending = try ask(line)
            #expect(ending.code == code && ending.messages.contains(sentence), "\(ending)")
        }

        @Test func `the catalogue is listed and an entry is shown`() throws {
            let list = try weft("law", "list")
            #expect(list.code == 0 && list.output.contains("ca04-16la\tnot in force\t"))
            #expect(try weft("law", "list", "--json").output.contains("\"gateways\""))
            let entry = try weft("law", "show", "ca04-16la")
            #expect(entry.output.contains("In force: no: no day has been appointed"))
            #expect(try weft("law", "show", "made-up").code == 3)
        }

        @Test func `a file is checked before it takes the place of ours, with its line`() throws {
            try folder.write(
                """
                {"readOn": "2026-11-23",
                 "gateways": [
                  {"id": "a-1", "citation": "Act", "meaning": "Sharing.", "effect": "power",
                   "limits": "Some.", "source": "Read.", "isVerified": false,
                   "from": "2026-01-01", "until": "2025-12-31"}
                ]}
                """, to: "law.json")
            let backward = try weft("law", "check", "law.json")
            #expect(backward.code == 3)
            #expect(
                backward.messages
                    == "law.json, line 5: The period of `a-1` ends before it begins.\n")

            try folder.write("{}", to: "rules.json")
            #expect(try weft("law", "check", "rules.json").code == 2)
            #expect(try weft("law", "check", "law-capacities.json").code == 3)
        }

        @Test func `a broken catalogue of a data folder stops the start with file and line`() throws
        {
            try folder.makeData()
            let reference = folder.url.appending(path: "data/reference")
            try FileManager.default.createDirectory(
                at: reference, withIntermediateDirectories: true)
            try Data("{\n\"readOn\": \"2026-11-23\",\n\"gateways\": [{\"id\": \"a-1\"}]\n}".utf8)
                .write(to: reference.appending(path: "law.json"))

            let ending = try weft("register", "--data", "data")

            #expect(ending.code == 6)
            #expect(ending.messages.contains("`law.json` cannot be used. Line 3:"))
            #expect(ending.messages.contains("`citation` is missing"))
        }
    }
}
