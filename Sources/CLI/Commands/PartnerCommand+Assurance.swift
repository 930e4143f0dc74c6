public import ArgumentParser
import Exchange
public import Governance
import Records

extension PartnerCommand {
    /// What bodies record to show that they look after information well.
    struct Assure: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "assurance", abstract: "List, record and plan assurances.",
            subcommands: [List.self, Record.self, Plan.self, Done.self])
    }
}

extension PartnerCommand.Assure {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what a body has recorded; the own body without a code.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The body's code.") var partner: Partner.ID?

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let partner = try await store.partner(partner ?? person.partner)
            let all = try await store.assurances(of: [partner.id])
            try actorOptions.show(
                ["assurances": all],
                lines: all.map { assurance in
                    let last = assurance.lastDay?.description ?? "-"
                    let standing = assurance.standing(on: store.today)
                    return "\(assurance.id)\t\(assurance.kind.rawValue)\t\(standing.rawValue)\t"
                        + "\(last)\t\(assurance.level)"
                })
        }
    }

    struct Record: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record an assurance of the own body.",
            discussion: """
                weft partner assurance record --as jo@example.org --kind cyber-essentials \\
                  --level Plus --evidence "The scheme's register" --last-day 2027-03-31
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Option(help: "dspt, ico, cyber-essentials, training or other.") var kind: Assurance.Kind
        @Option(help: "The level or number.") var level: String
        @Option(help: "Where others can look it up.") var evidence: String
        @Option(help: "When it was looked up; today unless given.") var checkedOn: CalendarDate?
        @Option(help: "The last day on which it holds, if it ends.") var lastDay: CalendarDate?

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let kept = try await store.record(
                kind, level: level, evidence: evidence, checkedOn: checkedOn ?? store.today,
                lastDay: lastDay, by: person)
            try actorOptions.show(kept, lines: [kept.id.rawValue])
        }
    }

    struct Plan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a step to the plan of an assurance.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assurance's code.") var id: Assurance.ID
        @Option(help: "What will be done.") var step: String
        @Option(help: "The post that does it.") var owner: String
        @Option(help: "The day by which it is done.") var due: CalendarDate

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let kept = try await store.plan(
                Assurance.Step(step, owner: owner, due: due), for: id, by: person)
            try actorOptions.show(kept, lines: ["Step \(kept.plan.count) is planned."])
        }
    }

    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a planned step was done today.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assurance's code.") var id: Assurance.ID
        @Argument(help: "The number of the step, from 1.") var step: Int

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let kept = try await store.finish(step: step - 1, of: id, by: person)
            try actorOptions.show(kept, lines: ["Step \(step) is done."])
        }
    }
}

extension Assurance.Kind: ExpressibleByArgument {}
