import Governance
import Records
import Testing

struct PublicPagesTests {
    @Test func `the home page is there for everybody`() async throws {
        try await TestSite.run { site in
            let answer = try await site.browser().get("/")
            #expect(answer.status == 200)
            #expect(HTMLLint.problems(in: answer.text).isEmpty)
            #expect(
                answer.headers["content-security-policy"]?.contains("default-src 'none'") == true)
        }
    }

    @Test func `a person signs in by one click in a demonstration`() async throws {
        try await TestSite.run { site in
            let person = try await site.person("saltmere-city-council", [.analyst])
            let answer = try await site.browser().signIn(as: person)
            #expect(answer.path == "/work")
        }
    }

    @Test func `an unknown address gets a page that says so`() async throws {
        try await TestSite.run { site in
            let answer = try await site.browser().get("/no/such/page")
            #expect(answer.status == 404)
            #expect(answer.text.contains("There is no page at this address."))
            #expect(HTMLLint.problems(in: answer.text).isEmpty)
            #expect(answer.headers["content-security-policy"] != nil)
        }
    }
}
