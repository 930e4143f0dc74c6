import Exchange
import Governance
import Records
import Testing

/// The law catalogue and its wizard over HTTP, without an account.
struct LawPagesTests {
    @Test func `the catalogue lists every law with whether it is in force`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            let page = try await browser.get("/law")

            #expect(page.status == 200 && HTMLLint.problems(in: page.text).isEmpty)
            for entry in site.store.reference.gateways {
                #expect(page.text.contains("/law/\(entry.id)\""), "\(entry.id)")
            }
            for words in ["Not begun", "In force", "Background", "Not known", "Schedule 1, para"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let found = try await browser.get("/law?q=serious+violence&purpose=")
            #expect(found.text.contains("/law/pcsc-16") && !found.text.contains("/law/lgfa-11"))
            let none = try await browser.get("/law?q=nothing+like+it")
            #expect(none.status == 200 && none.text.contains("0 results"))
            #expect(HTMLLint.problems(in: none.text).isEmpty)
            let json = try await browser.get("/law.json")
            #expect(json.headers["content-type"]?.hasPrefix("application/json") == true)
            #expect(json.text.contains("\"readOn\"") && json.text.contains("\"capacities\""))
        }
    }

    @Test func `every entry has a page and JSON, and an unknown one is not found`() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            for entry in site.store.reference.gateways {
                let page = try await browser.get("/law/\(entry.id)")
                #expect(page.status == 200, "\(entry.id)")
                #expect(HTMLLint.problems(in: page.text).isEmpty, "\(entry.id)")
            }
            let duty = try await browser.get("/law/ca04-16la")
            #expect(duty.text.contains("no day has been appointed"))
            #expect(duty.text.contains("more detrimental to the child"))
            let json = try await browser.get("/law/pcsc-16", accept: "application/json")
            #expect(json.text.contains("\"versions\"") && json.text.contains("\"patients\""))
            #expect(try await browser.get("/law/made-up").status == 404)
        }
    }

    @Test func `T5: the wizard proposes, says why not the others, and decides nothing`()
        async throws
    {
        try await TestSite.run { site in
            let browser = site.browser()
            let form = try await browser.get("/law/wizard")
            #expect(form.status == 200 && HTMLLint.problems(in: form.text).isEmpty)

            let address =
                "/law/wizard?holder=nhs-trust&receiver=police&same=no&asked=yes&agreed=no"
                + "&purpose=serious-violence&held-for=other&class=patient&data-set=&basis=&date="
            let answer = try await browser.get(address)
            #expect(answer.status == 200 && HTMLLint.problems(in: answer.text).isEmpty)
            #expect(answer.text.contains("One law may fit"))
            #expect(answer.text.contains("Crime and Disorder Act 1998, section 115"))
            #expect(answer.text.contains("It allows no information about patients"))
            #expect(answer.text.contains("Weft proposes; a person decides"))
            #expect(answer.text.contains("Article 9(2)(h)"))

            let json = try await browser.get(address, accept: "application/json")
            #expect(json.text.contains("\"code\" : \"bar-patients\""))
            #expect(json.text.contains("\"code\" : \"cda-115\""))
        }
    }

    @Test func `T7: the wizard refuses parking for what is held for council tax reduction`()
        async throws
    {
        try await TestSite.run { site in
            let answer = try await site.browser().get(
                "/law/wizard?holder=city-council&receiver=city-council&same=yes&asked=yes"
                    + "&purpose=parking-enforcement&held-for=council-tax-reduction&class=personal")
            #expect(answer.status == 200 && HTMLLint.problems(in: answer.text).isEmpty)
            #expect(answer.text.contains("No law here lets the holder disclose"))
            #expect(answer.text.contains("SI 2012/1483, regulation 14"))
        }
    }

    @Test func `T10: the duty is absent today and stays out until a day is appointed`() async throws
    {
        try await TestSite.run { site in
            let answer = try await site.browser().get(
                "/law/wizard?holder=police&receiver=county-council&purpose=safeguarding-children"
                    + "&class=personal&date=1+April+2030",
                accept: "application/json")
            #expect(answer.text.contains("It is not in force: no day has been appointed"))
            #expect(answer.text.contains("\"date\" : \"2030-04-01\""))
        }
    }

    @Test func `answers that are missing or wrong are shown next to their questions`() async throws
    {
        try await TestSite.run { site in
            let browser = site.browser()
            let page = try await browser.get(
                "/law/wizard?holder=&receiver=made-up&purpose=&class=nothing&date=soon"
                    + "&held-for=never&asked=yes")
            #expect(page.status == 422 && HTMLLint.problems(in: page.text).isEmpty)
            for words in [
                "Choose what sort of body it is.", "Choose what it would be used for.",
                "Choose what sort of information it is.", "Write a real date",
                "Choose what it is held for.",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(page.text.contains("value=\"soon\""))
            let json = try await browser.get("/law/wizard", accept: "application/json")
            #expect(json.status == 422 && json.text.contains("question-missing"))
        }
    }
}

/// What a body is in law beyond its kind, recorded and taken back by an officer.
struct CapacityPagesTests {
    @Test func `an officer records what a body is in law, and takes it back`() async throws {
        try await TestSite.run { site in
            let officer = try await site.person("ambermere-council", [.governanceOfficer])
            _ = try await site.person("marsh-homes", [.approver], kind: .housingAssociation)
            let browser = site.browser()
            _ = try await browser.signIn(as: officer)
            let address = "/partners/marsh-homes/capacities"
            let empty = try await browser.get(address)
            #expect(empty.status == 200 && empty.text.contains("None recorded."))
            #expect(HTMLLint.problems(in: empty.text).isEmpty)

            let wrong = try await browser.post(address, ["capacity": "", "source": "Paragraph 3"])
            #expect(wrong.status == 422 && wrong.text.contains("Choose what it is in law."))
            #expect(wrong.text.contains("value=\"Paragraph 3\""))
            let bare = try await browser.post(
                address, ["capacity": "dea-schedule-7", "source": " "])
            #expect(bare.status == 422 && HTMLLint.problems(in: bare.text).isEmpty)

            let done = try await browser.post(
                address, ["capacity": "dea-schedule-7", "source": "Schedule 7, paragraph 20"])
            #expect(done.status == 200 && done.text.contains("Take back"))
            let partner = try await site.store.partner("marsh-homes")
            #expect(partner.attestations.map(\.capacity) == ["dea-schedule-7"])
            let page = try await browser.get("/partners/marsh-homes")
            #expect(page.text.contains("Schedule 7, paragraph 20"))
            #expect(HTMLLint.problems(in: page.text).isEmpty)

            let gone = try await browser.post("\(address)/withdraw", ["capacity": "dea-schedule-7"])
            #expect(gone.status == 200 && gone.text.contains("None recorded."))
            let again = try await browser.post(
                "\(address)/withdraw", ["capacity": "dea-schedule-7"])
            #expect(again.status == 409)
        }
    }

    @Test func `nobody else may record it`() async throws {
        try await TestSite.run { site in
            let analyst = try await site.person("ambermere-council", [.analyst])
            let browser = site.browser()
            _ = try await browser.signIn(as: analyst)
            #expect(try await browser.get("/partners/ambermere-council/capacities").status == 403)
            let page = try await browser.get("/partners/ambermere-council")
            #expect(page.text.contains("What it is in law"))
            #expect(!page.text.contains("Record what it is in law"))
        }
    }
}
