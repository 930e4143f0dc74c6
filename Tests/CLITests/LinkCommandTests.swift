import Foundation
import Testing

extension CommandTests {
    /// `weft link` on files, from training to clusters, and with wrong input.
    struct LinkCommandTests {
        private static let model = """
            {"link_type": "dedupe_only", "probability_two_random_records_match": 0.1,
             "comparisons": [
              {"output_column_name": "name", "comparison_levels": [
               {"sql_condition": "name_l IS NULL OR name_r IS NULL", "is_null_level": true},
               {"sql_condition": "name_l = name_r", "m_probability": 0.9, "u_probability": 0.1},
               {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.9}]},
              {"output_column_name": "town", "comparison_levels": [
               {"sql_condition": "town_l IS NULL OR town_r IS NULL", "is_null_level": true},
               {"sql_condition": "jaro_winkler_similarity(town_l, town_r) >= 0.9",
                "m_probability": 0.8, "u_probability": 0.2},
               {"sql_condition": "ELSE", "m_probability": 0.2, "u_probability": 0.8}]}],
             "blocking_rules_to_generate_predictions": ["l.name = r.name", "l.town = r.town"]}
            """
        private static let people = """
            unique_id,name,town,person
            10,Ann,Southend,a
            9,Ann,Southend,a
            1,Bob,,b
            2,Bob,Harwich,b
            3,Cyd,Harwich,c

            """

        private func folder(
            model: String = model, people: String = people
        ) throws -> Folder {
            let folder = try Folder()
            try folder.write(model, to: "model.json")
            try folder.write(people, to: "people.csv")
            return folder
        }

        @Test func `pairs are scored, joined, measured and explained`() throws {
            let folder = try folder()
            let scored = try folder.weft(
                "link", "predict", "--model", "model.json", "--input", "people.csv",
                "--output", "pairs.csv", "--json")
            #expect(scored.code == 0, "\(scored.messages)")
            let lines = try folder.weft.text(folder.url.appending(path: "pairs.csv"))
                .split(separator: "\n")
            let headings = "unique_id_l,unique_id_r,match_weight,match_probability"
            #expect(lines[0] == headings + ",gamma_name,gamma_town")
            // 9 comes before 10: ids that are numbers are ordered as numbers.
            #expect(lines.contains { $0.hasPrefix("9,10,") && $0.hasSuffix(",1,1") })
            #expect(lines.contains { $0.hasPrefix("1,2,") && $0.hasSuffix(",1,-1") })
            #expect(lines.count == 4)

            let joined = try folder.weft(
                "link", "cluster", "--pairs", "pairs.csv", "--threshold-weight", "-1",
                "--output", "clusters.csv")
            #expect(joined.code == 0, "\(joined.messages)")
            let clusters = try folder.weft.text(folder.url.appending(path: "clusters.csv"))
            #expect(
                clusters.split(whereSeparator: \.isNewline)
                    == ["cluster_id,unique_id", "1,1", "1,2", "3,3", "9,9", "9,10"])

            let measured = try folder.weft(
                "link", "evaluate", "--pairs", "pairs.csv", "--truth", "person", "--input",
                "people.csv", "--json")
            #expect(measured.output.contains(#""truePairs" : 2"#), "\(measured.messages)")
            #expect(measured.output.contains(#""f1" : 1"#), "\(measured.output)")

            let explained = try folder.weft(
                "link", "explain", "--model", "model.json", "--input", "people.csv", "9", "10")
            #expect(explained.output.contains("+2.000 bits  town"), "\(explained.output)")
        }

        @Test func `the order of rows and the number of threads change no byte`() throws {
            let folder = try folder()
            let rows = Self.people.split(separator: "\n")
            let turned = [rows[0]] + rows.dropFirst().reversed()
            try folder.write(turned.joined(separator: "\n"), to: "turned.csv")
            var written: Set<String> = []
            for (file, threads) in [("people", "1"), ("turned", "1"), ("people", "3")] {
                let ending = try folder.weft(
                    "link", "predict", "--model", "model.json", "--input", "\(file).csv",
                    "--output", "pairs.csv", "--threads", threads)
                #expect(ending.code == 0, "\(ending.messages)")
                written.insert(
                    try folder.weft.text(folder.url.appending(path: "pairs.csv")))
            }
            #expect(written.count == 1)
        }

        @Test func `a model is trained and can be used at once`() throws {
            let folder = try folder()
            let ending = try folder.weft(
                "link", "run", "--model", "model.json", "--input", "people.csv", "--em-rule",
                "town", "--deterministic-rule", "l.name = r.name and l.town = r.town",
                "--recall", "0.8", "--output", "results")
            #expect(ending.code == 0, "\(ending.messages)")
            for name in ["model.json", "pairs.csv", "clusters.csv"] {
                let file = folder.url.appending(path: "results/\(name)")
                #expect(try !folder.weft.text(file).isEmpty)
            }
        }

        private func run(_ folder: Folder, _ arguments: [String] = []) throws -> Weft.Ending {
            try folder.weft.run(
                [
                    "link", "run", "--model", "model.json", "--input", "people.csv", "--em-rule",
                    "town", "--deterministic-rule", "l.name = r.name and l.town = r.town",
                    "--recall", "0.8", "--output", "results", "--json",
                ] + arguments)
        }

        @Test func `without a threshold the best expected one is taken, and can be moved`() throws {
            let folder = try folder()
            let ending = try run(folder)
            #expect(ending.code == 0, "\(ending.messages)")
            #expect(ending.messages.contains("the best balance of wrong and missed links"))
            #expect(ending.output.contains("\"calibration\""))
            #expect(ending.output.contains("\"pairsFrom\" : -5"))

            let again = try folder.weft(
                "link", "cluster", "--pairs", "results/pairs.csv", "--pairs-from", "-5",
                "--output", "again.csv")
            #expect(again.code == 0, "\(again.messages)")
            #expect(
                try folder.weft.text(folder.url.appending(path: "again.csv"))
                    == folder.weft.text(folder.url.appending(path: "results/clusters.csv")))
        }

        @Test func `clusters of several files are those of the file of pairs`() throws {
            let folder = try folder()
            let model = try folder.weft.text(folder.url.appending(path: "model.json"))
            try folder.write(
                model.replacing("dedupe_only", with: "link_and_dedupe"), to: "model.json")
            try folder.write(Self.people, to: "a, b.csv")
            let ending = try run(folder, ["--input", "a, b.csv", "--threshold-weight", "1"])
            #expect(ending.code == 0, "\(ending.messages)")
            let again = try folder.weft(
                "link", "cluster", "--pairs", "results/pairs.csv", "--threshold-weight", "1",
                "--output", "again.csv")
            #expect(again.code == 0, "\(again.messages)")
            let clusters = try folder.weft.text(
                folder.url.appending(path: "results/clusters.csv"))
            #expect(clusters.contains("\"a, b\""))
            #expect(try folder.weft.text(folder.url.appending(path: "again.csv")) == clusters)
        }

        @Test func `a threshold that is given is kept to`() throws {
            let folder = try folder()
            for given in [["--threshold-weight", "2"], ["--threshold-probability", "0.8"]] {
                let ending = try run(folder, given)
                #expect(ending.code == 0, "\(ending.messages)")
                #expect(ending.messages.contains("from 2 bits on, as was asked for"))
                #expect(ending.output.contains("\"pairsFrom\" : 2"))
            }
            let wide = try run(folder, ["--threshold-weight", "2", "--pairs-from", "-7"])
            #expect(wide.output.contains("\"pairsFrom\" : -7"))
        }

        @Test(arguments: [
            (["--threshold-weight", "2", "--threshold-probability", "0.5"], "not both"),
            (["--threshold-probability", "2"], "from 0 to 1"),
            (["--threshold-weight", "2", "--pairs-from", "3"], "lower it"),
            (["--pairs-from", "9"], "lower --pairs-from"),
        ])
        func `a cut-off that cannot be is refused`(arguments: [String], said: String) throws {
            let ending = try run(folder(), arguments)
            #expect(ending.code != 0)
            #expect(ending.messages.contains(said), "\(ending.messages)")
        }

        @Test(arguments: [
            ("name_l = name_r", "name_l =", "name_l ="),
            ("name_l = name_r", "frob(name_l)", "frob"),
            ("m_probability", "n_probability", "n_probability"),
            ("dedupe_only", "link_only", "second --input"),
            ("\"comparisons\"", "\"comparsions\"", "comparsions"),
            ("name_l = name_r", "first_l = first_r", "`first`"),
            ("{\"link", "[\"link", "model.json"),
            ("\"m_probability\": 0.9", "\"m_probability\": 1.9", "1.9"),
        ])
        func `a model that does not fit is refused in one sentence that names it`(
            old: String, new: String, said: String
        ) throws {
            let changed = Self.model.replacing(old, with: new, maxReplacements: 1)
            try #require(changed != Self.model)
            let ending = try folder(model: changed).weft(
                "link", "predict", "--model", "model.json", "--input", "people.csv",
                "--output", "pairs.csv")
            #expect(ending.code == 3, "\(ending.messages)")
            #expect(ending.messages.contains(said), "\(ending.messages)")
        }

        @Test(arguments: [
            ("", "is empty"), ("unique_id,name\n1,Ann\n", "`town`"),
            ("unique_id,name,town\n1,Ann,A\n1,Bob,A\n", "two records with the `unique_id` “1”"),
            ("name,town\nAnn,A\n", "no column `unique_id`"),
            ("unique_id,name,town\n1,Ann\n", "2 values on line 2"),
            ("unique_id,name,name\n1,Ann,A\n", "two columns called `name`"),
            ("unique_id,name,town\n,Ann,A\n", "without `unique_id`: row 1"),
        ])
        func `a file that does not fit is refused in one sentence that names it`(
            people: String, said: String
        ) throws {
            let ending = try folder(people: people).weft(
                "link", "predict", "--model", "model.json", "--input", "people.csv",
                "--output", "pairs.csv")
            #expect(ending.code == 3, "\(ending.messages)")
            #expect(ending.messages.contains(said), "\(ending.messages)")
        }

        @Test func `a rule that makes too many pairs is refused with their number`() throws {
            let rows = (0..<40_000).map { "\($0),Ann,Southend,a" }
            let folder = try folder(
                people: (["unique_id,name,town,person"] + rows).joined(separator: "\n"))
            let ending = try folder.weft(
                "link", "predict", "--model", "model.json", "--input", "people.csv",
                "--output", "pairs.csv")
            #expect(ending.code == 3)
            #expect(ending.messages.contains("l.name = r.name"), "\(ending.messages)")
            #expect(ending.messages.contains("makes 799980000 pairs"), "\(ending.messages)")
            #expect(ending.messages.contains("--pairs-limit 799980000"), "\(ending.messages)")
        }

        @Test func `the limit of pairs can be set`() throws {
            let folder = try folder(
                people: "unique_id,name,town,person\n1,Ann,A,a\n2,Ann,B,a\n3,Ann,C,a")
            func ending(_ command: String, _ limit: String) throws -> Weft.Ending {
                try folder.weft(
                    "link", command, "--model", "model.json", "--input", "people.csv",
                    "--output", command, "--pairs-limit", limit)
            }
            for command in ["predict", "run"] {
                #expect(try ending(command, "2").code == 3)
                #expect(try ending(command, "2").messages.contains("makes 3 pairs"))
                #expect(try ending(command, "3").code == 0)
                #expect(try ending(command, "0").code == 2)
            }
        }
    }
}
