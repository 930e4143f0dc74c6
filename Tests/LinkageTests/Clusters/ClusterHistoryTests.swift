import Linkage
import Testing

struct ClusterHistoryTests {
    private func history(
        _ previous: [(String, [Int])], _ current: [[Int]]
    ) -> ClusterHistory {
        ClusterHistory(
            from: previous.map { NamedCluster(id: $0.0, members: $0.1) }, to: current,
            firstID: { "r\($0)" })
    }

    private func words(_ history: ClusterHistory) -> [String] {
        history.events.map { event in
            let flows = event.flows.map { "\($0.previousID)>\($0.id):\($0.records)" }
            return ([event.kind.rawValue, event.id] + flows).joined(separator: " ")
        }
    }

    @Test func `a new cluster is known by the id of its first record`() {
        let first = history([], [[0, 3], [1], [2, 4]])

        #expect(first.clusters.map(\.id) == ["r0", "r1", "r2"])
        #expect(words(first) == ["created r0", "created r2"])
    }

    @Test(arguments: [
        ([[0, 1, 2, 7]], ["r1"], ["grown r1 r1>r1:2"]),
        ([[0, 1, 2], [5]], ["r1", "r5"], ["grown r1 r1>r1:2"]),
        ([[1, 2, 5]], ["r1"], ["grown r1 r1>r1:2"]),
        ([[1], [2]], ["r1", "r2"], ["split r1 r1>r1:1 r1>r2:1"]),
        ([[1]], ["r1"], ["shrunk r1 r1>r1:1"]),
        ([[8, 9]], ["r8"], ["removed r1", "created r8"]),
        ([[1, 2]], ["r1"], []),
    ])
    func `what became of one cluster is told`(
        current: [[Int]], ids: [String], told: [String]
    ) {
        let found = history([("r1", [1, 2]), ("r5", [5])], current)

        #expect(found.clusters.map(\.id) == ids)
        #expect(Set(words(found)) == Set(told))
    }

    @Test func `the larger part keeps the id`() {
        let merged = history([("a", [0, 1]), ("b", [2, 3, 4])], [[0, 1, 2, 3, 4]])
        #expect(merged.clusters.map(\.id) == ["b"])
        #expect(words(merged) == ["merged b a>b:2 b>b:3"])

        let parted = history([("r0", [0, 1, 2])], [[0], [1, 2]])
        #expect(parted.clusters.map(\.id) == ["r0:2", "r0"])
        #expect(words(parted) == ["split r0 r0>r0:2 r0>r0:2:1"])

        let even = history([("r0", [0, 1])], [[0], [1]])
        #expect(even.clusters.map(\.id) == ["r0", "r1"])
    }

    @Test func `ids are never shared and the order of clusters changes nothing`() {
        var random = SplitMix64(seed: 51)
        for _ in 0..<200 {
            let before = mergedGroups(12, randomLinks(8, among: 12, using: &random))
            let after = mergedGroups(12, randomLinks(8, among: 12, using: &random))
                .map { $0.filter { $0 < 10 } }.filter { !$0.isEmpty }
            let named = history([], before.map { $0.filter { $0 > 1 } }.filter { !$0.isEmpty })
            let next = ClusterHistory(
                from: named.clusters, to: after, firstID: { "r\($0)" })
            #expect(Set(next.clusters.map(\.id)).count == after.count)

            let turned = ClusterHistory(
                from: named.clusters.reversed(), to: after.reversed(), firstID: { "r\($0)" })
            #expect(turned.events == next.events)
            #expect(Set(turned.clusters) == Set(next.clusters))
            check(next, named.clusters)
        }
    }

    /// Every cluster that changed is told of, and no other.
    private func check(_ history: ClusterHistory, _ previous: [NamedCluster]) {
        let ended = Set(
            history.events.filter { [.split, .shrunk, .removed].contains($0.kind) }.map(\.id))
        for cluster in previous where cluster.members.count > 1 {
            let parts = history.clusters.filter {
                !Set($0.members).isDisjoint(with: cluster.members)
            }
            let isWhole =
                parts.count == 1 && Set(cluster.members).isSubset(of: parts[0].members)
            #expect(ended.contains(cluster.id) == !isWhole)
        }
        let begun = Set(
            history.events.filter { [.created, .grown, .merged].contains($0.kind) }.map(\.id))
        for cluster in history.clusters where cluster.members.count > 1 {
            let isOld =
                previous.contains { Set(cluster.members).isSubset(of: $0.members) }
                && previous.contains {
                    $0.members.count > 1 && Set(cluster.members).isSubset(of: $0.members)
                }
            #expect(begun.contains(cluster.id) == !isOld)
        }
    }
}
