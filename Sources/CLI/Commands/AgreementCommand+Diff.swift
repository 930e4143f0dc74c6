import ArgumentParser
import Exchange
import Governance
import Web

extension AgreementCommand {
    /// `weft agreement diff`: in what two versions differ, in words.
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say in words what a version of an agreement changes.",
            discussion: """
                weft agreement diff isp-0012 --as jo@example.org
                weft agreement diff isp-0012 --from 1 --to 3 --as jo@example.org

                Without --from and --to, the latest version is compared with the signed one before.
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The agreement's code.") var id: SharingAgreement.ID
        @Option(help: "The number of the earlier version.") var from: Int?
        @Option(help: "The number of the later version.") var to: Int?

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let versions = try await store.history(of: id, seenBy: person).versions
                .filter { $0.terms.parties.contains(person.partner) }
            let latest = versions.last?.version
            let number = to ?? latest
            guard let after = versions.first(where: { $0.version == number }) else {
                throw Problem("There is no version \(to ?? 0) of \(id).")
            }
            let before =
                from.map { number in versions.first { $0.version == number } }
                ?? versions.last { $0.version < after.version && $0.isSigned }
            guard let before else {
                throw Problem(
                    "There is no earlier version of \(id) to compare version \(after.version) "
                        + "with.")
            }
            let words = DifferenceWords(try await AgreementWords(store))
            let rows = words.rows(before.terms.differences(to: after.terms))
            struct Row: Encodable {
                let about: String
                let change: [String]
            }
            struct Shown: Encodable {
                let agreement: SharingAgreement.ID
                let from: Int
                let to: Int
                let differences: [Row]
            }
            try actorOptions.show(
                Shown(
                    agreement: id, from: before.version, to: after.version,
                    differences: rows.map { Row(about: $0.label, change: $0.lines) }),
                lines: rows.isEmpty
                    ? ["Nothing: both texts are the same."]
                    : rows.map { "\($0.label)\t\($0.lines.joined(separator: " "))" })
        }
    }
}
