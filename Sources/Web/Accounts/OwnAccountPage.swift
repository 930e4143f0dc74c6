import Exchange
import Governance
import Records

/// One's own account: details, password, signing out.
struct OwnAccountPage {
    let visit: Visit
    let person: Practitioner
    let problem: Refusal?

    init(_ visit: Visit, problem: Refusal? = nil) throws {
        self.visit = visit
        person = try visit.person()
        self.problem = problem
    }

    var shell: PageShell {
        visit.page("Your account", current: nil, notice: notice, hasErrors: problem != nil) {
            ErrorSummary(errors)
            h1("Your account")
            SummaryList {
                SummaryRow("Name", person.name)
                SummaryRow("E-mail address", person.email)
                SummaryRow("Body", visit.session?.partnerName)
                SummaryRow("Post", person.post)
                SummaryRow("Roles") { bullets(person.roles.sorted().map(\.label)) }
            }
            p("If something is wrong, ask whoever manages the accounts of your body.")
            password
            PostForm("/sign-out", csrf: visit.csrf) { Button("Sign out", .secondary) }
        }
    }

    private var notice: NotificationBanner? {
        guard problem == nil, visit.query.has("changed") else { return nil }
        return NotificationBanner(.success, "Your password is changed.")
    }

    private var errors: FormErrors {
        var errors = FormErrors()
        if let problem {
            let isNew = problem.reasons.first?.code.hasPrefix("password-") == true
            errors.add(isNew ? "new" : "old", problem.sentence)
        }
        return errors
    }

    @HTMLBuilder private var password: HTML {
        h2("Change your password")
        if visit.desk.isDemonstration {
            p("In a demonstration nobody needs a password.")
        } else {
            PostForm("/account/password", csrf: visit.csrf) {
                TextInput(
                    "old", "Old password", kind: .password, error: errors["old"],
                    autocomplete: "current-password")
                TextInput(
                    "new", "New password", kind: .password,
                    hint: "At least \(Store.shortestPassword) characters. "
                        + "Three or four unrelated words make a good one.",
                    error: errors["new"], autocomplete: "new-password")
                Button("Change the password")
            }
        }
    }
}
