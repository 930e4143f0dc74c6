@testable import Web

extension GalleryPages {
    private static var errors: FormErrors {
        var errors = FormErrors()
        errors.add("title", "Enter a title")
        errors.add("start", "The start date must include a year", focus: "start-year")
        errors.add("partners", "Choose at least one partner")
        errors.add("file", "The selected file must be a CSV or ODS")
        return errors
    }

    static var form: PageShell {
        PageShell(
            "New agreement", site: site, current: "/agreements", account: account,
            way: .back("/agreements"), hasErrors: true
        ) {
            ErrorSummary(errors)
            h1("New agreement")
            PostForm("/agreements", csrf: csrf, takesFiles: true, warnsUnsaved: true) {
                words
                Checkboxes(
                    "partners", "Who will share?",
                    [
                        Choice("council", "Ambermere Council", hint: "Signed the charter in 2024"),
                        Choice("police", "Ambermere Police"),
                        Choice("none", "None of these", divider: "or"),
                    ], error: errors["partners"])
                Radios(
                    "kind", "What kind is it?",
                    [
                        Choice("mutual", "Partners share with each other"),
                        Choice("one-way", "One partner sends, the others receive"),
                    ], selected: "mutual")
                Radios(
                    "special", "Does it cover health?", [Choice("y", "Yes"), Choice("n", "No")],
                    size: .small, isInline: true)
                DateInput(
                    "start", "When does it start?",
                    answer: .init(day: "27", month: "March", year: ""),
                    hint: "For example, 27 3 2026.", error: errors["start"])
                FileUpload(
                    "file", "Draft, if you have one (optional)", accept: [".csv", ".ods"],
                    maximumBytes: 100_000_000, error: errors["file"])
                buttonGroup {
                    Button("Save and continue")
                    Button("Save and come back later", .secondary, name: "later", value: "1")
                    a("Cancel", to: "/agreements")
                }
                Button("Delete draft", .warning)
            }
        }
    }

    @HTMLBuilder private static var words: HTML {
        TextInput(
            "title", "Title", hint: "What partners will call it.", error: errors["title"],
            size: .medium)
        TextInput("email", "E-mail address", kind: .email, autocomplete: "email")
        TextInput("password", "Password", kind: .password, autocomplete: "current-password")
        TextInput("months", "Months until review", kind: .wholeNumber, value: "12", characters: 3)
        TextInput("postcode", "Postcode (optional)", characters: 10, spellcheck: false)
        TextArea("summary", "Summary", value: "A & B", hint: "No more than 150 words.")
        Select(
            "lead", "Lead partner",
            [Choice("", "Choose a partner"), Choice("1", "Ambermere Council")], selected: "1")
        Fieldset("Address") {
            TextInput("line", "Address line 1", autocomplete: "address-line1")
            TextInput("town", "Town or city", characters: 20, autocomplete: "address-level2")
        }
    }

    static var question: PageShell {
        PageShell("Who is it about?", site: site, current: "/share", way: .back("/share/1")) {
            PostForm("/share/2", csrf: csrf) {
                Radios(
                    "about", "Who is it about?",
                    [
                        Choice("child", "A child who may be at risk"),
                        Choice("adult", "An adult who may be at risk"),
                        Choice("payer", "Someone who pays council tax"),
                        Choice("other", "Someone else", divider: "or"),
                    ], hint: "If there is more than one person, choose the one most at risk.",
                    size: .large, isHeading: true)
                Button("Continue")
            }
        }
    }

    static var review: PageShell {
        PageShell(
            "Review a pair", site: site, current: "/matches", account: account,
            way: .back("/matches")
        ) {
            h1("Are these the same person?", caption: "Pair 12 of 40")
            p { a("Go to decision", to: "#decision") }
            Comparison("Two records", left: "Council tax, Ambermere", right: "Electoral register") {
                Comparison.Line("First name", "Jonathan", "Jonothan", .similar("one letter"))
                Comparison.Line("Surname", "Okafor", "Okafor", .same)
                Comparison.Line("Date of birth", "27 March 1981", "27 March 1981", .same)
                Comparison.Line("Postcode", "SS1 2AB", "CM2 9QL", .different)
                Comparison.Line("Telephone", "01632 960 001", nil, .missing)
            }
            PostForm("/matches/12/review", csrf: csrf) {
                ReviewDecision("Your decision", usesSingleKeys: true) {
                    ReviewDecision.Answer("same", "Same person", key: "s", .primary)
                    ReviewDecision.Answer("different", "Different people", key: "d")
                    ReviewDecision.Answer("unsure", "Not sure: second look", key: "n")
                }
            }
            waterfall
        }
    }

    private static var waterfall: Waterfall {
        Waterfall(
            id: "evidence", "The evidence is strong that this is one person",
            measure: "Weight of each piece of evidence, in bits"
        ) {
            Waterfall.Step("Two records picked by chance", words: "start", weight: -13.2)
            Waterfall.Step("Surname the same", words: "strong evidence for", weight: 8.4)
            Waterfall.Step("Date of birth the same", words: "very strong", weight: 12.1)
            Waterfall.Step("First name similar", words: "some evidence for", weight: 4.3)
            Waterfall.Step("Postcode different", words: "some evidence against", weight: -2.6)
        }
    }

    static var charts: PageShell {
        PageShell("Value", site: site, account: account) {
            h1("What sharing has brought")
            BarChart(
                id: "recovered", "Most money came from discount reviews",
                measure: "Recovered by partner, 2025 to 2026"
            ) {
                BarChart.Bar("Ambermere Council", 412_000, text: "£412,000")
                BarChart.Bar("Thornhythe District Council", 187_500, text: "£187,500")
                BarChart.Bar("Saltmarsh Borough Council", 20_300, text: "£20,300")
                BarChart.Bar("Ambermere Fire and Rescue", count: 0)
            }
            Table("Nothing here", columns: [.text("A")]) {}
            Timeline {}
            numbered {
                "First"
                p("Second")
            }
            bullets { code("x < y") }
        }
    }

    static var confirmation: PageShell {
        PageShell("Agreement signed", site: site) {
            Panel("Agreement signed") {
                "Your reference"
                voidElement("br", [])
                strong("AMB-2026-012")
            }
            h2("What happens next")
            p("The other signers are told by e-mail. The agreement starts when all have signed.")
            LinkButton("Back to my work", to: "/work")
        }
    }

    static var interruption: PageShell {
        PageShell("Share now", site: site, way: .back("/share")) {
            InterruptionPanel("You are about to share without an agreement") {
                p("Do this when someone is at risk now. Someone else reviews it within 72 hours.")
                PostForm("/share/emergency", csrf: csrf) {
                    buttonGroup {
                        Button("Share now")
                        a("Go back", to: "/share")
                    }
                }
            }
        }
    }

    static var progress: PageShell {
        PageShell(
            "Matching", site: site, account: account,
            notice: NotificationBanner(.important, "Matching pauses at 6pm."), refreshSeconds: 5
        ) {
            h1("Matching two sets of records")
            Progress("Pairs compared", done: 1_204_000, of: 2_000_000, refresh: "/jobs/7")
        }
    }
}
