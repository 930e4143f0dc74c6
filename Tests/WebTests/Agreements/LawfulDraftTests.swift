import Exchange
import Governance
import Records
import Testing

/// Laws in a draft: which fit, why not the others, and what stops the sending.
struct LawfulDraftTests {
    private func draft(
        _ gateways: [Gateway.ID], _ site: TestSite
    ) async throws -> (TestBrowser, String) {
        let councils = try await Councils(site)
        var terms = try site.terms()
        terms.gateways = gateways
        let id = try await site.store.draft(terms, by: councils.officer).id
        let browser = site.browser()
        _ = try await browser.signIn(as: councils.officer)
        return (browser, "/agreements/\(id)")
    }

    @Test func `the law part offers what fits and says why the others do not`() async throws {
        try await TestSite.run { site in
            let (browser, path) = try await draft(["lgfa-11", "ca14-45"], site)
            let page = try await browser.get("\(path)/edit/law")

            #expect(page.status == 200 && HTMLLint.problems(in: page.text).isEmpty)
            #expect(page.text.contains("value=\"dea-56\""))
            #expect(page.text.contains("value=\"ca14-45\""))
            #expect(page.text.contains("It cannot be used here."))
            #expect(!page.text.contains("value=\"pcsc-16\""))
            #expect(page.text.contains("Why not the others"))
            #expect(page.text.contains("/law/pcsc-16"))
        }
    }

    @Test func `a law that no party can use stands among what is missing, and is refused`()
        async throws
    {
        try await TestSite.run { site in
            let (browser, path) = try await draft(["lgfa-11", "ca14-45"], site)
            let page = try await browser.get("\(path)/send")
            #expect(page.status == 200 && HTMLLint.problems(in: page.text).isEmpty)
            #expect(page.text.contains("What is missing"))
            #expect(page.text.contains("Care Act 2014, section 45 cannot be used."))
            #expect(page.text.contains("\(path)/edit/law"))

            let sent = try await browser.post("\(path)/send", ["read": ""])
            #expect(sent.status == 422 || sent.status == 409)
        }
    }

    @Test func `a sender without a power to disclose is a warning and not a refusal`() async throws
    {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            var terms = try site.terms()
            (terms.gateways, terms.purpose) = (["ca14-6-7"], "safeguarding-adults")
            let id = try await site.store.draft(terms, by: councils.officer).id
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            let page = try await browser.get("/agreements/\(id)/send")

            #expect(HTMLLint.problems(in: page.text).isEmpty)
            #expect(page.text.contains("Check and send for approval"))
            #expect(page.text.contains("No law chosen here lets these bodies disclose"))
            let sent = try await site.store.send(id, by: councils.officer)
            #expect(sent.stage == .awaitingApproval)
        }
    }
}
