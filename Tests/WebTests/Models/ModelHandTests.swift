import Exchange
import Governance
import Linkage
import Records
import Testing

@testable import Web

/// What people change of a version by hand: order, single values, notes.
struct ModelHandTests {
    private func model(_ site: ModelSite, _ id: MatchModel.ID) async throws -> LinkageModel {
        try await site.store.model(id, seenBy: site.analyst).model
    }

    @Test func `a comparison moves up and down, and no further than the ends`() async throws {
        try await ModelSite.run(people: 20) { site in
            let id = try await site.draft().id
            let path = "/matches/models/\(id)/comparisons"
            let names = try await model(site, id).comparisons.map(\.outputColumnName)
            let down = try await site.send(path, ["do": "move", "comparison": "1", "to": "down"])
            expectSound(down)
            #expect(down.text.contains("The comparison is moved."))
            let moved = try await model(site, id).comparisons.map(\.outputColumnName)
            #expect(moved == [names[1], names[0]] + names[2...])
            expectSound(try await site.send(path, ["do": "move", "comparison": "2", "to": "up"]))
            #expect(try await model(site, id).comparisons.map(\.outputColumnName) == names)
            for (number, way) in [
                ("1", "up"), ("\(names.count)", "down"), ("0", "down"), ("99", "up"), ("x", "up"),
                ("1", "left"),
            ] {
                let refused = try await site.send(
                    path, ["do": "move", "comparison": number, "to": way])
                expectSound(refused, 422)
                #expect(refused.text.contains("Choose a comparison that can move up or down"))
            }
            let stale = try await site.send(
                path, ["do": "move", "comparison": "1", "to": "down"], seen: 1)
            expectSound(stale, 409)
            #expect(try await model(site, id).comparisons.map(\.outputColumnName) == names)
        }
    }

    @Test func `a value that is fixed stays in training until it is given back`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            let path = "/matches/models/\(version.id)/comparisons/1"
            let learned = try #require(
                version.model.comparisons[0].comparisonLevels[1].mProbability)
            for (share, value, number) in [("m", "12.5%", 0.125), ("u", "0,0025", 0.0025)] {
                let fixed = try await site.send(
                    path, ["do": "fix", "finding": "1", "share": share, "value": value])
                expectSound(fixed)
                #expect(fixed.text.contains("Give back to training"))
                let level = try await model(site, version.id).comparisons[0].comparisonLevels[1]
                #expect((share == "m" ? level.mProbability : level.uProbability) == number)
            }
            let again = try await train(site, version.id)
            let kept = again.model.comparisons[0].comparisonLevels[1]
            #expect(kept.mProbability == 0.125 && kept.uProbability == 0.0025)
            #expect(kept.fixMProbability && kept.fixUProbability)
            let json = try await site.browser.get(
                "/matches/models/\(version.id)", accept: "application/json")
            #expect(json.text.contains("\"isMFixed\" : true"))
            for share in ["m", "u"] {
                expectSound(
                    try await site.send(
                        path, ["do": "release", "finding": "1", "share": share]))
            }
            let free = try await train(site, version.id)
            let level = free.model.comparisons[0].comparisonLevels[1]
            #expect(!level.fixMProbability && !level.fixUProbability)
            #expect(abs(try #require(level.mProbability) - learned) < 1e-9)
        }
    }

    private func train(_ site: ModelSite, _ id: MatchModel.ID) async throws -> MatchModel {
        let seen = try await site.store.model(id, seenBy: site.analyst).revision
        return try await site.store.trainModel(
            id, on: site.left.id, with: site.right.id, seen: seen, by: site.analyst)
    }

    @Test func `a value that cannot be is refused beside its field, and what was typed is kept`()
        async throws
    {
        try await ModelSite.run(people: 20) { site in
            let id = try await site.draft().id
            let path = "/matches/models/\(id)/comparisons/1"
            for (finding, share, value, words) in [
                ("", "m", "0.5", "Choose a finding from the list"),
                ("0", "m", "0.5", "Choose a finding from the list"),
                ("99", "m", "0.5", "Choose a finding from the list"),
                ("1", "", "0.5", "Choose one person or two people"),
                ("1", "m", "", "Enter a share above 0 and below 1"),
                ("1", "m", "0", "Enter a share above 0 and below 1"),
                ("1", "u", "1", "Enter a share above 0 and below 1"),
                ("1", "u", "100%", "Enter a share above 0 and below 1"),
                ("1", "u", "-0.2", "Enter a share above 0 and below 1"),
                ("1", "u", "inf", "Enter a share above 0 and below 1"),
                ("1", "u", "much", "Enter a share above 0 and below 1"),
            ] {
                let refused = try await site.send(
                    path, ["do": "fix", "finding": finding, "share": share, "value": value])
                expectSound(refused, 422)
                #expect(refused.text.contains(words), "\(value)")
                if !value.isEmpty { #expect(refused.text.contains("value=\"\(value)\"")) }
            }
            let fix: KeyValuePairs = ["do": "fix", "finding": "1", "share": "m", "value": "0.7"]
            expectSound(try await site.send(path, fix))
            let more = try await site.send(
                path, ["do": "fix", "finding": "2", "share": "m", "value": "0.4"])
            expectSound(more, 422)
            #expect(more.text.contains("would add up to more than 1"))
            expectSound(try await site.send(path, fix, seen: 1), 409)
        }
    }

    @Test func `notes are edited and a trained version stays trained`() async throws {
        try await ModelSite.run { site in
            let version = try await site.trained()
            let path = "/matches/models/\(version.id)/notes"
            let page = try await site.browser.get("/matches/models/\(version.id)")
            #expect(page.text.contains("href=\"\(path)\""))
            let saved = try await site.send(path, ["notes": "Town left out."])
            expectSound(saved)
            #expect(saved.text.contains("The notes are saved."))
            let changed = try await site.store.model(version.id, seenBy: site.analyst)
            #expect(changed.notes == "Town left out." && changed.state == .trained)
            #expect(changed.training == version.training && changed.model == version.model)
            let long = try await site.send(path, ["notes": String(repeating: "x", count: 2_001)])
            expectSound(long, 422)
            #expect(long.text.contains("longer than 2,000 characters"))
            #expect(long.text.contains("xxxxxxxx"))
            expectSound(try await site.send(path, ["notes": "Late."], seen: 1), 409)
            let other = try await site.send(path, ["notes": "Mine."], by: site.signer)
            #expect(other.status == 403)
            let signed = try await site.store.signOffModel(
                version.id, stating: "Read.", seen: changed.revision, by: site.base.officer)
            let closed = try await site.send(path, ["notes": "Too late."], seen: signed.revision)
            #expect(closed.status == 409)
            expectSound(try await site.browser.get(path))
        }
    }
}
