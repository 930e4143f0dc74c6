public import ArgumentParser
import Exchange
import Governance
import Records

/// Partners: list, join, sign the charter.
struct PartnerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partner", abstract: "List partners, enter one that joins, sign the charter.",
        subcommands: [List.self, Join.self, SignCharter.self, Assure.self, SuccessionCommand.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every partner.")
        @OptionGroup var dataOptions: DataOptions
        @Flag(help: "Write JSON.") var json = false

        func run() async throws {
            let partners = try await dataOptions.open().partners()
            try Output.show(
                ["partners": partners], json: json,
                lines: partners.map { "\($0.id)\t\($0.standing.rawValue)\t\($0.name)" })
        }
    }

    struct Join: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enter a body that asks to join.",
            discussion: """
                weft partner join --as jo@example.org --name "Marsh Homes" \\
                  --kind housing-association
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Option(help: "The name as the body writes it.") var name: String
        @Option(help: "The sort of body, such as district-council.") var kind: Partner.Kind
        @Option(help: "A code; without it, one is made from the name.") var code: Partner.ID?
        @Option(help: "Registration with the Information Commissioner.") var registration = ""
        @Option(help: "A shared mailbox for data protection.") var contact = ""

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let partner = Partner(
                id: try code ?? InitCommand.code(name), name: name, kind: kind,
                registration: registration, contact: contact)
            try await store.join(partner, by: person)
            try actorOptions.show(partner, lines: ["\(partner.id) has joined."])
        }
    }

    struct SignCharter: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-charter", abstract: "Sign the charter for the approver's own body.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let partner = try await store.signCharter(by: person)
            try actorOptions.show(
                partner, lines: ["\(partner.id) has signed the charter and may share."])
        }
    }
}

/// Accounts: list and invite.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "List accounts, open one with a one-time link.",
        subcommands: [List.self, Invite.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every account.")
        @OptionGroup var dataOptions: DataOptions
        @Flag(help: "Write JSON.") var json = false

        func run() async throws {
            let accounts = try await dataOptions.open().allAccounts()
            try Output.show(
                ["accounts": accounts], json: json,
                lines: accounts.map { account in
                    let roles = account.roles.sorted().map(\.rawValue).joined(separator: ",")
                    return "\(account.email)\t\(account.partner)\t\(roles)"
                })
        }
    }

    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open an account and print its one-time link.",
            discussion: """
                weft user invite --as jo@example.org --partner marsh-homes --name "Sam Reed" \\
                  --email sam@example.org --post "Revenues officer" --role practitioner
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Option(help: "The body's code.") var partner: Partner.ID
        @Option(help: "The person's name.") var name: String
        @Option(help: "The person's e-mail address.") var email: String
        @Option(help: "The person's post.") var post: String
        @Option(help: "A role; may be given several times.") var role: [Practitioner.Role]

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let account = Practitioner(
                id: Store.newAccountID(), partner: partner, name: name,
                email: email.lowercased(), post: post, roles: Set(role))
            let link = try await store.invite(account, by: person)
            try actorOptions.show(
                ["account": account.id.rawValue, "link": "/password/\(link)"],
                lines: ["/password/\(link)"])
        }
    }
}

extension Practitioner.Role: ExpressibleByArgument {}
