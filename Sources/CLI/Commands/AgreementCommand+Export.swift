public import ArgumentParser
import Exchange
import Foundation
import Governance
public import Web

extension AgreementCommand {
    /// `weft agreement export`: the text of an agreement, or its days, as a file.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write an agreement for Word, as OpenDocument, or its days for calendars.",
            discussion: """
                weft agreement export isp-0012 --as jo@example.org --format odt --output text.odt
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "docx, odt or ics.") var format: AgreementFiles.Format
        @Option(help: "The file to write.") var output: String
        @Flag(help: "Instead of the whole text, one page for the staff of the own body.")
        var instruction = false

        func validate() throws {
            guard !(instruction && format == .ics) else {
                throw ValidationError("An instruction is docx or odt; days have none.")
            }
        }

        func run() async throws {
            try OutputPaths.check(output)
            let (store, person) = try await actorOptions.open()
            let agreement = try await store.agreement(id, seenBy: person)
            let files = try await AgreementFiles(agreement, store)
            let bytes =
                instruction
                ? files.instruction(for: try await store.partner(person.partner), format)
                : files.bytes(format)
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

extension AgreementFiles.Format: ExpressibleByArgument {}
