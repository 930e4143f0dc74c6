import Exchange

/// The accessibility statement, in the order of the model that public bodies use.
///
/// Source: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
/// Regulations 2018, regulation 8.
struct AccessibilityPage {
    let visit: Visit
    let bodies: PublicContacts

    var shell: PageShell {
        visit.page("Accessibility statement", way: .back("/")) {
            h1("Accessibility statement for Weft")
            p(
                "This statement is about Weft as the \(visit.store.settings.partnership) "
                    + "partnership runs it. As many people as possible should be able to use it.")
            canDo
            h2("How accessible it is")
            p("We know of no part that some people cannot use. These limits remain:")
            bullets([
                "Wide tables scroll sideways within their own region on a small screen.",
                "Charts on the page of a pair are pictures; the same numbers stand in a table "
                    + "below each.",
                "Files that bodies load and take away are CSV, which some screen readers read "
                    + "poorly.",
            ])
            h2("Tell us about a problem, or ask for another form")
            p(
                "If you find something that does not work for you, or need a page in another form, "
                    + "write to the body that you deal with.")
            bodies
            law
            tests
        }
    }

    @HTMLBuilder private var canDo: HTML {
        p("You should be able to:")
        bullets([
            "use every page with a keyboard alone",
            "zoom in, or make the text twice as large, and lose nothing",
            "read every page on a screen 320 pixels wide without scrolling sideways, other than in "
                + "wide tables",
            "use every page without JavaScript",
            "have pages read out: headings, labels, tables and errors are marked "
                + "as such",
        ])
        p("We have also tried to keep the words short and plain.")
    }

    @HTMLBuilder private var law: HTML {
        h2("If you are not happy with the answer")
        p {
            "The Equality and Human Rights Commission enforces the accessibility regulations of "
            "2018. If you are not happy with how we answer you, contact the "
            a(
                "Equality Advisory and Support Service",
                to: "https://www.equalityadvisoryservice.com/")
            "."
        }
        h2("Technical information")
        p(
            "Public bodies must make their websites accessible under the Public Sector Bodies "
                + "(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. The "
                + "measure is the Web Content Accessibility Guidelines, version 2.2, level AA.")
        p(
            "Weft is partially compliant with them. We found no failure in our own tests, but "
                + "nobody independent has tested it, and no page has been tried with a screen "
                + "reader yet.")
    }

    @HTMLBuilder private var tests: HTML {
        h2("How it was tested")
        p("The people who make Weft tested it themselves, in Chromium:")
        bullets([
            "with axe, an automatic checker, on the pages of the journey from charter to log",
            "with the keyboard alone",
            "on a screen 320 pixels wide",
            "with the text at 200 per cent",
        ])
        p(
            "Automatic tests of the program also read its pages for a language, a title, one "
                + "main heading, headings in order, labels on fields, captions on tables and "
                + "unique names.")
    }
}
