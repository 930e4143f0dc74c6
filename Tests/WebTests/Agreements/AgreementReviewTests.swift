import Exchange
import Governance
import Records
import Testing

/// Reviews, amendments and versions by the browser.
struct AgreementReviewTests {
    /// A site of which the agreement was signed on the earlier of two days.
    private static func later(
        _ today: String,
        _ body: @Sendable @escaping (TestSite, Councils, String) async throws -> Void
    ) async throws {
        try await TestSite.run(today: day(today)) { site in
            let councils = try await Councils(site)
            let past = site.store.at(
                Timestamp(seconds: day("2026-11-22").dayNumber * 86_400 + 43_200))
            let id = try await past.draft(site.terms(), by: councils.officer).id
            _ = try await past.send(id, by: councils.officer)
            _ = try await past.approve(id, by: councils.approver)
            _ = try await past.approve(id, by: councils.otherApprover)
            try await body(site, councils, "/agreements/\(id)")
        }
    }

    private static let due = "2027-10-30"

    @Test func `the lead takes a review up and keeps the text in three answers`() async throws {
        try await Self.later(Self.due) { site, councils, path in
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            #expect(try await browser.page("/work").text.contains("\(path)/review"))
            #expect(try await browser.page("/reviews").text.contains("\(path)/review"))
            let page = try await browser.page("\(path)/review")
            #expect(page.text.contains("three months away or less"))
            let opened = try await browser.post("\(path)/review/opening", [:])
            #expect(opened.text.contains("under review"))
            #expect(try await browser.page(path).text.contains("Under review"))
            #expect(try await browser.page("/register").text.contains("Under review"))

            let empty = try await browser.post("\(path)/review", [:])
            #expect(empty.status == 422 && HTMLLint.problems(in: empty.text).isEmpty)
            #expect(empty.text.contains("Choose what the review found."))
            let late = try await browser.post(
                "\(path)/review",
                [
                    "outcome": "reaffirmed", "reason": "Used weekly.", "next-day": "1",
                    "next-month": "1", "next-year": "2040",
                ])
            #expect(late.status == 422 && late.text.contains("The next review has to be after"))
            #expect(late.text.contains("Used weekly.") && late.text.contains("2040"))
            let done = try await browser.post(
                "\(path)/review",
                [
                    "outcome": "reaffirmed", "reason": "Used weekly.", "next-day": "31",
                    "next-month": "5", "next-year": "2028",
                ])
            #expect(done.path == path && done.text.contains("Review it again by 31 May 2028"))
            let versions = try await browser.page("\(path)/versions")
            #expect(versions.text.contains("Used weekly."))
            #expect(try await browser.get("\(path)/versions.json").status == 200)
            #expect(try await browser.get("/reviews.json").text.contains("2028-05-31"))
        }
    }

    @Test func `an amendment is drafted, sent and signed while the old text is in force`()
        async throws
    {
        try await Self.later(Self.due) { site, councils, path in
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            try await browser.page("\(path)/review")
            let draft = try await browser.post(
                "\(path)/review", ["outcome": "amended", "reason": "Shorter copies."])
            #expect(draft.path == "\(path)/versions/2" && draft.text.contains("Version 2"))
            #expect(HTMLLint.problems(in: draft.text).isEmpty)
            #expect(draft.text.contains("stays in force"))
            let old = try await browser.page(path)
            #expect(old.text.contains("Version 2 is being written."))
            #expect(old.text.contains("In force"))
            try await browser.page("\(path)/edit/dates")
            let read = await browser.hidden("read")
            let saved = try await browser.post(
                "\(path)/edit/dates",
                [
                    "read": read, "start-day": "30", "start-month": "10", "start-year": "2027",
                    "lastDay-day": "29", "lastDay-month": "10", "lastDay-year": "2029",
                    "review-day": "29", "review-month": "10", "review-year": "2028",
                    "retention": "6",
                ])
            #expect(saved.path == "\(path)/versions/2")
            try await browser.page("\(path)/send")
            let sent = try await browser.post(
                "\(path)/send", ["read": await browser.hidden("read")])
            #expect(sent.path == "\(path)/versions/2" && sent.status == 200)
            #expect(try await browser.page(path).text.contains("Version 2 is with the approvers."))

            for approver in [councils.approver, councils.otherApprover] {
                let signer = site.browser()
                _ = try await signer.signIn(as: approver)
                let page = try await signer.page("\(path)/approval")
                #expect(page.text.contains("replaces version 1"))
                #expect(page.text.contains("What changes"))
                #expect(page.text.contains("Kept for 6 months instead of"))
                let read = await signer.hidden("read")
                let done = try await signer.post(
                    "\(path)/approval",
                    [
                        "read": read, "statements": "read", "statements": "power",
                        "statements": "post",
                    ])
                #expect(done.status == 200 && HTMLLint.problems(in: done.text).isEmpty)
            }
            #expect(try await browser.page(path).text.contains("Version 2"))
            #expect(try await browser.page("\(path)/versions/1").text.contains("Replaced"))
            let versions = try await browser.page("\(path)/versions")
            #expect(versions.text.contains("then replaced"))
            #expect(versions.text.contains("\(path)/versions/2/changes"))
            let changes = try await browser.page("\(path)/versions/2/changes")
            #expect(changes.text.contains("What version 2 changes"))
            #expect(changes.text.contains("Kept for 6 months instead of"))
            #expect(!changes.text.contains("Data flow"))
            let json = try await browser.get("\(path)/versions/2/changes.json")
            #expect(json.text.contains("\"before\"") && json.text.contains("\"after\""))
            #expect(try await browser.get("\(path)/versions/1/changes").status == 404)
        }
    }

    @Test func `a draft of a new version can be discarded, and the old text goes on`()
        async throws
    {
        try await Self.later(Self.due) { site, councils, path in
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            try await browser.page("\(path)/review")
            _ = try await browser.post(
                "\(path)/review", ["outcome": "amended", "reason": "Shorter copies."])
            let ask = try await browser.page("\(path)/versions/2/discard")
            #expect(ask.text.contains("Discard this draft"))
            let sure = try await browser.post("\(path)/versions/2/discard", ["reason": "Not now."])
            #expect(sure.text.contains("goes on") && HTMLLint.problems(in: sure.text).isEmpty)
            let done = try await browser.post(
                "\(path)/versions/2/discard",
                ["step": "retired", "reason": "Not now.", "confirmed": "yes"])
            #expect(done.path == path && done.text.contains("was discarded"))
            #expect(done.text.contains("In force"))
            #expect(try await browser.get("\(path)/versions/2/discard").status == 404)
        }
    }

    @Test func `not needed any more asks once more and then ends the agreement`() async throws {
        try await Self.later(Self.due) { site, councils, path in
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            try await browser.page("\(path)/review")
            let sure = try await browser.post(
                "\(path)/review", ["outcome": "retired", "reason": "The project is over."])
            #expect(sure.text.contains("You are about to end this agreement"))
            #expect(HTMLLint.problems(in: sure.text).isEmpty)
            let done = try await browser.post(
                "\(path)/stop",
                ["step": "retired", "reason": "The project is over.", "confirmed": "yes"])
            #expect(done.path == path && done.text.contains("Retired"))
            #expect(try await browser.get("\(path)/review").status == 409)
        }
    }

    @Test func `others than the lead, and strangers, do not review`() async throws {
        try await Self.later(Self.due) { site, councils, path in
            let other = try await site.person(Councils.other, [.governanceOfficer])
            let stranger = try await site.person("third-body", [.governanceOfficer])
            for (person, status) in [(other, 403), (stranger, 404), (councils.approver, 403)] {
                let browser = site.browser()
                _ = try await browser.signIn(as: person)
                #expect(try await browser.get("\(path)/review").status == status)
                try await browser.page("/reviews")
            }
            let browser = site.browser()
            _ = try await browser.signIn(as: stranger)
            for page in ["versions", "versions/1", "versions/2/discard"] {
                #expect(try await browser.get("\(path)/\(page)").status == 404)
            }
        }
    }

    @Test func `a delisted agreement says so and can be listed again`() async throws {
        try await Self.later("2028-03-01") { site, councils, path in
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.officer)
            let work = try await browser.page("/work")
            #expect(work.text.contains("Delisted") || work.text.contains("Overdue"))
        }
    }
}
