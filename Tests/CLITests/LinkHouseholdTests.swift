import Foundation
import Testing

extension CommandTests {
    /// Models that tell one person from two of a household.
    struct LinkHouseholdTests {
        private static let model = """
            link: within one file
            comparisons:
              - forename: [first_name, surname]
              - surname: surname
              - date of birth: dob
              - address line: address
              - postcode: postcode
              - place: town
            blocking: [surname + postcode, dob, address + postcode]
            training:
              em rules: [dob, surname + postcode]

            """

        private static let households = [
            "--household", "address,postcode", "--shared", "town", "--lifelong", "dob",
        ]

        private func folder() throws -> Folder {
            let folder = try Folder()
            try folder.write(Self.model, to: "model.yaml")
            let made = try folder.weft(
                "demo-data", "--duplicates", "--people", "1200", "--seed", "3", "--out", ".")
            #expect(made.code == 0, "\(made.messages)")
            return folder
        }

        /// The best F1 of a trained model's pairs, as `evaluate` tells it.
        private func bestF1(_ folder: Folder, _ model: String) throws -> Double {
            let scored = try folder.weft(
                "link", "predict", "--model", model, "--input", "people.csv",
                "--threshold-weight", "-10", "--output", "pairs.csv")
            #expect(scored.code == 0, "\(scored.messages)")
            let judged = try folder.weft(
                "link", "evaluate", "--pairs", "pairs.csv", "--truth", "cluster", "--input",
                "people.csv")
            let line = judged.output.split(separator: "\n").first { $0.hasPrefix("Best F1") }
            let word = line?.split(separator: " ").dropFirst(3).first
            return try #require(word.flatMap { Double($0.filter { $0 != "," }) })
        }

        @Test func `a model of households is trained, scores better and says why not`() throws {
            let folder = try folder()
            for (output, options) in [("plain.json", []), ("homes.json", Self.households)] {
                let trained = try folder.weft.run(
                    ["link", "train", "--model", "model.yaml", "--input", "people.csv"]
                        + ["--output", output] + options)
                #expect(trained.code == 0, "\(trained.messages)")
            }
            #expect(try bestF1(folder, "homes.json") > bestF1(folder, "plain.json"))
            let ids = try folder.weft.text(folder.url.appending(path: "pairs.csv"))
                .split(separator: "\n")[1].split(separator: ",").prefix(2).map(String.init)
            let explained = try folder.weft.run(
                ["link", "explain", "--model", "homes.json", "--input", "people.csv"] + ids)
            #expect(explained.code == 0, "\(explained.messages)")
            #expect(explained.output.contains("Do they live together?"))
            #expect(explained.output.contains("Is it the same person?"))
        }

        @Test(arguments: [
            (["--household", "garden"], 3, "reads the column `garden`"),
            (["--household", "address", "--shared", "garden"], 3, "reads the column `garden`"),
            (["--lifelong", "dob"], 2, "need --household"),
        ])
        func `what a household is must be columns that the model compares`(
            options: [String], code: Int, words: String
        ) throws {
            let refused = try folder().weft.run(
                ["link", "train", "--model", "model.yaml", "--input", "people.csv"]
                    + ["--output", "homes.json"] + options)
            #expect(refused.code == Int32(code))
            #expect(refused.messages.contains(words), "\(refused.messages)")
        }
    }
}
