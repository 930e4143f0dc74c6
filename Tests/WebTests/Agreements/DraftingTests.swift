import Exchange
import Governance
import Records
import Testing

struct DraftingTests {
    private static let parts = [
        "summary", "purpose", "parties", "flow-1", "flow-2", "law", "dates",
    ]

    /// A draft and a browser of its officer.
    private static func start(_ site: TestSite) async throws
        -> (councils: Councils, browser: TestBrowser, path: String)
    {
        let councils = try await Councils(site)
        let id = try await site.draft(by: councils)
        let browser = site.browser()
        _ = try await browser.signIn(as: councils.officer)
        return (councils, browser, "/agreements/\(id)")
    }

    @Test func `every page of drafting is well made`() async throws {
        try await TestSite.run { site in
            let (_, browser, path) = try await Self.start(site)
            for page in ["/agreements/new", "/agreements/new/parties?template=asb-report", path] {
                try await browser.page(page)
            }
            for part in Self.parts { try await browser.page("\(path)/edit/\(part)") }
            try await browser.page("\(path)/flows/new")
            try await browser.page("\(path)/send")
            #expect(try await browser.get("\(path)/edit/flow-3").status == 404)
            #expect(try await browser.get("\(path)/edit/nonsense").status == 404)
        }
    }

    @Test func `drafting asks for a template, a body and a real date`() async throws {
        try await TestSite.run { site in
            let (_, browser, _) = try await Self.start(site)
            let noTemplate = try await browser.get("/agreements/new/parties")
            #expect(noTemplate.status == 422 && noTemplate.text.contains("Choose a template."))
            #expect(HTMLLint.problems(in: noTemplate.text).isEmpty)
            let wrong = try await browser.post(
                "/agreements",
                [
                    "template": "council-tax-review", "start-day": "31", "start-month": "2",
                    "start-year": "9999",
                ])
            #expect(wrong.status == 422 && wrong.text.contains("Choose at least one body"))
            #expect(wrong.text.contains("must be a real date"))
            #expect(wrong.text.contains("value=\"31\"") && wrong.text.contains("value=\"9999\""))
            #expect(HTMLLint.problems(in: wrong.text).isEmpty)
        }
    }

    @Test func `a saved part shows on the draft and in the text`() async throws {
        try await TestSite.run { site in
            let (councils, browser, path) = try await Self.start(site)
            try await browser.page("\(path)/edit/summary")
            let saved = try await browser.post(
                "\(path)/edit/summary",
                [
                    "read": await browser.hidden("read"), "title": "Discounts on the marsh",
                    "category": "Safeguarding", "summary": "We compare <two> lists.",
                ])
            #expect(saved.path == path && saved.text.contains("The draft is saved."))
            #expect(saved.text.contains("Discounts on the marsh"))
            let text = try await browser.page("\(path)/send").text
            #expect(text.contains("We compare &lt;two&gt; lists."))

            try await browser.page("\(path)/edit/dates")
            _ = try await browser.post(
                "\(path)/edit/dates",
                [
                    "read": await browser.hidden("read"), "start-day": "1", "start-month": "dec",
                    "start-year": "2026", "lastDay-day": "30", "lastDay-month": "11",
                    "lastDay-year": "2028", "review-day": "1", "review-month": "12",
                    "review-year": "2027", "retention": "6",
                ])
            let id = SharingAgreement.ID(String(path.dropFirst(12))) ?? "none"
            let terms = try await site.store.agreement(id, seenBy: councils.officer).terms
            #expect(terms.start == day("2026-12-01") && terms.retentionMonths == 6)
            #expect(terms.lastDay == day("2028-11-30") && terms.review == day("2027-12-01"))
        }
    }

    @Test func `a wrong answer is shown again with what was typed`() async throws {
        try await TestSite.run { site in
            let (_, browser, path) = try await Self.start(site)
            try await browser.page("\(path)/edit/summary")
            let long = Array(repeating: "word", count: 151).joined(separator: " ")
            let words = try await browser.post(
                "\(path)/edit/summary",
                [
                    "read": await browser.hidden("read"), "title": "",
                    "category": "Safeguarding", "summary": long,
                ])
            #expect(words.status == 422 && words.text.contains(long))
            #expect(words.text.contains("Give the agreement a title."))
            #expect(words.text.contains("<title>Error: "))
            #expect(HTMLLint.problems(in: words.text).isEmpty)

            try await browser.page("\(path)/edit/dates")
            let dates = try await browser.post(
                "\(path)/edit/dates",
                [
                    "read": await browser.hidden("read"), "start-day": "", "start-month": "11",
                    "start-year": "2026", "lastDay-day": "1", "lastDay-month": "1",
                    "lastDay-year": "2026", "review-day": "1", "review-month": "1",
                    "review-year": "2026", "retention": "many",
                ])
            #expect(dates.status == 422 && dates.text.contains("must include a day"))
            #expect(dates.text.contains("last day that is not before the first"))
            #expect(dates.text.contains("value=\"many\""))
            #expect(HTMLLint.problems(in: dates.text).isEmpty)
        }
    }

    @Test func `an empty data flow, law or party is refused on its own page`() async throws {
        try await TestSite.run { site in
            let (_, browser, path) = try await Self.start(site)
            let pages: [(part: String, sentence: String)] = [
                ("flow-1", "Choose who sends."), ("law", "Choose the law"),
                ("parties", "Name at least two parties."),
            ]
            for (part, sentence) in pages {
                try await browser.page("\(path)/edit/\(part)")
                let answer = try await browser.post(
                    "\(path)/edit/\(part)",
                    [
                        "read": await browser.hidden("read"), "dataset": "council-tax",
                        "basis": "6-1-e", "lead": Councils.own.rawValue,
                    ])
                #expect(answer.status == 422 && answer.text.contains(sentence), "\(part)")
                #expect(HTMLLint.problems(in: answer.text).isEmpty, "\(part)")
            }
        }
    }

    @Test func `a form that is older than the draft saves nothing and keeps what was typed`()
        async throws
    {
        try await TestSite.run { site in
            let (councils, browser, path) = try await Self.start(site)
            try await browser.page("\(path)/edit/purpose")
            let read = await browser.hidden("read")
            let colleague = site.browser()
            _ = try await colleague.signIn(
                as: try await site.person(Councils.other, [.governanceOfficer]))
            try await colleague.page("\(path)/edit/purpose")
            let first = try await colleague.post(
                "\(path)/edit/purpose",
                ["read": read, "purpose": "council-tax-accuracy", "necessity": "The first."])
            #expect(first.path == path)

            let second = try await browser.post(
                "\(path)/edit/purpose",
                ["read": read, "purpose": "council-tax-accuracy", "necessity": "The second."])
            #expect(second.status == 409 && second.text.contains("The second."))
            #expect(
                second.text.contains("The first.") && second.text.contains("changed this draft"))
            #expect(HTMLLint.problems(in: second.text).isEmpty)

            let again = try await browser.post(
                "\(path)/edit/purpose",
                [
                    "read": await browser.hidden("read"), "purpose": "council-tax-accuracy",
                    "necessity": "The second.",
                ])
            #expect(again.path == path)
            let agreements = try await site.store.agreements(seenBy: councils.officer)
            #expect(agreements.first?.terms.necessity == "The second.")
        }
    }

    @Test func `a data flow can be added, filled and removed`() async throws {
        try await TestSite.run { site in
            let (councils, browser, path) = try await Self.start(site)
            try await browser.page("\(path)/flows/new")
            let added = try await browser.post(
                "\(path)/flows",
                ["read": await browser.hidden("read"), "dataset": "asb-report"])
            #expect(added.path == "\(path)/edit/flow-3")
            let missing = try await browser.page("\(path)/send")
            #expect(missing.text.contains("Give each data flow a sender"))
            #expect(missing.text.contains("\(path)/edit/flow-3"))

            try await browser.page("\(path)/edit/flow-3")
            let filled = try await browser.post(
                "\(path)/edit/flow-3",
                [
                    "read": await browser.hidden("read"), "dataset": "asb-report",
                    "from": Councils.own.rawValue, "to": Councils.other.rawValue,
                    "items-ordinary": "postcode", "kinds": "view",
                ])
            #expect(filled.path == path)
            let flows = try await site.store.agreements(seenBy: councils.officer)[0].terms.flows
            #expect(flows[2].clause == "4.3" && flows[2].items == ["postcode"])

            try await browser.page("\(path)/edit/flow-1")
            let removed = try await browser.post(
                "\(path)/edit/flow-1/removal", ["read": await browser.hidden("read")])
            #expect(removed.path == path)
            let left = try await site.store.agreements(seenBy: councils.officer)[0].terms.flows
            #expect(left.map(\.clause) == ["4.1", "4.2"] && left[1].dataset == "asb-report")
            let none = try await browser.post("\(path)/flows", ["dataset": ""])
            #expect(none.status == 422 && none.text.contains("Choose a data set."))
        }
    }

    @Test func `a party that is taken out leaves the data flows`() async throws {
        try await TestSite.run { site in
            let (councils, browser, path) = try await Self.start(site)
            _ = try await site.person("ambermere-police", [.approver], kind: .police)
            try await browser.page("\(path)/edit/parties")
            let saved = try await browser.post(
                "\(path)/edit/parties",
                [
                    "read": await browser.hidden("read"), "party-police": "ambermere-police",
                    "lead": Councils.own.rawValue,
                ])
            #expect(saved.path == path && saved.text.contains("Incomplete"))
            let terms = try await site.store.agreements(seenBy: councils.officer)[0].terms
            #expect(terms.parties == [Councils.own, "ambermere-police"])
            #expect(terms.flows.allSatisfy { $0.from == [Councils.own] && $0.to == $0.from })
        }
    }

    @Test func `only officers of the parties draft`() async throws {
        try await TestSite.run { site in
            let (councils, _, path) = try await Self.start(site)
            let pages = ["\(path)/edit/summary", "\(path)/flows/new", "\(path)/send"]
            let analyst = site.browser()
            _ = try await analyst.signIn(as: councils.approver)
            for page in pages + ["/agreements/new", "/agreements/new/parties?template=asb-report"] {
                #expect(try await analyst.get(page).status == 403, "\(page)")
            }
            let read = try await analyst.page(path)
            #expect(!read.text.contains("/edit/"))
            let stranger = site.browser()
            _ = try await stranger.signIn(
                as: try await site.person("ambermere-fire", [.governanceOfficer], kind: .fire))
            for page in pages + [path] {
                #expect(try await stranger.get(page).status == 404, "\(page)")
            }
            for page in pages + [path, "/agreements", "/agreements/new"] {
                #expect(try await site.browser().get(page).path == "/sign-in", "\(page)")
            }
        }
    }

    @Test func `the same words have the same digest in whatever order they were chosen`()
        async throws
    {
        try await TestSite.run { site in
            let terms = try site.terms()
            var other = terms
            other.parties = []
            other.parties.reserveCapacity(500)
            for party in terms.parties.sorted(by: >) { other.parties.insert(party) }
            var items: Set<DataItem.ID> = []
            items.reserveCapacity(900)
            for item in terms.flows[0].items.sorted(by: >) { items.insert(item) }
            other.flows[0].items = items
            #expect(other == terms && other.digest == terms.digest)
            other.flows[0].items.remove("surname")
            #expect(other.digest != terms.digest)
        }
    }
}
