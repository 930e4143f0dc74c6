public import ArgumentParser
import Casework
import Decisions
import Exchange
import Governance
import Linkage
import Records

/// Matches: compare two loads, read the queue, decide, take back.
struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Compare two loads and review the pairs.",
        subcommands: [
            Run.self, List.self, Queue.self, Show.self, Review.self, Undo.self, Second.self,
            Take.self, GiveBack.self, MatchModelCommand.self,
        ])

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare two loads of one agreement.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The load on the left: accounts.") var left: Exchange.Load.ID
        @Argument(help: "The load on the right: the register.") var right: Exchange.Load.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let run = try await store.match(left, with: right, by: person)
            if let obstacle = run.homeObstacle { Failure.say(obstacle.sentence) }
            try actorOptions.show(run, lines: [line(run)])
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the own body's runs.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let runs = try await store.runs(seenBy: person)
            try actorOptions.show(["runs": runs], lines: runs.map(line))
        }
    }

    struct Queue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List pairs of a run, the most valuable first.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The run.") var run: MatchRun.ID
        @Option(help: "open, mine, not-sure, decided, second-answer, two-answers or all.")
        var show: QueueFilter = .open
        @Option(help: "The page, 1 for the first.") var page = 1

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let queue = try await store.queue(of: run, show, page: page, seenBy: person)
            try actorOptions.show(
                Listed(total: queue.total, pairs: queue.items.map(Listed.Pair.init)),
                lines: queue.items.map { item in
                    let pence = Pence(item.pair.yearlyPence)
                    let question = item.pair.question?.code ?? "-"
                    return "\(item.id)\t\(item.pair.strength.rawValue)\t\(pence)\t\(question)"
                })
        }

        private struct Listed: Encodable {
            struct Pair: Encodable {
                let id: MatchPair.ID
                let weightBits: Double
                let strength: String
                let question: String?
                let yearlyPence: Int
                let verdict: Verdict?

                init(_ item: QueueItem) {
                    id = item.id
                    weightBits = item.pair.weightBits
                    strength = item.pair.strength.rawValue
                    question = item.pair.question?.code
                    yearlyPence = item.pair.yearlyPence
                    // Who is asked for a second answer does not see the first.
                    verdict = item.awaitsSecond ? nil : item.verdict
                }
            }

            let total: Int
            let pairs: [Pair]
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show both records of a pair with the evidence; the reading is logged.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The pair.") var pair: MatchPair.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let review = try await store.pair(pair, readBy: person)
            let shown = ShownPair(review)
            try actorOptions.show(
                shown,
                lines: shown.left.map { "left\t\($0.key)\t\($0.value)" }.sorted()
                    + shown.right.map { "right\t\($0.key)\t\($0.value)" }.sorted()
                    + shown.evidence.map { "\($0.comparison)\t\($0.label)\t\($0.strength)" }
                    + shown.homeLines
                    + [shown.question ?? "These records raise no question."])
        }
    }

    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Decide a pair.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The pair.") var pair: MatchPair.ID
        @Argument(help: "same, different or not-sure.") var verdict: Verdict
        @Option(help: "Why, by the code of a reason that goes with the answer.")
        var reason: VerdictReason?

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let seen = try await store.pair(pair, readBy: person).verdictCount
            let result = try await store.review(
                pair, as: verdict, because: reason, seen: seen, by: person)
            try show(result, actorOptions)
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back your last decision about a pair.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The pair.") var pair: MatchPair.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.undoReview(pair, by: person), actorOptions)
        }
    }
}

extension QueueFilter: ExpressibleByArgument {}
extension Verdict: ExpressibleByArgument {}
extension VerdictReason: ExpressibleByArgument {}

/// Both records and the evidence, as far as the reader may see them.
private struct ShownPair: Encodable {
    struct Evidence: Encodable {
        let comparison: String
        let label: String
        let strength: String
        let weightBits: Double

        init(_ line: PairEvidence.Line) {
            comparison = line.comparison
            label = line.label
            strength = line.strength
            weightBits = line.weightBits
        }
    }

    let id: MatchPair.ID
    let agreement: SharingAgreement.ID
    let left: [String: String]
    let right: [String: String]
    let withheld: [DataItem.ID]
    let evidence: [Evidence]
    let weightBits: Double
    let question: String?
    let verdict: Verdict?
    let openedCase: Case.ID?
    /// One person against two strangers, and against two people of one home.
    let steps: [Step]?

    struct Step: Encodable {
        let against: String
        let priorBits: Double
        let evidence: [Evidence]
        let weightBits: Double

        init(_ against: String, _ step: HouseholdSteps.Step) {
            self.against = against
            priorBits = step.priorBits
            evidence = step.lines.map(Evidence.init)
            weightBits = step.weightBits
        }
    }

    init(_ review: PairReview) {
        id = review.pair.id
        agreement = review.run.agreement
        left = Self.values(review.left)
        right = Self.values(review.right)
        withheld = Set(review.left.withheld + review.right.withheld).sorted()
        evidence = review.evidence.map(Evidence.init)
        weightBits = review.pair.weightBits
        question = review.pair.question?.sentence
        verdict = review.awaitsSecond ? nil : review.verdict
        openedCase = review.awaitsSecond ? nil : review.openedCase
        steps = review.steps.map { [Step("strangers", $0.strangers), Step("home", $0.home)] }
    }

    /// The second step in lines; none where the run does not tell homes apart.
    var homeLines: [String] {
        (steps?.last?.evidence ?? []).map {
            "against one home: \($0.comparison)\t\($0.label)\t\($0.strength)"
        }
    }

    private static func values(_ record: DisclosedRecord) -> [String: String] {
        var values: [String: String] = [:]
        for field in record.fields { values[field.item.rawValue] = field.value }
        return values
    }
}

private func line(_ run: MatchRun) -> String {
    "\(run.id)\t\(run.agreement)\t\(run.pairCount) pairs\t\(run.questionCount) with a question"
}

private func show(_ result: ReviewResult, _ options: ActorOptions) throws {
    struct Shown: Encodable {
        let openedCase: Case.ID?
        let next: MatchPair.ID?
        let run: MatchRun.ID
    }
    try options.show(
        Shown(openedCase: result.opened, next: result.next, run: result.run),
        lines: [
            result.opened.map { "Saved. Case \($0) was opened." } ?? "Saved.",
            result.next.map { "Next pair: \($0)" } ?? "No open pair is left.",
        ])
}
