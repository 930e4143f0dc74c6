import Foundation
import Testing

extension CommandTests {
    /// `weft link update`: new records against those that are there.
    struct LinkUpdateTests {
        private static let model = """
            {"link_type": "dedupe_only", "probability_two_random_records_match": 0.1,
             "comparisons": [
              {"output_column_name": "name", "comparison_levels": [
               {"sql_condition": "name_l IS NULL OR name_r IS NULL", "is_null_level": true},
               {"sql_condition": "name_l = name_r", "m_probability": 0.9, "u_probability": 0.1,
                "tf_adjustment_column": "name"},
               {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.9}]}],
             "blocking_rules_to_generate_predictions": ["l.name = r.name", "l.town = r.town"]}
            """
        private static let base = ["10,Ann,Southend", "9,Ann,Southend", "1,Bob,", "2,Bob,Harwich"]
        private static let fresh = ["4,Bob,Southend", "11,Cyd,Harwich", "3,Cyd,Tiptree"]

        private func folder(_ model: String = model) throws -> Folder {
            let folder = try Folder()
            try folder.write(model, to: "model.json")
            for (name, rows) in [
                ("base", Self.base), ("new", Self.fresh), ("turned", Self.fresh.reversed()),
                ("all", Self.base + Self.fresh),
            ] {
                let lines = ["unique_id,name,town"] + rows
                try folder.write(lines.joined(separator: "\n"), to: "\(name).csv")
            }
            try folder.write("cluster_id,unique_id\n9,9\n9,10\n1,1\n1,2\n", to: "old.csv")
            return folder
        }

        private func text(_ folder: Folder, _ name: String) throws -> String {
            try folder.weft.text(folder.url.appending(path: name))
        }

        @Test func `the pairs are those of predicting over all in which one record is new`() throws
        {
            let folder = try folder()
            for new in ["new", "turned"] {
                let ending = try folder.weft(
                    "link", "update", "--model", "model.json", "--input", "base.csv", "--new",
                    "\(new).csv", "--output", "\(new)-pairs.csv", "--count-new")
                #expect(ending.code == 0, "\(ending.messages)")
            }
            let whole = try folder.weft(
                "link", "predict", "--model", "model.json", "--input", "all.csv", "--output",
                "all-pairs.csv")
            #expect(whole.code == 0, "\(whole.messages)")

            let lines = try text(folder, "all-pairs.csv").split(separator: "\n")
            let new = Set(["4", "11", "3"])
            let expected = lines.filter { line in
                let ids = line.split(separator: ",").prefix(2).map(String.init)
                return ids[0] == "unique_id_l" || !new.isDisjoint(with: ids)
            }
            #expect(expected.count > 3)
            #expect(try text(folder, "new-pairs.csv").split(separator: "\n") == expected)
            #expect(try text(folder, "turned-pairs.csv").split(separator: "\n") == expected)
        }

        @Test func `clusters are carried on and their history is told`() throws {
            let folder = try folder()
            let ending = try folder.weft(
                "link", "update", "--model", "model.json", "--input", "base.csv", "--new",
                "new.csv", "--output", "pairs.csv", "--clusters", "old.csv",
                "--cluster-threshold-weight", "-3", "--clusters-output", "clusters.csv",
                "--history", "history.csv", "--json")
            #expect(ending.code == 0, "\(ending.messages)")
            #expect(ending.output.contains(#""newRecords" : 3"#), "\(ending.output)")
            let clusters = try text(folder, "clusters.csv").split(whereSeparator: \.isNewline)
            #expect(
                clusters == [
                    "cluster_id,unique_id", "1,1", "1,2", "1,4", "3,3", "3,11", "9,9", "9,10",
                ])
            let history = try text(folder, "history.csv").split(whereSeparator: \.isNewline)
            #expect(history.dropFirst() == ["grown,1,1,2,2,3", "created,,3,0,0,2"])
        }

        @Test(arguments: [
            (["--new", "base.csv"], "“1” already"), (["--new", "none.csv"], "`none.csv`"),
            (["--new", "new.csv", "--clusters", "old.csv"], "from which weight on"),
            (["--new", "new.csv", "--history", "h.csv"], "--clusters"),
            (
                [
                    "--new", "new.csv", "--clusters", "model.json", "--threshold-weight", "1",
                ], "does not hold clusters"
            ),
        ])
        func `what does not fit is refused in one sentence`(
            arguments: [String], said: String
        ) throws {
            let ending = try folder().weft.run(
                [
                    "link", "update", "--model", "model.json", "--input", "base.csv", "--output",
                    "pairs.csv",
                ] + arguments)
            #expect(ending.code == 2 || ending.code == 3, "\(ending.messages)")
            #expect(ending.messages.contains(said), "\(ending.messages)")
        }

        @Test func `a file with more records of a source that is there is taken as that source`()
            throws
        {
            let folder = try folder(
                Self.model.replacing("dedupe_only", with: "link_and_dedupe"))
            try folder.write(
                "source_dataset,unique_id,name,town\nbase,77,Bob,Harwich\n", to: "more.csv")
            let ending = try folder.weft(
                "link", "update", "--model", "model.json", "--input", "base.csv", "--new",
                "more.csv", "--output", "pairs.csv")
            #expect(ending.code == 0, "\(ending.messages)")
            let lines = try text(folder, "pairs.csv").split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines.dropFirst().allSatisfy { $0.contains("base,77,") }, "\(lines)")
        }
    }
}
