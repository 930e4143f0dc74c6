import Casework
import Decisions
import Foundation
import GRDB
import Governance
import Records
import Testing

@testable import Exchange

struct ClusterTests {
    @Test func `three records in a chain hold together by single links, the weakest first`()
        async throws
    {
        let journey = try await ReviewJourney(people: 60)
        let chain = try await ClusterChain(journey)
        let (strong, weak) = try await chain.three()

        let cluster = try await journey.store.cluster(around: strong.id, readBy: journey.reviewer)

        #expect(cluster.isWhole && cluster.members.map(\.id) == [1, 2, 3])
        #expect(cluster.groups.map(\.members) == [[1, 2, 3]])
        #expect(cluster.groups[0].bridges.map(\.id) == [weak, strong.id])
        #expect(cluster.links.map(\.id) == [weak, strong.id] && cluster.others.isEmpty)
        #expect(cluster.links.allSatisfy { $0.part == .holdsAlone })
        let owners = cluster.members.map(\.load.partner)
        #expect(Set(owners).count == 2 && owners[0] == owners[1])
    }

    @Test func `the picture is the same from each of its pairs`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let chain = try await ClusterChain(journey)
        let (strong, weak) = try await chain.three()

        let one = try await journey.store.cluster(around: strong.id, readBy: journey.reviewer)
        let other = try await journey.store.cluster(around: weak, readBy: journey.colleague)

        #expect(one.members.map(\.record) == other.members.map(\.record))
        #expect(one.groups == other.groups && one.ties == other.ties)
        #expect(one.pair.id == strong.id && other.pair.id == weak)
    }

    @Test func `reviewing the weakest link as different splits the records in two groups`()
        async throws
    {
        let journey = try await ReviewJourney(people: 60)
        let chain = try await ClusterChain(journey)
        let (strong, weak) = try await chain.three()

        _ = try await journey.store.review(weak, as: .different, seen: 0, by: journey.reviewer)

        for id in [strong.id, weak] {
            let cluster = try await journey.store.cluster(around: id, readBy: journey.reviewer)
            #expect(cluster.members.count == 3)
            #expect(cluster.groups.map(\.members.count).sorted() == [1, 2])
            #expect(cluster.others.map(\.id) == [weak] && cluster.others[0].part == .apart)
        }
        _ = try await journey.store.undoReview(weak, by: journey.reviewer)
        let again = try await journey.store.cluster(around: weak, readBy: journey.reviewer)
        #expect(again.groups.map(\.members) == [[1, 2, 3]])
    }

    @Test func `a link that somebody confirmed is never named as the weakest`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let chain = try await ClusterChain(journey)
        let (strong, weak) = try await chain.three()

        _ = try await journey.store.review(weak, as: .same, seen: 0, by: journey.reviewer)
        let cluster = try await journey.store.cluster(around: weak, readBy: journey.reviewer)

        #expect(cluster.groups[0].bridges.map(\.id) == [strong.id, weak])
        #expect(cluster.links.map(\.id) == [strong.id, weak])
    }

    @Test func `a fair pair counts only when somebody confirmed it`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let chain = try await ClusterChain(journey)
        let (first, second) = (chain.alone[0], chain.alone[1])
        let fair = try await chain.link(second.left, first.right, weight: 1)

        #expect(
            try await journey.store.hasCluster(around: first.id, seenBy: journey.reviewer) == false)
        let apart = try await journey.store.cluster(around: fair, readBy: journey.reviewer)
        #expect(apart.members.count == 4 && apart.groups.map(\.members.count) == [2, 2])
        #expect(apart.others.map(\.part) == [.tooWeak])

        _ = try await journey.store.review(fair, as: .same, seen: 0, by: journey.reviewer)
        let joined = try await journey.store.cluster(around: first.id, readBy: journey.reviewer)
        #expect(joined.groups.map(\.members) == [[1, 2, 3, 4]] && joined.others.isEmpty)
    }

    @Test func `a pair that stands alone is a picture of two records`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let pair = try await ClusterChain(journey).alone[0].id

        let cluster = try await journey.store.cluster(around: pair, readBy: journey.reviewer)

        #expect(cluster.members.count == 2 && cluster.groups.map(\.members) == [[1, 2]])
        #expect(cluster.links.map(\.id) == [pair])
        #expect(
            try await journey.store.hasCluster(around: pair, seenBy: journey.reviewer) == false)
    }

    @Test func `of more than fifty records fifty are shown, and no link is said to hold alone`()
        async throws
    {
        let journey = try await ReviewJourney(people: 80)
        let chain = try await ClusterChain(journey)
        let hub = chain.alone[0]
        for right in 0..<RecordCluster.limit where right != hub.right {
            _ = try? await chain.link(hub.left, right, weight: 5 + Double(right) / 100)
        }

        let cluster = try await journey.store.cluster(around: hub.id, readBy: journey.reviewer)

        #expect(!cluster.isWhole && cluster.members.count == RecordCluster.limit)
        #expect(cluster.groups.allSatisfy { $0.bridges.isEmpty })
        #expect(cluster.ties.contains { $0.part == .counts })
        #expect(!cluster.ties.contains { [.holdsAlone, .oneOfSeveral].contains($0.part) })
    }

    @Test func `each record shows what its pair's page shows, and no more`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let chain = try await ClusterChain(journey)
        let (strong, weak) = try await chain.three()

        let cluster = try await journey.store.cluster(around: strong.id, readBy: journey.reviewer)

        for id in [strong.id, weak] {
            let tie = try #require(cluster.ties.first { $0.id == id })
            let pair = try await journey.store.pair(id, readBy: journey.reviewer)
            #expect(cluster.members[tie.left - 1].record == pair.left)
            #expect(cluster.members[tie.right - 1].record == pair.right)
        }
        for member in cluster.members {
            #expect(!member.record.fields.contains { $0.item == "franchise" })
        }
    }

    @Test func `whom the pair's page refuses, the picture refuses in the same words`() async throws
    {
        let journey = try await ReviewJourney(people: 60)
        let pair = try await ClusterChain(journey).alone[0].id
        for person in [journey.analyst, journey.stranger] {
            try await expectSameRefusal(of: pair, person, journey)
        }
        _ = try await journey.store.stop(
            journey.agreement, as: .suspended, because: "A reason", by: journey.officer)
        try await expectSameRefusal(of: pair, journey.reviewer, journey)
        try await expectSameRefusal(of: "none", journey.reviewer, journey)
    }

    private func expectSameRefusal(
        of id: MatchPair.ID, _ person: Practitioner, _ journey: ReviewJourney
    ) async throws {
        let pair = await #expect(throws: Refusal.self) {
            _ = try await journey.store.pair(id, readBy: person)
        }
        let cluster = await #expect(throws: Refusal.self) {
            _ = try await journey.store.cluster(around: id, readBy: person)
        }
        #expect(cluster?.kind == pair?.kind && cluster?.reasons == pair?.reasons)
    }

    @Test
    func `the reading is logged with the other pairs; asking whether there are others is not`()
        async throws
    {
        let journey = try await ReviewJourney(people: 60)
        let chain = try await ClusterChain(journey)
        let (strong, weak) = try await chain.three()
        let before = try await entries(journey.store)

        #expect(try await journey.store.hasCluster(around: weak, seenBy: journey.reviewer))
        #expect(try await entries(journey.store).count == before.count)
        _ = try await journey.store.cluster(around: weak, readBy: journey.reviewer)

        let entry = try #require(try await entries(journey.store).last)
        #expect(try await entries(journey.store).count == before.count + 1)
        #expect(entry.contains("\"cluster-read\"") && entry.contains("\"rows\":3"))
        #expect(entry.contains("\"others\":[\"\(strong.id)\"]") && entry.contains("\"clauses\":["))
    }

    private func entries(_ store: Store) async throws -> [String] {
        try await store.read { db in
            try Data.fetchAll(db, sql: "SELECT body FROM logBody ORDER BY rowid")
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test func `records are followed through indexes, never by reading every pair of the table`()
        async throws
    {
        let store = try Store.inMemory(clock: { ReviewJourney.moment })
        for sql in [ClusterPicture.fromLeft, ClusterPicture.fromRight] {
            let plan = try await store.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN " + sql,
                    arguments: ["run": "a", "rows": "[1]", "reader": "b"]
                ).map { $0["detail"] as String }
            }
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("json_each") })
            #expect(plan.contains { $0.contains("INDEX") && $0.contains("(run=?") })
        }
    }
}
