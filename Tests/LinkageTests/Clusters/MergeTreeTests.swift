import Linkage
import Testing

/// Links between random records, some of equal weight.
func randomLinks(
    _ count: Int, among records: Int, using random: inout SplitMix64
) -> [Link] {
    (0..<count).map { _ in
        Link(
            Int.random(in: 0..<records, using: &random),
            Int.random(in: 0..<records, using: &random),
            weight: Double(Int.random(in: -6...12, using: &random)) / 2)
    }
}

struct MergeTreeTests {
    @Test func `clusters at every threshold equal those of repeated merging`() {
        var random = SplitMix64(seed: 11)
        for round in 0..<40 {
            let records = 1 + round
            let links = randomLinks(round * 2, among: records, using: &random)
            let tree = MergeTree(recordCount: records, links)
            for threshold in stride(from: -3.5, through: 6.5, by: 0.5) {
                let expected = mergedGroups(records, links.filter { $0.weight >= threshold })
                #expect(tree.clusters(at: threshold) == expected)
                let summary = tree.summary(at: threshold)
                #expect(summary.groups == expected.count)
                #expect(summary.clusters == expected.count { $0.count > 1 })
                #expect(summary.largest == expected.map(\.count).max())
                let sizes = Dictionary(grouping: expected, by: \.count).mapValues(\.count)
                #expect(tree.sizes(at: threshold) == sizes)
            }
        }
    }

    @Test func `the order of links changes nothing`() {
        var random = SplitMix64(seed: 12)
        let links = randomLinks(200, among: 90, using: &random)
        let tree = MergeTree(recordCount: 90, links)
        for order in [links.shuffled(using: &random), links.reversed()] {
            let other = MergeTree(recordCount: 90, order)
            for threshold in [-2.0, 0, 3, 5.5] {
                #expect(other.clusters(at: threshold) == tree.clusters(at: threshold))
                #expect(other.summary(at: threshold) == tree.summary(at: threshold))
            }
        }
    }

    @Test func `weights without bounds are in order too`() {
        let links = [
            Link(0, 1, weight: .infinity), Link(1, 2, weight: -.infinity), Link(2, 3, weight: -0.0),
            Link(3, 4, weight: 0),
        ]
        let tree = MergeTree(recordCount: 5, links)

        #expect(tree.clusters(at: .infinity) == [[0, 1], [2], [3], [4]])
        #expect(tree.clusters(at: 0) == [[0, 1], [2, 3, 4]])
        #expect(tree.clusters(at: -.infinity) == [[0, 1, 2, 3, 4]])
    }

    @Test func `nothing makes no cluster`() {
        let tree = MergeTree(recordCount: 0, [])

        #expect(tree.clusters(at: 0).isEmpty)
        #expect(tree.summary(at: 0).meanSize == 0)
        #expect(tree.sizes(at: 0).isEmpty)
    }
}

/// The slow obvious twin: groups that are joined one link at a time.
func mergedGroups(_ records: Int, _ links: [Link]) -> [[Int]] {
    var groups = (0..<records).map { Set([$0]) }
    for link in links {
        let touched = groups.filter { $0.contains(link.left) || $0.contains(link.right) }
        groups.removeAll { touched.contains($0) }
        groups.append(touched.reduce([]) { $0.union($1) })
    }
    return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
}
