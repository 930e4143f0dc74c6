import Exchange
import Governance
import Records

/// One body: its details, its charter and the agreements that bind it.
struct PartnerPage {
    private struct Resource: Encodable {
        let code: String
        let name: String
        let kind: String
        let standing: String
        let registration: String
        let contact: String
        let charterVersion: String?
        let charterSigned: String?
        let agreementsInForce: [String]
    }

    let visit: Visit
    let person: Practitioner
    let partner: Partner
    let agreements: [RegisterEntry]
    /// Open accounts, for people of the same body.
    let people: Int?

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        let id: Partner.ID = try visit.code("id")
        partner = try await visit.store.partner(id)
        agreements = try await visit.store.register().filter { $0.parties.contains(id) }
        people =
            id == person.partner
            ? try await visit.store.accounts(seenBy: person)
                .count { $0.partner == id && $0.isActive } : nil
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(
                Resource(
                    code: partner.id.rawValue, name: partner.name, kind: partner.kind.rawValue,
                    standing: partner.standing.rawValue, registration: partner.registration,
                    contact: partner.contact, charterVersion: partner.charter?.charter,
                    charterSigned: partner.charter?.date.description,
                    agreementsInForce: agreements.map(\.id.rawValue)))
        }
    }

    private var shell: PageShell {
        visit.page(
            partner.name, current: "/partners",
            way: .breadcrumbs([NavigationItem("Partners", to: "/partners")]), notice: notice
        ) {
            h1(partner.name, caption: partner.kind.label)
            IdentityBar(partner.id.rawValue) {
                partner.standing.tag
            } actions: {
                if person.may(.changeStanding) {
                    for standing in StandingPage.open(for: partner) {
                        LinkButton(
                            standing.verb,
                            to: "/partners/\(partner.id)/standing?to=\(standing.rawValue)",
                            .secondary)
                    }
                }
            }
            next
            details
            capacities
            table
        }
    }

    private var notice: NotificationBanner? {
        if visit.query.has("joined") {
            return NotificationBanner(.success, HTML("\(partner.name) has been added."))
        }
        if visit.query.has("changed") {
            let label = partner.standing.label.lowercased()
            return NotificationBanner(.success, HTML("\(partner.name) is now \(label)."))
        }
        return nil
    }

    @HTMLBuilder private var next: HTML {
        if partner.standing == .applied {
            Inset(
                "\(partner.name) may share once its approver has signed the charter. An operator "
                    + "opens the approver’s account.")
            if person.partner == partner.id, person.may(.signCharter) {
                LinkButton("Read and sign the charter", to: "/charter")
            }
            if person.roles.contains(.operator) {
                p { a("Open an account for it", to: "/accounts/new?partner=\(partner.id)") }
            }
        }
    }

    private var details: SummaryList {
        SummaryList {
            SummaryRow("Kind", partner.kind.label)
            SummaryRow("Registration with the Information Commissioner", partner.registration)
            SummaryRow("Contact about data protection") {
                a(partner.contact, to: "mailto:\(partner.contact)")
            }
            SummaryRow("Charter") { charter }
            if !partner.successors.isEmpty {
                SummaryRow("Its tasks passed to") {
                    for successor in partner.successors {
                        p { a(successor.rawValue, to: "/partners/\(successor)") }
                    }
                }
            }
            SummaryRow("Assurance") {
                a("What it has recorded", to: "/partners/\(partner.id)/assurance")
            }
            if let people { SummaryRow("People with an account", "\(people)") }
        }
    }

    @HTMLBuilder private var charter: HTML {
        if let signature = partner.charter {
            "Version \(signature.charter), signed by the \(signature.post) on "
            "\(signature.date.words)"
        } else {
            span("Not signed yet", .class("weft-absent"))
        }
    }

    private var table: Table {
        Table(
            "Agreements in force",
            columns: [.text("Title"), .text("Category"), .text("Review by")]
        ) {
            for agreement in agreements {
                Table.Row {
                    a(agreement.title, to: "/register/\(agreement.id)")
                    agreement.category
                    agreement.review.words
                }
            }
        }
    }
}
