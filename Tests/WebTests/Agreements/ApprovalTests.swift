import Exchange
import Governance
import Records
import Testing

struct ApprovalTests {
    private static let ticks = ["read", "power", "post"]

    private static func approve(_ browser: TestBrowser, _ path: String, read: String? = nil)
        async throws -> TestBrowser.Answer
    {
        let hidden = await browser.hidden("read")
        return try await browser.post(
            "\(path)/approval",
            [
                "read": read ?? hidden, "statements": ticks[0], "statements": ticks[1],
                "statements": ticks[2],
            ])
    }

    @Test func `an approver reads one page, signs it and sees who is left`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let path = "/agreements/\(try await site.sent(by: councils))"
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.approver)
            #expect(try await browser.page("/work").text.contains("\(path)/approval"))
            #expect(try await browser.page(path).text.contains("\(path)/approval"))
            let page = try await browser.page("\(path)/approval")
            #expect(page.text.contains("You sign as Tester"))
            #expect(page.text.contains("special category"))
            let read = await browser.hidden("read")
            let done = try await Self.approve(browser, path)
            #expect(done.path == "\(path)/approval" && HTMLLint.problems(in: done.text).isEmpty)
            #expect(done.text.contains("The tollesham-district-council body"))
            let again = try await Self.approve(browser, path, read: read)
            #expect(again.status == 409 && again.text.contains("approved this text already"))
        }
    }

    @Test func `every statement must be ticked and a refusal has a reason`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let path = "/agreements/\(try await site.sent(by: councils))"
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.approver)
            try await browser.page("\(path)/approval")
            let half = try await browser.post(
                "\(path)/approval", ["read": await browser.hidden("read"), "statements": "read"])
            #expect(half.status == 422 && half.text.contains("Tick each statement"))
            #expect(HTMLLint.problems(in: half.text).isEmpty)
            let silent = try await browser.post(
                "\(path)/refusal", ["read": await browser.hidden("read"), "reason": "  "])
            #expect(silent.status == 422 && silent.text.contains("Write what must change."))
            #expect(HTMLLint.problems(in: silent.text).isEmpty)
            let refused = try await browser.post(
                "\(path)/refusal",
                ["read": await browser.hidden("read"), "reason": "Keep copies for 6 months."])
            #expect(refused.path == path && refused.text.contains("Keep copies for 6 months."))

            let officer = site.browser()
            _ = try await officer.signIn(as: councils.officer)
            #expect(try await officer.page("/work").text.contains("Answer the refusal"))
            #expect(try await officer.page(path).text.contains("Keep copies for 6 months."))
        }
    }

    @Test func `a text that changed meanwhile is neither approved nor refused`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let id = try await site.sent(by: councils)
            let path = "/agreements/\(id)"
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.approver)
            try await browser.page("\(path)/approval")
            let read = await browser.hidden("read")
            let back = try await site.store.refuse(
                id, because: "Shorter.", by: councils.otherApprover)
            var terms = back.terms
            terms.retentionMonths = 6
            _ = try await site.store.revise(id, to: terms, from: back.terms, by: councils.officer)
            _ = try await site.store.send(id, by: councils.officer)

            let stale = try await Self.approve(browser, path, read: read)
            #expect(stale.status == 409 && stale.text.contains("changed since you opened it"))
            #expect(stale.text.contains("after 6 months"))
            let refused = try await browser.post(
                "\(path)/refusal", ["read": read, "reason": "Too long."])
            #expect(refused.status == 409 && refused.text.contains("Too long."))
            let now = try await site.store.agreement(id, seenBy: councils.approver)
            #expect(now.stage == .awaitingApproval && now.approvals.isEmpty)
            #expect(try await Self.approve(browser, path).path == "\(path)/approval")
        }
    }

    @Test func `a body that has not signed the charter cannot approve`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let new: Partner.ID = "marlsea-borough-council"
            try await site.store.join(
                Partner(
                    id: new, name: "Marlsea", kind: .districtCouncil, registration: "",
                    contact: "a@example.org"), by: councils.officer)
            let approver = try await site.person(new, [.approver])
            var terms = try site.terms()
            terms.parties.insert(new)
            let id = try await site.store.draft(terms, by: councils.officer).id
            _ = try await site.store.send(id, by: councils.officer)
            let browser = site.browser()
            _ = try await browser.signIn(as: approver)
            #expect(try await browser.get("/agreements/\(id)/approval").path == "/agreements/\(id)")
            let page = try await browser.page("/agreements/\(id)")
            #expect(page.text.contains("/charter") && !page.text.contains("/approval"))
            let answer = try await Self.approve(browser, "/agreements/\(id)")
            #expect(answer.status == 409 && answer.text.contains("has not signed the charter"))
        }
    }

    @Test func `others cannot approve`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let path = "/agreements/\(try await site.sent(by: councils))"
            let officer = site.browser()
            _ = try await officer.signIn(as: councils.officer)
            #expect(try await officer.get("\(path)/approval").status == 403)
            #expect(try await Self.approve(officer, path).status == 403)
            let other = site.browser()
            _ = try await other.signIn(
                as: try await site.person("ambermere-fire", [.approver], kind: .fire))
            #expect(try await other.get("\(path)/approval").status == 404)
            #expect(try await Self.approve(other, path).status == 404)
            let stranger = site.browser()
            #expect(try await stranger.get("\(path)/approval").path == "/sign-in")
        }
    }
}
