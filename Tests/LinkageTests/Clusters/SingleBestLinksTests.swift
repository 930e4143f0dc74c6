import Linkage
import Testing

struct SingleBestLinksTests {
    /// Records 0 and 1 are of source 0, 2 and 3 of source 1, 4 and 5 of source 2.
    private let sources = [0, 0, 1, 1, 2, 2]

    private func clusters(
        _ links: [(Int, Int, Double)], free: Set<Int> = [0, 1, 2], ties: TiesMethod = .lowestID
    ) -> [[Int]] {
        Clustering.singleBestLinks(
            recordCount: 6, links.map { Link($0.0, $0.1, weight: $0.2) }, threshold: 0,
            sources: sources, duplicateFree: free, ties: ties
        ).filter { $0.count > 1 }
    }

    @Test func `a record takes its best partner of each source`() {
        #expect(clusters([(0, 2, 5), (0, 3, 7), (1, 3, 6), (0, 4, 2)]) == [[0, 3, 4]])
        #expect(clusters([(0, 2, 5), (0, 3, 7), (1, 3, 6)], free: []) == [[0, 1, 2, 3]])
    }

    @Test func `who loses the best partner takes the next`() {
        #expect(clusters([(0, 2, 5), (0, 3, 4), (1, 2, 7), (1, 3, 6)]) == [[0, 3], [1, 2]])
    }

    @Test func `a tie goes to the smaller id or to none`() {
        let tied = [(0, 2, 5.0), (0, 3, 5.0)]
        #expect(clusters(tied) == [[0, 2]])
        #expect(clusters(tied, ties: .drop).isEmpty)
        // Ties to records of different sources are no ties.
        #expect(clusters([(0, 2, 5), (0, 4, 5)], ties: .drop) == [[0, 2, 4]])
        // Nor are ties within a source that may have duplicates.
        #expect(clusters(tied, free: [0], ties: .drop) == [[0, 2, 3]])
    }

    @Test func `no cluster has two records of a source without duplicates`() {
        var random = SplitMix64(seed: 31)
        for _ in 0..<100 {
            let sources = (0..<20).map { _ in Int.random(in: 0...3, using: &random) }
            let links = randomLinks(40, among: 20, using: &random)
            let found = Clustering.singleBestLinks(
                recordCount: 20, links, threshold: 0, sources: sources, duplicateFree: [1, 2])
            #expect(found.flatMap(\.self).sorted() == Array(0..<20))
            for cluster in found {
                for source in [1, 2] { #expect(cluster.count { sources[$0] == source } < 2) }
            }
        }
    }
}
