import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link predict`: scores the candidate pairs of files by a trained model.
struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "Score pairs of records by a trained model.")

    @OptionGroup var options: LinkOptions

    @Option(
        parsing: .unconditional,
        help: "Keep pairs of at least this match weight, in bits; without it, all pairs.")
    var thresholdWeight: Double?

    @Option(help: "Keep pairs of at least this probability, 0 to 1.")
    var thresholdProbability: Double?

    @Option(help: "The CSV file to write the pairs to.")
    var output: String

    func validate() throws {
        guard thresholdWeight == nil || thresholdProbability == nil else {
            throw ValidationError("Give a weight or a probability as threshold, not both.")
        }
        if let thresholdProbability, !(0...1).contains(thresholdProbability) {
            throw ValidationError("A threshold probability is from 0 to 1.")
        }
    }

    func run() throws {
        try OutputPaths.check(output)
        var stages = Stages()
        let read = try options.readModel()
        guard read.problems.isEmpty else { throw Problem(read.problems.joined(separator: " ")) }
        let model = read.withSplinkDefaults
        stages.begin("Reading the records")
        let inputs = try LinkInputs(options, for: model)
        let records = EncodedRecords(inputs.tables, for: inputs.model)
        stages.begin("Scoring the pairs")
        let weights = PairWeights(inputs.model, try options.readHousehold(), records)
        let pairs = try weights.pairs(threshold: threshold, threads: options.threads)
        stages.begin("Writing the pairs")
        var writer = try PairWriter(output, inputs, weights.patternLayout)
        try writer.write(pairs)
        try Output.show(
            Summary(records: records.count, pairs: pairs.count, stages: stages.ended()),
            json: options.json,
            lines: ["\(pairs.count) pairs of \(records.count) records are in \(output)."])
    }

    private var threshold: Double {
        if let thresholdProbability { return matchWeight(ofProbability: thresholdProbability) }
        return thresholdWeight ?? -.infinity
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let records: Int
        let pairs: Int
        let stages: [Stages.Stage]
        let peakMemoryMegabytes = Stages.peakMemory
    }
}
