import Casework
import Exchange
import Governance
import Records
import Testing

struct SecondAnswerPagesTests {
    @Test func `a second person answers without seeing the first answer`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site, people: 120)
            let store = site.store
            let queue = try await store.queue(
                of: match.run.id, .open, page: 1, size: 500, seenBy: match.reviewer)
            for item in queue.items {
                _ = try await store.review(
                    item.id, as: .different, because: .namesakes, seen: 0, by: match.reviewer)
            }
            let browser = site.browser()
            _ = try await browser.signIn(as: match.colleague)
            let wanted = try await browser.get(
                "/matches/\(match.run.id)/queue?show=second-answer")
            #expect(wanted.status == 200 && HTMLLint.problems(in: wanted.text).isEmpty)
            #expect(wanted.text.contains("Second answer wanted"))
            #expect(!wanted.text.contains("Different people"))

            let pair = try #require(wanted.link("/pairs/"))
            let page = try await browser.get(pair)
            #expect(page.text.contains("Give a second answer"))
            #expect(!page.text.contains("Decided: "))
            #expect(HTMLLint.problems(in: page.text).isEmpty)
            let json = try await browser.get(pair, accept: "application/json")
            #expect(json.text.contains("\"awaitsSecondAnswer\" : true"))
            #expect(!json.text.contains("namesakes"))

            let wrong = try await browser.post(
                "\(pair)/second", ["decision": "same", "reason": "twins"])
            #expect(wrong.status == 422 && wrong.text.contains("goes with the answer"))
            let saved = try await browser.post(
                "\(pair)/second", ["decision": "not-sure", "reason": "expert"])
            #expect(saved.text.contains("The first answer was another"))
            #expect(HTMLLint.problems(in: saved.text).isEmpty)
            let late = try await browser.post("\(pair)/second", ["decision": "same"])
            #expect(late.status == 409 && HTMLLint.problems(in: late.text).isEmpty)

            let after = try await browser.get(pair)
            #expect(after.text.contains("A second person answered “Not sure”."))
            let differ = try await browser.get("/matches/\(match.run.id)/queue?show=two-answers")
            #expect(differ.link(pair) == pair)
            #expect(differ.text.contains("gave the same answer to 0, 0%."))
            let numbers = try await browser.get(
                "/matches/\(match.run.id)/queue", accept: "application/json")
            #expect(numbers.text.contains("\"agreed\" : 0"))
            #expect(numbers.text.contains("\"neededADay\""))
        }
    }

    @Test func `reasons, marks and questions taken on go with a reviewer through the queue`()
        async throws
    {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let queue = "/matches/\(match.run.id)/queue"
            let taken = try await browser.post("\(queue.dropLast(6))/take", [:])
            #expect(taken.text.contains("You took on ") && taken.text.contains("show=mine"))
            #expect(HTMLLint.problems(in: taken.text).isEmpty)
            #expect(taken.text.contains("The target is 28 days"))

            let items = try await site.store.queue(
                of: match.run.id, .open, page: 1, seenBy: match.reviewer
            ).items
            var (first, found) = ("", false)
            for item in items where !found {
                first = "/pairs/\(item.id)"
                let marked = try await browser.get(first)
                found = marked.text.contains("<mark class=\"weft-difference\">")
                #expect(marked.text.contains("0 of \(match.run.questionCount) questions decided."))
            }
            #expect(found)
            let plain = try await browser.get("\(first)?marks=off")
            #expect(!plain.text.contains("<mark"))
            #expect(plain.text.contains("Mark what differs"))
            #expect(HTMLLint.problems(in: plain.text).isEmpty)

            let unknown = try await browser.post(
                "\(first)/review", ["decision": "same", "seen": "0", "reason": "fraud"])
            #expect(unknown.status == 422 && unknown.text.contains("Choose a reason from the list"))
            let next = try await browser.post(
                "\(first)/review",
                ["decision": "different", "seen": "0", "reason": "twins", "marks": "off"])
            #expect(next.text.contains("Mark what differs") && next.path != first)
            let decided = try await browser.get(first)
            #expect(decided.text.contains("twins, or brothers or sisters"))

            let back = try await browser.post("\(queue.dropLast(6))/release", [:])
            #expect(back.text.contains("You gave back "))
            #expect(HTMLLint.problems(in: back.text).isEmpty)
        }
    }
}
