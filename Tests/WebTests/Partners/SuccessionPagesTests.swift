import Exchange
import Governance
import Records
import Testing

/// Mergers and splits by the browser.
struct SuccessionPagesTests {
    @Test func `two councils merge: planned, drafted, refused before its day, given up`()
        async throws
    {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let id = try await site.inForce(by: councils)
            let operating = try await site.person(Councils.own, [.operator])
            _ = try await site.person("coast-council", [.approver], kind: .cityCouncil)
            let browser = site.browser()
            _ = try await browser.signIn(as: operating)
            #expect(try await browser.page("/partners").text.contains("/successions"))
            #expect(try await browser.page("/successions").text.contains("None recorded."))
            try await browser.page("/successions/new")
            let empty = try await browser.post("/successions", [:])
            #expect(empty.status == 422 && empty.text.contains("Choose who ends."))
            #expect(HTMLLint.problems(in: empty.text).isEmpty)
            let both = try await browser.post(
                "/successions",
                [
                    "from": "coast-council", "to": "coast-council", "vesting-day": "1",
                    "vesting-month": "4", "vesting-year": "2027", "authority": "Order",
                ])
            #expect(both.status == 422 && both.text.contains("cannot end and take over at once"))
            let planned = try await browser.post(
                "/successions",
                [
                    "from": "tollesham-district-council", "to": "coast-council",
                    "vesting-day": "1", "vesting-month": "4", "vesting-year": "2027",
                    "authority": "SI 2027/000 (invented)",
                ])
            #expect(planned.path == "/successions/succession-1")
            #expect(HTMLLint.problems(in: planned.text).isEmpty)
            #expect(planned.text.contains(id.rawValue))
            #expect(planned.text.contains("Posts of the bodies that end"))
            #expect(planned.text.contains("Draft a version with the successors"))
            let drafted = try await browser.post("/successions/succession-1/drafts", [:])
            #expect(drafted.text.contains("One version was drafted."))
            #expect(drafted.text.contains("Collect the signatures"))
            #expect(!drafted.text.contains("Carry it out"))
            #expect(
                try await browser.get("/successions/succession-1.csv").text.contains(id.rawValue))
            let json = try await browser.get("/successions/succession-1.json")
            #expect(json.text.contains("signatories"))
            try await browser.page("/successions/succession-1/day")
            #expect(try await browser.post("/successions/succession-1/day", [:]).status == 409)
            let given = try await browser.post("/successions/succession-1/withdrawal", [:])
            #expect(given.text.contains("Given up") && HTMLLint.problems(in: given.text).isEmpty)
        }
    }

    @Test func `others than operators and the bodies concerned see nothing`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let operating = try await site.person(Councils.own, [.operator])
            let stranger = try await site.person("third-body", [.approver])
            _ = try await site.person("coast-council", [.approver], kind: .cityCouncil)
            _ = try await site.store.planSuccession(
                of: [Councils.other], to: ["coast-council"], on: day("2027-04-01"),
                under: "Order", by: operating)
            let browser = site.browser()
            _ = try await browser.signIn(as: stranger)
            #expect(try await browser.page("/successions").text.contains("None recorded."))
            #expect(try await browser.get("/successions/succession-1").status == 404)
            #expect(try await browser.get("/successions/new").status == 403)

            let concerned = site.browser()
            _ = try await concerned.signIn(as: councils.otherApprover)
            let page = try await concerned.page("/successions/succession-1")
            #expect(!page.text.contains("Give this plan up"))
            #expect(try await concerned.get("/successions/succession-1/day").status == 403)
        }
    }
}
