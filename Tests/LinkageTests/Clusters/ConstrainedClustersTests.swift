import Linkage
import Testing

struct ConstrainedClustersTests {
    private typealias Different = ClusterConstraints.Different

    @Test func `nothing that must be apart is together, and only such links are left out`() {
        var random = SplitMix64(seed: 21)
        for _ in 0..<300 {
            let records = Int.random(in: 2...9, using: &random)
            let links = randomLinks(
                Int.random(in: 0...20, using: &random), among: records, using: &random)
            let different = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
                Different(
                    Int.random(in: 0..<records, using: &random),
                    Int.random(in: 0..<records, using: &random))
            }
            let sources = (0..<records).map { _ in Int.random(in: 0...2, using: &random) }
            let constraints = ClusterConstraints(
                different: different, sources: sources,
                duplicateFree: Bool.random(using: &random) ? [0, 2] : [])

            let found = ConstrainedClusters(
                recordCount: records, links, threshold: 0, constraints)

            check(found, links, constraints, sources, records)
            let turned = ConstrainedClusters(
                recordCount: records, links.reversed(), threshold: 0, constraints)
            #expect(turned.clusters == found.clusters)
        }
    }

    private func check(
        _ found: ConstrainedClusters, _ links: [Link], _ constraints: ClusterConstraints,
        _ sources: [Int], _ records: Int
    ) {
        func isAllowed(_ group: [Int]) -> Bool {
            constraints.different.allSatisfy { pair in
                !(group.contains(pair.first) && group.contains(pair.second))
            }
                && constraints.duplicateFree.allSatisfy { source in
                    group.count { sources[$0] == source } < 2
                }
        }
        func group(_ record: Int) -> [Int] {
            found.clusters.first { $0.contains(record) } ?? []
        }
        #expect(found.clusters.allSatisfy(isAllowed))
        #expect(found.clusters.flatMap(\.self).sorted() == Array(0..<records))
        for left in found.leftOut {
            let (one, other) = (group(left.link.left), group(left.link.right))
            #expect(one != other && !isAllowed(one + other))
            switch left.reason {
            case .different(let a, let b):
                #expect(constraints.different.contains { $0.first == a && $0.second == b })
                #expect(one.contains(a) != one.contains(b))
            case .sameSource(let a, let b):
                #expect(sources[a] == sources[b])
                #expect(one.contains(a) != one.contains(b))
            }
        }
        // Every link holds its records together unless it is one of those left out.
        let out = Set(found.leftOut.map(\.link))
        for link in links where link.weight >= 0 && !out.contains(link) {
            #expect(group(link.left) == group(link.right))
        }
        let kept = links.filter { link in
            link.weight >= 0 && group(link.left) == group(link.right)
        }
        #expect(mergedGroups(records, kept) == found.clusters)
    }

    @Test func `without constraints they are the clusters of chains`() {
        var random = SplitMix64(seed: 22)
        let links = randomLinks(60, among: 50, using: &random)

        let found = ConstrainedClusters(
            recordCount: 50, links, threshold: 1, ClusterConstraints())

        #expect(found.clusters == mergedGroups(50, links.filter { $0.weight >= 1 }))
        #expect(found.leftOut.isEmpty)
    }

    @Test func `a doubtful link gives way to a stronger one`() throws {
        let links = [Link(0, 1, weight: 4), Link(1, 2, weight: 9), Link(0, 2, weight: 3)]
        let apart = try #require(Different(2, 0))

        let found = ConstrainedClusters(
            recordCount: 3, links, threshold: 0, ClusterConstraints(different: [apart]))

        #expect(found.clusters == [[0], [1, 2]])
        #expect(found.leftOut.map(\.link.weight) == [4, 3])
        #expect(found.leftOut.allSatisfy { $0.reason == .different(0, 2) })
        #expect(Different(1, 1) == nil)
    }
}
