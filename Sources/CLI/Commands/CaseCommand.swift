public import ArgumentParser
import Casework
import Exchange
import Governance
import Records

/// Cases: list, show, take a step.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "List cases, read one, take a step.",
        subcommands: [List.self, Show.self, Step.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the own body's cases.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let cases = try await store.cases(seenBy: person)
            try actorOptions.show(
                [
                    "cases": cases.map {
                        Listed(
                            id: $0.id, reference: $0.reference, stage: $0.stage.rawValue,
                            question: $0.question?.code, yearlyPence: $0.yearlyPence)
                    }
                ],
                lines: cases.map {
                    "\($0.id)\t\($0.reference)\t\($0.stage.rawValue)\t\(Pence($0.yearlyPence))"
                })
        }

        private struct Listed: Encodable {
            let id: Case.ID
            let reference: String
            let stage: String
            let question: String?
            let yearlyPence: Int
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a case with its events; the reading is logged.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The case.") var id: Case.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.case(id, readBy: person).file, actorOptions)
        }
    }

    struct Step: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a step of a case.",
            discussion: """
                weft case step ID check --as pat@example.org
                weft case step ID decide --note "A lodger moved in" --outcome discount-ends \\
                  --effective 2026-11-01 --billed 540.00 --as pat@example.org
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The case.") var id: Case.ID
        @Argument(help: "check, ask, reply, decide, close or reopen.") var step: String
        @Option(help: "The reason.") var note = ""
        @Option(help: "no-change, discount-ends, record-corrected, already-known or referred.")
        var outcome: CaseOutcome.Kind?
        @Option(help: "The day from which something changes.") var effective: CalendarDate?
        @Option(help: "How much more is billed, in pounds.") var billed = "0"

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            guard let pence = Pence(written: billed) else {
                throw Problem("“\(billed)” is not an amount; write it like 540.00.")
            }
            let file = try await store.case(id, readBy: person).file
            let command = Case.Command(
                step: step, afterEvent: file.events.count, note: note,
                outcome: outcome.map {
                    CaseOutcome(kind: $0, effective: effective, billedPence: pence.count)
                })
            try show(try await store.advance(id, command, by: person), actorOptions)
        }
    }
}

extension CaseOutcome.Kind: ExpressibleByArgument {}

private func show(_ file: Case, _ options: ActorOptions) throws {
    struct Shown: Encodable {
        let id: Case.ID
        let reference: String
        let stage: String
        let question: String?
        let events: [CaseEvent]
    }
    let stage = file.stage(in: .councilTax)
    try options.show(
        Shown(
            id: file.id, reference: file.reference, stage: stage.rawValue,
            question: file.question?.sentence, events: file.events),
        lines: ["\(file.reference)\t\(stage.rawValue)"]
            + file.events.map { "\($0.number)\t\($0.at)\t\($0.step)\t\($0.note)" })
}
