import Exchange
import Governance
import Records

/// The page on which people sign in; in a demonstration one button for each person.
struct SignInPage {
    let visit: Visit
    let problem: Refusal?
    let people: [DemonstrationPerson]

    init(_ visit: Visit, problem: Refusal? = nil) async throws {
        self.visit = visit
        self.problem = problem
        people = visit.desk.isDemonstration ? try await visit.store.demonstrationPeople() : []
    }

    var shell: PageShell {
        visit.page(
            "Sign in", current: "/sign-in", notice: notice, hasErrors: problem != nil
        ) {
            errorSummary
            h1("Sign in")
            if !people.isEmpty { demonstration } else { form }
        }
    }

    private var notice: NotificationBanner? {
        guard problem == nil, let end = SessionEnd(rawValue: visit.query["reason"]) else {
            return nil
        }
        return NotificationBanner(.important, HTML(end.sentence))
    }

    private var errorSummary: HTML {
        var errors = FormErrors()
        if let problem { errors.add("email", problem.sentence) }
        return ErrorSummary(errors).html
    }

    private var form: HTML {
        PostForm("/sign-in", csrf: visit.csrf) {
            hiddenInput("next", visit.next)
            TextInput(
                "email", "E-mail address", kind: .email, value: visit.form["email"],
                error: problem?.sentence, autocomplete: "username", spellcheck: false)
            TextInput(
                "password", "Password", kind: .password, autocomplete: "current-password")
            if let fix = problem?.reasons.first?.fix, !fix.isEmpty { Inset(fix) }
            Button("Sign in")
        }.html
    }

    /// The people of the demonstration, by body: one button signs in as each.
    @HTMLBuilder private var demonstration: HTML {
        p("Choose a person to see Weft as they do. Every person and body is invented.")
        for group in bodies {
            section(.class("weft-people")) {
                h2(group.name, size: .small)
                for person in group.people {
                    DemonstrationEntry(visit, person.account.id, person.called, to: visit.next)
                }
            }
        }
    }

    private var bodies: [(name: String, people: [DemonstrationPerson])] {
        Dictionary(grouping: people, by: \.partnerName)
            .map { (name: $0.key, people: $0.value) }
            .sorted { ($1.people.count, $0.name) < ($0.people.count, $1.name) }
    }
}

/// The page on which somebody with a one-time link chooses a password.
struct PasswordPage {
    let visit: Visit
    let problem: Refusal?

    init(_ visit: Visit, problem: Refusal?) {
        self.visit = visit
        self.problem = problem
    }

    var shell: PageShell {
        var errors = FormErrors()
        if let problem { errors.add("password", problem.sentence) }
        return visit.page("Choose your password", hasErrors: problem != nil) {
            ErrorSummary(errors)
            h1("Choose your password")
            PostForm("/password/\(visit.parameters["link"] ?? "")", csrf: visit.csrf) {
                TextInput(
                    "password", "New password", kind: .password,
                    hint: "At least \(Store.shortestPassword) characters. "
                        + "Three or four unrelated words make a good one.",
                    error: problem?.sentence, autocomplete: "new-password")
                Button("Save and sign in")
            }
        }
    }
}
