import Casework
import DemoData
import Exchange
import Foundation
import Governance
import Records
import Testing

struct ClusterPagesTests {
    /// The register with the entries of one account holder a second time, under another number.
    @Sendable private static func registerWithTwin(_ people: DemoPeople) -> [UInt8] {
        let csv = String(decoding: people.electoralRegisterCSV(), as: UTF8.self)
        let numbers = people.pairs.filter(\.isSameAddress).prefix(3).map(\.electorReference)
        let rows = csv.split(separator: "\r\n").filter { row in
            numbers.contains { row.hasPrefix("\($0),") }
        }
        let twins = rows.enumerated().map { number, row in
            "TWIN-\(number + 1)" + row.drop { $0 != "," }
        }
        return Array((csv + twins.joined(separator: "\r\n") + "\r\n").utf8)
    }

    private static func match(_ site: TestSite) async throws -> TestMatch {
        try await TestMatch(site, register: registerWithTwin)
    }

    /// The pairs of a run, those first whose records are with others.
    private static func pairs(
        _ site: TestSite, _ match: TestMatch
    ) async throws -> (joined: [MatchPair.ID], alone: [MatchPair.ID]) {
        let all = try await site.store.queue(
            of: match.run.id, .all, page: 1, size: 500, seenBy: match.reviewer
        ).items.map(\.id)
        var (joined, alone): ([MatchPair.ID], [MatchPair.ID]) = ([], [])
        for id in all {
            let isJoined = try await site.store.hasCluster(around: id, seenBy: match.reviewer)
            if isJoined { joined.append(id) } else { alone.append(id) }
        }
        return (joined, alone)
    }

    /// A picture of three records in one group, held by two links.
    private static func three(
        _ site: TestSite, _ match: TestMatch
    ) async throws -> RecordCluster {
        for id in try await pairs(site, match).joined {
            let cluster = try await site.store.cluster(around: id, readBy: match.reviewer)
            if cluster.members.count == 3, cluster.links.count == 2 { return cluster }
        }
        throw TestMatch.Missing()
    }

    @Test func `a reviewer sees three records together, and splits them at the weakest link`()
        async throws
    {
        try await TestSite.run { site in
            let match = try await Self.match(site)
            let cluster = try await Self.three(site, match)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)
            let pair = try await browser.get("/pairs/\(cluster.pair.id)")
            #expect(HTMLLint.problems(in: pair.text).isEmpty)
            let address = "/pairs/\(cluster.pair.id)/together"
            #expect(pair.link(address) == address)

            let together = try await browser.get(address)
            #expect(together.status == 200 && HTMLLint.problems(in: together.text).isEmpty)
            #expect(together.title == "Records that may be about one person – Weft")
            #expect(together.text.contains("3 records") && together.text.contains("1 group"))
            #expect(together.text.contains("These 3 records hold together by 2 links"))
            #expect(together.text.contains("If it is wrong, they are two people."))
            #expect(together.text.contains("Links that hold records together, the weakest first"))

            let weakest = try #require(cluster.groups[0].bridges.first).id
            let link = "/pairs/\(weakest)?from=together"
            #expect(together.link(link) == link)
            let opened = try await browser.get(link)
            #expect(HTMLLint.problems(in: opened.text).isEmpty)
            #expect(opened.field("from") == "together")
            let wrong = try await browser.post(
                "/pairs/\(weakest)/review", ["seen": "0", "from": "together"])
            #expect(wrong.status == 422 && wrong.field("from") == "together")

            let split = try await browser.post(
                "/pairs/\(weakest)/review",
                ["decision": "different", "seen": "0", "from": "together"])
            #expect(split.status == 200 && HTMLLint.problems(in: split.text).isEmpty)
            #expect(split.path.hasPrefix("/pairs/\(weakest)/together"))
            #expect(split.text.contains("Saved: Different people."))
            #expect(split.text.contains("2 groups") && split.text.contains("Group 2: "))
            #expect(split.text.contains("Keeps two groups apart"))
            #expect(split.text.contains("These 2 records hold together by one link"))
        }
    }

    @Test func `a pair that stands alone says so, and its page leads to no picture`() async throws {
        try await TestSite.run { site in
            let match = try await Self.match(site)
            let id = try #require(try await Self.pairs(site, match).alone.first)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)

            let pair = try await browser.get("/pairs/\(id)")
            let together = try await browser.get("/pairs/\(id)/together")

            #expect(!pair.text.contains("/together"))
            #expect(together.status == 200 && HTMLLint.problems(in: together.text).isEmpty)
            #expect(together.text.contains("No other record of this match belongs with these two."))
        }
    }

    @Test func `nobody else reaches the picture`() async throws {
        try await TestSite.run { site in
            let match = try await Self.match(site)
            let address = try await "/pairs/\(Self.three(site, match).pair.id)/together"
            for (person, status) in [(match.analyst, 403), (match.stranger, 404)] {
                let browser = site.browser()
                _ = try await browser.signIn(as: person)
                let answer = try await browser.get(address)
                #expect(answer.status == status && HTMLLint.problems(in: answer.text).isEmpty)
            }
            #expect(try await site.browser().get(address).path == "/sign-in")
            let reviewer = site.browser()
            _ = try await reviewer.signIn(as: match.reviewer)
            #expect(try await reviewer.get("/pairs/none/together").status == 404)
            #expect(try await reviewer.get("/pairs/None!/together").status == 404)
        }
    }

    @Test func `the picture keeps back what the pair's page keeps back`() async throws {
        try await TestSite.run { site in
            let match = try await Self.match(site)
            let cluster = try await Self.three(site, match)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)

            let together = try await browser.get("/pairs/\(cluster.pair.id)/together")

            let records = try await site.store.pair(cluster.pair.id, readBy: match.reviewer)
                .comparison(site.store.reference.dictionary)
            let shown = Set(
                records.lines.map(\.item.id)
                    + (records.leftOnly + records.rightOnly).map(\.item.id))
            for item in site.store.reference.dictionary.items where !shown.contains(item.id) {
                #expect(!together.text.contains(">\(item.label)</dt>"), "\(item.id)")
            }
            let names = Set(match.people.accounts.map(\.surname))
            let heads = together.text.split(separator: "<h").dropFirst().map {
                String($0.prefix { $0 != "/" })
            }
            for name in names { #expect(!heads.contains { $0.contains(name) }) }
            for word in ["fraud", "claim", "suspect"] {
                #expect(!together.text.lowercased().contains(word))
            }
        }
    }

    @Test func `when the agreement is suspended the picture is refused as the pair is`()
        async throws
    {
        try await TestSite.run { site in
            let match = try await Self.match(site)
            let id = try await Self.three(site, match).pair.id
            let officer = try await site.person("saltmere-city-council", [.governanceOfficer])
            _ = try await site.store.stop(
                match.agreement, as: .suspended, because: "A reason", by: officer)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)

            let pair = try await browser.get("/pairs/\(id)")
            let together = try await browser.get("/pairs/\(id)/together")

            #expect(together.status == pair.status && together.status == 403)
            #expect(together.title == pair.title && HTMLLint.problems(in: together.text).isEmpty)
        }
    }

    @Test func `the same picture answers in JSON`() async throws {
        try await TestSite.run { site in
            let match = try await Self.match(site)
            let cluster = try await Self.three(site, match)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.reviewer)

            let answer = try await browser.get(
                "/pairs/\(cluster.pair.id)/together", accept: "application/json")

            #expect(answer.headers["content-type"] == "application/json")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
            #expect((object["records"] as? [Any])?.count == 3)
            #expect(
                (object["links"] as? [[String: Any]])?.first?["part"] as? String
                    == "holds-alone")
            #expect(
                (object["groups"] as? [[String: Any]])?.first?["records"] as? [Int]
                    == [1, 2, 3])
        }
    }
}
