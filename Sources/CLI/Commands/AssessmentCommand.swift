import ArgumentParser
import Exchange
import Foundation
import Governance
import Records

/// Impact assessments: list, show, write, check, and the risk register.
struct AssessmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dpia", abstract: "Write, advise on, sign and read impact assessments.",
        subcommands: [
            List.self, Show.self, New.self, Write.self, Check.self, ScreenOut.self, Send.self,
            Advise.self, Answer.self, Sign.self, Reopen.self, Stop.self, Amend.self, Link.self,
            Done.self, Consult.self, Risks.self, Overrides.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the own body's assessments.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let all = try await store.assessments(seenBy: person)
            try actorOptions.show(
                ["assessments": all],
                lines: all.map { "\($0.id)\t\($0.stage.rawValue)\t\($0.title)" }
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one assessment.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Option(help: "A version; the latest if it is left out.") var version: Int?

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let one = try await store.assessment(id, version: version, seenBy: person)
            try show(one, store, actorOptions)
        }
    }

    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Start an assessment that the own body leads.",
            discussion: """
                weft dpia new --as jo@example.org --title "Council tax review" \\
                  --controller tollesham-district-council --agreement isp-0001
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Option(help: "The title; it names no person.") var title: String
        @Option(help: "Another controller's code; may be given several times.")
        var controller: [Partner.ID] = []
        @Option(help: "An agreement that it covers; may be given several times.")
        var agreement: [SharingAgreement.ID] = []

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let one = try await store.draftAssessment(
                title, controllers: Set(controller), agreements: Set(agreement), by: person)
            try show(one, store, actorOptions)
        }
    }

    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write parts of a draft from a JSON file, all or none.",
            discussion: """
                The file may have the members title, controllers, review, screening, answers,
                measures, risks and localPart. What `weft dpia show --json` prints can be read,
                too. What the file leaves out stays as it is.
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Argument(help: "The JSON file.") var file: String

        func run() async throws {
            let bytes = try fileBytes(file, limit: 5_000_000)
            guard let parts = AssessmentFile(bytes) else {
                throw Problem(
                    "`\(file)` cannot be read as parts of an assessment; compare it with what "
                        + "`weft dpia show --json` prints.")
            }
            let (store, person) = try await actorOptions.open()
            let one = try await store.edit(id, parts.edits, by: person)
            try show(one, store, actorOptions)
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what an assessment lacks; exit code 3 when something is missing.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let one = try await store.assessment(id, seenBy: person)
            try show(one, store, actorOptions)
            let faults = one.faults(store.reference.assessmentGuide)
            if !faults.isEmpty || !one.stoppingRisks.isEmpty { throw ExitCode(3) }
        }
    }
}

/// Prints an assessment with what is missing, what stops it and whom it waits for.
func show(_ one: ImpactAssessment, _ store: Store, _ options: ActorOptions) throws {
    struct Missing: Encodable {
        let code: String
        let sentence: String
    }
    struct Shown: Encodable {
        let assessment: ImpactAssessment
        let missing: [Missing]
        let stoppingRisks: [ImpactRisk.ID]
        let needsPriorConsultation: Bool
        let awaiting: [Partner.ID]
    }
    let faults = one.stage == .draft ? one.faults(store.reference.assessmentGuide) : []
    let stopping = one.stage.isOpen ? one.stoppingRisks.map(\.id) : []
    let awaiting = one.stage == .awaitingSignatures ? one.awaiting : []
    try options.show(
        Shown(
            assessment: one,
            missing: faults.map { Missing(code: $0.code, sentence: $0.sentence) },
            stoppingRisks: stopping, needsPriorConsultation: one.needsPriorConsultation,
            awaiting: awaiting),
        lines: ["\(one.id)\t\(one.stage.rawValue)\t\(one.title)"] + faults.map(\.sentence)
            + stopping.map { "A high risk is left, so nobody can sign: \($0)." }
            + awaiting.map { "waits for \($0)" })
}
