import Exchange
import Foundation
import Governance
import Records
import Testing

struct ReadingTests {
    @Test func `the list filters by standing and answers as JSON too`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            #expect(try await browser.page("/agreements").text.contains("None recorded."))
            _ = try await site.sent(by: councils)
            _ = try await site.draft(by: councils)
            let all = try await browser.page("/agreements").text
            #expect(all.contains("isp-0001") && all.contains("isp-0002"))
            #expect(all.contains("Awaiting approval"))
            let drafts = try await browser.page("/agreements?standing=draft").text
            #expect(!drafts.contains("isp-0001") && drafts.contains("isp-0002"))
            let none = try await browser.page("/agreements?standing=expired").text
            #expect(none.contains("No agreement has this standing."))
            let json = try await browser.get("/agreements.json?standing=draft").bytes
            let object = try JSONSerialization.jsonObject(with: json) as? [String: [[String: Any]]]
            #expect(object?["agreements"]?.count == 1)
            let one = try await browser.get("/agreements/isp-0001", accept: "application/json")
            #expect(one.text.contains("\"standing\" : \"awaiting-approval\""))
            #expect(try await browser.get("/agreements/isp-0001.json").bytes == one.bytes)
        }
    }

    @Test func `only an agreement in force is in the register, for everybody`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let browser = site.browser()
            #expect(try await browser.get("/register/isp-0001").status == 404)
            #expect(try await browser.get("/register/No%20Such").status == 404)
            let id = try await site.sent(by: councils)
            #expect(try await browser.get("/register/\(id)").status == 404)
            _ = try await site.store.approve(id, by: councils.approver)
            _ = try await site.store.approve(id, by: councils.otherApprover)
            let page = try await browser.page("/register/\(id)").text
            #expect(page.contains("mail@example.org") && page.contains("Date of birth"))
            #expect(page.contains("special category") && page.contains("12 months after"))
            let json = try await browser.get("/register/\(id).json")
            #expect(json.headers["content-type"] == "application/json")
            #expect(json.text.contains("\"contact\" : \"mail@example.org\""))
            #expect(
                try await browser.get("/register/\(id)", accept: "application/json").bytes
                    == json.bytes)
            _ = try await site.store.stop(
                id, as: .suspended, because: "A test.", by: councils.officer)
            #expect(try await browser.get("/register/\(id)").status == 404)
        }
    }

    @Test func `an agreement is suspended, resumed and ended with a reason and a second look`()
        async throws
    {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let path = "/agreements/\(try await site.inForce(by: councils))"
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            for (step, label) in [("suspended", "Suspended"), ("approved", "In force")] {
                try await browser.page("\(path)/stop")
                let empty = try await browser.post("\(path)/stop", ["reason": ""])
                #expect(empty.status == 422 && empty.text.contains("Write the reason."))
                #expect(HTMLLint.problems(in: empty.text).isEmpty)
                let look = try await browser.post(
                    "\(path)/stop", ["step": step, "reason": "A good reason."])
                #expect(look.status == 200 && look.text.contains("govuk-panel--interruption"))
                #expect(HTMLLint.problems(in: look.text).isEmpty)
                let done = try await browser.post(
                    "\(path)/stop",
                    ["step": step, "reason": "A good reason.", "confirmed": "yes"])
                #expect(done.path == path && done.text.contains("This agreement is now: \(label)."))
            }
            let ended = try await browser.post(
                "\(path)/stop", ["step": "retired", "reason": "Over.", "confirmed": "yes"])
            #expect(ended.text.contains("Retired") && ended.text.contains("Over."))
            #expect(try await browser.get("\(path)/stop").status == 409)
        }
    }

    @Test func `a draft can be discarded, and only officers stop agreements`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let path = "/agreements/\(try await site.draft(by: councils))"
            let approver = site.browser()
            _ = try await approver.signIn(as: councils.approver)
            #expect(try await approver.get("\(path)/stop").status == 403)
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            try await browser.page("\(path)/stop")
            let done = try await browser.post(
                "\(path)/stop", ["reason": "Not needed.", "confirmed": "yes"])
            #expect(done.path == path && done.text.contains("Retired"))
            #expect(try await browser.get("\(path)/edit/summary").status == 409)
        }
    }
}
