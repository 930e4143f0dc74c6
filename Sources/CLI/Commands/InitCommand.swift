public import ArgumentParser
import Exchange
import Foundation
import Governance
import Records
import Web

/// Makes a data folder with its first body and account.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract:
            "Make a data folder with the first body and a one-time link for its first account.",
        discussion: """
            weft init --data weft-data --partnership "North Shire" --origin weft.example.org/log \\
              --body "North Shire County Council" --kind county-council \\
              --name "Jo Brown" --email jo.brown@example.org --post "Head of information governance"
            """)

    @OptionGroup var dataOptions: DataOptions
    @Option(help: "The name of the partnership.") var partnership: String
    @Option(help: "The log's origin: a name without a scheme, such as weft.example.org/log.")
    var origin: String
    @Option(help: "The name of the first body.") var body: String
    @Option(help: "The sort of the first body, such as county-council.") var kind: Partner.Kind
    @Option(help: "The name of the person with the first account.") var name: String
    @Option(help: "That person's e-mail address.") var email: String
    @Option(help: "That person's post.") var post: String

    func validate() throws {
        guard !origin.contains("://"), !origin.contains(where: \.isWhitespace),
            !origin.contains("+"), !origin.isEmpty
        else {
            throw ValidationError(
                "--origin is a name such as weft.example.org/log, without https://, + or blanks.")
        }
    }

    func run() async throws {
        let partner = Partner(
            id: try Self.code(body), name: body, kind: kind, registration: "", contact: email)
        let store = try Store.create(
            at: dataOptions.folder,
            settings: Store.Settings(
                partnership: partnership, origin: origin, isDemonstration: false))
        let link: String
        do {
            link = try await first(partner, in: store)
        } catch {
            try store.discard(at: dataOptions.folder)
            throw error
        }
        try store.close()
        Output.write(Array("/password/\(link)\n".utf8))
        Failure.say(
            """
            Made `\(dataOptions.data)`. Keep a copy of its file master.key apart from the backups.
            Start the server with `weft serve --data \(dataOptions.data)`. Then open the link above
            after the server's address, within 7 days, and choose a password.
            """)
    }

    /// Enters the first body and opens its first account.
    private func first(_ partner: Partner, in store: Store) async throws -> String {
        try await store.joinFirst(partner)
        return try await store.inviteFirst(
            Practitioner(
                id: Store.newAccountID(), partner: partner.id, name: name,
                email: email.lowercased(), post: post,
                roles: [.operator, .governanceOfficer, .approver]))
    }

    /// A code from a name: its words in lower case, joined by hyphens.
    static func code(_ name: String) throws -> Partner.ID {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let code = Partner.ID(words.joined(separator: "-")) else {
            throw Problem("“\(name)” gives no code; use English letters and at most 64 of them.")
        }
        return code
    }
}

extension Partner.Kind: ExpressibleByArgument {}

/// Serves a data folder.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract:
            "Serve a data folder on a loopback address, behind a reverse proxy that adds TLS.",
        discussion: "weft serve --data weft-data --port 8080")

    @OptionGroup var dataOptions: DataOptions
    @Option(help: "The port to listen on.") var port = 8080
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Flag(
        help: "Let browsers sign in without TLS; only for trying it on this machine.")
    var withoutTLS = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port must be between 0 and 65535.")
        }
    }

    func run() async throws {
        let store = try await dataOptions.open()
        guard !store.settings.isDemonstration else {
            throw Problem(
                "`\(dataOptions.data)` is a demonstration; start it with `weft demo --data`.",
                code: 5)
        }
        let server = Server(
            store: store, host: host, port: port, hasSecureCookies: !withoutTLS,
            logger: Log.logger)
        let (host, port) = (host, port)
        try await DailyWork.run(in: store) {
            try await Serving.run(server, port: port) { port in
                Failure.say("Listening on http://\(host):\(port)/")
            }
        }
        try store.close()
    }
}
