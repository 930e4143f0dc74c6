import ArgumentParser

/// Record linkage: find the records that are about one person.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Find the records that are about one person.",
        subcommands: [LinkConditionCommand.self])
}
