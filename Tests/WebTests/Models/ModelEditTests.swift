import Exchange
import Governance
import Linkage
import Records
import Testing

@testable import Web

struct ModelEditTests {
    private func model(_ site: ModelSite, _ id: MatchModel.ID) async throws -> LinkageModel {
        try await site.store.model(id, seenBy: site.analyst).model
    }

    @Test func `a comparison is added, changed and removed without SQL`() async throws {
        try await ModelSite.run(people: 30) { site in
            let id = try await site.draft().id
            let path = "/matches/models/\(id)/comparisons"
            let list = try await site.browser.get(path)
            expectSound(list)
            #expect(list.text.contains("The forename is the same."))

            let added = try await site.send(path, ["column": "postcode"])
            expectSound(added)
            #expect(added.text.contains("The comparison is added."))
            let number = try await model(site, id).comparisons.count
            #expect(added.path == "\(path)/\(number)")

            let further = try await site.send(
                "\(path)/\(number)",
                ["do": "add", "level": "postcode/letters-1", "before": "2"])
            expectSound(further)
            let levels = try await model(site, id).comparisons[number - 1].comparisonLevels
            #expect(levels[2].condition == .levenshtein(column: "postcode", atMost: 1))

            let kept = try await site.send(
                "\(path)/\(number)", ["do": "keep", "levels": "1", "rare": "yes"])
            expectSound(kept)
            let left = try await model(site, id).comparisons[number - 1].comparisonLevels
            #expect(left.map(\.isNullLevel) == [true, false, false])
            #expect(left[1].tfAdjustmentColumn == "postcode" && left[2].condition == .otherwise)

            let removed = try await site.send("\(path)/\(number)", ["do": "remove"])
            expectSound(removed)
            #expect(try await model(site, id).comparisons.count == number - 1)
        }
    }

    @Test func `every field of the dictionary can be compared, and the result can be used`()
        async throws
    {
        try await ModelSite.run(people: 20) { site in
            let version = try await site.draft()
            let items = site.store.reference.dictionary.items
            let labels = Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0.label) })
            for base in [version.model, version.model.with(columnForms: [:])] {
                for item in items {
                    var model = base
                    model.comparisons = []
                    let column = item.id.rawValue
                    model = model.comparing(column, FieldChoices(base, labels: labels))
                    for choice in FieldChoices(base, labels: labels).levels(column) {
                        let labels = model.comparisons[0].comparisonLevels.map(\.labelForCharts)
                        guard !labels.contains(choice.level.labelForCharts) else { continue }
                        model.comparisons[0].comparisonLevels.insert(choice.level, at: 1)
                    }
                    #expect(model.problems.isEmpty, "\(column): \(model.problems)")
                    #expect(
                        model.comparisons[0].comparisonLevels.allSatisfy {
                            !base.columnForms.isEmpty || $0.sql != nil
                        }, "\(column) is written for Splink")
                }
            }
        }
    }

    @Test func `a condition in SQL is checked and what was typed is kept`() async throws {
        try await ModelSite.run(people: 20) { site in
            let id = try await site.draft().id
            let path = "/matches/models/\(id)/comparisons/1"
            let refused = try await site.send(
                path,
                [
                    "do": "write", "sql": "frobnicate(forename_l) = 1", "label": "Odd",
                    "before-sql": "1",
                ])
            expectSound(refused, 422)
            #expect(refused.text.contains("frobnicate(forename_l) = 1"))
            #expect(refused.text.contains("At character 1"))
            #expect(refused.text.contains("value=\"Odd\""))
            let unknown = try await site.send(
                path,
                [
                    "do": "write", "sql": "shoe_size_l = shoe_size_r", "label": "Same shoes",
                    "before-sql": "1",
                ])
            expectSound(unknown, 422)
            #expect(unknown.text.contains("reads the column `shoe_size`"))
            let added = try await site.send(
                path,
                [
                    "do": "write", "sql": "levenshtein(forename_l, forename_r) <= 1",
                    "label": "One slip", "before-sql": "2",
                ])
            expectSound(added)
            let level = try await model(site, id).comparisons[0].comparisonLevels[2]
            #expect(level.labelForCharts == "One slip")
            #expect(level.condition == .levenshtein(column: "forename", atMost: 1))
        }
    }

    @Test func `forms of comparisons with faults are refused in words`() async throws {
        try await ModelSite.run(people: 20) { site in
            let version = try await site.draft()
            let path = "/matches/models/\(version.id)/comparisons"
            for (page, fields, words) in [
                ("", ["column": ""], "Choose a field from the list"),
                ("", ["column": "shoe-size"], "Choose a field from the list"),
                ("/1", ["do": "keep"], "Keep at least one finding"),
                ("/1", ["do": "add", "level": "x"], "Choose a finding from the list"),
                ("/1", ["do": "write", "sql": ""], "Write the condition"),
                ("/1", ["do": "write", "sql": "1 = 1"], "Say in at most 100 characters"),
                (
                    "/1", ["do": "write", "sql": "1 = 1", "label": "Same forename"],
                    "There is a finding with these words already"
                ),
                ("/1", ["do": "nonsense"], "Choose what to change."),
            ] as [(String, KeyValuePairs<String, String>, String)] {
                let refused = try await site.send(path + page, fields)
                expectSound(refused, 422)
                #expect(refused.text.contains(words), "\(words)")
            }
            for number in ["0", "9", "x", "-1"] {
                expectSound(try await site.browser.get("\(path)/\(number)"), 404)
            }
            #expect(
                try await site.store.model(version.id, seenBy: site.analyst) == version)
        }
    }

    @Test func `blocking rules are counted, dropped, added and written`() async throws {
        try await ModelSite.run { site in
            let version = try await site.draft()
            let path = "/matches/models/\(version.id)/blocking"
            expectSound(try await site.browser.get(path))
            let counted = try await site.browser.get("\(path)?files=\(site.files)")
            expectSound(counted)
            #expect(counted.text.contains("would be "))
            let estimate = try await site.store.countBlocks(
                of: version.id, on: site.left.id, with: site.right.id, by: site.analyst)
            let all = try #require(estimate.rules.last?.cumulativePairs)
            #expect(counted.text.contains("The rules make \(Numerals.grouped(all)) pairs"))

            let kept = try await site.send(path, ["do": "keep", "keep": "0", "keep": "2"])
            expectSound(kept)
            let added = try await site.send(
                path,
                [
                    "do": "add", "key-1": "year of date-of-birth", "key-2": "first 1 of forename",
                    "key-3": "",
                ])
            expectSound(added)
            #expect(added.text.contains("Same year of birth and first letter of forename"))
            let written = try await site.send(
                path, ["do": "write", "sql": "l.postcode = r.postcode"])
            expectSound(written)
            #expect(written.text.contains("Same postcode"))
            let rules = try await model(site, version.id).blockingRulesToGeneratePredictions
            let old = version.model.blockingRulesToGeneratePredictions
            #expect(rules.count == 4 && rules[0] == old[0] && rules[1] == old[2])

            for (fields, words) in [
                (["do": "keep"], "Keep at least one rule"),
                (["do": "add", "key-1": ""], "Choose at least one field"),
                (["do": "add", "key-1": "shoe"], "Choose fields from the lists"),
                (["do": "write", "sql": "l.postcode = "], "At character"),
                (["do": "write", "sql": "l.postcode = r.postcode"], "in the list already"),
            ] as [(KeyValuePairs<String, String>, String)] {
                let refused = try await site.send(path, fields)
                expectSound(refused, 422)
                #expect(refused.text.contains(words), "\(words)")
            }
        }
    }

    @Test func `rounds of training and the forms of fields are changed`() async throws {
        try await ModelSite.run(people: 20) { site in
            let id = try await site.draft().id
            let path = "/matches/models/\(id)"
            expectSound(try await site.browser.get("\(path)/rounds"))
            let round = try await site.send(
                "\(path)/rounds", ["do": "add", "key-1": "surname", "key-2": "postcode"])
            expectSound(round)
            #expect(try await model(site, id).training.emRules.count == 3)

            let page = try await site.browser.get("\(path)/fields")
            expectSound(page)
            let columns = try await model(site, id).columns.sorted()
            let fields = columns.map { ("form-\($0)", $0 == "town" ? "address" : "verbatim") }
            let seen = try await site.store.model(id, seenBy: site.analyst).revision
            let saved = try await site.browser.post(
                "\(path)/fields", fields: fields + [("seen", String(seen))])
            expectSound(saved)
            #expect(try await model(site, id).columnForms == ["town": .address])
            let refused = try await site.send("\(path)/fields", ["form-town": "sideways"])
            expectSound(refused, 422)
            #expect(refused.text.contains("Choose how Town is read"))
        }
    }

    @Test func `the starting point is learned, set or counted by strict rules`() async throws {
        try await ModelSite.run(people: 20) { site in
            let id = try await site.draft().id
            let path = "/matches/models/\(id)/starting-point"
            expectSound(try await site.browser.get(path))
            let fixed = try await site.send(path, ["way": "fixed", "one-in": "4,000"])
            expectSound(fixed)
            #expect(fixed.text.contains("about 1 pair in 4,000"))
            #expect(try await model(site, id).training.prior == .fixed)

            let early = try await site.send(path, ["way": "strict", "recall": "80"])
            expectSound(early, 422)
            #expect(early.text.contains("Add a strict rule first"))
            let strict = try await site.send(
                "/matches/models/\(id)/strict",
                ["do": "add", "key-1": "forename", "key-2": "surname", "key-3": "date-of-birth"])
            expectSound(strict)
            let counted = try await site.send(path, ["way": "strict", "recall": "80"])
            expectSound(counted)
            #expect(counted.text.contains("Same forename, surname and date of birth"))
            let prior = try await model(site, id).training.prior
            guard case .deterministic(let rules, 0.8) = prior else {
                Issue.record("\(prior)")
                return
            }
            #expect(rules.count == 1)
            for (fields, words) in [
                ([:], "Choose how the starting point is found"),
                (["way": "fixed", "one-in": "1"], "Enter a number above 1"),
                (["way": "strict", "recall": "101"], "Enter a number above 0"),
            ] as [(KeyValuePairs<String, String>, String)] {
                let refused = try await site.send(path, fields)
                expectSound(refused, 422)
                #expect(refused.text.contains(words))
            }
            expectSound(try await site.send(path, ["way": "learned"]))
            #expect(try await model(site, id).training.prior == .expectationMaximisation)
            expectSound(
                try await site.send(
                    "/matches/models/\(id)/training", ["files": site.files]))
        }
    }

    @Test func `an old form of a part changes nothing, and a signed-off version has none`()
        async throws
    {
        try await ModelSite.run { site in
            let draft = try await site.draft()
            let path = "/matches/models/\(draft.id)"
            for (page, fields) in [
                ("comparisons", ["column": "postcode"]),
                ("comparisons/1", ["do": "remove"]),
                ("blocking", ["do": "write", "sql": "l.postcode = r.postcode"]),
                ("rounds", ["do": "keep"]),
            ] as [(String, KeyValuePairs<String, String>)] {
                expectSound(
                    try await site.send("\(path)/\(page)", fields, seen: draft.revision - 1), 409)
            }
            #expect(try await site.store.model(draft.id, seenBy: site.analyst) == draft)

            let signed = try await site.signedOff()
            for page in [
                "", "/fields", "/comparisons", "/comparisons/1", "/blocking", "/rounds",
                "/training", "/diagnostics", "/cut-off", "/compare", "/sign-off", "/strict",
                "/starting-point",
            ] {
                let answer = try await site.browser.get("/matches/models/\(signed.id)\(page)")
                expectSound(answer)
                #expect(!answer.text.contains("name=\"seen\""), "\(page)")
            }
            expectSound(
                try await site.send(
                    "/matches/models/\(signed.id)/blocking",
                    ["do": "write", "sql": "l.postcode = r.postcode"], seen: signed.revision), 409)
        }
    }
}
