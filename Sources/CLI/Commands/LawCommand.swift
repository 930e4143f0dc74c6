import ArgumentParser
import Exchange
import Foundation
import Governance
import Records

/// The law catalogue: list it, read an entry, ask it, check a file for it.
struct LawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law",
        abstract: "Read the law catalogue, ask which law may fit, check a file.",
        discussion: """
            Without --data, the catalogue of this program is used.
            weft law ask exits with 10 where no law lets the holder disclose.
            """,
        subcommands: [List.self, Show.self, Ask.self, Check.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every law.")
        @OptionGroup var options: LawOptions

        func run() async throws {
            let today = LawOptions.today
            let entries = try options.reference().law.gateways(on: today)
            try options.show(
                ["gateways": entries],
                lines: entries.map {
                    let force = $0.isInForce(on: today) ? "in force" : "not in force"
                    return "\($0.id)\t\(force)\t\($0.citation)"
                })
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one law.")
        @OptionGroup var options: LawOptions
        @Argument(help: "The code of the law, such as pcsc-16.") var law: Gateway.ID

        func run() async throws {
            let reference = try options.reference()
            let versions = reference.law.gateways.filter { $0.id == law }
            guard !versions.isEmpty else {
                throw Problem("There is no law `\(law)`; list them with `weft law list`.")
            }
            try options.show(
                ["versions": versions],
                lines: versions.flatMap { entry in
                    [
                        entry.citation, entry.meaning, "Limits: \(entry.limits)",
                        "In force: \(entry.from.words)", "Source: \(entry.source)",
                        "Checked against the statute: \(entry.isVerified ? "yes" : "no")",
                    ]
                })
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a file before it takes the place of ours.",
            discussion: "weft law check law.json")
        @Argument(help: "A file named as one of ours, such as law.json.") var file: String
        @OptionGroup var options: LawOptions

        func run() async throws {
            let name = URL(filePath: file).lastPathComponent
            guard ReferenceData.lawFiles.contains(name) else {
                throw Problem(
                    "Name the file as the one it is for: "
                        + ReferenceData.lawFiles.joined(separator: ", ") + ".", code: 2)
            }
            guard let text = String(validating: try fileBytes(file), as: UTF8.self) else {
                throw Problem("`\(file)` cannot be read as UTF-8 text.")
            }
            do {
                _ = try ReferenceData(overriddenIn: options.folder, replacing: [name: text])
            } catch let fault as ReferenceData.Fault {
                let line = fault.line.map { ", line \($0)" } ?? ""
                throw Problem("\(fault.file)\(line): \(fault.sentence)")
            }
            try options.show(["file": name, "state": "sound"], lines: ["\(name) is sound."])
        }
    }
}

/// Whose catalogue, and how to write it out.
struct LawOptions: ParsableArguments {
    @Option(help: "A data folder whose own files count; without it, those of this program.")
    var data: String?
    @Flag(help: "Write JSON.") var json = false

    var folder: URL? {
        data.map {
            URL(filePath: $0, directoryHint: .isDirectory)
                .appending(path: "reference", directoryHint: .isDirectory)
        }
    }

    static var today: CalendarDate {
        Store.day(of: Timestamp(seconds: Int(Date().timeIntervalSince1970)))
    }

    func reference() throws -> ReferenceData { try ReferenceData(overriddenIn: folder) }

    func show(_ value: some Encodable, lines: [String]) throws {
        try Output.show(value, json: json, lines: lines)
    }
}
