import Linkage
import Testing

struct ClusterAnatomyTests {
    @Test func `a bridge is a link without which a cluster falls in two`() {
        var random = SplitMix64(seed: 41)
        for _ in 0..<200 {
            let records = Int.random(in: 2...12, using: &random)
            let links = randomLinks(
                Int.random(in: 1...16, using: &random), among: records, using: &random)
            let groups = mergedGroups(records, links)
            let found = ClusterAnatomy.anatomies(of: groups, recordCount: records, links)

            for (group, anatomy) in zip(groups, found) { check(anatomy, group, links) }
        }
    }

    private func check(_ anatomy: ClusterAnatomy, _ group: [Int], _ links: [Link]) {
        var strongest: [Set<Int>: Double] = [:]
        for link in links where link.left != link.right && group.contains(link.left) {
            let ends: Set = [link.left, link.right]
            strongest[ends] = max(strongest[ends] ?? -.infinity, link.weight)
        }
        let bridges = strongest.keys.filter { ends in
            let others = strongest.keys.filter { $0 != ends }.map(Array.init)
            let rest = mergedGroups(12, others.map { Link($0[0], $0[1], weight: 0) })
            return !rest.contains { ends.isSubset(of: $0) }
        }
        #expect(Set(anatomy.bridges.map { [$0.left, $0.right] as Set }) == Set(bridges))
        #expect(anatomy.members == group)
        #expect(anatomy.linkCount == strongest.count)
        #expect(anatomy.weakest?.weight == strongest.values.min())
        #expect(anatomy.weakestBridge?.weight == bridges.compactMap { strongest[$0] }.min())
        let degrees = group.map { record in strongest.keys.count { $0.contains(record) } }
        #expect(anatomy.greatestDegree == degrees.max())
    }

    @Test func `two triangles on one link have a bridge and a low density`() throws {
        let links = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)].map {
            Link($0.0, $0.1, weight: 9)
        }
        let all = links + [Link(2, 3, weight: 2)]
        let found = ClusterAnatomy.anatomies(of: [Array(0..<6)], recordCount: 6, all)

        let anatomy = try #require(found.first)
        #expect(anatomy.bridges == [Link(2, 3, weight: 2)])
        #expect(anatomy.weakest == Link(2, 3, weight: 2))
        #expect(anatomy.density == 14.0 / 30)
        #expect(anatomy.centralisation == 4.0 / 20)
    }

    @Test func `a long chain does not overflow, and a record alone has no measure`() {
        let links = (0..<20_000).map { Link($0, $0 + 1, weight: 1) }
        let chain = ClusterAnatomy.anatomies(
            of: [Array(0...20_000)], recordCount: 20_001, links)
        #expect(chain.first?.bridges.count == 20_000)

        let alone = ClusterAnatomy.anatomies(of: [[0]], recordCount: 1, [])
        #expect(alone.first?.density == nil && alone.first?.centralisation == nil)
        #expect(alone.first?.weakest == nil)
    }
}
