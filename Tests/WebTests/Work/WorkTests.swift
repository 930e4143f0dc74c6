import Exchange
import Governance
import Records
import Testing

struct WorkTests {
    @Test(arguments: [
        (Practitioner.Role.governanceOfficer, "/agreements/new"), (.approver, "Waiting for you"),
        (.practitioner, "/cases"), (.analyst, "/uploads/new"),
        (.leader, "How far the partnership has come"), (.auditor, "Newest log entries"),
        (.operator, "/accounts"),
    ])
    func `each role sees what it works on`(role: Practitioner.Role, text: String) async throws {
        try await TestSite.run { site in
            let person = try await site.person("saltmere-city-council", [role])
            let browser = site.browser()
            #expect(try await browser.get("/work").path == "/sign-in")
            _ = try await browser.signIn(as: person)
            let page = try await browser.page("/work").text
            #expect(page.contains(text))
            let others = ["/uploads/new", "/cases", "/accounts", "/agreements/new", "Newest log"]
            let allowed: [Practitioner.Role: Set<String>] = [
                .analyst: ["/uploads/new"], .practitioner: ["/cases"], .auditor: ["Newest log"],
                .operator: ["/accounts"], .governanceOfficer: ["/accounts", "/agreements/new"],
            ]
            for other in others where allowed[role]?.contains(other) != true {
                #expect(!page.contains(other), "\(role) sees \(other)")
            }
        }
    }

    @Test func `an officer sees drafts, what others must do, and reviews that are due`()
        async throws
    {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            var terms = try site.terms(start: day("2026-11-22"))
            terms.review = day("2027-01-22")
            terms.title = "Due soon"
            let id = try await site.store.draft(terms, by: councils.officer).id
            _ = try await site.store.send(id, by: councils.officer)
            _ = try await site.store.approve(id, by: councils.approver)
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            let waiting = try await browser.page("/work").text
            #expect(waiting.contains("Waiting for other bodies"))
            #expect(waiting.contains("The tollesham-district-council body"))
            _ = try await site.store.approve(id, by: councils.otherApprover)
            _ = try await site.draft(by: councils)
            let page = try await browser.page("/work").text
            #expect(page.contains("Review: Due soon") && page.contains("Finish the draft"))
            #expect(!page.contains("Waiting for other bodies"))
        }
    }
}
