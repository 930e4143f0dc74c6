import Decisions
import Exchange
import Governance
import Records

/// The accounts that a person manages: those of the own body, or all for an operator.
struct AccountsPage {
    private struct Line: Encodable {
        let name: String
        let email: String
        let post: String
        let body: String
        let roles: [String]
        let isOpen: Bool
    }

    private struct List: Encodable {
        let accounts: [Line]
    }

    let visit: Visit
    let person: Practitioner
    let accounts: [Practitioner]
    let bodies: [Partner.ID: String]

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.manageAccounts, of: person)
        let bodies = try await visit.store.names().partners
        let own = person.partner
        accounts = try await visit.store.accounts(seenBy: person).sorted { left, right in
            (left.partner == own ? "" : bodies[left.partner] ?? "", left.name, left.id)
                < (right.partner == own ? "" : bodies[right.partner] ?? "", right.name, right.id)
        }
        self.bodies = bodies
    }

    private var seesAll: Bool { person.roles.contains(.operator) }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(
                List(
                    accounts: accounts.map {
                        Line(
                            name: $0.name, email: $0.email, post: $0.post,
                            body: bodies[$0.partner] ?? $0.partner.rawValue,
                            roles: $0.roles.sorted().map(\.rawValue), isOpen: $0.isActive)
                    }))
        }
    }

    private var shell: PageShell {
        let slice = PageOfList(accounts, number: visit.query["page"], size: 50)
        return visit.page(slice.title("Accounts"), current: "/accounts", notice: notice) {
            h1("Accounts")
            p(
                seesAll
                    ? "Everybody who can sign in, your own body first."
                    : "Everybody of your body who can sign in.")
            LinkButton("Open an account", to: "/accounts/new")
            table(slice)
            Pagination(current: slice.number, of: slice.count) { "/accounts?page=\($0)" }
            p { a("Your own account", to: "/account") }
        }
    }

    private var notice: NotificationBanner? {
        switch visit.query["changed"] {
        case "open": NotificationBanner(.success, "The account is open again.")
        case "closed":
            NotificationBanner(.success, "The account is closed, and its sessions have ended.")
        default: nil
        }
    }

    private func table(_ slice: PageOfList<Practitioner>) -> Table {
        Table(
            "Accounts: \(accounts.count)",
            columns: [
                .text("Name"), .text(seesAll ? "Post and body" : "Post"), .text("Roles"),
                .text("State"), .text("Change"),
            ]
        ) {
            for account in slice.items {
                Table.Row {
                    name(account)
                    post(account)
                    AgreementWords.joined(account.roles.sorted().map(\.label))
                    account.isActive ? StatusTag("Open", .green) : StatusTag("Closed", .grey)
                    changes(account)
                }
            }
        }
    }

    private func name(_ account: Practitioner) -> HTML {
        HTML {
            account.name
            voidElement("br", [])
            span(account.email, .class("weft-absent"))
        }
    }

    private func post(_ account: Practitioner) -> HTML {
        HTML {
            account.post
            if seesAll {
                voidElement("br", [])
                span(
                    bodies[account.partner] ?? account.partner.rawValue, .class("weft-absent"))
            }
        }
    }

    @HTMLBuilder private func changes(_ account: Practitioner) -> HTML {
        if account.id == person.id {
            a("Your own account", to: "/account")
        } else if account.isActive {
            button("New link", "/accounts/\(account.id)/link", for: account)
            a(
                "Close", hidden: "the account of \(account.name)",
                to: "/accounts/\(account.id)/closure")
        } else {
            button("Open again", "/accounts/\(account.id)/reopening", for: account)
        }
    }

    private func button(_ text: String, _ address: String, for account: Practitioner) -> HTML {
        PostForm(address, csrf: visit.csrf) {
            element("button", .class("weft-link-button"), .type("submit")) {
                text
                visuallyHidden(" for \(account.name)")
            }
        }.html
    }
}

/// The page that stops somebody before an account is closed.
struct ClosurePage {
    let visit: Visit
    let person: Practitioner
    let account: Practitioner

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        account = try await visit.store.account(visit.code("id"), managedBy: person)
    }

    var reply: Reply {
        guard account.isActive, account.id != person.id else { return .seeOther("/accounts") }
        return .page(
            visit.page("Close an account", current: "/accounts", way: .back("/accounts")) {
                InterruptionPanel("Close this account?") {
                    p("\(account.name), \(account.post).")
                    p(
                        "The person is signed out at once and cannot sign in any more. What the "
                            + "person did stays in the log. You can open the account again.")
                    PostForm("/accounts/\(account.id)/closure", csrf: visit.csrf) {
                        buttonGroup {
                            Button("Close it now")
                            a("Go back", to: "/accounts")
                        }
                    }
                }
            })
    }
}
