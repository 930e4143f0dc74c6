import Foundation
import Testing

extension CommandTests {
    /// What `weft link` does with the files that it is to write.
    struct LinkOutputTests {
        private static let model = """
            {"link_type": "link_only", "probability_two_random_records_match": 0.1,
             "comparisons": [
              {"output_column_name": "full name", "comparison_levels": [
               {"sql_condition": "name_l IS NULL OR name_r IS NULL", "is_null_level": true},
               {"sql_condition": "name_l = name_r", "m_probability": 0.9, "u_probability": 0.1,
                "tf_adjustment_column": "name"},
               {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.9}]}],
             "blocking_rules_to_generate_predictions": ["l.town = r.town"]}
            """
        private static let pairs = "unique_id_l,unique_id_r,match_weight,gamma_a\n1,2,9.5,1\n"

        /// A folder with everything that a command of these tests reads, and a file to be kept.
        private func folder() throws -> Folder {
            let folder = try Folder()
            try folder.write(Self.model, to: "model.json")
            try folder.write(
                "unique_id,name,town\n\"1,\"\"x\"\"\",Ann,Ely\n!2,Bob,Ely\n\"3\n4\",,Ely\n",
                to: "a, b.csv")
            try folder.write("unique_id,name,town\nÉ 5,Ann,Ely\n6,Bob,Ely\n", to: "c.csv")
            try folder.write(Self.pairs, to: "pairs.csv")
            try folder.write("keep", to: "kept.csv")
            return folder
        }

        private func names(_ folder: Folder) throws -> [String] {
            try FileManager.default.contentsOfDirectory(
                atPath: folder.url.path(percentEncoded: false)
            ).filter { !$0.hasPrefix("answer-") }.sorted()
        }

        @Test func `pairs are written byte for byte as they are documented`() throws {
            let folder = try folder()
            let ending = try folder.weft(
                "link", "predict", "--model", "model.json", "--input", "a, b.csv", "--input",
                "c.csv", "--output", "out.csv")
            #expect(ending.code == 0, "\(ending.messages)")
            let expected = """
                source_dataset_l,unique_id_l,source_dataset_r,unique_id_r,match_weight,\
                match_probability,gamma_full_name
                "a, b",!2,c,6,-2.321928094887362,0.16666666666666669,1
                "a, b",!2,c,É 5,-6.339850002884624,0.012195121951219516,0
                "a, b","1,""x""\",c,6,-6.339850002884624,0.012195121951219516,0
                "a, b","1,""x""\",c,É 5,-2.321928094887362,0.16666666666666669,1
                "a, b","3
                4",c,6,-3.169925001442312,0.10000000000000002,-1
                "a, b","3
                4",c,É 5,-3.169925001442312,0.10000000000000002,-1

                """
            #expect(try folder.weft.text(folder.url.appending(path: "out.csv")) == expected)
        }

        @Test(arguments: [
            "predict --model none.json --input none.csv --output",
            "train --model none.json --input none.csv --output",
            "update --model none.json --input none.csv --new none.csv --output",
            "cluster --pairs none.csv --threshold-weight 0 --output",
            "cluster --pairs none.csv --threshold-weight 0 --output out.csv --details",
            "evaluate --pairs none.csv --truth person --input none.csv --curve",
            "report --model none.json --input none.csv --output",
            "label-sample --pairs none.csv --count 1 --output",
            "model --model none.json --output",
            "propose --input none.csv --output",
        ])
        func `a place that cannot be written is refused before anything is read`(
            _ line: String
        ) throws {
            let folder = try folder()
            let before = try names(folder)
            let arguments = ["link"] + line.split(separator: " ").map(String.init)
            for (path, reason) in [
                ("gone/x.csv", "there is no folder `gone`; make it first."),
                (".", "it is a folder; name a file in it."),
                ("kept.csv/x.csv", "`kept.csv` is not a folder."),
                (String(repeating: "n", count: 300), "its name is too long."),
            ] {
                let ending = try folder.weft.run(arguments + [path])
                #expect(ending.code == 3)
                #expect(ending.messages.contains("The file `\(path)` cannot be written: \(reason)"))
                #expect(!forbidden.contains(where: ending.messages.contains))
            }
            #expect(try names(folder) == before)
        }

        @Test func `work that fails leaves no empty file and the old file as it was`() throws {
            let folder = try folder()
            let before = try names(folder)
            for path in ["new.csv", "kept.csv"] {
                let ending = try folder.weft(
                    "link", "predict", "--model", "model.json", "--input", "none.csv", "--output",
                    path)
                #expect(ending.code == 3)
                #expect(ending.messages.contains("There is no file `none.csv`."))
            }
            #expect(try names(folder) == before)
            #expect(try folder.weft.text(folder.url.appending(path: "kept.csv")) == "keep")
        }

        @Test func `two results are not written to one file`() throws {
            let folder = try folder()
            let ending = try folder.weft(
                "link", "cluster", "--pairs", "pairs.csv", "--threshold-weight", "0", "--output",
                "out.csv", "--details", "./out.csv")
            #expect(ending.code == 3)
            #expect(
                ending.messages.contains(
                    "Two results would be written to `./out.csv`; give each a file of its own."))
        }
    }
}
