import Foundation
import Testing

extension CommandTests {
    /// Models in YAML.
    struct LinkOutlineTests {
        private static let model = """
            # One list of people.
            link: within one file
            comparisons:
              - forename: [first, last]
              - surname: last
              - date of birth: dob
                levels: [same, Levenshtein 1]
              - place: town
            blocking:
              - last + dob
              - first 1 of first + town
            training:
              deterministic rules: [first + last + dob]
              recall: 0.9
              em rules: [dob, last]
              seed: 7

            """

        private static var people: String {
            let first = ["William", "Bill", "Ann", "Elizabeth", "Liz", "Bob"]
            let last = ["Cole", "Harding", "Ashdown"]
            let rows = (0..<36).map { number in
                "\(number),\(first[number % 6]),\(last[number / 6 % 3]),"
                    + "19\(50 + number / 2)-01-0\(number % 2 + 1),Harwich,\(number / 2)"
            }
            return (["unique_id,first,last,dob,town,person"] + rows).joined(separator: "\n") + "\n"
        }

        private func folder(_ model: String = model) throws -> Folder {
            let folder = try Folder()
            try folder.write(model, to: "model.yaml")
            try folder.write(Self.people, to: "people.csv")
            return folder
        }

        @Test func `a model in YAML is trained, used and turned into JSON for Splink`() throws {
            let folder = try folder()
            let ran = try folder.weft(
                "link", "run", "--model", "model.yaml", "--input", "people.csv", "--output", "r")
            #expect(ran.code == 0, "\(ran.messages)")
            let written = try folder.weft(
                "link", "model", "--model", "model.yaml", "--output", "untrained.json")
            #expect(written.code == 0, "\(written.messages)")
            #expect(!written.messages.contains("Splink cannot"))
            for name in ["r/model.json", "untrained.json"] {
                let text = try folder.weft.text(folder.url.appending(path: name))
                #expect(text.contains("sql_condition") && !text.contains("column_forms"))
                let scored = try folder.weft(
                    "link", "predict", "--model", name, "--input", "people.csv", "--output",
                    "pairs.csv")
                #expect(scored.code == 0, "\(scored.messages)")
            }
        }

        @Test(arguments: [
            ("place: town", "plaice: town", "line 8", "`plaice`"),
            ("recall: 0.9", "recall: high", "line 14", "`recall` must be a number"),
            ("seed: 7", "sead: 7", "line 16", "`sead`"),
            ("Levenshtein 1", "Levenstein 1", "line 7", "`Levenstein 1`"),
            ("last + dob", "last + + dob", "line 10", "surname + year of dob"),
            ("within one file", "one file", "line 2", "`one file`"),
            ("  - surname: last", "  - surname: [last", "line ", "no YAML"),
            ("blocking:\n", "link: twice\nblocking:\n", "line ", "twice"),
        ])
        func `what does not fit is refused with its line`(
            old: String, new: String, line: String, said: String
        ) throws {
            let changed = Self.model.replacing(old, with: new, maxReplacements: 1)
            try #require(changed != Self.model)
            let ending = try folder(changed).weft(
                "link", "model", "--model", "model.yaml", "--output", "m.json")
            #expect(ending.code == 3, "\(ending.messages)")
            #expect(ending.messages.contains(line), "\(ending.messages)")
            #expect(ending.messages.contains(said), "\(ending.messages)")
        }

        @Test func `a column that no file has is refused with its line`() throws {
            let changed = Self.model.replacing("place: town", with: "place: city")
            let ending = try folder(changed).weft(
                "link", "train", "--model", "model.yaml", "--input", "people.csv", "--output",
                "m.json")
            #expect(ending.code == 3)
            #expect(ending.messages.contains("`city` (line 8)"), "\(ending.messages)")
        }

        @Test func `m comes from labels in a file as well as from a column`() throws {
            let folder = try folder()
            let labels = (0..<18).map { "\($0 * 2),\($0 * 2 + 1)" }
            try folder.write(
                (["unique_id_l,unique_id_r"] + labels).joined(separator: "\n"), to: "labels.csv")
            try folder.write("unique_id_l,unique_id_r\n1,nobody\n", to: "wrong.csv")
            func trained(_ more: String...) throws -> Weft.Ending {
                try folder.weft.run(
                    [
                        "link", "train", "--model", "model.yaml", "--input", "people.csv",
                        "--output", "m.json", "--json",
                    ] + more)
            }
            let byFile = try trained("--labels", "labels.csv")
            #expect(byFile.output.contains(#""labelledMatches" : 18"#), "\(byFile.messages)")
            let file = try folder.weft.text(folder.url.appending(path: "m.json"))
            let byColumn = try trained("--label-column", "person")
            #expect(byColumn.output.contains(#""labelledMatches" : 18"#), "\(byColumn.messages)")
            #expect(file == (try folder.weft.text(folder.url.appending(path: "m.json"))))
            let wrong = try trained("--labels", "wrong.csv")
            #expect(wrong.code == 3 && wrong.messages.contains("`nobody`"), "\(wrong.messages)")
        }

        @Test func `what Splink cannot load is said`() throws {
            let changed = Self.model.replacing("last + dob", with: "sound of last + dob")
            let ending = try folder("read: {town: text}\n" + changed).weft(
                "link", "model", "--model", "model.yaml", "--output", "m.json")
            #expect(ending.code == 0)
            #expect(ending.messages.contains("sound of last"), "\(ending.messages)")
            #expect(ending.messages.contains("`town`"), "\(ending.messages)")
        }
    }
}
