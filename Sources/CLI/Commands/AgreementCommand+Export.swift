import ArgumentParser
import Exchange
import Foundation
import Governance
import Records
import Web

extension AgreementCommand {
    /// `weft agreement export`: the text of an agreement, or its days, as a file.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Write an agreement for Word, as OpenDocument, its days for calendars, or as JSON.",
            discussion: """
                weft agreement export isp-0012 --as jo@example.org --format odt --output text.odt

                The format json holds all of it, for `weft agreement import` at another place.
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "docx, odt, ics or json.") var format: Format
        @Option(help: "The file to write.") var output: String
        @Flag(help: "Instead of the whole text, one page for the staff of the own body.")
        var instruction = false

        /// What is written.
        enum Format: String, CaseIterable, ExpressibleByArgument {
            case docx, odt, ics, json
        }

        func validate() throws {
            guard !instruction || format == .docx || format == .odt else {
                throw ValidationError("An instruction is docx or odt; days and records have none.")
            }
        }

        func run() async throws {
            try OutputPaths.check(output)
            let (store, person) = try await actorOptions.open()
            let agreement = try await store.agreement(id, seenBy: person)
            let bytes: [UInt8]
            if let format = AgreementFiles.Format(rawValue: format.rawValue) {
                let files = try await AgreementFiles(agreement, store)
                bytes =
                    instruction
                    ? files.instruction(for: try await store.partner(person.partner), format)
                    : files.bytes(format)
            } else {
                bytes = try await store.file(of: id, seenBy: person).bytes()
            }
            try ResultFile.write(bytes, to: output)
            struct Shown: Encodable {
                let agreement: SharingAgreement.ID
                let version: Int
                let format: String
                let bytes: Int
                let textDigest: String
            }
            try actorOptions.show(
                Shown(
                    agreement: agreement.id, version: agreement.version, format: format.rawValue,
                    bytes: bytes.count, textDigest: agreement.terms.digest),
                lines: ["\(agreement.id), version \(agreement.version), is in \(output)."])
        }
    }
}

extension AgreementCommand {
    /// `weft agreement import`: a draft from the file of another place.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a draft of an agreement that another place exported as JSON.",
            discussion: """
                weft agreement import theirs.json --as jo@example.org \\
                  --map their-council=saltmere-city-council --map their-police=ambermere-police

                A body of the file stands for the own one of the same code, unless --map says
                another. Approvals are not taken over. Exit code 3 when something stops it.
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The file.") var file: String
        @Option(help: "theirs=ours, two codes of bodies; may be given several times.")
        var map: [String] = []
        @Flag(help: "Say what would become of it, and store nothing.") var dryRun = false

        func run() async throws {
            let read = try AgreementFile(
                reading: try fileBytes(file, limit: AgreementFile.largest))
            let (store, person) = try await actorOptions.open()
            let reading = try await store.reading(read, chosen: try mapping(), by: person)
            let draft = dryRun ? nil : try await store.draft(reading, by: person)
            struct Shown: Encodable {
                let agreement: SharingAgreement.ID?
                let obstacles: [String]
                let notes: [String]
            }
            try actorOptions.show(
                Shown(agreement: draft?.id, obstacles: reading.obstacles, notes: reading.notes),
                lines: (draft.map { ["\($0.id)\tdraft\t\($0.terms.title)"] } ?? [])
                    + reading.obstacles + reading.notes)
            if !reading.obstacles.isEmpty { throw ExitCode(3) }
        }

        private func mapping() throws -> [Partner.ID: Partner.ID] {
            var bodies: [Partner.ID: Partner.ID] = [:]
            for pair in map {
                let codes = pair.split(separator: "=", maxSplits: 1).map(String.init)
                guard codes.count == 2, let theirs = Partner.ID(codes[0]),
                    let ours = Partner.ID(codes[1])
                else {
                    throw Problem("“\(pair)” is not of the form theirs=ours, two codes of bodies.")
                }
                bodies[theirs] = ours
            }
            return bodies
        }
    }
}
