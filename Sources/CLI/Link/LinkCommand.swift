import ArgumentParser

/// `weft link`: linkage by itself, on files, without a data folder.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Find records that are about the same person.",
        discussion: "It reads CSV files and models in YAML or as Splink 4 and 5 save them.",
        subcommands: [
            TrainCommand.self, PredictCommand.self, ClusterCommand.self, UpdateCommand.self,
            RunCommand.self, BlockCountCommand.self, EvaluateCommand.self, ExplainCommand.self,
            ReportCommand.self, LabelSampleCommand.self, LinkConditionCommand.self,
            ModelCommand.self,
        ])
}
