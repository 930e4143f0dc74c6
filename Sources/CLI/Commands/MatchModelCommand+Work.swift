public import ArgumentParser
public import Exchange
import Governance
import Linkage
import Records

/// Two loads of one agreement for a version's purpose.
struct TwoLoads: ParsableArguments {
    @Argument(help: "The load on the left: accounts.") var left: Exchange.Load.ID
    @Argument(help: "The load on the right: the register.") var right: Exchange.Load.ID
}

extension MatchModelCommand {
    struct Files: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the pairs of loads on which a version can be trained.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The version's code.") var model: MatchModel.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let version = try await store.model(model, seenBy: person)
            let pairs = try await store.filePairs(for: version, seenBy: person).map {
                Pair(
                    left: $0.left.id, right: $0.right.id, agreement: $0.left.agreement,
                    items: $0.items)
            }
            try actorOptions.show(
                ["files": pairs], lines: pairs.map { "\($0.left)\t\($0.right)\t\($0.agreement)" })
        }

        private struct Pair: Encodable {
            let left: Exchange.Load.ID
            let right: Exchange.Load.ID
            let agreement: SharingAgreement.ID
            let items: [DataItem.ID]
        }
    }

    struct CountPairs: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "count-pairs",
            abstract: "Count the pairs that each blocking rule makes of two loads.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The version's code.") var model: MatchModel.ID
        @OptionGroup var loads: TwoLoads

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let shown = ShownBlocks(
                try await store.countBlocks(
                    of: model, on: loads.left, with: loads.right, by: person))
            try actorOptions.show(shown, lines: shown.lines)
        }
    }

    struct Train: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Train an open version on two loads; the decision is logged.")
        @OptionGroup var actorOptions: ActorOptions
        @OptionGroup var version: OpenVersion
        @OptionGroup var loads: TwoLoads
        @Option(help: "The seed: the same loads and seed give the same model.")
        var seed: UInt64 = 2_014

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let old = try await store.model(version.model, seenBy: person)
            let trained = try await store.trainModel(
                old.id, on: loads.left, with: loads.right, seed: seed,
                seen: version.revision(old), by: person)
            if let obstacle = trained.homes.obstacle { Failure.say(obstacle.sentence) }
            let shown = ShownVersion(trained)
            try actorOptions.show(shown, lines: shown.lines)
        }
    }

    struct Examine: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what a trained version makes of two loads, in counts; it is logged.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The version's code.") var model: MatchModel.ID
        @OptionGroup var loads: TwoLoads

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let version = try await store.model(model, seenBy: person)
            let shown = ShownExamination(
                try await store.diagnoseModel(
                    model, on: loads.left, with: loads.right, by: person),
                cutOffBits: version.thresholdBits)
            try actorOptions.show(shown, lines: shown.lines)
        }
    }

    struct Compare: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare what two trained versions keep of two loads; it is logged.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The earlier version's code.") var earlier: MatchModel.ID
        @Argument(help: "The later version's code.") var later: MatchModel.ID
        @OptionGroup var loads: TwoLoads

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let change = try await store.compareModels(
                earlier, later, on: loads.left, with: loads.right, by: person)
            let levels = LevelChange.changes(
                from: try await store.model(earlier, seenBy: person).model,
                to: try await store.model(later, seenBy: person).model)
            let shown = ShownChange(change, levels)
            try actorOptions.show(shown, lines: shown.lines)
        }
    }

    struct SetCutOff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cut-off",
            abstract: "Show the cut-offs to choose from, or set one.",
            discussion: "Without --bits and --aim it shows what each choice is expected to give.")
        @OptionGroup var actorOptions: ActorOptions
        @OptionGroup var version: OpenVersion
        @Option(parsing: .unconditional, help: "The least weight of a pair that is kept, in bits.")
        var bits: Double?
        @Option(help: "What matters most: few-wrong, balance or few-missed.") var aim: CutOff.Aim?

        func validate() throws {
            guard bits == nil || aim == nil else {
                throw ValidationError("Give the cut-off as --bits or as --aim, not both.")
            }
        }

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let old = try await store.model(version.model, seenBy: person)
            guard let weights = old.training?.weights else {
                throw Problem(
                    "This version is not trained yet; train it with `weft match model train`.",
                    code: 5)
            }
            let choices = CutOff.choices(weights)
            guard let chosen = bits ?? choices.first(where: { $0.aim == aim })?.bits else {
                let shown = ShownCutOffs(now: old.thresholdBits, choices, weights)
                return try actorOptions.show(shown, lines: shown.lines)
            }
            try actorOptions.show(
                try await store.setThreshold(
                    old.id, to: chosen, seen: version.revision(old), by: person))
        }
    }

    struct SignOff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-off",
            abstract: "Put a trained version into use, as somebody who had no part in building it.")
        @OptionGroup var actorOptions: ActorOptions
        @OptionGroup var version: OpenVersion
        @Option(help: "What you looked at, and why the model may be used.") var statement: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let old = try await store.model(version.model, seenBy: person)
            try actorOptions.show(
                try await store.signOffModel(
                    old.id, stating: statement, seen: version.revision(old), by: person))
        }
    }
}

extension CutOff.Aim: ExpressibleByArgument {}
