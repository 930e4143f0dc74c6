import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link run`: trains a model, scores the pairs and joins them, in one go.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Train, score and join in one go.",
        discussion: """
            Without a threshold, pairs are joined from the weight with the best expected F1 on, \
            which needs no label. The file of pairs then has all from -5 bits up, so that \
            `weft link cluster` can move the cut-off without scoring again.
            """)

    @OptionGroup var options: LinkOptions
    @OptionGroup var training: TrainingOptions
    @OptionGroup var households: HouseholdOptions

    @OptionGroup var cutOff: RunCutOff

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
        let homes = try households.trained(
            trained, planned: model.training.households, records)
        if let obstacle = homes?.obstacle { Failure.say(obstacle.sentence) }
        let weights = PairWeights(options.limited(trained), homes?.household, records)
        let pairs = try weights.pairs(threshold: cutOff.limit, threads: options.threads)
        stages.begin("Writing the results")
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let modelFile = folder.appending(path: "model.json").path
        if let household = homes?.household {
            try LinkFiles.write(household, to: modelFile)
        } else {
            try LinkFiles.write(trained, to: modelFile)
        }
        var writer = try PairWriter(
            folder.appending(path: "pairs.csv").path, inputs, weights.patternLayout)
        try writer.write(pairs)
        // Only now: where no cut-off can be chosen, model and pairs are not lost.
        let threshold = try cutOff.chosen(WeightHistogram(pairs))
        Failure.say(threshold.reason)
        stages.begin("Joining the pairs")
        let edges = PairFile(pairs, inputs)
        let clusters = edges.clusters(threshold: threshold.matchWeight)
        try edges.write(clusters, to: folder.appending(path: "clusters.csv").path)
        try Output.show(
            Summary(
                records: records.count, pairs: pairs.count, clusters: clusters.count,
                threshold: threshold, pairsFrom: max(cutOff.limit, -.greatestFiniteMagnitude),
                households: HouseholdSummary(homes), stages: stages.ended()),
            json: options.json,
            lines: ["\(pairs.count) pairs and \(clusters.count) clusters are in \(output)."])
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let records: Int
        let pairs: Int
        let clusters: Int
        let threshold: ChosenThreshold
        /// The least weight of a pair in the file of pairs, in bits; JSON has no infinity.
        let pairsFrom: Double
        /// Whether the people of a home are told apart; nil where nobody asked.
        let households: HouseholdSummary?
        let stages: [Stages.Stage]
        let peakMemoryMegabytes = Stages.peakMemory
    }
}
