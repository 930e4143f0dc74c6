import Exchange
import Governance

/// What each role does on the way from a charter to a checked log, and whom to ask.
struct HelpPage {
    let visit: Visit
    let bodies: PublicContacts

    init(_ visit: Visit) async throws {
        self.visit = visit
        bodies = try await PublicContacts(visit)
    }

    private static let sections: [(title: String, text: [String])] = [
        (
            "Agree: governance officers and approvers",
            [
                "A body joins, and its approver signs the charter. A governance officer drafts an "
                    + "agreement from a template: who shares what with whom, why, under which law "
                    + "and until when.",
                "Each party’s approver approves or refuses it. It is in force when all have "
                    + "approved, and from then on it decides what may be shared.",
            ]
        ),
        (
            "Load: data analysts",
            [
                "An analyst chooses the agreement first and then the file. Weft checks every row, "
                    + "says what is wrong and how to mend it, and leaves out what the agreement "
                    + "does not allow before anything is stored.",
                "Then the analyst compares two loaded files. The result is a list of pairs that "
                    + "may be about the same person.",
            ]
        ),
        (
            "Review: practitioners",
            [
                "A practitioner looks at one pair at a time and answers: the same person, "
                    + "different people, or not sure. A match is a question, never a verdict.",
                "You can take your answer back until somebody works on the case that it opened.",
            ]
        ),
        (
            "Work a case: practitioners",
            [
                "A confirmed pair that raises a question opens a case. First rule out the ordinary "
                    + "explanations, then ask the person, then record the outcome with its reason.",
                "Weft does not change any bill. The bill changes only in the billing system, and "
                    + "only a named person decides.",
            ]
        ),
        (
            "Check: auditors, leaders and everybody else",
            [
                "Every change, and every reading of a record, is an entry of the log. "
                    + "Auditors read "
                    + "the entries that name their body.",
                "Everybody can read the register of agreements in force and check the log with "
                    + "tools of their own.",
            ]
        ),
    ]

    var shell: PageShell {
        visit.page("Help", way: .back("/")) {
            h1("Help")
            p("What people do here, from the first signature to the last check.")
            for section in Self.sections {
                h2(section.title)
                for text in section.text { p(text) }
            }
            h2("More")
            plainList {
                a("What the words mean", to: "/glossary")
                a("The register of agreements", to: "/register")
                a("The law catalogue, and which law may fit", to: "/law")
                a("The log and how to check it", to: "/log")
            }
            h2("Whom to ask")
            p(
                "Ask a governance officer of your own body about accounts and agreements. Ask the "
                    + "body that holds your information about what it holds.")
            bodies
        }
    }
}
