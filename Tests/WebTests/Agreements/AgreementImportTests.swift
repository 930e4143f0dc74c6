import Exchange
import Governance
import Records
import Testing

/// The file of another place becomes a draft by the browser.
struct AgreementImportTests {
    @Test func `a file is taken out, sent in and becomes a draft with own bodies`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let id = try await site.inForce(by: councils)
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            #expect(
                try await browser.page("/agreements/\(id)").text.contains("\(id)/file.json"))
            let file = try await browser.get("/agreements/\(id)/file.json")
            #expect(file.status == 200 && file.text.contains("weft-agreement/1"))
            let foreign = file.text.replacing(
                "\"tollesham-district-council\"", with: "\"far-council\"")

            #expect(try await browser.page("/agreements").text.contains("/agreements/import"))
            try await browser.page("/agreements/import")
            let page = try await browser.upload(
                "/agreements/import", [:], file: Array(foreign.utf8))
            #expect(page.status == 200 && HTMLLint.problems(in: page.text).isEmpty)
            #expect(page.text.contains("Approvals are not taken over"))
            #expect(page.text.contains("leads the agreement"))

            let half = try await browser.post(
                "/agreements/import/draft",
                ["content": foreign, "body-saltmere-city-council": "saltmere-city-council"])
            #expect(half.status == 422 && half.text.contains("Choose who stands for"))
            #expect(HTMLLint.problems(in: half.text).isEmpty)
            let done = try await browser.post(
                "/agreements/import/draft",
                [
                    "content": foreign, "body-saltmere-city-council": "saltmere-city-council",
                    "body-far-council": "tollesham-district-council",
                ])
            #expect(done.status == 200 && done.text.contains("Draft agreement"))
            let draft = try #require(
                try await site.store.agreements(seenBy: councils.officer).last)
            #expect(draft.id != id && draft.terms.parties.contains(Councils.other))
        }
    }

    @Test func `a wrong file gets a sentence, and only officers may send one`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            try await browser.page("/agreements/import")
            let wrong = try await browser.upload(
                "/agreements/import", [:], file: Array("a,b\n1,2\n".utf8))
            #expect(wrong.status == 422 && wrong.text.contains("not JSON"))
            #expect(HTMLLint.problems(in: wrong.text).isEmpty)

            let other = site.browser()
            _ = try await other.signIn(as: councils.approver)
            #expect(try await other.get("/agreements/import").status == 403)
            #expect(!(try await other.page("/agreements").text.contains("/agreements/import")))
        }
    }
}
