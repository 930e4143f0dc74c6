import Exchange
import Governance
import HTTPTypes
import Records

/// The charter, and for an approver whose body has not signed it, the signature.
struct CharterPage {
    private struct Resource: Encodable {
        let version: String
        let title: String
        let principles: [Charter.Principle]
    }

    let visit: Visit
    let charter: Charter
    /// The body of the person who is signed in.
    let own: Partner?
    var errors = FormErrors()

    init(_ visit: Visit) async throws {
        self.visit = visit
        charter = visit.store.reference.charter
        if let person = visit.session?.person {
            own = try await visit.store.partner(person.partner)
        } else {
            own = nil
        }
    }

    var reply: Reply {
        get throws {
            if visit.wantsJSON {
                return try .json(
                    Resource(
                        version: charter.version, title: charter.title,
                        principles: charter.principles))
            }
            return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
        }
    }

    var statements: [Choice] {
        let name = own?.name ?? "My body"
        return [
            Choice("read", "I have read the charter."),
            Choice("keep", "\(name) will keep its promises."),
            Choice("post", "I may sign it for \(name)."),
        ]
    }

    private var shell: PageShell {
        visit.page(
            charter.title, current: visit.session == nil ? nil : "/partners",
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1(charter.title, caption: "Version \(charter.version)")
            p(
                "Every body promises this when it joins the partnership.",
                .class("govuk-body-l"))
            for (index, principle) in charter.principles.enumerated() {
                h2("\(index + 1). \(principle.heading)", size: .small)
                p(principle.text)
            }
            ending
        }
    }

    @HTMLBuilder private var ending: HTML {
        if let own, let signature = own.charter {
            Inset(
                "\(own.name) has signed version \(signature.charter): \(signature.post), "
                    + "\(signature.date.words).")
        } else if let own, let person = visit.session?.person {
            if person.may(.signCharter), own.standing == .applied {
                form(own, person)
            } else {
                Inset("\(own.name) has not signed the charter yet. Its approver can.")
            }
        }
    }

    @HTMLBuilder private func form(_ own: Partner, _ person: Practitioner) -> HTML {
        h2("Sign the charter")
        PostForm("/charter", csrf: visit.csrf) {
            hiddenInput("version", charter.version)
            Checkboxes(
                "statements", "Tick each statement to sign", statements,
                selected: Set(visit.form.all("statements")), error: errors["statements"],
                size: .small)
            p("You sign as \(person.post) of \(own.name), on \(visit.store.today.words).")
            Button("Sign for \(own.name)")
        }
    }
}

/// The page that says the charter is signed.
struct CharterSignedPage {
    let visit: Visit
    let own: Partner

    init(_ visit: Visit) async throws {
        self.visit = visit
        own = try await visit.store.partner(visit.person().partner)
    }

    /// Leads to the charter while it is not signed.
    var reply: Reply {
        guard let signature = own.charter else { return .seeOther("/charter") }
        return .page(
            visit.page("Charter signed", current: "/partners") {
                Panel("Charter signed") {
                    "\(own.name), by the \(signature.post) on \(signature.date.words)"
                }
                h2("What happens next")
                p(
                    "\(own.name) is a member now. It can be a party to agreements; nothing is "
                        + "shared before an agreement is in force.")
                plainList {
                    a("See the page of \(own.name)", to: "/partners/\(own.id)")
                    a("Read the charter again", to: "/charter")
                    a("Go to my work", to: "/work")
                }
            })
    }
}
