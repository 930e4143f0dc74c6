import Casework
import Decisions
import DemoData
import Exchange
import Foundation
import Governance
import Records
import Testing

/// Pairs of people of one home, as the page of a pair shows them.
struct HomePagesTests {
    /// Both files with a few kin added, and a match that keeps unlikely pairs too.
    private struct KinMatch {
        let match: TestMatch
        let run: MatchRun
        let browser: TestBrowser

        private static let home = "4 Tern Quay,Harwich,CO12 9ZZ"
        private static let old = "7 Plover Row,Harwich,CO12 8YY"
        private static let tax = "NON,,,D,2160.00,0.00,,,"
        /// By rows: a father, a twin, a wife, one who moved.
        private static let accounts = [
            "79999001,,Mr,Aldous,,Quillfeather,03/02/1951,\(home),\(tax)",
            "79999002,,Miss,Perdita,,Sandgrouse,17/08/1999,\(home),\(tax)",
            "79999003,,Mrs,Odile,,Whimbrel,29/11/1953,\(home),\(tax)",
            "79999005,,Mr,David,,Dunnock,,\(home),\(tax)",
            "79999004,,Ms,Isolde,,Wrenfield,14/09/1966,\(old),\(tax)",
        ]
        private static let electors = [
            "ZZ999001,,Quillfeather,Aldous,,1984-06-21,\(home),2019-01-07,Full",
            "ZZ999002,,Sandgrouse,Rosamund,,1999-08-17,\(home),2019-01-07,Full",
            "ZZ999003,,Whimbrel,Osbert,,1950-03-02,\(home),2019-01-07,Full",
            "ZZ999005,,Dunnock,David,,1971-05-04,\(home),2019-01-07,Full",
            "ZZ999004,,Wrenfield,Isolde,,1966-09-14,31 Curlew Mews,Clacton,CO15 7XX,"
                + "2019-01-07,Full",
        ]

        init(_ site: TestSite) async throws {
            @Sendable func file(_ bytes: [UInt8], _ rows: [String]) -> [UInt8] {
                bytes + rows.flatMap { Array(($0 + "\r\n").utf8) }
            }
            match = try await TestMatch(
                site, people: 400, accounts: { file($0.councilTaxCSV(), Self.accounts) },
                register: { file($0.electoralRegisterCSV(), Self.electors) })
            let store = site.store
            let purpose = try await store.agreement(match.agreement, seenBy: match.analyst).terms
                .purpose
            let draft = try await store.draftModel(
                for: purpose, from: .builtIn, notes: "", by: match.analyst)
            let trained = try await store.trainModel(
                draft.id, on: match.run.left, with: match.run.right, seen: draft.revision,
                by: match.analyst)
            let wide = try await store.setThreshold(
                trained.id, to: -30, seen: trained.revision, by: match.analyst)
            let signer = try await site.person("saltmere-city-council", [.approver])
            _ = try await store.signOffModel(
                wide.id, stating: "I looked at the weights.", seen: wide.revision, by: signer)
            run = try await store.match(match.run.left, with: match.run.right, by: match.analyst)
            browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
        }

        /// The pairs of kin, by the surname and the elector's forename.
        func pairs(_ store: Store) async throws -> [String: MatchPair.ID] {
            var found: [String: MatchPair.ID] = [:]
            let queue = try await store.queue(
                of: run.id, .all, page: 1, size: 100_000, seenBy: match.reviewer)
            for item in queue.items where found.count < 5 {
                let review = try await store.pair(item.id, readBy: match.reviewer)
                func value(_ record: DisclosedRecord, _ item: DataItem.ID) -> String {
                    record.fields.first { $0.item == item }?.value ?? ""
                }
                let names = ["Quillfeather", "Sandgrouse", "Whimbrel", "Wrenfield", "Dunnock"]
                let surname = value(review.left, "surname")
                guard names.contains(surname), value(review.right, "surname") == surname else {
                    continue
                }
                found[surname] = item.id
            }
            return found
        }
    }

    @Test
    func `people of one home are weighed in two steps that add up, and the page says why not`()
        async throws
    {
        try await TestSite.run { site in
            let kin = try await KinMatch(site)
            let pairs = try await kin.pairs(site.store)
            let expected = [
                ("Quillfeather", "The dates of birth are 33 years apart."),
                ("Sandgrouse", "The forenames differ."),
                ("Whimbrel", "3 years apart"),
                ("Dunnock", "There is no date of birth to compare."),
            ]
            for (number, against) in expected {
                let id = try #require(pairs[number])
                let page = try await kin.browser.get("/pairs/\(id)")
                #expect(page.status == 200 && HTMLLint.problems(in: page.text).isEmpty)
                #expect(page.text.contains("Against two people of one home"))
                #expect(page.text.contains("The second answer decides"), "\(number)")
                #expect(page.text.contains("ddress agree"), "\(number)")
                #expect(page.text.contains(against), "\(number)")
                #expect(page.text.contains("id=\"evidence-strangers-title\""))
                #expect(page.text.contains("id=\"evidence-home-title\""))
                #expect(!page.title.contains(number) && !page.path.contains(number))
            }
            // Somebody who moved is one person; JSON has both steps, and they add up.
            for (name, isOne) in [("Wrenfield", true), ("Quillfeather", false)] {
                let id = try #require(pairs[name])
                let answer = try await kin.browser.get("/pairs/\(id)", accept: "application/json")
                let body = try #require(
                    JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
                let steps = try #require(body["steps"] as? [String: Any])
                let weight = try #require(steps["weightBits"] as? Double)
                #expect((weight > 0) == isOne, "\(weight)")
                var odds = 0.0
                for name in ["againstStrangers", "againstHome"] {
                    let step = try #require(steps[name] as? [String: Any])
                    let lines = try #require(step["evidence"] as? [[String: Any]])
                    let sum = lines.reduce(try #require(step["priorBits"] as? Double)) {
                        $0 + ($1["weightBits"] as? Double ?? .nan)
                    }
                    let bits = try #require(step["weightBits"] as? Double)
                    #expect(abs(sum - bits) < 1e-6)
                    odds += exp2(-bits)
                }
                #expect(abs(-log2(odds) - weight) < 1e-6)
                if !isOne { #expect(steps["decides"] as? String == "againstHome") }
                if !isOne { #expect((steps["why"] as? String)?.contains("33 years apart") == true) }
            }
        }
    }

    @Test func `the page of a match says whether homes were told apart, and why not`()
        async throws
    {
        try await TestSite.run { site in
            let match = try await TestMatch(site, people: 12)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let page = try await browser.get("/matches/\(match.run.id)")
            #expect(match.run.areHomesToldApart == false)
            #expect(page.text.contains("People of one home are not told apart: "))
            #expect(HTMLLint.problems(in: page.text).isEmpty)
            let body = try await browser.get(
                "/matches/\(match.run.id)", accept: "application/json")
            #expect(body.text.contains("\"few-pairs-at-home\""))
        }
    }
}
