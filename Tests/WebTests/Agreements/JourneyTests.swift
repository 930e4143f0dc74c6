import Exchange
import Foundation
import Governance
import Records
import Testing

struct JourneyTests {
    private struct Register: Decodable {
        struct Line: Decodable {
            let reference: String
            let start: String
            let otherOrganisations: [String]
        }

        let agreements: [Line]
    }

    private static func register(_ browser: TestBrowser) async throws -> Register {
        let answer = try await browser.get("/register.json")
        return try JSONDecoder().decode(Register.self, from: answer.bytes)
    }

    /// Adds Marlsea and opens its approver's account; the browser ends signed in as that person.
    private static func join(_ site: TestSite, _ officer: Practitioner) async throws
        -> TestBrowser
    {
        let adding = site.browser()
        _ = try await adding.signIn(as: officer)
        try await adding.page("/partners/new")
        let added = try await adding.post(
            "/partners",
            [
                "name": "Marlsea Borough Council", "kind": "district-council",
                "contact": "privacy@marlsea.example.org",
            ])
        #expect(added.path == "/partners/marlsea-borough-council")

        let opening = site.browser()
        let operators = try await site.person(Councils.own, [.operator])
        _ = try await opening.signIn(as: operators)
        try await opening.page("/accounts/new?partner=marlsea-borough-council")
        let opened = try await opening.post(
            "/accounts",
            [
                "partner": "marlsea-borough-council", "name": "Ada Quill",
                "email": "ada.quill@example.org", "post": "Chief executive", "roles": "approver",
            ])
        #expect(HTMLLint.problems(in: opened.text).isEmpty)
        let link = try #require(
            opened.text.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+(\/password\/[0-9a-z]+)/))

        let approver = site.browser()
        try await approver.page(String(link.1))
        let entered = try await approver.post(
            String(link.1), ["password": "four unrelated words here"])
        #expect(entered.path == "/work")
        return approver
    }

    @Test func `a partner joins, signs, and an agreement comes into force on its last approval`()
        async throws
    {
        try await TestSite.run { site in
            let officer = try await site.person(Councils.own, [.governanceOfficer])
            let own = try await site.person(Councils.own, [.approver])
            let marlsea = try await Self.join(site, officer)

            #expect(try await marlsea.page("/work").text.contains("Sign the charter"))
            try await marlsea.page("/charter")
            let signed = try await marlsea.post(
                "/charter",
                [
                    "version": await marlsea.hidden("version"), "statements": "read",
                    "statements": "keep", "statements": "post",
                ])
            #expect(signed.path == "/charter/signed" && signed.text.contains("Chief executive"))

            let drafting = site.browser()
            _ = try await drafting.signIn(as: officer)
            try await drafting.page("/agreements/new")
            try await drafting.page("/agreements/new/parties?template=council-tax-review")
            let draft = try await drafting.post(
                "/agreements",
                [
                    "template": "council-tax-review",
                    "party-district-council": "marlsea-borough-council", "start-day": "1",
                    "start-month": "November", "start-year": "2026",
                ])
            #expect(draft.path == "/agreements/isp-0001" && draft.text.contains("7 of 7 parts"))
            try await drafting.page("/agreements/isp-0001/send")
            let sent = try await drafting.post(
                "/agreements/isp-0001/send", ["read": await drafting.hidden("read")])
            #expect(sent.path == "/agreements/isp-0001" && sent.text.contains("Waiting for"))

            let approving = site.browser()
            _ = try await approving.signIn(as: own)
            for browser in [approving, marlsea] {
                #expect(try await Self.register(browser).agreements.isEmpty)
                #expect(try await browser.get("/register/isp-0001").status == 404)
                try await browser.page("/agreements/isp-0001/approval")
                let approved = try await browser.post(
                    "/agreements/isp-0001/approval",
                    [
                        "read": await browser.hidden("read"), "statements": "read",
                        "statements": "power", "statements": "post",
                    ])
                #expect(approved.path == "/agreements/isp-0001/approval")
                #expect(approved.text.contains("govuk-panel--confirmation"))
            }

            let line = try #require(await Self.register(marlsea).agreements.first)
            #expect(line.reference == "isp-0001" && line.start == "2026-11-22")
            #expect(line.otherOrganisations == ["Marlsea Borough Council"])
            let page = try await site.browser().page("/register/isp-0001")
            #expect(page.text.contains("22 November 2026 to"))
            #expect(try await site.browser().page("/register").text.contains("/register/isp-0001"))
        }
    }
}
