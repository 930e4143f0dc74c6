import ArgumentParser
import Exchange
import Foundation

/// The log: export it, check it.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Export the log and check it.",
        subcommands: [ExportLog.self, VerifyLog.self])

    struct ExportLog: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the log as files that other tools can check (tlog-tiles).",
            discussion: "weft log export --data weft-data --out log-files")
        @OptionGroup var dataOptions: DataOptions
        @Option(help: "A new or empty folder.") var out: String
        @Flag(help: "Write JSON.") var json = false

        func run() async throws {
            let store = try await dataOptions.open()
            let count = try await store.exportLog(
                to: URL(filePath: out, directoryHint: .isDirectory))
            try Output.show(
                Exported(entries: count, vkey: store.vkey, folder: out), json: json,
                lines: [
                    "\(count) entries written to `\(out)`.",
                    "Check them with `weft log verify \(out)` and the key \(store.vkey)",
                ])
        }

        private struct Exported: Encodable {
            let entries: Int
            let vkey: String
            let folder: String
        }
    }
}
