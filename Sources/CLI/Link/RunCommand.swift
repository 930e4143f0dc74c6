import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link run`: trains a model, scores the pairs and joins them, in one go.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Train, score and join in one go.")

    @OptionGroup var options: LinkOptions
    @OptionGroup var training: TrainingOptions
    @OptionGroup var households: HouseholdOptions

    @Option(
        parsing: .unconditional,
        help: "Keep pairs of at least this match weight, in bits.")
    var thresholdWeight = 0.0

    @Option(help: "The folder to write model.json, pairs.csv and clusters.csv to.")
    var output: String

    func run() throws {
        try OutputPaths.checkFolder(output, files: ["model.json", "pairs.csv", "clusters.csv"])
        var stages = Stages()
        let model = try training.planned(try options.readModel())
        stages.begin("Reading the records")
        let inputs = try LinkInputs(options, for: model)
        stages.begin("Training the model")
        let records = EncodedRecords(inputs.tables, for: inputs.model)
        let trained = try training.trained(
            inputs.model, inputs, records, threads: options.threads
        ).model.withoutPlan
        stages.begin("Scoring the pairs")
        let homes = try households.trained(trained, records)
        if let obstacle = homes?.obstacle { Failure.say(obstacle.sentence) }
        let weights = PairWeights(options.limited(trained), homes?.household, records)
        let pairs = try weights.pairs(threshold: thresholdWeight, threads: options.threads)
        stages.begin("Writing the results")
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let modelFile = folder.appending(path: "model.json").path
        if let household = homes?.household {
            try LinkFiles.write(household, to: modelFile)
        } else {
            try LinkFiles.write(trained, to: modelFile)
        }
        let file = folder.appending(path: "pairs.csv").path
        var writer = try PairWriter(file, inputs, weights.patternLayout)
        try writer.write(pairs)
        let edges = try PairFile(file)
        let clusters = edges.clusters(threshold: thresholdWeight)
        try edges.write(clusters, to: folder.appending(path: "clusters.csv").path)
        try Output.show(
            Summary(
                records: records.count, pairs: pairs.count, clusters: clusters.count,
                households: HouseholdSummary(homes), stages: stages.ended()),
            json: options.json,
            lines: ["\(pairs.count) pairs and \(clusters.count) clusters are in \(output)."])
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let records: Int
        let pairs: Int
        let clusters: Int
        /// Whether the people of a home are told apart; nil where nobody asked.
        let households: HouseholdSummary?
        let stages: [Stages.Stage]
        let peakMemoryMegabytes = Stages.peakMemory
    }
}
