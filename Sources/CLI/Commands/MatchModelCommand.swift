import ArgumentParser
import Exchange
import Foundation
import Governance
import Linkage
import Records

/// Versions of match models: draft, change, train, examine, choose the cut-off, sign off.
struct MatchModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Build and sign off the models by which files are compared.",
        discussion: """
            A version is a draft, then trained, then signed off by an approver who had no part in \
            building it. Then new matches use it and it never changes.

            Where a command changes a version, --seen N refuses it if somebody changed the version \
            since `weft match model show` printed revision N.
            """,
        subcommands: [
            List.self, Show.self, New.self, Export.self, Change.self, Files.self, CountPairs.self,
            Train.self, Examine.self, Compare.self, SetCutOff.self, SignOff.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the own body's versions, by purpose, the newest first.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let models = try await store.models(seenBy: person).map { ShownModel($0) }
            try actorOptions.show(["models": models], lines: models.map(\.line))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a version: its levels with m, u and weight, and its training.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The version's code.") var model: MatchModel.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let shown = ShownVersion(try await store.model(model, seenBy: person))
            try actorOptions.show(shown, lines: shown.lines)
        }
    }

    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draft a version: from the model of people, a version or a file.",
            discussion: """
                --import takes settings of Splink 4 or 5, or what `weft link propose` and `weft \
                match model export` wrote. Their columns are called as in the data dictionary.
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Option(help: "The code of the purpose that it is for.") var purpose: Purpose.ID
        @Option(help: "The version to start from.") var from: MatchModel.ID?
        @Option(name: .customLong("import"), help: "The file to start from.") var file: String?
        @Option(help: "What to say about it, for those who come after.") var notes = ""

        func validate() throws {
            guard from == nil || file == nil else {
                throw ValidationError("Start from a version or from a file, not from both.")
            }
        }

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let start: ModelStart
            if let file {
                start = .imported(try MatchModelCommand.read(file, store).withUsualRounds)
            } else {
                start = from.map { .version($0) } ?? .builtIn
            }
            try actorOptions.show(
                try await store.draftModel(for: purpose, from: start, notes: notes, by: person))
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a version as settings in JSON.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The version's code.") var model: MatchModel.ID
        @Flag(help: "As Splink 4 and 5 load it, without the plan of training.")
        var forSplink = false
        @Option(help: "The file to write; without it, standard output.") var output: String?

        func run() async throws {
            try OutputPaths.check(output)
            let (store, person) = try await actorOptions.open()
            let bytes =
                try await store.exportedModel(model, forSplink: forSplink, by: person)
                + [UInt8(ascii: "\n")]
            guard let output else { return Output.write(bytes) }
            try ResultFile.write(bytes, to: output)
            try actorOptions.show(["file": output], lines: ["The model is in \(output)."])
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replace the model or the notes of a version that is still open.",
            discussion: """
                With another model the version must be trained again; other notes leave it as it is.
                """)
        @OptionGroup var actorOptions: ActorOptions
        @OptionGroup var version: OpenVersion
        @Option(help: "The file with the model, as `weft match model export` writes it.")
        var settings: String?
        @Option(help: "The new notes.") var notes: String?

        func validate() throws {
            guard settings != nil || notes != nil else {
                throw ValidationError("Say what changes: --settings FILE or --notes TEXT.")
            }
        }

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let old = try await store.model(version.model, seenBy: person)
            guard let settings else {
                return try actorOptions.show(
                    try await store.changeNotes(
                        of: old.id, to: notes ?? "", seen: version.revision(old), by: person))
            }
            let model = try MatchModelCommand.read(settings, store)
            try actorOptions.show(
                try await store.changeModel(
                    old.id, to: model, notes: notes ?? old.notes, seen: version.revision(old),
                    by: person))
        }
    }

    /// The model in a file: settings as JSON, or an outline as YAML.
    static func read(_ path: String, _ store: Store) throws -> LinkageModel {
        let bytes = try fileBytes(path)
        if OutlineFile.holdsYAML(path, Data(bytes)) { return try LinkFiles.model(path) }
        return try store.importedModel(bytes)
    }
}

/// A version that a command changes.
struct OpenVersion: ParsableArguments {
    @Argument(help: "The version's code.") var model: MatchModel.ID
    @Option(help: "The revision that you looked at; without it, the newest.") var seen: Int?

    /// The revision that the person had before them.
    func revision(_ version: MatchModel) -> Int { seen ?? version.revision }
}

extension ActorOptions {
    /// Prints a version as the list has it.
    func show(_ version: MatchModel) throws {
        let shown = ShownModel(version)
        try show(shown, lines: [shown.line])
    }
}
