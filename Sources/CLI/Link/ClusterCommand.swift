import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link cluster`: joins pairs into clusters.
struct ClusterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster", abstract: "Join pairs into clusters of one person each.",
        discussion: """
            With several thresholds the output has a column for each, called as in Splink. With \
            --one-to-one a cluster holds at most one record of a source; with --cannot-link no \
            two records that are known to be different. With --previous clusters keep their ids.
            """)

    @Option(help: "The CSV file with pairs that `weft link predict` wrote.")
    var pairs: String

    @OptionGroup var thresholds: ClusterThresholds

    @Option(help: "The CSV file to write the clusters to.")
    var output: String

    @OptionGroup var limits: ClusterLimits

    @Option(help: "A CSV file to write a row for each cluster to: size, weakest link, bridges.")
    var details: String?

    @OptionGroup var past: ClusterPast

    @Flag(help: "Write a summary as JSON to standard output.")
    var json = false

    func validate() throws {
        guard
            thresholds.weights.count == 1
                || !limits.areSet && details == nil && past.previous == nil
        else {
            throw ValidationError(
                "Several thresholds only go with plain clusters; for --one-to-one, "
                    + "--cannot-link, --details and --previous give one threshold.")
        }
    }

    func run() throws {
        try OutputPaths.check(output, details, past.history, limits.leftOut)
        var stages = Stages()
        stages.begin("Reading the pairs")
        let edges = try PairFile(pairs, leastWeight: thresholds.weights.min() ?? 0)
        stages.begin("Joining the pairs")
        if thresholds.weights.count > 1 { return try runMany(edges, &stages) }
        let threshold = thresholds.weights[0]
        let (clusters, leftOut) = try limits.clusters(edges, threshold)
        let named = try past.named(clusters, edges)
        try edges.write(named.clusters, to: output)
        var anatomies: [ClusterAnatomy]?
        if details != nil || json {
            stages.begin("Looking for weak links")
            anatomies = ClusterAnatomy.anatomies(
                of: named.clusters.map(\.members), recordCount: edges.records.count, edges.pairs)
        }
        if let details, let anatomies {
            try ClusterDetails(edges, named.clusters, anatomies).write(to: details)
        }
        let summary = ClusterReport(
            clusters: clusters, anatomies: anatomies, leftOut: leftOut, events: named.events,
            stages: stages.ended())
        try Output.show(summary, json: json, lines: summary.lines(output))
    }

    private func runMany(_ edges: PairFile, _ stages: inout Stages) throws {
        let tree = MergeTree(recordCount: edges.records.count, edges.pairs)
        let sorted = thresholds.weights.sorted()
        stages.begin("Writing the clusters")
        try edges.write(
            sorted.map { (thresholds.heading($0), tree.firstMembers(at: $0)) }, to: output)
        let summary = ThresholdReport(
            thresholds: sorted.map { ThresholdReport.Line(tree.summary(at: $0)) },
            stages: stages.ended())
        try Output.show(
            summary, json: json,
            lines: summary.thresholds.map(\.words) + ["The clusters are in \(output)."])
    }
}

/// From which evidence on a pair counts.
struct ClusterThresholds: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: "Join pairs of at least this match weight, in bits; give it again for several.")
    var thresholdWeight: [Double] = []

    @Option(
        help: "Join pairs of at least this probability, 0 to 1; give it again for several.")
    var thresholdProbability: [Double] = []

    func validate() throws {
        guard thresholdWeight.isEmpty != thresholdProbability.isEmpty else {
            throw ValidationError(
                "Give a threshold as --threshold-weight or as --threshold-probability.")
        }
        guard thresholdProbability.allSatisfy((0...1).contains) else {
            throw ValidationError("A threshold probability is from 0 to 1.")
        }
        guard !thresholdWeight.contains(where: \.isNaN), Set(weights).count == weights.count else {
            throw ValidationError("Give each threshold once, as a number.")
        }
    }

    /// The thresholds in bits, as they were given.
    var weights: [Double] {
        thresholdWeight + thresholdProbability.map { matchWeight(ofProbability: $0) }
    }

    /// What Splink calls the column of a threshold: `cluster_mw_2_5`, `cluster_p_0_95`.
    func heading(_ weight: Double) -> String {
        func digits(_ number: Double) -> String {
            var text = String(format: "%.6f", number)
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
            return text.replacing(".", with: "_")
        }
        if weight.isInfinite, thresholdWeight.isEmpty {
            return weight < 0 ? "cluster_0_0" : "cluster_1_0"
        }
        if weight.isInfinite { return weight < 0 ? "cluster_mw_minus_inf" : "cluster_mw_inf" }
        let given = zip(weights, thresholdProbability).first { $0.0 == weight }?.1
        return given.map { "cluster_p_" + digits($0) } ?? "cluster_mw_" + digits(weight)
    }
}
