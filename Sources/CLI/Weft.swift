import ArgumentParser
import Foundation

/// The `weft` command.
@main
struct Weft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weft",
        abstract: "Information sharing made easy, lawful and provable.",
        discussion: """
            Try it:      weft demo
            Set it up:   weft init --data weft-data …, then weft serve --data weft-data
            Check a log: weft log verify FOLDER

            Exit codes: 0 done, 1 failed, 2 wrong usage, 3 problems in the input, 4 not permitted,
            5 conflict, 6 unavailable.
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, DemoDataCommand.self, InitCommand.self, ServeCommand.self,
            PartnerCommand.self, UserCommand.self, AgreementCommand.self,
            AssessmentCommand.self, LawCommand.self, DataCommand.self,
            MatchCommand.self, CaseCommand.self, RegisterCommand.self, LogCommand.self,
            LinkCommand.self, BenchCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(for: error)
        }
    }
}
