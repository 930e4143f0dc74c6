import Exchange
import Governance
import Records
import Testing

struct AssessmentPagesTests {
    /// People of two councils who write, advise and sign.
    struct Cast {
        let site: TestSite
        let writer: TestBrowser
        let adviser: TestBrowser
        let signer: TestBrowser
        let other: TestBrowser

        init(_ site: TestSite) async throws {
            self.site = site
            func browser(_ body: Partner.ID, _ roles: Set<Practitioner.Role>) async throws
                -> TestBrowser
            {
                let browser = site.browser()
                _ = try await browser.signIn(as: try await site.person(body, roles))
                return browser
            }
            writer = try await browser("saltmere-city-council", [.governanceOfficer])
            adviser = try await browser("saltmere-city-council", [.approver])
            signer = try await browser("saltmere-city-council", [.approver])
            other = try await browser("tollesham-council", [.governanceOfficer, .approver])
        }

        /// A started assessment of both councils.
        func started() async throws -> String {
            try await writer.page("/assessments/new")
            let path = try await writer.post(
                "/assessments",
                ["title": "Discount review", "party-city-council": "tollesham-council"]
            ).path
            #expect(path == "/assessments/dpia-0001")
            return path
        }

        /// Sends a form as it stands on its page, and expects the assessment's page.
        func save(
            _ browser: TestBrowser, _ path: String, _ form: String,
            _ fields: [(key: String, value: String)]
        ) async throws {
            try await browser.page("\(path)/\(form)")
            let seen = [
                ("seen", await browser.hidden("seen")), ("read", await browser.hidden("read")),
            ]
            let answer = try await browser.post("\(path)/\(form)", fields: fields + seen)
            #expect(answer.status == 200 && answer.path == path, "\(form): \(answer.status)")
        }

        func risk(_ subject: String, before: Int, after: Int, _ measure: String = "")
            -> [(key: String, value: String)]
        {
            [
                ("subject", subject), ("text", "Two people are taken for one."),
                ("before-likelihood", "\(before)"), ("before-severity", "2"),
                ("after-likelihood", "\(after)"), ("after-severity", "2"),
                ("measures", measure), ("owner", "Head of Revenues"),
            ]
        }

        /// An assessment in which nothing is missing, sent to the adviser.
        func sent(after: Int = 1) async throws -> String {
            let path = try await started()
            try await save(
                writer, path, "details",
                [
                    ("title", "Discount review"), ("party-city-council", "tollesham-council"),
                    ("review-day", "1"), ("review-month", "11"), ("review-year", "2027"),
                ])
            try await save(
                writer, path, "screening",
                [("commissioner", "data-matching"), ("note", "Lists are compared.")])
            for step in site.store.reference.assessmentGuide.steps where !step.questions.isEmpty {
                try await save(
                    writer, path, "steps/\(step.number)",
                    step.questions.map { ($0.id.rawValue, "An answer.") })
            }
            try await save(
                writer, path, "measures/new",
                [
                    ("text", "Two people look."), ("owner", "Head of Revenues"),
                    ("due-day", "1"), ("due-month", "3"), ("due-year", "2027"),
                ])
            try await save(
                writer, path, "risks/new", risk("people", before: 3, after: after, "measure-1"))
            try await save(writer, path, "risks/new", risk("bodies", before: 1, after: 1))
            try await save(writer, path, "risks/new", risk("not-sharing", before: 3, after: 1))
            let ready = try await writer.page(path)
            #expect(ready.text.contains("Send to the data protection officer"))
            let sent = try await writer.post(
                "\(path)/send", ["seen": await writer.hidden("seen")])
            #expect(sent.text.contains("With the data protection officer"))
            return path
        }
    }

    @Test func `an assessment goes from the first question to both signatures`() async throws {
        try await TestSite.run { site in
            let cast = try await Cast(site)
            let path = try await cast.sent()
            #expect(try await cast.adviser.page("/work").text.contains("\(path)/advice"))
            try await cast.save(
                cast.adviser, path, "advice", [("verdict", "go-on"), ("text", "Fine.")])
            #expect(try await cast.signer.page("/work").text.contains("\(path)/answer"))
            try await cast.save(cast.signer, path, "answer", [("answer", "follow")])
            let ticks = ["read", "measures", "accept"].map { (key: "statements", value: $0) }
            try await cast.save(cast.signer, path, "signature", ticks)
            try await cast.other.page("\(path)/signature")
            let read = await cast.other.hidden("read")
            let early = try await cast.other.post(
                "\(path)/signature", fields: ticks + [("read", read)])
            #expect(early.status == 409 && early.text.contains("what is different"))
            try await cast.save(cast.other, path, "local", [("local", "Nothing differs.")])
            try await cast.save(cast.other, path, "signature", ticks)

            let page = try await cast.writer.page(path)
            #expect(page.text.contains("Signed") && page.text.contains("Draft a new version"))
            let done = try await cast.writer.post("\(path)/measures/measure-1/completion", [:])
            #expect(done.text.contains("recorded as done"))
            let json = try await cast.writer.get("\(path).json").text
            #expect(json.contains("\"stage\" : \"signed\"") && !json.contains("adviser"))
            let list = try await cast.other.page("/assessments").text
            #expect(list.contains("Discount review"))
            _ = try await cast.writer.page(path)
            let second = try await cast.writer.post("\(path)/amendments", [:])
            #expect(second.text.contains("Version 2"))
            let first = try await cast.writer.page("\(path)/versions/1").text
            #expect(first.contains("earlier version"))
            let kept = try await cast.writer.get("\(path)/versions/1.json").text
            #expect(kept.contains("\"version\" : 1"))
        }
    }

    @Test func `T15: with a high risk left nobody is offered a way round`() async throws {
        try await TestSite.run { site in
            let cast = try await Cast(site)
            let path = try await cast.sent(after: 3)
            #expect(try await cast.writer.page("/work").text.contains("Consult the Commissioner"))
            try await cast.save(
                cast.adviser, path, "advice", [("verdict", "change"), ("text", "Lower it.")])
            let answer = try await cast.signer.page("\(path)/answer").text
            #expect(answer.contains("Nobody can sign") && !answer.contains("Overrule it"))
            let tried = try await cast.signer.post(
                "\(path)/answer", ["answer": "overrule", "reason": "We must go on."])
            #expect(tried.status == 409 && tried.text.contains("A high risk is left"))
            #expect(try await cast.signer.get("\(path)/signature").status == 409)
            try await cast.save(
                cast.writer, path, "consultation",
                [
                    ("date-day", "22"), ("date-month", "11"), ("date-year", "2026"),
                    ("reference", "IC-7"), ("outcome", ""),
                ])
            #expect(try await cast.writer.page(path).text.contains("IC-7"))
        }
    }

    @Test func `T16: overruling needs a reason, which stands in the register of overrides`()
        async throws
    {
        try await TestSite.run { site in
            let cast = try await Cast(site)
            let path = try await cast.sent()
            try await cast.save(
                cast.adviser, path, "advice", [("verdict", "stop"), ("text", "Do not.")])
            try await cast.signer.page("\(path)/answer")
            let blank = try await cast.signer.post(
                "\(path)/answer", ["answer": "overrule", "reason": " "])
            #expect(blank.status == 422 && blank.text.contains("Write why you overrule"))
            #expect(HTMLLint.problems(in: blank.text).isEmpty)
            let empty = try await cast.other.page("/assessments/overrides").text
            #expect(empty.contains("None recorded."))
            try await cast.save(
                cast.signer, path, "answer",
                [("answer", "overrule"), ("reason", "Waiting harms more.")])
            for browser in [cast.writer, cast.other] {
                let text = try await browser.page("/assessments/overrides").text
                #expect(text.contains("Waiting harms more.") && text.contains("Do not."))
            }
            let json = try await cast.other.get("/assessments/overrides.json").text
            #expect(json.contains("\"reason\" : \"Waiting harms more.\""))
        }
    }

    @Test func `the risk register shows both sides, by page, CSV and JSON`() async throws {
        try await TestSite.run { site in
            let cast = try await Cast(site)
            #expect(try await cast.writer.page("/risks").text.contains("None recorded."))
            _ = try await cast.sent()
            let page = try await cast.other.page("/risks").text
            #expect(page.contains("Risk of not sharing") && page.contains("Risk to people"))
            let one = try await cast.other.page("/risks?subject=not-sharing").text
            #expect(one.contains("Risks: 1"))
            #expect(try await cast.other.get("/risks.csv").text.contains("dpia-0001"))
            #expect(
                try await cast.other.get("/risks.json").text.contains("\"subject\" : \"people\""))
        }
    }

    @Test func `wrong forms are shown again with what was typed`() async throws {
        try await TestSite.run { site in
            let cast = try await Cast(site)
            try await cast.writer.page("/assessments/new")
            let untitled = try await cast.writer.post("/assessments", ["title": " "])
            #expect(untitled.status == 422 && untitled.text.contains("Enter a title."))
            let path = try await cast.started()
            let bad: [(String, [(key: String, value: String)], String, String)] = [
                ("screening", [("commissioner", "tracking")], "Write why", "checked"),
                ("risks/new", [("text", "Harm")], "Choose whom", "Harm"),
                ("measures/new", [("text", "A look")], "Name the post", "A look"),
                ("local", [("local", " ")], "Write what is different", "local"),
                (
                    "details", [("title", "New title"), ("review-day", "32")],
                    "day of review", "New title"
                ),
            ]
            for (form, fields, message, kept) in bad {
                try await cast.writer.page("\(path)/\(form)")
                let answer = try await cast.writer.post("\(path)/\(form)", fields: fields)
                #expect(answer.status == 422, "\(form)")
                #expect(answer.text.contains(message) && answer.text.contains(kept), "\(form)")
                #expect(HTMLLint.problems(in: answer.text).isEmpty, "\(form)")
            }
            let stale = try await cast.writer.post(
                "\(path)/screening", ["note": "Kept words", "seen": "0"])
            #expect(stale.status == 409 && stale.text.contains("Kept words"))
            let early = try await cast.writer.post("\(path)/send", ["seen": "1"])
            #expect(early.status == 422 && early.text.contains("Answer the screening questions."))
        }
    }

    @Test func `others see nothing, and each page is open to its people only`() async throws {
        try await TestSite.run { site in
            let cast = try await Cast(site)
            let path = try await cast.started()
            let stranger = site.browser()
            #expect(try await stranger.get("/assessments").path == "/sign-in")
            _ = try await stranger.signIn(
                as: try await site.person("ambermere-fire", [.governanceOfficer], kind: .fire))
            #expect(try await stranger.get(path).status == 404)
            #expect(try await stranger.get("\(path)/screening").status == 404)
            #expect(try await cast.adviser.get("/assessments/new").status == 403)
            #expect(try await cast.adviser.get("\(path)/screening").status == 403)
            #expect(try await cast.adviser.get("\(path)/advice").status == 409)
            #expect(try await cast.other.get("\(path)/screening").status == 409)
            #expect(try await cast.other.get("\(path)/steps/9").status == 409)
            #expect(try await cast.writer.get("\(path)/steps/9").status == 404)
            #expect(try await cast.writer.get("\(path)/risks/risk-9").status == 404)
            #expect(try await cast.writer.get("\(path)/versions/9").status == 404)
            let page = try await cast.other.page(path).text
            #expect(!page.contains("\(path)/screening") && page.contains("\(path)/local"))
        }
    }

    @Test func `an agreement warns before it is sent, and then shows what covers it`()
        async throws
    {
        try await TestSite.run { site in
            let cast = try await Cast(site)
            let store = site.store
            let people = try await site.person("saltmere-city-council", [.governanceOfficer])
            let template = try #require(
                store.reference.templates.first { $0.id == "council-tax-review" })
            let terms = template.terms(
                lead: "saltmere-city-council",
                parties: [
                    "saltmere-city-council": .cityCouncil, "tollesham-council": .cityCouncil,
                ], start: store.today)
            let agreement = try await store.draft(terms, by: people).id
            let send = try await cast.writer.page("/agreements/\(agreement)/send").text
            #expect(send.contains("No impact assessment is linked"))
            let form = try await cast.writer.page("/assessments/new?agreement=\(agreement)").text
            #expect(form.contains("checked"))
            let started = try await cast.writer.post(
                "/assessments",
                [
                    "title": "Review", "party-city-council": "tollesham-council",
                    "agreements": "\(agreement)",
                ])
            #expect(started.text.contains("(\(agreement))"))
            let later = try await cast.writer.page("/agreements/\(agreement)/send").text
            #expect(later.contains("is not signed yet"))
            let seen = try await cast.adviser.page("/agreements/\(agreement)").text
            #expect(seen.contains("Review (dpia-0001)"))
        }
    }
}
