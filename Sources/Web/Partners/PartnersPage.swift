import Exchange
import Governance
import Records

/// Every body of the partnership.
struct PartnersPage {
    private struct Line: Encodable {
        let code: String
        let name: String
        let kind: String
        let standing: String
        let charterSigned: String?
    }

    private struct List: Encodable {
        let partners: [Line]
    }

    let visit: Visit
    let person: Practitioner
    let partners: [Partner]

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        partners = try await visit.store.partners()
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(
                List(
                    partners: partners.map {
                        Line(
                            code: $0.id.rawValue, name: $0.name, kind: $0.kind.rawValue,
                            standing: $0.standing.rawValue,
                            charterSigned: $0.charter?.date.description)
                    }))
        }
    }

    private var shell: PageShell {
        let slice = PageOfList(partners, number: visit.query["page"], size: 50)
        return visit.page(slice.title("Partners"), current: "/partners") {
            h1("Partners")
            p {
                "The bodies of the partnership. Each signs "
                a("the charter", to: "/charter")
                " before it may share."
            }
            if person.may(.addPartner) { LinkButton("Add a partner", to: "/partners/new") }
            table(slice)
            Pagination(current: slice.number, of: slice.count) { "/partners?page=\($0)" }
            plainList {
                a("Mergers and splits", to: "/successions")
                DownloadLink("Partners", to: "/partners.json", format: "JSON")
            }
        }
    }

    private func table(_ slice: PageOfList<Partner>) -> Table {
        Table(
            "All partners: \(partners.count)",
            columns: [.text("Name"), .text("Kind"), .text("Standing"), .text("Charter signed")]
        ) {
            for partner in slice.items {
                Table.Row {
                    a(partner.name, to: "/partners/\(partner.id)")
                    partner.kind.label
                    partner.standing.tag
                    partner.charter?.date.words ?? "Not yet"
                }
            }
        }
    }
}

extension Partner.Standing {
    /// As people say it.
    var label: String {
        switch self {
        case .applied: "Applied"
        case .active: "Active"
        case .suspended: "Suspended"
        case .withdrawn: "Withdrawn"
        }
    }

    var tag: StatusTag {
        switch self {
        case .applied: StatusTag(label, .yellow)
        case .active: StatusTag(label, .green)
        case .suspended: StatusTag(label, .orange)
        case .withdrawn: StatusTag(label, .grey)
        }
    }
}
