import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link evaluate`: how well pairs agree with what is known.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure pairs against what is known to be true.")

    @Option(help: "The CSV file with pairs that `weft link predict` wrote.")
    var pairs: String

    @Option(
        help: """
            The column of the input whose equal values say that records match, or a CSV file \
            with pairs that match, their columns called as in the file of pairs.
            """)
    var truth: String

    @Option(help: "A CSV file with records; give it again for each file.")
    var input: [String]

    @Option(
        help: """
            A CSV file to write the measures at every threshold to: precision, recall, F1, right \
            and wrong links, and the rate of wrong links over all pairs that may match.
            """)
    var curve: String?

    @Option(help: "The CSV file with clusters that `weft link cluster` wrote, to measure them.")
    var clusters: String?

    @Flag(help: "Count the records that could not even be matched to a copy; needs --model.")
    var unlinkables = false

    @Option(help: "The model, as JSON, for --unlinkables.")
    var model: String?

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard !unlinkables || model != nil else {
            throw ValidationError("Give the model by which records are weighed: --model FILE.")
        }
        guard !input.isEmpty else { throw ValidationError("Give at least one file: --input FILE.") }
    }

    func run() throws {
        try OutputPaths.check(curve)
        let file = try PairTable(pairs)
        let labels = try TruthLabels(truth, input, file)
        let points = labels.curve(file)
        guard let best = points.best else {
            throw Problem("The file `\(pairs)` holds no pair, so there is nothing to measure.")
        }
        if let curve { try Self.write(points, to: curve) }
        let measured = try clusters.map { try ClusterFile($0).clusters }
            .map { ClusterMeasures(labels.accuracy(ofClusters: $0)) }
        let summary = Summary(
            truePairs: labels.matchCount, otherPairs: labels.nonMatches,
            predictedPairs: file.pairs.count, best: AccuracyPoint(best),
            atHalf: AccuracyPoint(points.point(at: 0)),
            atProbability95: AccuracyPoint(points.point(at: matchWeight(ofProbability: 0.95))),
            clusters: measured, unlinkables: try unlinkable(best.threshold))
        try Output.show(summary, json: json, lines: summary.lines)
    }

    private static func write(_ curve: AccuracyCurve, to path: String) throws {
        var csv = CSVWriter(
            headings: [
                "threshold", "precision", "recall", "f1", "true_positives", "false_positives",
                "false_negatives", "false_positive_rate",
            ], for: .programs)
        for point in curve.points {
            csv.append([
                "\(point.threshold)", "\(point.precision)", "\(point.recall)", "\(point.f1)",
                "\(point.truePositives)", "\(point.falsePositives)", "\(point.falseNegatives)",
                "\(point.falsePositiveRate)",
            ])
        }
        try ResultFile.write(csv.bytes, to: path)
    }

    private func unlinkable(_ bestThreshold: Double) throws -> UnlinkableSummary? {
        guard unlinkables, let model else { return nil }
        let options = try LinkOptions.parse(
            ["--model", model] + input.flatMap { ["--input", $0] })
        let (_, weights) = try options.readWeights()
        return UnlinkableSummary(weights.unlinkables, bestThreshold: bestThreshold)
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let truePairs: Int
        /// The pairs that may match and do not, over which the rate of wrong links is taken.
        let otherPairs: Int
        let predictedPairs: Int
        let best: AccuracyPoint
        let atHalf: AccuracyPoint
        let atProbability95: AccuracyPoint
        let clusters: ClusterMeasures?
        let unlinkables: UnlinkableSummary?

        var lines: [String] {
            [
                "\(truePairs) pairs are known to match; the file holds \(predictedPairs) pairs.",
                "Best F1: \(best.words)", "At even odds: \(atHalf.words)",
                "At a probability of 0.95: \(atProbability95.words)",
            ] + (clusters?.lines ?? []) + (unlinkables?.lines ?? [])
        }
    }
}

extension LinkOptions {
    /// The files read and weighed by a model that must be fit for use.
    func readWeights() throws -> (inputs: LinkInputs, weights: PairWeights) {
        let read = try readModel()
        guard read.problems.isEmpty else { throw Problem(read.problems.joined(separator: " ")) }
        let inputs = try LinkInputs(self, for: read.withSplinkDefaults)
        let weights = PairWeights(
            inputs.model, try readHousehold(),
            EncodedRecords(inputs.tables, for: inputs.model))
        if let problem = weights.records.firstProblem { throw Problem("\(problem)") }
        return (inputs, weights)
    }
}
