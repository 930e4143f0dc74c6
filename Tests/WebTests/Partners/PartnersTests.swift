import Exchange
import Governance
import Records
import Testing

struct PartnersTests {
    private static func join(
        _ site: TestSite, _ browser: TestBrowser, name: String, contact: String
    )
        async throws -> TestBrowser.Answer
    {
        try await browser.post(
            "/partners",
            [
                "name": name, "kind": "charity", "registration": "za123456", "contact": contact,
                "code": "",
            ])
    }

    @Test func `an officer adds a partner, whose code is made from the name`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            _ = try await browser.signIn(
                as: try await site.person("saltmere-city-council", [.governanceOfficer]))
            try await browser.page("/partners/new")
            let added = try await Self.join(
                site, browser, name: "St Osyth’s  House (Marlsea)", contact: "a@example.org")
            #expect(added.path == "/partners/st-osyth-s-house-marlsea")
            #expect(added.text.contains("ZA123456") && added.text.contains("has been added"))
            #expect(HTMLLint.problems(in: added.text).isEmpty)
            #expect(try await browser.page("/partners").text.contains("Applied"))
            let json = try await browser.get("/partners.json").text
            #expect(json.contains("\"standing\" : \"applied\""))

            try await browser.page("/partners/new")
            let twice = try await Self.join(
                site, browser, name: "St Osyth’s  House (Marlsea)", contact: "a@example.org")
            #expect(twice.status == 409 && twice.text.contains("has joined already"))
            #expect(twice.text.contains("value=\"a@example.org\""))
        }
    }

    @Test func `a wrong form is shown again with what was typed`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            _ = try await browser.signIn(
                as: try await site.person("saltmere-city-council", [.governanceOfficer]))
            try await browser.page("/partners/new")
            let wrong = try await browser.post(
                "/partners",
                ["name": "Fire", "registration": "12", "contact": "nobody", "code": "Not a code"])
            #expect(wrong.status == 422 && HTMLLint.problems(in: wrong.text).isEmpty)
            for text in [
                "Choose what it is.", "in the form ZA123456", "name@example.org", "Write the code",
                "value=\"Fire\"", "value=\"nobody\"", "value=\"Not a code\"",
            ] { #expect(wrong.text.contains(text), "\(text)") }
        }
    }

    @Test func `only officers add partners and only operators change their standing`()
        async throws
    {
        try await TestSite.run { site in
            let analyst = try await site.person("saltmere-city-council", [.analyst])
            let browser = site.browser()
            #expect(try await browser.get("/partners").path == "/sign-in")
            _ = try await browser.signIn(as: analyst)
            let page = try await browser.page("/partners").text
            #expect(!page.contains("/partners/new"))
            #expect(try await browser.get("/partners/new").status == 403)
            let path = "/partners/saltmere-city-council"
            #expect(!(try await browser.page(path).text.contains("standing?to=")))
            #expect(try await browser.get("\(path)/standing?to=suspended").status == 403)
            #expect(try await browser.post("\(path)/standing", ["to": "suspended"]).status == 403)
            #expect(try await browser.get("/partners/no-such-body").status == 404)
        }
    }

    @Test func `an operator suspends a partner and takes it back, after a second look`()
        async throws
    {
        try await TestSite.run { site in
            _ = try await site.person("ambermere-fire", [.approver], kind: .fire)
            let browser = site.browser()
            _ = try await browser.signIn(
                as: try await site.person("saltmere-city-council", [.operator]))
            let path = "/partners/ambermere-fire"
            for (standing, label) in [("suspended", "Suspended"), ("active", "Active")] {
                #expect(try await browser.page(path).text.contains("to=\(standing)"))
                try await browser.page("\(path)/standing?to=\(standing)")
                let changed = try await browser.post("\(path)/standing", ["to": standing])
                #expect(changed.path == path && changed.text.contains(label))
            }
            _ = try await browser.post("\(path)/standing", ["to": "withdrawn"])
            #expect(try await browser.get("\(path)/standing?to=active").status == 409)
        }
    }

    @Test func `everybody may read the charter, and only a body's approver signs it once`()
        async throws
    {
        try await TestSite.run { site in
            let stranger = site.browser()
            let text = try await stranger.page("/charter").text
            #expect(text.contains("We agree before we share") && !text.contains("statements"))
            let json = try await stranger.get("/charter", accept: "application/json").text
            #expect(json.contains("\"version\" : \"2026-1\""))

            let officer = try await site.person("saltmere-city-council", [.governanceOfficer])
            try await site.store.join(
                Partner(
                    id: "marlsea", name: "Marlsea", kind: .charity, registration: "",
                    contact: "a@example.org"), by: officer)
            let approver = site.browser()
            _ = try await approver.signIn(as: try await site.person("marlsea", [.approver]))
            #expect(try await approver.get("/charter/signed").path == "/charter")
            try await approver.page("/charter")
            let half = try await approver.post("/charter", ["statements": "read"])
            #expect(half.status == 422 && half.text.contains("Tick each statement"))
            #expect(HTMLLint.problems(in: half.text).isEmpty)
            let old = try await approver.post(
                "/charter",
                [
                    "version": "2014-1", "statements": "read", "statements": "keep",
                    "statements": "post",
                ])
            #expect(old.status == 409 && old.text.contains("new version"))
            for status in [200, 409] {
                let signed = try await approver.post(
                    "/charter",
                    [
                        "version": "2026-1", "statements": "read", "statements": "keep",
                        "statements": "post",
                    ])
                #expect(signed.status == status)
            }
            #expect(!(try await approver.page("/charter").text.contains("statements")))
            try await approver.page("/charter/signed")

            let other = site.browser()
            _ = try await other.signIn(as: officer)
            #expect(try await other.post("/charter", ["version": "2026-1"]).status == 403)
        }
    }
}
