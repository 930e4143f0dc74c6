import Exchange
import Governance
import Linkage
import Records
import Testing

@testable import Web

struct ModelPagesTests {
    @Test func `a model is drafted, trained, given a cut-off and signed off by pages`()
        async throws
    {
        try await ModelSite.run { site in
            expectSound(try await site.browser.get("/matches/models/new"))
            let draft = try await site.send(
                "/matches/models/new",
                [
                    "purpose": site.purpose.rawValue, "start": "built-in",
                    "notes": "The first try.",
                ])
            expectSound(draft)
            #expect(draft.text.contains("The first try.") && draft.text.contains("Draft"))
            let path = draft.path
            for page in ["training", "cut-off", "sign-off"] {
                expectSound(try await site.browser.get("\(path)/\(page)"))
            }

            let trained = try await site.send("\(path)/training", ["files": site.files])
            expectSound(trained)
            #expect(trained.path == path && trained.text.contains("The model is trained."))
            let result = try await site.browser.get("\(path)/training")
            expectSound(result)
            #expect(result.text.contains("Rounds of training"))
            #expect(result.text.contains("What training did not meet"))
            #expect(result.text.contains("Same forename and surname"))

            let cutOff = try await site.send(
                "\(path)/cut-off", ["choice": "other", "bits": "2,5"])
            expectSound(cutOff)
            #expect(cutOff.text.contains("+2.50 bits: 5.7 to 1 that the two match"))

            expectSound(try await site.browser.get("\(path)/sign-off"))
            let signed = try await site.send(
                "\(path)/sign-off",
                [
                    "checks": "learned", "checks": "cut-off", "checks": "apart",
                    "statement": "I looked at every page.",
                ], by: site.signer)
            expectSound(signed)
            #expect(signed.text.contains("In use") && signed.text.contains("I looked at every"))
            let list = try await site.browser.get("/matches/models")
            expectSound(list)
            #expect(list.text.contains("In use") && list.text.contains("+2.5 bits"))
        }
    }

    @Test func `without a model the list says what happens then`() async throws {
        try await ModelSite.run(people: 20) { site in
            let list = try await site.browser.get("/matches/models")
            expectSound(list)
            #expect(list.text.contains("None recorded. Until a version is signed off"))
            let matches = try await site.browser.get("/matches")
            #expect(matches.text.contains("/matches/models"))
        }
    }

    @Test func `list and version are also JSON, and the settings a file`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            let list = try await site.browser.get("/matches/models.json")
            #expect(list.text.contains("\"state\" : \"trained\""))
            let one = try await site.browser.get(
                "/matches/models/\(version.id)", accept: "application/json")
            #expect(one.text.contains("\"weightBits\""))
            let file = try await site.browser.get("/matches/models/\(version.id)/settings.json")
            #expect(file.headers["content-disposition"]?.contains("match-model-") == true)
            #expect(try site.store.importedModel(Array(file.bytes)) == version.model)
        }
    }

    @Test func `wrong roles are refused and other bodies find nothing`() async throws {
        try await ModelSite.run(people: 30) { site in
            let version = try await site.draft()
            let path = "/matches/models/\(version.id)"
            let worker = site.base.site.browser()
            _ = try await worker.signIn(
                as: site.base.site.person("saltmere-city-council", [.practitioner]))
            let other = site.base.site.browser()
            _ = try await other.signIn(
                as: site.base.site.person(
                    "ambermere-fire", [.analyst, .approver], kind: .fire))
            let stranger = site.base.site.browser()
            for page in ["", "/training", "/cut-off", "/sign-off"] {
                expectSound(try await worker.get(path + page), 403)
                expectSound(try await other.get(path + page), 404)
                #expect(try await stranger.get(path + page).path == "/sign-in")
            }
            expectSound(try await worker.get("/matches/models"), 403)
            expectSound(try await worker.get("/matches/models/new"), 403)
            #expect(!(try await other.get("/matches/models").text.contains(version.id.rawValue)))
            // An approver reads, but does not build.
            expectSound(try await site.signer.get(path))
            expectSound(try await site.signer.get("/matches/models/new"), 403)
            expectSound(
                try await site.send(
                    "\(path)/training", ["files": site.files], by: site.signer), 403)
            expectSound(
                try await site.send("\(path)/sign-off", ["statement": "Fine."]), 403)
        }
    }

    @Test func `an old form changes nothing`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            let path = "/matches/models/\(version.id)"
            let old = version.revision - 1
            let cutOff = try await site.send(
                "\(path)/cut-off", ["choice": "other", "bits": "7.5"], seen: old)
            expectSound(cutOff, 409)
            #expect(cutOff.text.contains("Somebody changed this version since you opened it."))
            #expect(cutOff.text.contains("value=\"7.5\""))
            expectSound(
                try await site.send("\(path)/training", ["files": site.files], seen: old), 409)
            let sign = try await site.send(
                "\(path)/sign-off",
                [
                    "checks": "learned", "checks": "cut-off", "checks": "apart",
                    "statement": "A long thought.",
                ], seen: old, by: site.signer)
            expectSound(sign, 409)
            #expect(sign.text.contains("A long thought."))
            #expect(try await site.store.model(version.id, seenBy: site.analyst) == version)
        }
    }

    @Test func `a form with a fault is shown again with what was typed`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            let path = "/matches/models/\(version.id)"
            let new = try await site.send(
                "/matches/models/new", ["purpose": "", "start": "none", "notes": "Kept words."])
            expectSound(new, 422)
            #expect(new.text.contains("Choose what the model is for"))
            #expect(new.text.contains("Kept words.") && new.title.hasPrefix("Error: "))
            let files = try await site.send("\(path)/training", ["files": "no.such"])
            expectSound(files, 422)
            let none = try await site.send("\(path)/cut-off", ["bits": "3"])
            expectSound(none, 422)
            #expect(none.text.contains("Choose a cut-off"))
            for wrong in ["much", "", "61", "nan"] {
                let refused = try await site.send(
                    "\(path)/cut-off", ["choice": "other", "bits": wrong])
                expectSound(refused, 422)
                #expect(wrong.isEmpty || refused.text.contains("value=\"\(wrong)\""))
            }
            let sign = try await site.send(
                "\(path)/sign-off", ["checks": "learned", "statement": "Half."],
                by: site.signer)
            expectSound(sign, 422)
            #expect(sign.text.contains("Confirm all three") && sign.text.contains("Half."))
        }
    }

    @Test func `whoever built a version reads why somebody else must sign it`() async throws {
        try await ModelSite.run { site in
            let both = try await site.base.site.person(
                "saltmere-city-council", [.analyst, .approver])
            let version = try await site.trained()
            let changed = try await site.store.setThreshold(
                version.id, to: 1, seen: version.revision, by: both)
            let browser = site.base.site.browser()
            _ = try await browser.signIn(as: both)
            let page = try await browser.get("/matches/models/\(changed.id)/sign-off")
            expectSound(page)
            #expect(page.text.contains("You helped to build this version"))
            #expect(!page.text.contains("Sign off this version"))
        }
    }

    @Test(arguments: [
        ("4.25", 4.25), ("4,25", 4.25), ("+4.25 bits", 4.25), ("−3", -3), (" -0.5 ", -0.5),
    ])
    func `a cut-off is read as people type it`(_ text: String, _ bits: Double) {
        #expect(CutOffPage.bits(text) == bits)
    }

    @Test(arguments: [
        (0.0, "0.00 bits: as likely as not that the two match"),
        (4.25, "+4.25 bits: 19 to 1 that the two match"),
        (-1, "−1.00 bits: 1 to 2 that the two match"),
    ])
    func `a cut-off is told as odds`(_ bits: Double, _ words: String) {
        #expect(CutOffWords.odds(bits) == words)
    }
}
