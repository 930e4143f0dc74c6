import Exchange

/// The two cookies, both needed, so that no banner asks about them.
struct CookiesPage {
    let visit: Visit

    var shell: PageShell {
        visit.page("Cookies", way: .back("/")) {
            h1("Cookies")
            p(
                "A cookie is a small text that your browser keeps for us. We use two. Both are "
                    + "needed for the pages to work and to keep you safe, so we do not ask for "
                    + "your "
                    + "agreement. We use no others: none that count visits, none of other sites.")
            Table(
                "The cookies that we use",
                columns: [.text("Name"), .text("What it is for"), .text("How long it lasts")]
            ) {
                Table.Row {
                    code(visit.desk.sessionCookie)
                    "Keeps you signed in from page to page. It holds a random code."
                    "Until you sign out or close the browser. It stops working after "
                        + "\(Store.idleSeconds / 60) minutes without use, and after "
                        + "\(Store.longestSeconds / 3_600) hours at the most."
                }
                Table.Row {
                    code(visit.desk.formCookie)
                    "Makes sure that a form that is sent to us came from our own page, before you "
                        + "sign in. It holds a random code."
                    "Until you close the browser."
                }
            }
            p(
                "No script can read them. Browsers send them to this server only, and not "
                    + "along with "
                    + "forms on other sites.")
        }
    }
}
