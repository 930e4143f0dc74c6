import Casework
import DemoData
import Exchange
import Foundation
import Governance
import Records
import Testing

struct ReviewPagesTests {
    @Test func `a reviewer decides, takes it back, and is led through the queue to its end`()
        async throws
    {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let queue = try await browser.get("/matches/\(match.run.id)/queue")
            #expect(queue.status == 200 && HTMLLint.problems(in: queue.text).isEmpty)
            #expect(queue.text.contains("0 of \(match.run.questionCount) questions decided."))
            let first = try #require(queue.link("/pairs/"))

            let pair = try await browser.get(first)
            #expect(pair.status == 200 && HTMLLint.problems(in: pair.text).isEmpty)
            #expect(pair.text.contains("A match is a question, never a verdict."))
            #expect(pair.text.contains("Question 1 of \(match.run.questionCount)"))
            let saved = try await browser.post(
                "\(first)/review", ["decision": "same", "seen": "0"])
            #expect(saved.text.contains("Saved: Same person."))
            #expect(saved.text.contains("CT-2026-0001") && saved.path != first)
            #expect(HTMLLint.problems(in: saved.text).isEmpty)

            let undone = try await browser.post("\(first)/undo", [:])
            #expect(undone.path == first && undone.text.contains("Your decision was taken back."))
            var page = undone
            for _ in 0..<match.run.questionCount {
                let seen = try #require(page.field("seen"))
                page = try await browser.post(
                    "\(page.path)/review", ["decision": "different", "seen": seen])
            }
            #expect(page.path == "/matches/\(match.run.id)/queue")
            #expect(page.text.contains("You have decided every open question"))
            #expect(HTMLLint.problems(in: page.text).isEmpty)
        }
    }

    @Test func `a decision that a colleague overtook is refused on a clear page`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let pair = try #require(
                try await browser.get("/matches/\(match.run.id)/queue").link("/pairs/"))
            _ = try await browser.get(pair)
            let id = try #require(MatchPair.ID(String(pair.dropFirst("/pairs/".count))))
            let opened = try await site.store.review(id, as: .same, seen: 0, by: match.colleague)

            let late = try await browser.post(
                "\(pair)/review", ["decision": "different", "seen": "0"])
            #expect(late.status == 409 && HTMLLint.problems(in: late.text).isEmpty)
            #expect(late.text.contains("Somebody decided this pair since you opened it."))
            #expect(late.text.contains("“Same person”") && late.link(pair) == pair)
            let notOwn = try await browser.post("\(pair)/undo", [:])
            #expect(notOwn.status == 409)

            let file = try #require(opened.opened)
            try await site.store.advance(
                file, Case.Command(step: "check", afterEvent: 0, note: "", outcome: nil),
                by: match.colleague)
            let after = try await browser.get(pair)
            #expect(after.text.contains("The decision stands"))
            #expect(!after.text.contains("name=\"decision\""))
            #expect(HTMLLint.problems(in: after.text).isEmpty)
            let underWay = try await browser.post(
                "\(pair)/review", ["decision": "different", "seen": "1"])
            #expect(underWay.status == 409 && underWay.link("/cases/") == "/cases/\(file)")
        }
    }

    @Test func `an answer that is none of the three keeps the pair and says so`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let pair = try #require(
                try await browser.get("/matches/\(match.run.id)/queue").link("/pairs/"))
            _ = try await browser.get(pair)

            let answer = try await browser.post("\(pair)/review", ["seen": "0"])

            #expect(answer.status == 422 && answer.title.hasPrefix("Error: "))
            #expect(answer.text.contains("Choose one of the three answers."))
            #expect(HTMLLint.problems(in: answer.text).isEmpty)
        }
    }

    @Test func `nobody else reaches the queue or the pair`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let reviewer = site.browser()
            _ = try await reviewer.signIn(as: match.reviewer)
            let queue = "/matches/\(match.run.id)/queue"
            let pair = try #require(try await reviewer.get(queue).link("/pairs/"))

            for (person, status) in [(match.analyst, 403), (match.stranger, 404)] {
                let browser = site.browser()
                _ = try await browser.signIn(as: person)
                for path in [queue, pair] {
                    let answer = try await browser.get(path)
                    #expect(answer.status == status && HTMLLint.problems(in: answer.text).isEmpty)
                }
                let answer = try await browser.post(
                    "\(pair)/review", ["decision": "same", "seen": "0"])
                #expect(answer.status == status)
            }
            let nobody = site.browser()
            #expect(try await nobody.get(pair).path == "/sign-in")
            #expect(try await reviewer.get("/pairs/none").status == 404)
            #expect(try await reviewer.get("/pairs/None!").status == 404)
        }
    }

    @Test func `no name stands in a title, an address or a heading of a pair`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let pair = try #require(
                try await browser.get("/matches/\(match.run.id)/queue").link("/pairs/"))
            let answer = try await browser.get(pair)

            #expect(answer.title == "Are these the same person? – Weft")
            let heading = answer.text.split(separator: "<h1").last?.prefix { $0 != "/" } ?? ""
            for name in match.people.accounts.map(\.surname) {
                #expect(!heading.contains(name))
            }
            for word in ["fraud", "claim", "suspect"] {
                #expect(!answer.text.lowercased().contains(word))
            }
        }
    }

    @Test func `the same queue and pair answer in JSON`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let page = try await browser.get("/matches/\(match.run.id)/queue")
            let pair = try #require(page.link("/pairs/"))

            let queue = try await browser.get(
                "/matches/\(match.run.id)/queue?show=all&page=2", accept: "application/json")
            let one = try await browser.get(pair, accept: "application/json")

            #expect(queue.headers["content-type"] == "application/json")
            #expect(queue.text.contains("\"show\" : \"all\"") && queue.text.contains("\"pairs\""))
            #expect(one.text.contains("\"strength\"") && one.text.contains("\"date-of-birth\""))
        }
    }
}

extension TestBrowser.Answer {
    /// The value of a hidden field.
    func field(_ name: String) -> String? {
        guard let place = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[place.upperBound...].prefix { $0 != "\"" })
    }
}
