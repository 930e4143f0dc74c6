import Exchange
import Governance
import HTTPTypes
import Records

/// The form that opens an account.
struct NewAccountPage {
    let visit: Visit
    let person: Practitioner
    let name: String
    let email: String
    let post: String
    let roles: Set<String>
    let body: String
    /// The bodies to choose from; empty when there is only the own one.
    let bodies: [Partner]

    init(_ visit: Visit, typed form: FormFields?) async throws {
        self.visit = visit
        let person = try visit.person()
        try visit.store.require(.manageAccounts, of: person)
        self.person = person
        name = form?["name"] ?? ""
        email = (form?["email"] ?? "").lowercased()
        post = form?["post"] ?? ""
        roles = Set(form?.all("roles") ?? [])
        bodies =
            person.roles.contains(.operator)
            ? try await visit.store.partners().filter { $0.standing != .withdrawn } : []
        let chosen = form?["partner"] ?? visit.query["partner"]
        body = bodies.isEmpty || chosen.isEmpty ? person.partner.rawValue : chosen
    }

    /// The account, when the answers are complete.
    var account: Practitioner? {
        guard let partner = Partner.ID(body) else { return nil }
        return Practitioner(
            id: Store.newAccountID(), partner: partner, name: name, email: email, post: post,
            roles: Set(roles.compactMap { Practitioner.Role(rawValue: $0) }))
    }

    var errors: FormErrors {
        var errors = FormErrors()
        if !bodies.isEmpty, !bodies.contains(where: { $0.id.rawValue == body }) {
            errors.add("partner", "Choose the body.")
        }
        if name.isEmpty { errors.add("name", "Enter the person’s name.") }
        if !Self.isAddress(email) {
            errors.add("email", "Enter an e-mail address in the form name@example.org.")
        }
        if post.isEmpty { errors.add("post", "Enter the post that the person holds.") }
        if !roles.contains(where: { Practitioner.Role(rawValue: $0) != nil }) {
            errors.add("roles", "Choose at least one role.")
        }
        return errors
    }

    private static func isAddress(_ email: String) -> Bool {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && email.utf8.count <= 254
            && !email.contains(where: \.isWhitespace)
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let shell = visit.page(
            "Open an account", current: "/accounts", way: .back("/accounts"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Open an account")
            p("You get a link that works once. Its owner chooses a password with it.")
            PostForm("/accounts", csrf: visit.csrf, warnsUnsaved: true) { questions(errors) }
        }
        return .page(shell, status: status ?? (errors.isEmpty ? .ok : .unprocessableContent))
    }

    @HTMLBuilder private func questions(_ errors: FormErrors) -> HTML {
        if !bodies.isEmpty {
            Select(
                "partner", "Body", bodies.map { Choice($0.id.rawValue, $0.name) },
                selected: body, error: errors["partner"], size: .medium)
        }
        TextInput(
            "name", "Full name", value: name, error: errors["name"], spellcheck: false,
            size: .medium)
        TextInput(
            "email", "E-mail address", kind: .email, value: email,
            hint: "The person signs in with it.", error: errors["email"], size: .medium)
        TextInput(
            "post", "Post", value: post,
            hint: "Such as “Revenues officer”. An approver’s post stands under what is signed.",
            error: errors["post"], size: .medium)
        Checkboxes(
            "roles", "What may the person do?",
            Practitioner.Role.allCases.map { Choice($0.rawValue, $0.label, hint: $0.meaning) },
            selected: roles, error: errors["roles"])
        Button("Open the account")
    }
}

extension Practitioner.Role {
    /// What the role lets a person do, in one sentence.
    fileprivate var meaning: String {
        switch self {
        case .governanceOfficer:
            "Drafts agreements, adds partners and manages accounts of the own body."
        case .approver: "Signs the charter, and approves agreements or refuses them."
        case .practitioner: "Reviews matches and works cases."
        case .analyst: "Loads files and runs matches."
        case .leader: "Sees how far the partnership has come."
        case .auditor: "Reads who did what, and checks the log."
        case .operator: "Runs the server; manages accounts and the standing of every partner."
        }
    }
}

/// The page that shows a one-time link, once.
struct AccountLinkPage {
    let visit: Visit
    let account: Practitioner
    let code: String

    var shell: PageShell {
        visit.page("One-time link", current: "/accounts") {
            h1("One-time link")
            p("Copy this link and give it to \(account.name) by a safe way.")
            Inset { element("code") { visit.fullAddress("/password/\(code)") } }
            WarningText(
                "The link is shown only now. It works once, for 7 days, and lets whoever has it "
                    + "choose the password.")
            p("If it is lost, make a new link from the list of accounts; the old one then ends.")
            LinkButton("Back to the accounts", to: "/accounts", .secondary)
        }
    }
}

extension Visit {
    /// A path of this server as a full address, by the name under which the browser knows it.
    func fullAddress(_ path: String) -> String {
        let isPlain = { (byte: UInt8) in
            (0x30...0x3a).contains(byte) || (0x41...0x5a).contains(byte)
                || (0x61...0x7a).contains(byte) || [0x2d, 0x2e, 0x5b, 0x5d].contains(byte)
        }
        guard let authority, !authority.isEmpty, authority.utf8.allSatisfy(isPlain) else {
            return path
        }
        return (desk.hasSecureCookies ? "https://" : "http://") + authority + path
    }
}
