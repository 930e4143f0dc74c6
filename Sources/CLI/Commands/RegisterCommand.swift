import ArgumentParser
import Decisions
import Exchange
import Governance
import Records

/// The public register.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "List the agreements in force.")
    @OptionGroup var dataOptions: DataOptions
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
        struct Line: Encodable {
            let reference: SharingAgreement.ID
            let title: String
            let purpose: String
            let leadOrganisation: String
            let otherOrganisations: [String]
            let reviewDate: CalendarDate
        }
        let store = try await dataOptions.open()
        let names = try await store.names()
        let lines = try await store.register().map { agreement in
            Line(
                reference: agreement.id, title: agreement.title,
                purpose: names.name(agreement.purpose),
                leadOrganisation: names.name(agreement.lead),
                otherOrganisations: agreement.others
                    .map { names.name($0) },
                reviewDate: agreement.review)
        }
        try Output.show(
            ["agreements": lines], json: json,
            lines: lines.map { "\($0.reference)\t\($0.reviewDate)\t\($0.title)" })
    }
}
