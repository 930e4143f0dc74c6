import Foundation
import Testing

extension CommandTests {
    /// `weft link report`, `evaluate` and `label-sample` on files.
    struct LinkReportTests {
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
            10,Canaryann,Southend,a
            9,Canaryann,Southend,a
            1,Canarybob,,b
            2,Canarybob,Harwich,b
            3,Canarycyd,Harwich,c

            """

        /// A folder with a model, people, their pairs and clusters.
        private func folder(predict: Bool = true) throws -> Folder {
            let folder = try Folder()
            try folder.write(Self.model, to: "model.json")
            try folder.write(Self.people, to: "people.csv")
            guard predict else { return folder }
            let scored = try folder.weft(
                "link", "predict", "--model", "model.json", "--input", "people.csv", "--output",
                "pairs.csv")
            try #require(scored.code == 0, "\(scored.messages)")
            let joined = try folder.weft(
                "link", "cluster", "--pairs", "pairs.csv", "--threshold-weight", "-1.5",
                "--output", "clusters.csv")
            try #require(joined.code == 0, "\(joined.messages)")
            return folder
        }

        private func json(_ ending: Weft.Ending) throws -> [String: Any] {
            try #require(
                try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
                    as? [String: Any], "\(ending.messages)")
        }

        @Test func `a report from pairs and one that scores them itself say the same`() throws {
            let folder = try folder()
            var pages: Set<String> = []
            for arguments in [["--pairs", "pairs.csv"], [], ["--threads", "3"]] {
                let ending = try folder.weft.run(
                    [
                        "link", "report", "--model", "model.json", "--input", "people.csv",
                        "--truth", "person", "--output", "report.html", "--json",
                    ] + arguments)
                let summary = try json(ending)
                #expect(summary["pairs"] as? Int == 3)
                #expect(summary["records"] as? Int == 5)
                #expect((summary["measured"] as? [String: Any])?["truePositives"] != nil)
                let page = try folder.weft.text(folder.url.appending(path: "report.html"))
                #expect(page.contains("2 pairs are known to match"))
                #expect(!page.contains("Canary"))
                #expect(!page.contains("http:"))
                // What is scored is said in words; all else is the same.
                pages.insert(
                    page.replacing("3, those of the file of pairs", with: "3")
                        .replacing("3, those of at least \u{2212}10.0 bits", with: "3")
                        .replacing(/<p[^>]*>Pairs below.*?<\/p>/, with: ""))
            }
            #expect(pages.count == 1)
        }

        @Test func `samples and rounds of training are shown where they are asked for`() throws {
            let folder = try folder()
            let trained = try folder.weft(
                "link", "train", "--model", "model.json", "--input", "people.csv", "--em-rule",
                "town", "--deterministic-rule", "l.name = r.name", "--output", "trained.json",
                "--json")
            #expect(trained.output.contains("\"estimates\""), "\(trained.messages)")
            try folder.write(trained.output, to: "training.json")
            let ending = try folder.weft(
                "link", "report", "--model", "trained.json", "--input", "people.csv",
                "--training", "training.json", "--samples", "2", "--output", "report.html")
            #expect(ending.code == 0, "\(ending.messages)")
            let page = try folder.weft.text(folder.url.appending(path: "report.html"))
            #expect(page.contains("Rounds of training"))
            #expect(page.contains("This page shows the values of"))
            #expect(page.contains("Canarybob"))
        }

        @Test func `a weight that is beyond all numbers is reported as such`() throws {
            let folder = try folder()
            try folder.write(
                """
                unique_id_l,unique_id_r,match_weight,match_probability,gamma_name,gamma_town
                9,10,inf,1,1,1
                1,2,-inf,0,1,-1

                """, to: "endless.csv")
            let ending = try folder.weft(
                "link", "report", "--model", "model.json", "--input", "people.csv", "--pairs",
                "endless.csv", "--truth", "person", "--output", "report.html")
            #expect(ending.code == 0, "\(ending.messages)")
            let page = try folder.weft.text(folder.url.appending(path: "report.html"))
            #expect(page.contains("+∞"))
        }

        @Test func `measures go to files and to JSON`() throws {
            let folder = try folder()
            let ending = try folder.weft(
                "link", "evaluate", "--pairs", "pairs.csv", "--truth", "person", "--input",
                "people.csv", "--curve", "curve.csv", "--clusters", "clusters.csv",
                "--unlinkables", "--model", "model.json", "--json")
            let summary = try json(ending)
            #expect(summary["truePairs"] as? Int == 2)
            #expect(summary["otherPairs"] as? Int == 8)
            let clusters = try #require(summary["clusters"] as? [String: Any])
            #expect(clusters["pairwiseF1"] as? Double == 1)
            #expect(clusters["bCubedF1"] as? Double == 1)
            #expect(clusters["persons"] as? Int == 3)
            let unlinkables = try #require(summary["unlinkables"] as? [String: Any])
            // Bob without a town: -3.17 + 3.17 = 0 bits against himself.
            #expect((unlinkables["atProbability95"] as? [String: Any])?["records"] as? Int == 5)

            let curve = try folder.weft.text(folder.url.appending(path: "curve.csv"))
                .split(whereSeparator: \.isNewline)
            #expect(
                curve[0] == "threshold,precision,recall,f1,true_positives,false_positives,"
                    + "false_negatives,false_positive_rate")
            #expect(curve[1].hasSuffix(",1.0,0.5,0.6666666666666666,1,0,1,0.0"), "\(curve)")
            #expect(curve.last?.hasSuffix(",2,1,0,0.125") == true, "\(curve)")
        }

        @Test func `truth from a file measures clusters too`() throws {
            let folder = try folder()
            try folder.write(
                "unique_id_l,unique_id_r\n9,10\n2,1\n3,2\n", to: "matches.csv")
            let ending = try folder.weft(
                "link", "evaluate", "--pairs", "pairs.csv", "--truth", "matches.csv", "--input",
                "people.csv", "--clusters", "clusters.csv", "--json")
            let summary = try json(ending)
            #expect(summary["truePairs"] as? Int == 3)
            let clusters = try #require(summary["clusters"] as? [String: Any])
            // 1, 2 and 3 are one by a chain of two pairs.
            #expect(clusters["persons"] as? Int == 2)
            #expect(clusters["pairwiseRecall"] as? Double == 0.5)
        }

        @Test func `pairs to label are chosen, and those with a label are left out`() throws {
            let folder = try folder()
            func sample(_ further: String...) throws -> [String] {
                let ending = try folder.weft.run(
                    [
                        "link", "label-sample", "--pairs", "pairs.csv", "--count", "2",
                        "--threshold-weight", "0", "--output", "sample.csv",
                    ] + further)
                #expect(ending.code == 0, "\(ending.messages)")
                return try folder.weft.text(folder.url.appending(path: "sample.csv"))
                    .split(whereSeparator: \.isNewline).map(String.init)
            }
            let first = try sample()
            #expect(first[0].hasSuffix(",gamma_name,gamma_town,worth,pairs_of_pattern,is_match"))
            #expect(first.count == 3)
            #expect(first[1].hasPrefix("1,2,"), "\(first)")
            #expect(try sample() == first)

            try folder.write("unique_id_l,unique_id_r,is_match\n2,1,1\n9,10,\n", to: "labels.csv")
            let second = try sample("--labels", "labels.csv")
            #expect(second.count == 3)
            #expect(!second.contains { $0.hasPrefix("1,2,") }, "\(second)")
        }

        @Test(arguments: [
            ("report --samples 101", "0 to 100"),
            ("report --pairs-per-hour 0", "more than no pair"),
            ("report --pairs people.csv", "does not hold pairs"),
            ("report --pairs other.csv", "name the record `77`"),
            ("report --pairs nan.csv", "no number as `match_weight` in row 1"),
            ("report --pairs bare.csv", "no column `gamma_name`"),
            ("report --pairs odd.csv", "“high”, which is no level"),
            ("report --training people.csv", "does not say how training went"),
            ("report --truth nobody", "no column `nobody`"),
            ("evaluate --pairs pairs.csv --truth person --unlinkables", "--model FILE"),
            (
                "evaluate --pairs pairs.csv --truth person --clusters people.csv",
                "does not hold clusters"
            ),
            ("evaluate --pairs pairs.csv --truth person --clusters twice.csv", "`9` twice"),
            ("evaluate --pairs none.csv --truth person", "holds no pair"),
            ("label-sample --pairs pairs.csv --count 0", "at least one pair"),
            ("label-sample --pairs bare.csv --count 1", "no column begins with `gamma_`"),
            ("label-sample --pairs pairs.csv --count 1 --labels bad.csv", "label “maybe” in row 1"),
            ("label-sample --pairs pairs.csv --count 1 --labels pairs.csv", "no column `is_match`"),
        ])
        func `what does not fit is refused in one sentence that names it`(
            command: String, said: String
        ) throws {
            let folder = try folder()
            let head = "unique_id_l,unique_id_r,match_weight,match_probability"
            for (name, text) in [
                ("other", "\(head),gamma_name,gamma_town\n9,77,1,0.5,1,1\n"),
                ("nan", "\(head),gamma_name,gamma_town\n9,10,nan,0.5,1,1\n"),
                ("bare", "\(head)\n9,10,1,0.5\n"), ("none", "\(head)\n"),
                ("odd", "\(head),gamma_name,gamma_town\n9,10,1,0.5,high,1\n"),
                ("twice", "cluster_id,unique_id\n9,9\n9,10\n1,9\n"),
                ("bad", "unique_id_l,unique_id_r,is_match\n9,10,maybe\n"),
            ] {
                try folder.write(text, to: "\(name).csv")
            }
            var arguments = ["link"] + command.split(separator: " ").map(String.init)
            if command.hasPrefix("report") { arguments += ["--model", "model.json"] }
            if !command.hasPrefix("label") { arguments += ["--input", "people.csv"] }
            if !command.hasPrefix("evaluate") { arguments += ["--output", "out"] }
            let ending = try folder.weft.run(arguments)
            #expect(ending.code == 2 || ending.code == 3, "\(ending.output)")
            #expect(ending.messages.contains(said), "\(ending.messages)")
            for word in forbidden { #expect(!ending.messages.contains(word)) }
        }
    }
}
