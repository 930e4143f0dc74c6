import Exchange
import Governance
import Records
import Testing

struct AccountsTests {
    private static func open(_ browser: TestBrowser, email: String = "new.person@example.org")
        async throws -> TestBrowser.Answer
    {
        try await browser.page("/accounts/new")
        return try await browser.post(
            "/accounts",
            [
                "name": "New Person", "email": email, "post": "Clerk", "roles": "analyst",
                "roles": "practitioner",
            ])
    }

    private static func path(in page: String) throws -> String {
        String(try #require(page.firstMatch(of: /\/password\/[0-9a-z]{26}/)).output)
    }

    @Test func `a one-time link opens an account once, and a newer one replaces it`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            _ = try await browser.signIn(
                as: try await site.person("saltmere-city-council", [.governanceOfficer]))
            let opened = try await Self.open(browser)
            #expect(opened.status == 200 && HTMLLint.problems(in: opened.text).isEmpty)
            let first = try Self.path(in: opened.text)
            let list = try await browser.page("/accounts").text
            #expect(list.contains("new.person@example.org"))
            #expect(list.contains("Practitioner and Data analyst"))
            let json = try await browser.get("/accounts.json").text
            #expect(json.contains("\"email\" : \"new.person@example.org\""))

            let id = try #require(list.firstMatch(of: /\/accounts\/([0-9a-z]{26})\/link/)).1
            let all = try await site.store.allAccounts()
            let account = try #require(all.first { $0.email == "new.person@example.org" })
            #expect(list.contains("/accounts/\(account.id)/closure") && !id.isEmpty)
            let renewed = try await browser.post("/accounts/\(account.id)/link", [:])
            let second = try Self.path(in: renewed.text)
            #expect(first != second)

            let owner = site.browser()
            #expect(try await owner.get(first).status == 404)
            try await owner.page(second)
            let short = try await owner.post(second, ["password": "short"])
            #expect(short.status == 422)
            #expect(
                try await owner.post(second, ["password": "a long enough password"]).path == "/work"
            )
            #expect(try await site.browser().get(second).status == 404)
        }
    }

    @Test func `a wrong form is shown again, and a taken address is a conflict`() async throws {
        try await TestSite.run { site in
            let officer = try await site.person("saltmere-city-council", [.governanceOfficer])
            let browser = site.browser()
            _ = try await browser.signIn(as: officer)
            try await browser.page("/accounts/new")
            let wrong = try await browser.post(
                "/accounts", ["name": "", "email": "x", "post": "P"])
            #expect(wrong.status == 422 && HTMLLint.problems(in: wrong.text).isEmpty)
            #expect(wrong.text.contains("value=\"x\"") && wrong.text.contains("value=\"P\""))
            #expect(wrong.text.contains("Choose at least one role."))
            let taken = try await Self.open(browser, email: officer.email)
            #expect(taken.status == 409 && taken.text.contains("There is an account"))
            #expect(taken.text.contains("value=\"New Person\""))
        }
    }

    @Test func `closing an account ends its session and its link, and it can be opened again`()
        async throws
    {
        try await TestSite.run { site in
            let officer = try await site.person("saltmere-city-council", [.governanceOfficer])
            let clerk = try await site.person("saltmere-city-council", [.analyst])
            let working = site.browser()
            _ = try await working.signIn(as: clerk)
            let browser = site.browser()
            _ = try await browser.signIn(as: officer)
            try await browser.page("/accounts/\(clerk.id)/closure")
            let closed = try await browser.post("/accounts/\(clerk.id)/closure", [:])
            #expect(closed.path == "/accounts" && closed.text.contains("The account is closed"))
            #expect(HTMLLint.problems(in: closed.text).isEmpty)
            let out = try await working.get("/work")
            #expect(out.path == "/sign-in" && out.text.contains("has been closed"))
            #expect(try await browser.post("/accounts/\(clerk.id)/link", [:]).status == 409)
            #expect(try await site.browser().signIn(as: clerk).path != "/work")

            let reopened = try await browser.post("/accounts/\(clerk.id)/reopening", [:])
            #expect(reopened.text.contains("open again"))
            #expect(try await site.browser().signIn(as: clerk).path == "/work")
            let own = try await browser.post("/accounts/\(officer.id)/closure", [:])
            #expect(own.status == 409 && own.text.contains("your own account"))
        }
    }

    @Test func `nobody else manages accounts, nor those of another body`() async throws {
        try await TestSite.run { site in
            let analyst = try await site.person("saltmere-city-council", [.analyst])
            let other = try await site.person("ambermere-fire", [.analyst], kind: .fire)
            let browser = site.browser()
            #expect(try await browser.get("/accounts").path == "/sign-in")
            _ = try await browser.signIn(as: analyst)
            for path in ["/accounts", "/accounts/new", "/accounts/\(other.id)/closure"] {
                #expect(try await browser.get(path).status == 403, "\(path)")
            }
            let officer = site.browser()
            _ = try await officer.signIn(
                as: try await site.person("saltmere-city-council", [.governanceOfficer]))
            #expect(try await officer.get("/accounts/\(other.id)/closure").status == 404)
            #expect(try await officer.post("/accounts/\(other.id)/closure", [:]).status == 404)
            #expect(try await officer.post("/accounts/\(other.id)/link", [:]).status == 404)
            #expect(!(try await officer.page("/accounts").text.contains(other.email)))
        }
    }

    @Test func `people change their own password with the old one`() async throws {
        try await TestSite.run(isDemonstration: false) { site in
            let first = try await Self.first(site)
            let browser = site.browser()
            try await browser.page("/password/\(first.code)")
            _ = try await browser.post(
                "/password/\(first.code)", ["password": "the first password"])
            try await browser.page("/account")
            let wrong = try await browser.post(
                "/account/password", ["old": "not this one", "new": "the second password"])
            #expect(wrong.status == 422 && wrong.text.contains("old password is not right"))
            let short = try await browser.post(
                "/account/password", ["old": "the first password", "new": "short"])
            #expect(short.status == 422 && HTMLLint.problems(in: short.text).isEmpty)
            let done = try await browser.post(
                "/account/password", ["old": "the first password", "new": "the second password"])
            #expect(done.path == "/account" && done.text.contains("Your password is changed."))
            for (password, path) in [
                ("the first password", "/sign-in"), ("the second password", "/work"),
            ] {
                let other = site.browser()
                try await other.page("/sign-in")
                let answer = try await other.post(
                    "/sign-in", ["email": first.account.email, "password": password])
                #expect(answer.path == path)
            }
        }
    }

    @Test func `five wrong old passwords stop the guessing`() async throws {
        try await TestSite.run(isDemonstration: false) { site in
            let first = try await Self.first(site)
            try await site.store.choosePassword("the first password", code: first.code)
            for attempt in 1...6 {
                await #expect(throws: Refusal.self, "\(attempt)") {
                    try await site.store.changePassword(
                        from: attempt == 6 ? "the first password" : "a guess",
                        to: "the second password", by: first.account)
                }
            }
        }
    }

    /// The first account of a partnership that is no demonstration, and its one-time code.
    private static func first(_ site: TestSite) async throws -> (
        account: Practitioner, code: String
    ) {
        try await site.store.joinFirst(
            Partner(
                id: "saltmere", name: "Saltmere", kind: .cityCouncil, registration: "",
                contact: "a@example.org"))
        let account = Practitioner(
            id: Store.newAccountID(), partner: "saltmere", name: "First Person",
            email: "first@example.org", post: "Operator", roles: [.operator])
        return (account, try await site.store.inviteFirst(account))
    }
}
