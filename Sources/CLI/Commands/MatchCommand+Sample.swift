import ArgumentParser
import Casework
import Exchange
import Governance
import Records

extension MatchCommand {
    struct Second: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a second answer about a pair of the sample.",
            discussion: "`weft match queue RUN --show second-answer` lists those that wait for it.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The pair.") var pair: MatchPair.ID
        @Argument(help: "same, different or not-sure.") var verdict: Verdict
        @Option(help: "Why, by the code of a reason that goes with the answer.")
        var reason: VerdictReason?

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let result = try await store.secondReview(
                pair, as: verdict, because: reason, by: person)
            let agreement = try await store.reviewAgreement(of: result.run, seenBy: person)
            try actorOptions.show(
                Shown(
                    agrees: result.agrees, next: result.next, pairs: agreement.pairs,
                    agreed: agreement.agreed, kappa: agreement.kappa),
                lines: [
                    result.agrees
                        ? "Saved. The first answer was the same."
                        : "Saved. The first answer was another.",
                    "Of \(agreement.pairs) pairs with two answers, \(agreement.agreed) have the "
                        + "same one twice.",
                ])
        }

        private struct Shown: Encodable {
            let agrees: Bool
            let next: MatchPair.ID?
            let pairs: Int
            let agreed: Int
            let kappa: Double?
        }
    }

    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take on the next ten questions of a run that nobody has.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The run.") var run: MatchRun.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let count = try await store.takeNext(of: run, by: person)
            try actorOptions.show(["taken": count], lines: ["Questions taken on: \(count)."])
        }
    }

    struct GiveBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "give-back",
            abstract: "Give back the open questions of a run that you took on.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The run.") var run: MatchRun.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let count = try await store.release(of: run, by: person)
            try actorOptions.show(["givenBack": count], lines: ["Questions given back: \(count)."])
        }
    }
}
