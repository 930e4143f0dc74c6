import ArgumentParser
import Exchange
import Governance
import Records

extension AgreementCommand {
    struct Versions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every version of an agreement, with its reviews.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let versions = try await store.history(of: id, seenBy: person).versions
                .filter { $0.terms.parties.contains(person.partner) }
            try actorOptions.show(
                ["versions": versions],
                lines: versions.map {
                    "\($0.version)\t\($0.standing(on: store.today).rawValue)\t\($0.terms.start)\t"
                        + "\($0.reviewDate)\t\($0.approvals.count) of \($0.parties.count)"
                })
        }
    }

    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take up the review of an agreement, or reaffirm its text.",
            discussion: """
                weft agreement review isp-0012 --as jo@example.org
                weft agreement review isp-0012 --as jo@example.org --until 2028-05-31 \\
                  --reason "Used every week; nothing has changed."

                To change the text, use `weft agreement amend`; to end the agreement,
                `weft agreement stop --to retired`.
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "Reaffirm the text, and review it again by this day.")
        var until: CalendarDate?
        @Option(help: "The reason for reaffirming it.") var reason: String?

        func validate() throws {
            guard (until == nil) == (reason == nil) else {
                throw ValidationError(
                    "Give --until and --reason together, or neither to take the review up.")
            }
        }

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let agreement =
                if let until, let reason {
                    try await store.reaffirm(id, until: until, because: reason, by: person)
                } else {
                    try await store.openReview(of: id, by: person)
                }
            try show(agreement, store, actorOptions)
        }
    }

    struct Amend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open the next version as a draft; the signed text stays in force.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "Why the text changes.") var reason: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(
                try await store.amend(id, because: reason, by: person), store, actorOptions)
        }
    }

    struct Discard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give up the draft of a new version; the signed text goes on.")
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "The reason.") var reason: String

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            try show(
                try await store.discardAmendment(of: id, because: reason, by: person), store,
                actorOptions)
        }
    }

    struct Notices: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give the notices of reviews that are due, each once.",
            discussion: "A running server does it by itself every hour.")
        @OptionGroup var dataOptions: DataOptions
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let store = try await dataOptions.open()
            let given = try await store.giveReviewNotices()
            try Output.show(
                ["notices": given], json: json,
                lines: given.map {
                    "\($0.agreement)\t\($0.notice.kind.rawValue)\t\($0.notice.from)\t\($0.lead)"
                })
            try store.close()
        }
    }
}
