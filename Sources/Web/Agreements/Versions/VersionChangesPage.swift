import Exchange
import Governance
import Records

/// Two versions of an agreement side by side, as differences in words.
struct VersionChangesPage {
    private struct Row: Encodable {
        let about: String
        let change: [String]
    }

    private struct Record: Encodable {
        let reference: String
        let before: Int
        let after: Int
        let differences: [Row]
    }

    let visit: Visit
    let before: SharingAgreement
    let after: SharingAgreement
    let words: AgreementWords

    /// The version that the path names, against the signed one before it.
    ///
    /// - Throws: `Refusal` when there is no earlier version of which the body was a party.
    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        let versions = try await visit.store.history(of: visit.agreementID, seenBy: person)
            .versions.filter { $0.terms.parties.contains(person.partner) }
        let text = visit.parameters["version"] ?? ""
        guard let after = versions.first(where: { "\($0.version)" == text }),
            let before = versions.last(where: { $0.version < after.version && $0.isSigned })
        else { throw Refusal.notFound("earlier version") }
        self.before = before
        self.after = after
        words = try await AgreementWords(visit.store)
    }

    private var differences: [TermsDifference] { before.terms.differences(to: after.terms) }

    func reply(json: Bool) throws -> Reply {
        guard !json else {
            return try .json(
                Record(
                    reference: after.id.rawValue, before: before.version, after: after.version,
                    differences: DifferenceWords(words).rows(differences).map {
                        Row(about: $0.label, change: $0.lines)
                    }))
        }
        let address = "/agreements/\(after.id)"
        return .page(
            visit.page(
                "What changed", current: "/agreements",
                way: .breadcrumbs([
                    NavigationItem("Agreements", to: "/agreements"),
                    NavigationItem("Versions of \(after.id)", to: "\(address)/versions"),
                ])
            ) {
                h1(
                    "What version \(after.version) changes",
                    caption: "Compared with version \(before.version)")
                Differences(differences, words)
                plainList {
                    a("Read version \(after.version)", to: after.home)
                    a("Read version \(before.version)", to: "\(address)/versions/\(before.version)")
                    DownloadLink(
                        "These differences", to: "\(after.home)/changes.json", format: "JSON")
                }
            })
    }
}
