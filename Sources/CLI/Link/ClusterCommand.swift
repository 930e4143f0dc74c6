import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link cluster`: joins pairs into clusters.
struct ClusterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster", abstract: "Join pairs into clusters of one person each.")

    @Option(help: "The CSV file with pairs that `weft link predict` wrote.")
    var pairs: String

    @Option(
        parsing: .unconditional,
        help: "Join pairs of at least this match weight, in bits.")
    var thresholdWeight: Double

    @Option(help: "The CSV file to write the clusters to.")
    var output: String

    @Flag(help: "Write a summary as JSON to standard output.")
    var json = false

    func run() throws {
        var stages = Stages()
        stages.begin("Reading the pairs")
        let edges = try PairFile(pairs)
        stages.begin("Joining the pairs")
        let clusters = edges.clusters(threshold: thresholdWeight)
        try edges.write(clusters, to: output)
        try Output.show(
            Summary(
                clusters: clusters.count, records: clusters.reduce(0) { $0 + $1.count },
                largest: clusters.map(\.count).max() ?? 0, stages: stages.ended()),
            json: json, lines: ["\(clusters.count) clusters are in \(output)."])
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let clusters: Int
        let records: Int
        let largest: Int
        let stages: [Stages.Stage]
        let peakMemoryMegabytes = Stages.peakMemory
    }
}
