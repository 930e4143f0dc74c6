public import ArgumentParser
import Exchange
import Governance
import Records

/// Agreements: list, show, draft from a template, send, approve, refuse, stop.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Draft, send, approve and read agreements.",
        subcommands: [
            List.self, Show.self, New.self, Send.self, Approve.self, Refuse.self, Stop.self,
            Versions.self, Diff.self, Review.self, Amend.self, Discard.self, Notices.self,
            Export.self,
            Import.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the own body's agreements.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let all = try await store.agreements(seenBy: person)
            try actorOptions.show(
                ["agreements": all],
                lines: all.map {
                    "\($0.id)\t\($0.standing(on: store.today).rawValue)\t\($0.terms.title)"
                })
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one agreement.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.agreement(id, seenBy: person), store, actorOptions)
        }
    }

    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draft an agreement from a template.",
            discussion: """
                weft agreement new --as jo@example.org --template council-tax-review \\
                  --party saltmere-city-council --party tollesham-district-council
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Option(help: "The template's code.") var template: AgreementTemplate.ID
        @Option(help: "A party's code; the own body is always a party.") var party: [Partner.ID]
        @Option(help: "The first day; today if it is left out.") var start: CalendarDate?

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let templates = store.reference.templates
            guard let chosen = templates.first(where: { $0.id == template }) else {
                let known = templates.map(\.id.rawValue).joined(separator: ", ")
                throw Problem("There is no template `\(template)`; choose one of \(known).")
            }
            var kinds: [Partner.ID: Partner.Kind] = [:]
            for id in Set(party).union([person.partner]) {
                kinds[id] = try await store.partner(id).kind
            }
            let terms = chosen.terms(
                lead: person.partner, parties: kinds, start: start ?? store.today)
            try show(try await store.draft(terms, by: person), store, actorOptions)
        }
    }

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a draft to every party's approver.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.send(id, by: person), store, actorOptions)
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve an agreement for the approver's own body.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(try await store.approve(id, by: person), store, actorOptions)
        }
    }

    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse an agreement for the approver's own body; it becomes a draft again.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "The reason.") var reason: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(
                try await store.refuse(id, because: reason, by: person), store, actorOptions)
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspend, resume or end an agreement.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "suspended, approved (to resume) or retired.")
        var to: SharingAgreement.Stage
        @Option(help: "The reason.") var reason: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(
                try await store.stop(id, as: to, because: reason, by: person), store,
                actorOptions)
        }
    }
}

extension SharingAgreement.Stage: ExpressibleByArgument {}

/// Prints an agreement with what it is today and whom it waits for.
func show(_ agreement: SharingAgreement, _ store: Store, _ options: ActorOptions) throws {
    struct Shown: Encodable {
        let agreement: SharingAgreement
        let standing: SharingAgreement.Standing
        let awaiting: [Partner.ID]
    }
    let standing = agreement.standing(on: store.today)
    let isWaiting = agreement.stage == .awaitingApproval
    let awaiting = isWaiting ? agreement.awaiting : []
    try options.show(
        Shown(agreement: agreement, standing: standing, awaiting: awaiting),
        lines: [
            "\(agreement.id)\t\(standing.rawValue)\t\(agreement.terms.title)"
        ] + awaiting.map { "waits for \($0)" })
}
