import Casework
import Exchange
import Governance
import Records
import Testing

@testable import Web

struct CasePagesTests {
    /// A case that was just opened, and its reviewer's browser.
    private func opened(_ site: TestSite, _ match: TestMatch) async throws
        -> (path: String, browser: TestBrowser)
    {
        let queue = try await site.store.queue(
            of: match.run.id, .open, page: 1, seenBy: match.reviewer)
        let pair = try #require(queue.items.first)
        let result = try await site.store.review(pair.id, as: .same, seen: 0, by: match.reviewer)
        let browser = site.browser()
        _ = try await browser.signIn(as: match.reviewer)
        return ("/cases/\(try #require(result.opened))", browser)
    }

    @Test func `a case is worked step by step to its outcome`() async throws {
        try await TestSite.run { site in
            let (path, browser) = try await opened(site, TestMatch(site))
            let list = try await browser.get("/cases")
            #expect(list.text.contains("CT-2026-0001") && list.link("/cases/") != nil)
            #expect(HTMLLint.problems(in: list.text).isEmpty)
            let page = try await browser.get(path)
            #expect(HTMLLint.problems(in: page.text).isEmpty)
            #expect(page.text.contains("Check these first"))
            #expect(page.text.contains("The bill changes only in the billing system"))

            _ = try await browser.get("\(path)/steps/check")
            let checked = try await browser.post("\(path)/steps/check", ["after": "0"])
            #expect(checked.path == path && checked.text.contains("The desk check was started."))
            let form = try await browser.get("\(path)/steps/decide")
            #expect(HTMLLint.problems(in: form.text).isEmpty)
            let decided = try await browser.post(
                "\(path)/steps/decide",
                [
                    "after": "1", "outcome": "discount-ends", "effective-day": "27",
                    "effective-month": "March", "effective-year": "2026", "amount": "£1,401.50",
                    "note": "The lodger moved in.\nShe told us herself.",
                ])
            #expect(decided.path == path && HTMLLint.problems(in: decided.text).isEmpty)
            #expect(decided.text.contains("27 March 2026"))
            #expect(decided.text.contains("£1,401.50") && decided.text.contains("Test Person"))
            #expect(decided.text.contains("She told us herself."))
            #expect(!decided.title.contains("lodger"))

            let json = try await browser.get(path, accept: "application/json")
            #expect(json.text.contains("\"billedPence\" : 140150"))
            #expect(json.text.contains("\"stage\" : \"decided\""))
        }
    }

    @Test func `a form with mistakes comes back with every mistake and all that was typed`()
        async throws
    {
        try await TestSite.run { site in
            let (path, browser) = try await opened(site, TestMatch(site))
            _ = try await browser.get("\(path)/steps/check")
            _ = try await browser.post("\(path)/steps/check", ["after": "0"])
            _ = try await browser.get("\(path)/steps/decide")

            let empty = try await browser.post(
                "\(path)/steps/decide",
                ["after": "1", "effective-day": "31", "effective-month": "2", "amount": "a lot"])
            let noDate = try await browser.post(
                "\(path)/steps/decide",
                [
                    "after": "1", "outcome": "discount-ends", "note": "typed <text>",
                    "amount": "2000000",
                ])

            #expect(empty.status == 422 && empty.title.hasPrefix("Error: "))
            for sentence in [
                "Write the reason.", "Choose an outcome.", "The date must include a year.",
                "Enter the amount in pounds and pence",
            ] { #expect(empty.text.contains(sentence), "\(sentence)") }
            #expect(empty.text.contains("value=\"31\"") && empty.text.contains("value=\"a lot\""))
            #expect(HTMLLint.problems(in: empty.text).isEmpty)
            #expect(noDate.status == 422)
            for sentence in [
                "Enter the day from which the discount ends or changes.",
                "Enter an amount from £0 to £1,000,000.", "typed &lt;text&gt;",
            ] { #expect(noDate.text.contains(sentence), "\(sentence)") }
        }
    }

    @Test func `a step that a colleague overtook is refused and the text is kept`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let (path, browser) = try await opened(site, match)
            _ = try await browser.get("\(path)/steps/check")
            _ = try await browser.post("\(path)/steps/check", ["after": "0"])
            let form = try await browser.get("\(path)/steps/ask")
            #expect(form.field("after") == "1")
            let id = try #require(Case.ID(String(path.dropFirst("/cases/".count))))
            let (store, colleague) = (site.store, match.colleague)
            for (step, count) in [("ask", 1), ("reply", 2)] {
                try await store.advance(
                    id, Case.Command(step: step, afterEvent: count, note: "a", outcome: nil),
                    by: colleague)
            }

            let stale = try await browser.post(
                "\(path)/steps/ask", ["after": "1", "note": "my own words"])
            #expect(stale.status == 409 && stale.text.contains("my own words"))
            #expect(stale.text.contains("Somebody else has changed this case."))
            #expect(stale.field("after") == "3" && HTMLLint.problems(in: stale.text).isEmpty)

            try await store.advance(
                id, Case.Command(step: "ask", afterEvent: 3, note: "a", outcome: nil),
                by: colleague)
            let closed = try await browser.post(
                "\(path)/steps/ask", ["after": "3", "note": "my own words"])
            #expect(closed.status == 409 && closed.text.contains("my own words"))
            #expect(closed.text.contains("This step is not open now"))
            #expect(HTMLLint.problems(in: closed.text).isEmpty)
        }
    }

    @Test func `the list is filtered by stage and says when it is empty`() async throws {
        try await TestSite.run { site in
            let (_, browser) = try await opened(site, TestMatch(site))

            let open = try await browser.get("/cases?stage=opened")
            let closed = try await browser.get("/cases?stage=closed")
            let json = try await browser.get("/cases", accept: "application/json")

            #expect(open.text.contains("CT-2026-0001"))
            #expect(closed.text.contains("0 cases at the stage “Closed”."))
            #expect(HTMLLint.problems(in: closed.text).isEmpty)
            #expect(json.text.contains("\"total\" : 1"))
        }
    }

    @Test func `nobody else reaches a case`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let (path, _) = try await opened(site, match)
            for (person, status) in [(match.analyst, 403), (match.stranger, 404)] {
                let browser = site.browser()
                _ = try await browser.signIn(as: person)
                for path in [path, "\(path)/steps/check"] {
                    #expect(try await browser.get(path).status == status)
                }
                let answer = try await browser.post("\(path)/steps/check", ["after": "0"])
                #expect(answer.status == status)
            }
            let nobody = try await site.browser().get(path)
            #expect(nobody.path == "/sign-in")
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            #expect(try await browser.get("\(path)/steps/none").status == 404)
        }
    }

    @Test func `every step of the workflow has words for the timeline`() {
        #expect(Set(CaseWords.steps.keys) == Set(Workflow.councilTax.steps.map(\.code)))
    }
}
