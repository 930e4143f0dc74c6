import Foundation
import Testing

extension CommandTests {
    /// `weft link cluster`: thresholds, limits, weak links and history.
    struct LinkClusterTests {
        private static let pairs = """
            unique_id_l,unique_id_r,match_weight,match_probability
            1,2,9.5,0.99
            2,3,8,0.98
            1,3,7.25,0.97
            3,4,2,0.8
            4,5,6,0.97
            5,10,-3,0.1

            """
        private static let linked = """
            source_dataset_l,unique_id_l,source_dataset_r,unique_id_r,match_weight
            a,1,b,1,5
            a,1,b,2,7
            a,2,b,2,6

            """

        private func cluster(
            _ arguments: String..., pairs: String = pairs
        ) throws -> (folder: Folder, ending: Weft.Ending) {
            let folder = try Folder()
            try folder.write(pairs, to: "pairs.csv")
            try folder.write("cluster_id,unique_id\n7,3\n7,4\n2,2\n9,9\n9,8\n", to: "old.csv")
            try folder.write("unique_id_l,unique_id_r\n5,3\n77,1\n", to: "apart.csv")
            try folder.write("unique_id_l,unique_id_r\n5,5\n", to: "self.csv")
            let ending = try folder.weft.run(
                ["link", "cluster", "--pairs", "pairs.csv", "--output", "out.csv"] + arguments)
            return (folder, ending)
        }

        private func lines(_ folder: Folder, _ name: String = "out.csv") throws -> [String] {
            try folder.weft.text(folder.url.appending(path: name))
                .split(whereSeparator: \.isNewline).map(String.init)
        }

        @Test func `without a threshold the best expected one is taken, and said`() throws {
            let (folder, ending) = try cluster()
            #expect(ending.code == 0, "\(ending.messages)")
            #expect(ending.messages.contains("from 2 bits on, where the best balance"))
            #expect(
                try lines(folder) == [
                    "cluster_id,unique_id", "1,1", "1,2", "1,3", "1,4", "1,5", "10,10",
                ])
        }

        @Test func `a file without weak pairs cannot tell the best threshold`() throws {
            let strong = "unique_id_l,unique_id_r,match_weight\n1,2,9\n2,3,0.5\n"
            let (_, ending) = try cluster(pairs: strong)
            #expect(ending.code != 0)
            #expect(ending.messages.contains("start at 0.5 bits"))
            #expect(ending.messages.contains("--threshold-weight"))

            let (_, told) = try cluster("--pairs-from", "-5", pairs: strong)
            #expect(told.code == 0, "\(told.messages)")
            let (_, both) = try cluster("--pairs-from", "-5", "--threshold-weight", "1")
            #expect(both.messages.contains("only goes without a threshold"))
        }

        @Test func `several thresholds are columns, called as Splink calls them`() throws {
            let (folder, ending) = try cluster(
                "--threshold-weight", "2.5", "--threshold-weight", "-5", "--json")
            #expect(ending.code == 0, "\(ending.messages)")
            #expect(
                try lines(folder) == [
                    "unique_id,cluster_mw_-5,cluster_mw_2_5", "1,1,1", "2,1,1", "3,1,1", "4,1,4",
                    "5,1,4", "10,1,10",
                ])
            #expect(ending.output.contains(#""maxClusterSize" : 3"#), "\(ending.output)")

            let by = try cluster("--threshold-probability", "0.95", "--threshold-probability", "0")
            #expect(try lines(by.folder)[0] == "unique_id,cluster_0_0,cluster_p_0_95")
        }

        @Test func `known differences part clusters and the weaker link is told of`() throws {
            let (folder, ending) = try cluster(
                "--threshold-weight", "0", "--cannot-link", "apart.csv", "--left-out", "left.csv")
            #expect(ending.code == 0, "\(ending.messages)")
            #expect(
                try lines(folder) == [
                    "cluster_id,unique_id", "1,1", "1,2", "1,3", "4,4", "4,5", "10,10",
                ])
            #expect(
                try lines(folder, "left.csv").last == "3,4,2.0,known to be different,3,5")
        }

        @Test func `one record of each source is kept`() throws {
            for extra in [[], ["--greedy"]] {
                let folder = try Folder()
                try folder.write(Self.linked, to: "pairs.csv")
                let ending = try folder.weft.run(
                    [
                        "link", "cluster", "--pairs", "pairs.csv", "--output", "out.csv",
                        "--threshold-weight", "0", "--one-to-one",
                    ] + extra)
                #expect(ending.code == 0, "\(ending.messages)")
                #expect(
                    try lines(folder) == [
                        "cluster_id,source_dataset,unique_id", "a-__-1,a,1", "a-__-1,b,2",
                        "a-__-2,a,2", "b-__-1,b,1",
                    ])
            }
        }

        @Test func `weak links are told of for each cluster`() throws {
            let (folder, ending) = try cluster(
                "--threshold-weight", "0", "--details", "details.csv", "--json")
            #expect(ending.code == 0, "\(ending.messages)")
            let row = try lines(folder, "details.csv")[1]
            #expect(row.hasPrefix("1,5,5,0.5,"), "\(row)")
            #expect(row.hasSuffix(",2.0,3,4,2,2.0,3,4"), "\(row)")
            #expect(ending.output.contains(#""bridges" : 2"#), "\(ending.output)")
        }

        @Test func `clusters keep their ids and history tells what changed`() throws {
            let (folder, ending) = try cluster(
                "--threshold-weight", "3", "--previous", "old.csv", "--history", "history.csv")
            #expect(ending.code == 0, "\(ending.messages)")
            // 2 was alone before, and 3 came from a pair: both share one record with the cluster.
            #expect(try lines(folder)[1] == "2,1")
            #expect(
                try lines(folder, "history.csv") == [
                    "event,previous_cluster_id,cluster_id,records,records_before,records_after",
                    "grown,7,2,1,2,3", "grown,7,7,1,2,2", "split,7,2,1,2,5", "split,7,7,1,2,5",
                    "removed,9,,0,2,0",
                ])
        }

        @Test(arguments: [
            (["--threshold-weight", "1", "--threshold-probability", "0.5"], "Give a threshold"),
            (["--threshold-probability", "1.5"], "from 0 to 1"),
            (["--threshold-weight", "1", "--threshold-weight", "1"], "each threshold once"),
            (
                ["--threshold-weight", "1", "--threshold-weight", "2", "--details", "d.csv"],
                "give one threshold"
            ),
            (["--threshold-weight", "1", "--one-to-one"], "of which source"),
            (["--threshold-weight", "1", "--ties", "drop"], "--one-to-one"),
            (["--threshold-weight", "1", "--history", "h.csv"], "--previous"),
            (["--threshold-weight", "1", "--cannot-link", "self.csv"], "different from itself"),
            (["--threshold-weight", "1", "--cannot-link", "none.csv"], "no file `none.csv`"),
            (["--threshold-weight", "1", "--previous", "pairs.csv"], "does not hold clusters"),
        ])
        func `what does not fit together is refused in one sentence`(
            arguments: [String], said: String
        ) throws {
            let folder = try Folder()
            try folder.write(Self.pairs, to: "pairs.csv")
            try folder.write("unique_id_l,unique_id_r\n5,5\n", to: "self.csv")
            let ending = try folder.weft.run(
                ["link", "cluster", "--pairs", "pairs.csv", "--output", "out.csv"] + arguments)
            #expect(ending.code == 2 || ending.code == 3, "\(ending.messages)")
            #expect(ending.messages.contains(said), "\(ending.messages)")
        }

        @Test(arguments: [
            ("", "is empty"), ("a,b\n", "does not hold pairs"),
            ("unique_id_l,unique_id_r,match_weight\n1,2\n", "2 values on line 2"),
            ("unique_id_l,unique_id_r,match_weight\n1,2,x\n", "on line 2"),
            ("unique_id_l,unique_id_r,match_weight\n1,2,nan\n", "no number"),
            ("unique_id_l,unique_id_r,match_weight\n1,\"2,3\n", "not closed, from line 2"),
        ])
        func `a file that holds no pairs is refused with the line`(
            pairs: String, said: String
        ) throws {
            let (_, ending) = try cluster("--threshold-weight", "1", pairs: pairs)
            #expect(ending.code == 3, "\(ending.messages)")
            #expect(ending.messages.contains(said), "\(ending.messages)")
        }

        @Test func `quoted ids, blank lines and a mark at the start are read`() throws {
            let (folder, ending) = try cluster(
                "--threshold-weight", "1",
                pairs: "\u{FEFF}unique_id_l,unique_id_r,match_weight\r\n\"a,\"\"1\",b,2e0\r\n\r\n"
                    + "b,\"c\nd\",1.25")
            #expect(ending.code == 0, "\(ending.messages)")
            let text = try folder.weft.text(folder.url.appending(path: "out.csv"))
            #expect(text.contains("\"a,\"\"1\",\"a,\"\"1\""), "\(text)")
            #expect(text.contains("\"c\nd\""), "\(text)")
        }
    }
}
