import ArgumentParser
import Foundation
import Linkage
import Records
import Web

/// `weft link report`: a linkage on one page of HTML.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write charts of a linkage as one page of HTML.",
        discussion: """
            The page stands by itself, without scripts or a network. It holds no value of a record \
            unless you ask for samples.
            """)

    @OptionGroup var options: LinkOptions

    @Option(
        help: "The CSV file with pairs that `weft link predict` wrote; without it, they are scored."
    )
    var pairs: String?

    @Option(
        help: "The column of the input whose equal values say that records match, or a CSV file.")
    var truth: String?

    @Option(help: "The file with what `weft link train --json` printed, to show each round.")
    var training: String?

    @Option(help: "How many pairs of each of the commonest patterns to show, values and all.")
    var samples = 0

    @Option(help: "How many pairs a person decides in an hour.")
    var pairsPerHour = 60.0

    @Option(help: "The HTML file to write.")
    var output: String

    func validate() throws {
        guard samples >= 0, samples <= 100 else {
            throw ValidationError("Show from 0 to 100 pairs of a pattern.")
        }
        guard pairsPerHour > 0, pairsPerHour.isFinite else {
            throw ValidationError("A person decides more than no pair an hour.")
        }
    }

    func run() throws {
        try OutputPaths.check(output)
        var stages = Stages()
        stages.begin("Reading the records")
        let (inputs, weights) = try options.readWeights()
        let training = try training.map(Self.read)
        stages.begin(pairs == nil ? "Scoring the pairs" : "Reading the pairs")
        let scored = try ReportPairs(pairs, truth, options, inputs, weights)
        stages.begin("Counting")
        let report = ReportContents(
            model: options.model, inputs: inputs, weights: weights, pairs: scored,
            training: training, samples: samples, pairsPerHour: pairsPerHour
        ).report
        stages.begin("Writing the report")
        try ResultFile.write(report.bytes, to: output)
        let summary = Summary(report, stages: stages.ended())
        try Output.show(
            summary, json: options.json, lines: [summary.sentence, "The report is in \(output)."])
    }

    private static func read(_ path: String) throws -> LinkageReport.Training {
        let data = Data(try fileBytes(path))
        guard let training = try? JSONDecoder().decode(LinkageReport.Training.self, from: data)
        else {
            throw Problem(
                "The file `\(path)` does not say how training went; save what "
                    + "`weft link train --json` prints.")
        }
        return training
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let records: Int
        let pairs: Int
        let suggestedThreshold: Double
        let links: Int
        let expectedPrecision: Double
        let expectedRecall: Double
        let expectedF1: Double
        let measured: AccuracyPoint?
        let unlinkableRecords: Int
        let patterns: Int
        let samples: Int
        let stages: [Stages.Stage]
        let peakMemoryMegabytes = Stages.peakMemory

        init(_ report: LinkageReport, stages: [Stages.Stage]) {
            let best = report.histogram.bestEstimate
            records = report.inputs.reduce(0) { $0 + $1.records }
            pairs = report.histogram.pairCount
            suggestedThreshold = best.threshold
            links = best.pairs
            expectedPrecision = best.precision
            expectedRecall = best.recall
            expectedF1 = best.f1
            measured = report.truth.map { AccuracyPoint($0.curve.point(at: best.threshold)) }
            unlinkableRecords = report.unlinkables.count(below: best.threshold)
            patterns = report.patterns.count
            samples = report.samples.reduce(0) { $0 + $1.count }
            self.stages = stages
        }

        var sentence: String {
            String(
                format: "From %.2f bits on, %d pairs are linked; expected F1 %.4f.",
                suggestedThreshold, links, expectedF1)
                + (measured.map { " Measured: \($0.words)" } ?? "")
        }
    }
}
