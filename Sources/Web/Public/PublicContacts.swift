import Exchange
import Governance
import Records

/// The bodies that signed the charter, each with the shared mailbox that answers questions.
struct PublicContacts: Part {
    let partners: [Partner]

    init(_ visit: Visit) async throws {
        partners = try await visit.store.partners().filter { $0.standing == .active }
    }

    var html: HTML {
        Table(
            "Where to write, by body", columns: [.text("Body"), .text("E-mail address")],
            empty: "None recorded: no body has signed the charter yet."
        ) {
            for partner in partners {
                Table.Row {
                    partner.name
                    a(partner.contact, to: "mailto:\(partner.contact)")
                }
            }
        }.html
    }
}
