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
            #expect(explained.output.contains("Then against two people of one household:"))
        }

        @Test func `a model that says what a home is needs no options`() throws {
            let folder = try folder()
            let proposed = try folder.weft(
                "link", "propose", "--input", "people.csv", "--ignore", "cluster", "--output",
                "proposed.yaml")
            #expect(proposed.code == 0, "\(proposed.messages)")
            let text = try folder.weft.text(folder.url.appending(path: "proposed.yaml"))
            #expect(text.contains("households:\n  same home:\n  - address + postcode"))
            for (options, isToldApart) in [([], true), (["--plain"], false)] {
                let done = try folder.weft.run(
                    ["link", "run", "--model", "proposed.yaml", "--input", "people.csv"]
                        + ["--output", "results", "--json"] + options)
                #expect(done.code == 0, "\(done.messages)")
                #expect(done.output.contains("\"isFitted\" : true") == isToldApart)
                let model = try folder.weft.text(folder.url.appending(path: "results/model.json"))
                #expect(model.contains("household_prior") == isToldApart)
            }
        }

        @Test func `new records and reports follow the weights of households`() throws {
            let folder = try folder()
            let trained = try folder.weft.run(
                ["link", "train", "--model", "model.yaml", "--input", "people.csv"]
                    + ["--output", "homes.json", "--json"] + Self.households)
            #expect(trained.output.contains("\"isFitted\" : true"), "\(trained.output)")
            let lines = try folder.weft.text(folder.url.appending(path: "people.csv"))
                .split(whereSeparator: \.isNewline).map(String.init)
            let cut = lines.count - 100
            try folder.write(lines[..<cut].joined(separator: "\n") + "\n", to: "old.csv")
            try folder.write(
                ([lines[0]] + lines[cut...]).joined(separator: "\n") + "\n", to: "new.csv")
            let whole = try folder.weft(
                "link", "predict", "--model", "homes.json", "--input", "people.csv",
                "--threshold-weight", "0", "--output", "all.csv")
            #expect(whole.code == 0, "\(whole.messages)")
            let updated = try folder.weft(
                "link", "update", "--model", "homes.json", "--input", "old.csv", "--new",
                "new.csv", "--count-new", "--threshold-weight", "0", "--output", "some.csv")
            #expect(updated.code == 0, "\(updated.messages)")
            func pairs(_ file: String) throws -> [String] {
                try folder.weft.text(folder.url.appending(path: file))
                    .split(separator: "\n").dropFirst().map(String.init)
            }
            let (all, some) = (Set(try pairs("all.csv")), try pairs("some.csv"))
            #expect(some.count > 10 && some.allSatisfy(all.contains))

            let report = try folder.weft(
                "link", "report", "--model", "homes.json", "--input", "people.csv", "--output",
                "report.html")
            #expect(report.code == 0, "\(report.messages)")
            let page = try folder.weft.text(folder.url.appending(path: "report.html"))
            #expect(page.contains("Against two people of one home"))
        }

        @Test(arguments: ["train", "run"])
        func `too few shared homes are said, and the plain model is written`(
            command: String
        ) throws {
            let folder = try folder()
            let (first, last) = (["Ann", "Ben", "Cal", "Dee", "Eve"], ["Ash", "Birch", "Cherry"])
            let alone = (0..<300).map { number in
                let day = "19\(50 + number % 40)-0\(1 + number % 9)-1\(number % 7)"
                return "\(number),\(first[number % 5]),\(last[number % 3]),\(day),"
                    + "\(number) Long Lane,ZX1 \(number % 10)AB,Saffend\n"
            }
            try folder.write(
                "unique_id,first_name,surname,dob,address,postcode,town\n" + alone.joined(),
                to: "alone.csv")
            let done = try folder.weft.run(
                ["link", command, "--model", "model.yaml", "--input", "alone.csv", "--json"]
                    + ["--output", command == "run" ? "results" : "model.json"] + Self.households)
            #expect(done.code == 0, "\(done.messages)")
            #expect(
                done.messages.contains(
                    "People of one home are not told apart: no two records that may match share a "
                        + "home."), "\(done.messages)")
            #expect(done.output.contains("\"few-pairs-at-home\""))
            let file = command == "run" ? "results/model.json" : "model.json"
            let model = try folder.weft.text(folder.url.appending(path: file))
            #expect(!model.contains("household_prior"))
        }

        @Test(arguments: [
            (["--household", "garden"], 3, "reads the column `garden`"),
            (["--household", "address", "--shared", "garden"], 3, "reads the column `garden`"),
            (["--lifelong", "dob"], 2, "need --household"),
            (["--plain", "--household", "address"], 2, "exclude each other"),
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
