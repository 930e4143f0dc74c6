import ArgumentParser

/// `weft link`: linkage by itself, on files, without a data folder.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Find records that are about the same person.",
        subcommands: [
            TrainCommand.self, PredictCommand.self, ClusterCommand.self, RunCommand.self,
        ])
}
