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

        /// Hidden files that a run left in the folder.
        private func drafts(_ folder: Folder) throws -> [String] {
            try names(folder).filter { $0.hasSuffix(".part") }
        }

        /// Enough people of one town that their pairs are some 100 kilobytes.
        private static let crowd =
            "unique_id,name,town\n" + (1...60).map { "\($0),Ann \($0),Ely\n" }.joined()

        @Test(arguments: [
            "predict --model model.json --input a.csv --input b.csv --output",
            "cluster --pairs many.csv --threshold-weight 90 --output",
            "label-sample --pairs many.csv --count 900 --output",
            "report --model model.json --input a.csv --input b.csv --output",
        ])
        func `a run that is cut off while it writes leaves the old file whole`(
            _ line: String
        ) throws {
            let folder = try folder()
            try folder.write(Self.crowd, to: "a.csv")
            try folder.write(Self.crowd, to: "b.csv")
            let many = (1...900).map { "a\($0),b\($0),\(Double($0) / 9),1\n" }.joined()
            try folder.write(
                "unique_id_l,unique_id_r,match_weight,gamma_a\n" + many, to: "many.csv")
            let arguments = ["link"] + line.split(separator: " ").map(String.init)
            for path in ["kept.csv", "new.csv"] {
                let before = try names(folder).filter { !$0.hasSuffix(".part") }
                let (process, _, _) = try folder.weft.started(arguments + [path], fileLimit: 4)
                process.waitUntilExit()
                #expect(process.terminationStatus != 0)
                #expect(try names(folder).filter { !$0.hasSuffix(".part") } == before)
            }
            #expect(try folder.weft.text(folder.url.appending(path: "kept.csv")) == "keep")
            let whole = try folder.weft.run(arguments + ["kept.csv"])
            #expect(whole.code == 0, "\(whole.messages)")
            let text = try folder.weft.text(folder.url.appending(path: "kept.csv"))
            #expect(text.utf8.count > 2_048)
        }

        @Test func `a run into a folder leaves each file whole or as it was`() throws {
            let folder = try folder()
            try folder.write(Self.crowd, to: "a.csv")
            try folder.write(Self.crowd, to: "b.csv")
            let run = [
                "link", "run", "--model", "model.json", "--input", "a.csv", "--input", "b.csv",
                "--threshold-weight", "-20", "--pairs-from", "-20", "--output", "results",
            ]
            let results = folder.url.appending(path: "results")
            let first = try folder.weft.run(run)
            #expect(first.code == 0, "\(first.messages)")
            let names = ["clusters.csv", "model.json", "pairs.csv"]
            let before = try names.map { try folder.weft.text(results.appending(path: $0)) }
            let (process, _, _) = try folder.weft.started(run, fileLimit: 8)
            process.waitUntilExit()
            #expect(process.terminationStatus != 0)
            #expect(try names.map { try folder.weft.text(results.appending(path: $0)) } == before)
        }

        @Test func `a link stays a link, and who may read a file stays as it was`() throws {
            let folder = try folder()
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600],
                ofItemAtPath: folder.url.appending(path: "kept.csv").path(percentEncoded: false))
            for (name, target) in [("link.csv", "kept.csv"), ("far.csv", "new.csv")] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.url.appending(path: name).path(percentEncoded: false),
                    withDestinationPath: target)
                let ending = try folder.weft(
                    "link", "cluster", "--pairs", "pairs.csv", "--threshold-weight", "0",
                    "--output", name)
                #expect(ending.code == 0, "\(ending.messages)")
                let kind = try FileManager.default.attributesOfItem(
                    atPath: folder.url.appending(path: name).path(percentEncoded: false))
                #expect(kind[.type] as? FileAttributeType == .typeSymbolicLink)
                let text = try folder.weft.text(folder.url.appending(path: target))
                #expect(text.hasPrefix("cluster_id"))
            }
            let kept = try FileManager.default.attributesOfItem(
                atPath: folder.url.appending(path: "kept.csv").path(percentEncoded: false))
            #expect(kept[.posixPermissions] as? Int == 0o600)
            #expect(try drafts(folder).isEmpty)
        }

        @Test func `a link that leads nowhere is refused, and devices can be written to`() throws {
            let folder = try folder()
            try FileManager.default.createSymbolicLink(
                atPath: folder.url.appending(path: "loop.csv").path(percentEncoded: false),
                withDestinationPath: "loop.csv")
            func cluster(_ path: String) throws -> Weft.Ending {
                try folder.weft(
                    "link", "cluster", "--pairs", "pairs.csv", "--threshold-weight", "0",
                    "--output", path)
            }
            let refused = try cluster("loop.csv")
            #expect(refused.code == 3)
            #expect(refused.messages.contains("`loop.csv` cannot be written: it is a link that"))
            #expect(try cluster("/dev/null").code == 0)
            let shown = try cluster("/dev/stdout")
            #expect(shown.code == 0, "\(shown.messages)")
            #expect(try drafts(folder).isEmpty)
        }
    }
}
