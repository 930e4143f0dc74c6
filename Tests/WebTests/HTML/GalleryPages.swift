@testable import Web

/// Pages that between them hold every part, about people and places that are invented.
enum GalleryPages {
    static let csrf = CSRFToken("token")

    static let site = Site(
        partnership: "Ambermere Information Partnership",
        navigation: [
            NavigationItem("My work", to: "/work"), NavigationItem("Agreements", to: "/agreements"),
            NavigationItem("Matches", to: "/matches"), NavigationItem("Cases", to: "/cases"),
            NavigationItem("May I share this?", to: "/share"),
        ],
        strip: .demonstration)

    static let account = Account(
        name: "Jo Brown", organisation: "Ambermere Council", csrf: csrf)

    static let all: [(name: String, page: PageShell)] = [
        ("list", list), ("agreement", agreement), ("form", form), ("question", question),
        ("review", review), ("charts", charts), ("linkage", linkage),
        ("confirmation", confirmation),
        ("interruption", interruption), ("progress", progress),
    ]

    static var list: PageShell {
        PageShell(
            "Agreements", site: site, current: "/agreements", account: account,
            notice: NotificationBanner(
                .success, "The agreement is with the four signers.",
                undo: .init("/agreements/12/undo", csrf: csrf))
        ) {
            h1("Agreements")
            filteredList(filter) {
                p("4 agreements, 2 of them waiting for you.")
                agreements
                Pagination(current: 3, of: 14) { "/agreements?page=\($0)" }
                EmptyState("Withdrawn agreements") {
                    "None recorded. "
                    a("How to withdraw one", to: "/help#withdraw")
                }
            }
        }
    }

    private static var filter: FilterForm {
        FilterForm(
            "/agreements", selected: [NavigationItem("In force", to: "/agreements")],
            clear: "/agreements"
        ) {
            TextInput("q", "Title or partner", kind: .search)
            Select("state", "State", [Choice("", "Any"), Choice("live", "In force")])
            Checkboxes(
                "theme", "Theme", [Choice("tax", "Council tax"), Choice("safe", "Safeguarding")],
                selected: ["tax"], size: .small)
        }
    }

    private static var agreements: Table {
        Table(
            "Agreements in your area",
            columns: [
                .text("Agreement", sort: "/agreements?sort=-title", sorted: .ascending),
                .text("Lead partner"), .number("Partners", sort: "/agreements?sort=partners"),
                .text("Review by"), .text("State"),
            ]
        ) {
            Table.Row {
                a("Single person discount review", to: "/agreements/12")
                "Ambermere Council"
                4
                time("30 June 2026", datetime: "2026-06-30")
                StatusTag("In force", .green)
            }
            Table.Row {
                a("Community safety hub", to: "/agreements/15")
                "Ambermere Police"
                1_204
                time("1 May 2026", datetime: "2026-05-01")
                StatusTag("Due for review", .yellow)
            }
            Table.Row {
                a("Safeguarding front door", to: "/agreements/17")
                "Ambermere Council"
                9
                time("12 December 2026", datetime: "2026-12-12")
                StatusTag("Being drafted", .grey)
            }
        }
    }

    static var agreement: PageShell {
        PageShell(
            "Single person discount review", site: site, current: "/agreements", account: account,
            way: .breadcrumbs([
                NavigationItem("Home", to: "/"), NavigationItem("Agreements", to: "/agreements"),
            ])
        ) {
            h1("Single person discount review", caption: "Agreement 12")
            IdentityBar("AMB-2026-012") {
                StatusTag("In force", .green)
                span("Review by 30 June 2026")
                Badge("High risk")
            } actions: {
                LinkButton("Start the review", to: "/agreements/12/review", .secondary)
            }
            SubNavigation(
                "Sections of this agreement",
                [
                    NavigationItem("Summary", to: "/agreements/12"),
                    NavigationItem("Flows", to: "/agreements/12/flows"),
                    NavigationItem("History", to: "/agreements/12/history"),
                ], current: "/agreements/12")
            columns {
                p("Two councils compare who says they live alone, so that discounts are fair.")
                SummaryList {
                    SummaryRow("Lead partner", "Ambermere Council", .change("/agreements/12/lead"))
                    SummaryRow("Purpose", .change("/agreements/12/purpose")) {
                        p("To check single person discounts. No decision is made by a machine.")
                        bullets(["council tax", "electoral register"])
                    }
                    SummaryRow("Data protection officer", nil, .change("/agreements/12/officer"))
                    SummaryRow("Reference", "AMB-2026-012")
                }
                SummaryList(
                    card: "Ambermere Police", actions: [SummaryRow.Action("Remove", to: "/x")]
                ) {
                    SummaryRow("Contact", "Sam Field, information manager")
                    SummaryRow("Signed", "12 March 2026")
                }
                history
            } side: {
                h2("Take a copy", size: .small)
                plainList {
                    DownloadLink("Agreement", to: "/12.odt", format: "ODT", bytes: 48_213)
                    DownloadLink("Agreement", to: "/12.docx", format: "Word", bytes: 51_920)
                    DownloadLink("Data items", to: "/12.csv", format: "CSV", bytes: 812)
                }
                Details("What is a lawful basis?") {
                    p("The reason in law that lets an organisation use personal data.")
                }
            }
        }
    }

    @HTMLBuilder private static var history: HTML {
        h2("What is left to do")
        TaskList {
            TaskList.Item("Purpose", to: "/a", .completed)
            TaskList.Item("Data items", to: "/b", .inProgress, hint: "3 of 9 have a reason")
            TaskList.Item("Retention", to: "/c", .incomplete)
            TaskList.Item("Send to the signers", to: "/d", .cannotStart)
        }
        h2("History")
        Timeline {
            Timeline.Entry(
                "Signed", by: "Sam Field, Ambermere Police", when: "12 March 2026 at 10:42am",
                datetime: "2026-03-12T10:42:00Z"
            ) { p("All four partners have signed.") }
            Timeline.Entry(
                "Drafted", by: "Jo Brown, Ambermere Council", when: "2 March 2026",
                datetime: "2026-03-02")
        }
        sectionBreak()
        h2("Words and warnings")
        Inset("The agreement covers adults only.")
        WarningText("You must tell the lead partner within 24 hours if data goes astray.")
        Tabs(
            "Versions", [NavigationItem("Now", to: "/now"), NavigationItem("Before", to: "/old")],
            current: "/now")
    }
}
