import DemoData
import Exchange
import Governance
import Records
import Testing

struct RunPagesTests {
    private func expectSound(_ answer: TestBrowser.Answer, _ status: Int = 200) {
        #expect(answer.status == status, "\(answer.path)")
        #expect(HTMLLint.problems(in: answer.text).isEmpty, "\(answer.path)")
    }

    /// Both files of some invented people, loaded by Saltmere.
    private func load(_ site: LoadSite, people count: Int = 120) async throws -> [Receipt] {
        let people = DemoPeople(people: count, seed: 7, today: site.store.today)
        var receipts: [Receipt] = []
        for (bytes, id) in [
            (people.councilTaxCSV(), "council-tax" as DatasetSpecification.ID),
            (people.electoralRegisterCSV(), "electoral-register"),
        ] {
            let dataset = try #require(site.store.reference.dictionary.dataset(id))
            let file = try TableFile.read(bytes)
            let batch = try file.checked(
                .proposed(for: file, dataset: dataset), against: dataset, today: site.store.today)
            receipts.append(
                try await site.store.load(
                    batch, digest: Store.digest(of: bytes), under: site.agreement.id,
                    by: site.analyst))
        }
        return receipts
    }

    @Test func `two loads are compared and the run is explained`() async throws {
        try await LoadSite.run { site in
            let receipts = try await load(site)
            let new = try await site.browser.get("/matches/new")
            expectSound(new)
            #expect(new.text.contains("checked"))
            let run = try await site.browser.post(
                "/matches/new",
                ["left": receipts[0].id.rawValue, "right": receipts[1].id.rawValue])
            expectSound(run)
            #expect(run.path != "/matches/new")
            #expect(run.text.contains("A match is a question, never a verdict."))
            #expect(run.text.contains("Pairs that each rule finds"))
            #expect(run.text.contains("are likely enough to be about one person"))
            #expect(run.text.contains("By its own probabilities"))
            #expect(!run.text.contains("/queue"))

            let list = try await site.browser.get("/matches")
            expectSound(list)
            #expect(list.text.contains(run.path) && list.text.contains("New match"))
            let json = try await site.browser.get(run.path, accept: "application/json")
            #expect(json.text.contains("\"chosenBy\" : \"calibration\""))
            #expect(json.text.contains("\"leftRecords\" : \(receipts[0].rowCount)"))
            #expect(try await site.browser.get("/matches.json").text.contains("\"matches\""))
        }
    }

    @Test func `a practitioner is led to the queue and may not start a match`() async throws {
        try await LoadSite.run { site in
            let receipts = try await load(site)
            let run = try await site.store.match(
                receipts[0].id, with: receipts[1].id, by: site.analyst)
            let browser = site.site.browser()
            _ = try await browser.signIn(
                as: site.site.person("saltmere-city-council", [.practitioner]))

            let list = try await browser.get("/matches")
            expectSound(list)
            #expect(list.text.contains("/matches/\(run.id)/queue"))
            #expect(!list.text.contains("New match"))
            expectSound(try await browser.get("/matches/\(run.id)"))
            expectSound(try await browser.get("/matches/new"), 403)
            _ = try await browser.get("/matches")
            let refused = try await browser.post(
                "/matches/new",
                ["left": receipts[0].id.rawValue, "right": receipts[1].id.rawValue])
            expectSound(refused, 403)
        }
    }

    @Test func `without two loads the page says what is missing`() async throws {
        try await LoadSite.run { site in
            let empty = try await site.browser.get("/matches/new")
            expectSound(empty)
            #expect(empty.text.contains("There must be a load of council tax accounts"))
            let list = try await site.browser.get("/matches")
            expectSound(list)
            #expect(list.text.contains("None recorded. Start with two loads"))
        }
    }

    @Test func `a choice that is missing or not on offer is refused and the other kept`()
        async throws
    {
        try await LoadSite.run { site in
            let receipts = try await load(site, people: 20)
            _ = try await site.browser.get("/matches/new")
            let refused = try await site.browser.post(
                "/matches/new",
                ["left": receipts[0].id.rawValue, "right": receipts[0].id.rawValue])
            expectSound(refused, 422)
            #expect(refused.text.contains("Choose a load of the electoral register from the list"))
            let kept = "value=\"\(receipts[0].id)\" checked"
            #expect(refused.text.contains(kept))
        }
    }

    @Test func `another body finds neither the run nor its loads`() async throws {
        try await LoadSite.run { site in
            let receipts = try await load(site)
            let run = try await site.store.match(
                receipts[0].id, with: receipts[1].id, by: site.analyst)
            let other = site.site.browser()
            _ = try await other.signIn(
                as: site.site.person("ambermere-fire", [.analyst, .practitioner], kind: .fire))

            expectSound(try await other.get("/matches/\(run.id)"), 404)
            let list = try await other.get("/matches")
            #expect(list.text.contains("None recorded.") && !list.text.contains(run.id.rawValue))
            _ = try await other.get("/matches/new")
            let refused = try await other.post(
                "/matches/new",
                ["left": receipts[0].id.rawValue, "right": receipts[1].id.rawValue])
            #expect(refused.status == 422)
        }
    }

    @Test func `an agreement that is suspended takes its loads off the choice`() async throws {
        try await LoadSite.run { site in
            _ = try await load(site, people: 20)
            try await site.suspend()
            let page = try await site.browser.get("/matches/new")
            expectSound(page)
            #expect(page.text.contains("2 older loads cannot be compared now"))
        }
    }
}
