import Exchange
import Governance
import Records

/// The first page: what is shared here, what anybody can look at, and the tour of a demonstration.
struct HomePage {
    let visit: Visit
    let partners: Int
    let agreements: Int
    let entries: Int

    init(_ visit: Visit) async throws {
        self.visit = visit
        partners = try await visit.store.partners().count { $0.standing == .active }
        agreements = try await visit.store.register().count
        entries = try await visit.store.logSummary().size
    }

    var shell: PageShell {
        visit.page("Information sharing made easy, lawful and provable", current: "/") {
            h1("How public bodies share information here")
            p(
                "Councils, police, health services, schools and charities agree what they may "
                    + "share. This is where they agree it, share it, and show that it was right.",
                .class("govuk-body-l"))
            SummaryList {
                SummaryRow("Bodies that signed the charter", "\(partners)")
                SummaryRow("Agreements in force", "\(agreements)")
                SummaryRow("Entries in the log", "\(entries)")
            }
            p { a("Read the register of agreements", to: "/register") }
            p { a("See the log and how to check it", to: "/log") }
            p { a("See which laws allow sharing", to: "/law") }
            p { a("What the words mean", to: "/glossary") }
            if visit.desk.isDemonstration { tour }
        }
    }

    @HTMLBuilder private var tour: HTML {
        h2("Try it: from a signed agreement to a reviewed match")
        p("Each step signs you in as an invented person. Nothing you do leaves this computer.")
        element("ol", .class("weft-tour")) {
            for (index, step) in Tour.steps.enumerated() {
                element("li", .class("weft-tour__step")) {
                    h3("\(index + 1). \(step.title)")
                    p(step.hint)
                    DemonstrationEntry(visit, step.person, step.button, to: step.address)
                }
            }
        }
        p {
            "Or "
            a("choose anybody from the list of people", to: "/sign-in")
            "."
        }
    }
}
