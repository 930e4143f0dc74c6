public import ArgumentParser
import Exchange
import Governance
import Records

extension AssessmentCommand {
    struct ScreenOut: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that screening found no need for an assessment.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.screenOut(id, by: person), store, actorOptions)
        }
    }

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a draft to the data protection officer.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.sendForAdvice(id, by: person), store, actorOptions)
        }
    }

    struct Advise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Advise as data protection officer.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Option(help: "go-on, change or stop.") var verdict: ImpactAdvice.Verdict
        @Option(help: "The advice; it names no person.") var text: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let one = try await store.advise(verdict, text, on: id, by: person)
            try show(one, store, actorOptions)
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer the advice for the lead: follow it, or overrule it with a reason.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Flag(help: "Overrule the advice.") var overrule = false
        @Option(help: "The reason; needed to overrule.") var reason = ""

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let one = try await store.answerAdvice(
                followed: !overrule, because: reason, on: id, by: person)
            try show(one, store, actorOptions)
        }
    }

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign an assessment for the approver's own body.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.sign(id, by: person), store, actorOptions)
        }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an assessment back to a draft.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Option(help: "The reason.") var reason: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(
                try await store.reopen(id, because: reason, by: person), store, actorOptions)
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End an assessment, since the processing is not going to happen.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Option(help: "The reason.") var reason: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let one = try await store.stopAssessment(id, because: reason, by: person)
            try show(one, store, actorOptions)
        }
    }

    struct Amend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draft the next version of a signed assessment.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.amendAssessment(id, by: person), store, actorOptions)
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which agreements an assessment covers; the list replaces the last.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Option(help: "An agreement's code; may be given several times.")
        var agreement: [SharingAgreement.ID] = []

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let one = try await store.link(id, to: Set(agreement), by: person)
            try show(one, store, actorOptions)
        }
    }

    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a measure was done today.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Argument(help: "The measure's code, such as measure-1.") var measure: ImpactMeasure.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(
                try await store.complete(measure, of: id, by: person), store, actorOptions)
        }
    }

    struct Consult: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that the Commissioner was asked about a high risk that is left.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The assessment's code.") var id: ImpactAssessment.ID
        @Option(help: "The day on which the Commissioner was asked; today if left out.")
        var date: CalendarDate?
        @Option(help: "What the Commissioner's office calls it.") var reference = ""
        @Option(help: "What came back; it names no person.") var outcome = ""

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let note = PriorConsultation(
                date: date ?? store.today, reference: reference, outcome: outcome)
            try show(try await store.consult(note, on: id, by: person), store, actorOptions)
        }
    }

    struct Risks: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the risks of the own body's assessments, the highest first.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            struct Line: Encodable {
                let assessment: ImpactAssessment.ID
                let version: Int
                let isSigned: Bool
                let level: String
                let risk: ImpactRisk
                let measuresToDo: [ImpactMeasure.ID]
                let measuresOverdue: Int
            }
            let (store, person) = try await actorOptions.open()
            let entries = try await store.riskRegister(seenBy: person).entries
            let lines = entries.map {
                Line(
                    assessment: $0.assessment, version: $0.version, isSigned: $0.isSigned,
                    level: $0.risk.residual.label.lowercased(), risk: $0.risk,
                    measuresToDo: $0.open.map(\.id), measuresOverdue: $0.overdueCount)
            }
            try actorOptions.show(
                ["risks": lines],
                lines: lines.map {
                    "\($0.assessment)\t\($0.risk.id)\t\($0.level)\t\($0.risk.text)"
                })
        }
    }

    struct Overrides: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the advice of data protection officers that was overruled.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            struct Line: Encodable {
                let assessment: ImpactAssessment.ID
                let version: Int
                let advice: String
                let reason: String
                let date: CalendarDate
            }
            let (store, person) = try await actorOptions.open()
            let lines = try await store.riskRegister(seenBy: person).overrides.compactMap { one in
                one.advice.answer.map {
                    Line(
                        assessment: one.assessment, version: one.version, advice: one.advice.text,
                        reason: $0.reason, date: $0.date)
                }
            }
            try actorOptions.show(
                ["overrides": lines],
                lines: lines.map { "\($0.assessment)\t\($0.date)\t\($0.reason)" })
        }
    }
}

extension ImpactAdvice.Verdict: ExpressibleByArgument {}
