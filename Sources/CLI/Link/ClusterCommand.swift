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
            two records that are known to be different. With --previous clusters keep their ids. \
            Without a threshold the weight with the best expected F1 is taken, if the file has \
            enough weak pairs to tell.
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
            thresholds.weights.count < 2
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
        let edges = try PairFile(pairs, leastWeight: thresholds.weights.min() ?? -.infinity)
        stages.begin("Joining the pairs")
        if thresholds.weights.count > 1 { return try runMany(edges, &stages) }
        let threshold = try thresholds.chosen(edges, pairs)
        Failure.say(threshold.reason)
        let (clusters, leftOut) = try limits.clusters(edges, threshold.matchWeight)
        let named = try past.named(clusters, edges)
        try edges.write(named.clusters, to: output)
        var anatomies: [ClusterAnatomy]?
        if details != nil || json {
            stages.begin("Looking for weak links")
            anatomies = ClusterAnatomy.anatomies(
                of: named.clusters.map(\.members), recordCount: edges.records.count,
                edges.pairs.filter { $0.weight >= threshold.matchWeight })
        }
        if let details, let anatomies {
            try ClusterDetails(edges, named.clusters, anatomies).write(to: details)
        }
        let summary = ClusterReport(
            clusters: clusters, threshold: threshold, anatomies: anatomies, leftOut: leftOut,
            events: named.events, stages: stages.ended())
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

    @Option(
        parsing: .unconditional,
        help: """
            Without a threshold: the least match weight that pairs were kept from, in bits; \
            usually taken to be that of the weakest pair.
            """)
    var pairsFrom: Double?

    func validate() throws {
        guard thresholdWeight.isEmpty || thresholdProbability.isEmpty else {
            throw ValidationError(
                "Give a threshold as --threshold-weight or as --threshold-probability, not both.")
        }
        guard thresholdProbability.allSatisfy((0...1).contains) else {
            throw ValidationError("A threshold probability is from 0 to 1.")
        }
        guard weights.isEmpty || pairsFrom == nil else {
            throw ValidationError("--pairs-from only goes without a threshold.")
        }
        guard !thresholdWeight.contains(where: \.isNaN), Set(weights).count == weights.count else {
            throw ValidationError("Give each threshold once, as a number.")
        }
    }

    /// The thresholds in bits, as they were given.
    var weights: [Double] {
        thresholdWeight + thresholdProbability.map { matchWeight(ofProbability: $0) }
    }

    /// The one threshold that was given, or else the best expected of the pairs in a file.
    func chosen(_ file: PairFile, _ path: String) throws -> ChosenThreshold {
        if let weight = weights.first { return ChosenThreshold(given: weight) }
        var histogram = WeightHistogram([])
        for pair in file.pairs { histogram.add(pair.weight) }
        let least = pairsFrom ?? file.pairs.map(\.weight).min() ?? -.infinity
        guard let best = histogram.bestEstimate(ofPairsFrom: least) else {
            throw Problem(
                "The pairs in `\(path)` start at \(ChosenThreshold.bits(least)) bits, so a better "
                    + "cut-off may lie below what the file holds; give one with "
                    + "--threshold-weight, or say with --pairs-from if pairs were kept from a "
                    + "lower weight, such as \(ChosenThreshold.bits(RunCutOff.lowest)).")
        }
        return ChosenThreshold(best)
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
