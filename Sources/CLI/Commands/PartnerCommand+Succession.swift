import ArgumentParser
import Exchange
import Governance
import Records

extension PartnerCommand {
    /// `weft partner succession`: mergers, splits and transfers.
    struct SuccessionCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "succession",
            abstract: "Plan that others take bodies' tasks over, prepare it and carry it out.",
            subcommands: [
                List.self, Plan.self, Show.self, Prepare.self, CarryOut.self, Withdraw.self,
            ])

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "List every plan.")
            @OptionGroup var dataOptions: DataOptions
            @Flag(help: "Write JSON.") var json = false

            func run() async throws {
                let all = try await dataOptions.open().successions()
                try Output.show(["successions": all], json: json, lines: all.map(\.line))
            }
        }

        struct Plan: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Plan that bodies end and others take over; nothing changes yet.",
                discussion: """
                    weft partner succession plan --as jo@example.org --from saltmere-city-council \\
                      --from tollesham-district-council --to coast-council --on 2028-04-01 \\
                      --authority "SI 2027/123"
                    """)
            @OptionGroup var actorOptions: ActorOptions
            @Option(help: "A body that ends; may be given several times.") var from: [Partner.ID]
            @Option(help: "A body that takes over; may be given several times.")
            var to: [Partner.ID]
            @Option(help: "The first day of the new bodies.") var on: CalendarDate
            @Option(help: "The order or the statute, with its number.") var authority: String

            func run() async throws {
                let (store, person) = try await actorOptions.open()
                let one = try await store.planSuccession(
                    of: Set(from), to: Set(to), on: on, under: authority, by: person)
                try actorOptions.show(one, lines: [one.line])
            }
        }

        struct Show: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Show what a plan means for each agreement and each post.")
            @OptionGroup var actorOptions: ActorOptions
            @Argument(help: "The plan's code, such as succession-1.") var id: Succession.ID

            func run() async throws {
                let (store, person) = try await actorOptions.open()
                let plan = try await store.succession(id, seenBy: person)
                struct Line: Encodable {
                    let agreement: SharingAgreement.ID
                    let successors: [Partner.ID]
                    let signatories: [Partner.ID]
                    let step: String
                }
                struct Post: Encodable {
                    let body: Partner.ID
                    let post: String
                    let open: [Partner.ID]
                }
                struct Shown: Encodable {
                    let succession: Succession
                    let agreements: [Line]
                    let posts: [Post]
                    let withoutCharter: [Partner.ID]
                }
                try actorOptions.show(
                    Shown(
                        succession: plan.succession,
                        agreements: plan.lines.map {
                            Line(
                                agreement: $0.agreement, successors: $0.successors.sorted(),
                                signatories: $0.signatories, step: $0.step.rawValue)
                        },
                        posts: plan.posts.map {
                            Post(body: $0.body, post: $0.post, open: $0.open)
                        },
                        withoutCharter: plan.withoutCharter),
                    lines: [plan.succession.line]
                        + plan.lines.map {
                            "\($0.agreement)\t\($0.step.rawValue)\t"
                                + $0.signatories.map(\.rawValue).joined(separator: " ")
                        }
                        + plan.posts.map {
                            "\($0.body)\t\($0.post)\t"
                                + ($0.open.isEmpty
                                    ? "filled"
                                    : "open at " + $0.open.map(\.rawValue).joined(separator: " "))
                        })
            }
        }

        struct Prepare: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Draft the next version of each agreement with the new bodies.")
            @OptionGroup var actorOptions: ActorOptions
            @Argument(help: "The plan's code.") var id: Succession.ID

            func run() async throws {
                let (store, person) = try await actorOptions.open()
                let drafts = try await store.prepareSuccession(id, by: person)
                try actorOptions.show(
                    ["drafts": drafts], lines: drafts.map { "\($0.id)\tversion \($0.version)" })
            }
        }

        struct CarryOut: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "carry-out",
                abstract: "On the first day or later: the bodies that end leave.")
            @OptionGroup var actorOptions: ActorOptions
            @Argument(help: "The plan's code.") var id: Succession.ID

            func run() async throws {
                let (store, person) = try await actorOptions.open()
                let one = try await store.vestSuccession(id, by: person)
                try actorOptions.show(one, lines: [one.line])
            }
        }

        struct Withdraw: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Give a plan up.")
            @OptionGroup var actorOptions: ActorOptions
            @Argument(help: "The plan's code.") var id: Succession.ID

            func run() async throws {
                let (store, person) = try await actorOptions.open()
                let one = try await store.withdrawSuccession(id, by: person)
                try actorOptions.show(one, lines: [one.line])
            }
        }
    }
}

extension Succession {
    fileprivate var line: String {
        func codes(_ bodies: Set<Partner.ID>) -> String {
            bodies.sorted().map(\.rawValue).joined(separator: " ")
        }
        return "\(id)\t\(stage.rawValue)\t\(vesting)\t\(codes(from)) to \(codes(to))"
    }
}
