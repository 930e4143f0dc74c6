import ArgumentParser
import Exchange
import Foundation
import Transparency

/// Checks the log of a data folder or of an export.
struct VerifyLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a log: every entry, every hash and the signature.",
        discussion: """
            weft log verify weft-data       a data folder
            weft log verify log-files       an export
            weft log verify log-files --vkey 'weft.example.org/log+1234abcd+A…'
            """)
    @Argument(help: "A data folder or the folder of an export.") var folder: String
    @Option(help: "The verifier key that you trust.") var vkey: String?
    @Flag(help: "Write JSON.") var json = false

    func run() throws {
        let url = URL(filePath: folder, directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: url.path()) else {
            throw Problem("There is no folder `\(folder)`.")
        }
        let isData = FileManager.default.fileExists(
            atPath: url.appending(path: "weft.sqlite").path())
        let found = isData ? try data(url) : try export(url)
        try Output.show(found, json: json, lines: found.lines)
        if !found.sound { throw ExitCode(1) }
    }

    private func data(_ url: URL) throws -> Found {
        do {
            let audit = try DataAudit(ofDataFolder: url, vkey: vkey)
            return Found(audit.report, more: audit.sentences, note: nil)
        } catch let failure as Store.OpenFailure {
            return Found(unreadable: failure.sentence)
        }
    }

    private func export(_ url: URL) throws -> Found {
        let (report, isKeyFromFolder) = try VerifyExport(folder: url, vkey: vkey).report()
        return Found(
            report, more: [],
            note: isKeyFromFolder
                ? "The key came with the files. Compare it with the key that the partnership "
                    + "publishes, or give that one with --vkey." : nil)
    }
}

/// What a check found, for people and as JSON.
private struct Found: Encodable {
    let sound: Bool
    let origin: String?
    let size: Int?
    let root: String?
    let findings: [String]
    let note: String?

    init(_ report: AuditReport, more: [String], note: String?) {
        findings = report.findings.map(\.description) + more
        sound = report.isSound && more.isEmpty
        origin = report.origin
        size = report.size
        root = report.root?.description
        self.note = note
    }

    init(unreadable sentence: String) {
        findings = [sentence]
        sound = false
        origin = nil
        size = nil
        root = nil
        note = nil
    }

    var lines: [String] {
        let verdict =
            sound
            ? "Everything is as it was signed: \(size ?? 0) entries of \(origin ?? "the log")."
            : "Something is wrong with this log."
        return [verdict] + (root.map { ["Root: \($0)"] } ?? []) + findings
            + (note.map { [$0] } ?? [])
    }
}
