import ArgumentParser
import Foundation
import Linkage

/// `weft link model`: writes a model as JSON, and says whether Splink can load it.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Write a model as JSON that Splink can load.")

    @Option(help: "The model: YAML, or settings as Splink saves them.")
    var model: String

    @Option(help: "The JSON file to write.")
    var output: String

    func run() throws {
        try OutputPaths.check(output)
        let read = try LinkFiles.model(model)
        let written = read.with(
            training: TrainingPlan(
                emConvergence: read.training.emConvergence,
                maximumIterations: read.training.maximumIterations))
        try LinkFiles.write(written, to: output)
        for obstacle in written.obstaclesToSplink { Failure.say(obstacle) }
        print("The model is in \(output).")
    }
}
