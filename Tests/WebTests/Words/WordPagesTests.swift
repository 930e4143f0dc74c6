import Governance
import Records
import Testing

struct WordPagesTests {
    private static let pages = ["/help", "/glossary", "/accessibility", "/privacy", "/cookies"]

    @Test(arguments: pages)
    func `everybody reads it, signed in or not`(_ path: String) async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            let before = try await browser.get(path)
            let person = try await site.person("saltmere-city-council", [.leader])
            _ = try await browser.signIn(as: person)
            let after = try await browser.get(path)

            for answer in [before, after] {
                #expect(answer.status == 200)
                #expect(HTMLLint.problems(in: answer.text).isEmpty)
            }
            #expect(before.text.contains("href=\"\(path)\""), "the footer links to it")
        }
    }

    @Test func `the glossary is searched, with what a word means to each body`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()

            let found = try await browser.get("/glossary?q=caldicott")
            let none = try await browser.get("/glossary?q=%3Cxyzzy%3E")
            let all = try await browser.get("/glossary")
            let json = try await browser.get("/glossary", accept: "application/json")

            #expect(found.text.contains("Caldicott Guardian") && !found.text.contains(">Audit<"))
            #expect(none.text.contains("0 results for “&lt;xyzzy&gt;” in the glossary."))
            #expect(HTMLLint.problems(in: none.text).isEmpty)
            #expect(all.text.contains("Probation") && all.text.contains("#letter-a"))
            #expect(json.text.contains("\"terms\""))
        }
    }

    @Test func `the cookies page names the cookies that are set`() async throws {
        try await TestSite.run { site in
            let answer = try await site.browser().get("/cookies")

            #expect(answer.text.contains("<code>weft</code>"))
            #expect(answer.text.contains("<code>weft-form</code>"))
        }
    }

    @Test func `help names where to write`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            #expect(try await browser.get("/help").text.contains("None recorded"))
            _ = try await site.person("saltmere-city-council", [.leader])
            #expect(try await browser.get("/help").text.contains("mailto:mail@example.org"))
        }
    }

    @Test(arguments: pages)
    func `no page of words says what nobody has decided`(_ path: String) async throws {
        try await TestSite.run { site in
            let text = try await site.browser().get(path).text.lowercased()
            for word in ["fraud", "suspect"] where path != "/glossary" {
                #expect(!text.contains(word))
            }
        }
    }
}
