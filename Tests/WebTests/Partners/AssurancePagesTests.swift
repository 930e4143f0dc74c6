import Exchange
import Governance
import Records
import Testing

struct AssurancePagesTests {
    private static let path = "/partners/saltmere-city-council/assurance"

    private static func answers(
        kind: String = "cyber-essentials", until year: String = "2027"
    ) -> KeyValuePairs<String, String> {
        [
            "kind": kind, "level": "Plus <2026>", "evidence": "The scheme's register",
            "checkedOn-day": "1", "checkedOn-month": "11", "checkedOn-year": "2026",
            "lastDay-day": "31", "lastDay-month": "1", "lastDay-year": year,
        ]
    }

    @Test func `an officer records, plans and finishes, and the body's page leads there`()
        async throws
    {
        try await TestSite.run { site in
            let browser = site.browser()
            _ = try await browser.signIn(
                as: try await site.person("saltmere-city-council", [.governanceOfficer]))
            let page = try await browser.page("/partners/saltmere-city-council")
            #expect(page.text.contains(Self.path))
            #expect(try await browser.page(Self.path).text.contains("None recorded"))
            try await browser.page("\(Self.path)/new")
            let kept = try await browser.post(Self.path, Self.answers())
            #expect(kept.path == Self.path && kept.text.contains("Ends soon"))
            #expect(kept.text.contains("Plus &lt;2026&gt;"))
            #expect(HTMLLint.problems(in: kept.text).isEmpty)
            #expect(try await browser.page("/work").text.contains("Renew or mend"))

            let code = try #require(
                try await site.store.assurances(of: ["saltmere-city-council"]).first?.id)
            try await browser.page("\(Self.path)/\(code)/plan")
            let empty = try await browser.post("\(Self.path)/\(code)/plan", ["owner": "Head of IT"])
            #expect(empty.status == 422 && empty.text.contains("Write what will be done."))
            #expect(empty.text.contains("value=\"Head of IT\""))
            #expect(HTMLLint.problems(in: empty.text).isEmpty)
            let planned = try await browser.post(
                "\(Self.path)/\(code)/plan",
                [
                    "text": "Book the audit.", "owner": "Head of IT", "due-day": "1",
                    "due-month": "12", "due-year": "2026",
                ])
            #expect(planned.text.contains("Step 1 is done"))
            let done = try await browser.post("\(Self.path)/\(code)/done", ["step": "0"])
            #expect(done.text.contains("Done on 22 November 2026."))
            #expect(
                try await browser.post("\(Self.path)/\(code)/done", ["step": "0"]).status == 409)
            let json = try await browser.get("\(Self.path).json").text
            #expect(json.contains("\"standing\" : \"ends-soon\""))
            #expect(json.contains("\"done\" : \"2026-11-22\""))
        }
    }

    @Test func `a wrong form comes back with what was typed and what is wrong`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            _ = try await browser.signIn(
                as: try await site.person("saltmere-city-council", [.governanceOfficer]))
            try await browser.page("\(Self.path)/new")
            let wrong = try await browser.post(
                Self.path, Self.answers(kind: "", until: "2025"))
            #expect(wrong.status == 422 && wrong.text.contains("Choose what it is."))
            #expect(wrong.text.contains("The last day is before the day"))
            #expect(wrong.text.contains("value=\"Plus &lt;2026&gt;\""))
            #expect(HTMLLint.problems(in: wrong.text).isEmpty)
        }
    }

    @Test func `others read it and cannot change it, and approvers see how the others stand`()
        async throws
    {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            _ = try await site.store.record(
                .training, level: "96 of 100", evidence: "Ask the trainer",
                checkedOn: site.store.today, lastDay: nil, by: councils.officer)
            let id = try await site.sent(by: councils)
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.otherApprover)
            let page = try await browser.page(Self.path).text
            #expect(page.contains("96 of 100") && !page.contains("Record an assurance"))
            #expect(try await browser.get("\(Self.path)/new").status == 403)
            let approval = try await browser.page("/agreements/\(id)/approval").text
            #expect(approval.contains("(holds: 1, none recorded: 3)"))
            #expect(try await site.browser().get(Self.path).text.contains("Sign in"))
        }
    }
}
