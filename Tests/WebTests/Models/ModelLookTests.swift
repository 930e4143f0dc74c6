import Exchange
import Governance
import Linkage
import Records
import Testing

@testable import Web

struct ModelLookTests {
    @Test func `charts show what a version learned and what it makes of files`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            let path = "/matches/models/\(version.id)/diagnostics"
            let learned = try await site.browser.get(path)
            expectSound(learned)
            #expect(learned.text.contains("The numbers as a table"))
            for part in DiagnosticsPage.Tab.allCases {
                let tab = try await site.browser.get("\(path)?show=\(part.rawValue)")
                expectSound(tab)
                #expect(tab.bytes.count < 50 * 1_024, "\(part)")
            }
            let found = try await site.browser.get("\(path)?files=\(site.files)")
            expectSound(found)
            #expect(found.text.contains("Records that say too little"))
            #expect(found.text.contains("Findings that occur together"))
            // Approvers look, too; the look is in the log of both bodies.
            expectSound(try await site.signer.get("\(path)?files=\(site.files)"))
        }
    }

    @Test func `two versions are compared by weights and pairs`() async throws {
        try await ModelSite.run { site in
            let first = try await site.trained()
            let alone = try await site.browser.get("/matches/models/\(first.id)/compare")
            expectSound(alone)
            #expect(alone.text.contains("There is no other trained version"))

            let second = try await site.draft(.version(first.id))
            var model = first.model
            model.comparisons.removeAll { $0.outputColumnName == "middle-names" }
            let changed = try await site.store.changeModel(
                second.id, to: model, notes: "", seen: second.revision, by: site.analyst)
            _ = try await site.store.trainModel(
                second.id, on: site.left.id, with: site.right.id, seen: changed.revision,
                by: site.analyst)
            let path = "/matches/models/\(second.id)/compare"
            let weights = try await site.browser.get(path)
            expectSound(weights)
            #expect(weights.text.contains("Not in it"))
            let pairs = try await site.browser.get(
                "\(path)?with=\(first.id)&files=\(site.files)")
            expectSound(pairs)
            #expect(pairs.text.contains("Gained: only version 2 keeps them"))
        }
    }

    @Test func `settings of Splink are imported from a file or as text`() async throws {
        try await ModelSite.run { site in
            let settings = """
                {"link_type": "link_only", "comparisons": [{"output_column_name": "surname",
                  "comparison_levels": [
                    {"sql_condition": "surname_l IS NULL OR surname_r IS NULL",
                     "label_for_charts": "Missing", "is_null_level": true},
                    {"sql_condition": "surname_l = surname_r", "label_for_charts": "Same"},
                    {"sql_condition": "ELSE", "label_for_charts": "Else"}]},
                 {"output_column_name": "forename", "comparison_levels": [
                    {"sql_condition": "forename_l = forename_r", "label_for_charts": "Same"},
                    {"sql_condition": "ELSE", "label_for_charts": "Else"}]}],
                 "blocking_rules_to_generate_predictions": [
                    {"blocking_rule": "l.surname = r.surname", "sql_dialect": "duckdb"},
                    {"blocking_rule": "l.\\"date-of-birth\\" = r.\\"date-of-birth\\""}]}
                """
            let path = "/matches/models/import"
            expectSound(try await site.browser.get(path))
            let fields: KeyValuePairs<String, String> = [
                "purpose": site.purpose.rawValue, "notes": "From the pilot.",
            ]
            let imported = try await site.browser.upload(
                path, fields, file: Array(settings.utf8))
            expectSound(imported)
            #expect(imported.text.contains("From the pilot."))
            #expect(imported.text.contains("A settings file of Splink"))
            let trained = try await site.send(
                "\(imported.path)/training", ["files": site.files])
            expectSound(trained)
            #expect(trained.text.contains("The model is trained."))
            expectSound(try await site.browser.get("\(imported.path)/comparisons"))
            // What was imported goes out to Splink again, without Weft's plan of training.
            let again = try await site.browser.get("\(imported.path)/splink.json")
            #expect(again.status == 200 && !again.text.contains("\"training\""))
            #expect(again.text.contains("surname_l = surname_r"))
            let builtIn = try await site.draft()
            let plain = "/matches/models/\(builtIn.id)"
            #expect(try await site.browser.get("\(plain)/splink.json").status == 409)
            #expect(
                try await site.browser.get(plain).text.contains("Why Splink cannot load"))

            _ = try await site.browser.get(path)
            let pasted = try await site.browser.upload(
                path, ["purpose": site.purpose.rawValue, "settings": settings], file: [])
            expectSound(pasted)
            _ = try await site.browser.get(path)
            let refused = try await site.browser.upload(
                path,
                [
                    "purpose": site.purpose.rawValue,
                    "settings": settings.replacing("surname_l = surname_r", with: "soon()"),
                ], file: [])
            expectSound(refused, 422)
            #expect(refused.text.contains("soon()") && refused.text.contains("comparison_levels"))
            _ = try await site.browser.get(path)
            let empty = try await site.browser.upload(path, [:], file: [])
            expectSound(empty, 422)
            #expect(empty.text.contains("Choose a settings file, or paste its text"))
            #expect(empty.text.contains("Choose what the model is for"))
        }
    }

    @Test func `a suspended agreement stops counting and looking`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            try await site.base.suspend()
            let path = "/matches/models/\(version.id)"
            for page in ["blocking", "diagnostics"] {
                let answer = try await site.browser.get("\(path)/\(page)?files=\(site.files)")
                expectSound(answer)
                #expect(answer.text.contains("the agreement must be in force"))
            }
        }
    }

    @Test func `work lists what waits to be finished and to be signed off`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            let work = try await site.signer.get("/work")
            expectSound(work)
            #expect(work.text.contains("/matches/models/\(version.id)/sign-off"))
            let own = try await site.browser.get("/work")
            expectSound(own)
            #expect(own.text.contains("Finish the match model"))
        }
    }

    @Test(arguments: [
        ("same surname and year and month of date-of-birth", "Same surname and year and month"),
        ("same first 1 of forename and uprn", "Same first letter of forename and UPRN"),
        ("l.\"surname\" = r.\"surname\"", "Same surname"),
        ("l.forename = r.surname", "l.forename = r.surname"),
        (
            "l.postcode = r.postcode AND substr(l.forename, 1, 1) = substr(r.forename, 1, 1)",
            "Same postcode and first letter of forename"
        ),
        ("anything else", "anything else"),
    ])
    func `a rule is told in words where it has words`(_ label: String, _ words: String) async throws
    {
        try await TestSite.run { site in
            let said = RuleWords(try await site.store.names()).words(label: label)
            #expect(said.hasPrefix(words), "\(said)")
        }
    }
}
