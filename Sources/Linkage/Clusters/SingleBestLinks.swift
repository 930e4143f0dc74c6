/// What happens to links of equal probability to two records of one source.
public enum TiesMethod: String, Hashable, Sendable, CaseIterable {
    /// None of them counts.
    case drop
    /// That to the record with the smaller number counts.
    case lowestID = "lowest-id"
}

extension Clustering {
    /// Groups with at most one record of each source without duplicates, as Splink forms them.
    ///
    /// In each round every group takes its best link to a group with which it shares no such
    /// source; two groups whose best links are the same one come together. Numbers of records must
    /// be in the order of Splink's ids, and sources are given a record. Links are ranked by
    /// probability, so that weights beyond some 53 bits are equal. Source: Splink 5.0.0,
    /// `cluster_using_single_best_links`.
    ///
    /// - Complexity: O(links × rounds).
    public static func singleBestLinks(
        recordCount: Int, _ links: [Link], threshold: Double, sources: [Int],
        duplicateFree: Set<Int>, ties: TiesMethod = .lowestID
    ) -> [[Int]] {
        precondition(sources.count == recordCount, "Every record has a source.")
        var neighbours = links.filter { $0.weight >= threshold }.flatMap {
            [
                Neighbour(node: $0.left, other: $0.right, probability: $0.probability),
                Neighbour(node: $0.right, other: $0.left, probability: $0.probability),
            ]
        }
        if ties == .drop { neighbours = withoutTies(neighbours, sources, duplicateFree) }
        var representatives = Array(0..<recordCount)
        while true {
            let groups = sourceSets(representatives, sources, duplicateFree)
            // What is of one group now may part again: a record goes by itself to a better one.
            let open = neighbours.filter {
                let (a, b) = (representatives[$0.node], representatives[$0.other])
                return a != b && groups[a, default: []].isDisjoint(with: groups[b, default: []])
            }
            let next = joined(open, representatives)
            guard next != representatives else { break }
            representatives = next
        }
        return Clustering.groups(firsts(representatives))
    }

    /// A link as it looks from one of its records.
    private struct Neighbour {
        let node: Int
        let other: Int
        let probability: Double
    }

    /// The sources without duplicates of each group.
    private static func sourceSets(
        _ representatives: [Int], _ sources: [Int], _ duplicateFree: Set<Int>
    ) -> [Int: Set<Int>] {
        var groups: [Int: Set<Int>] = [:]
        for (record, group) in representatives.enumerated()
        where duplicateFree.contains(sources[record]) {
            groups[group, default: []].insert(sources[record])
        }
        return groups
    }

    /// One round: each record takes the smallest name among its own and its new partners'.
    private static func joined(_ open: [Neighbour], _ representatives: [Int]) -> [Int] {
        /// The best link of each group, as probability and the record it leads to.
        func best(
            _ group: (Neighbour) -> Int, _ far: (Neighbour) -> Int
        ) -> [Int: (Double, Int)] {
            var best: [Int: (Double, Int)] = [:]
            for link in open {
                let (key, offer) = (group(link), (link.probability, far(link)))
                if let known = best[key],
                    known.0 > offer.0 || known.0 == offer.0 && known.1 <= offer.1
                {
                    continue
                }
                best[key] = offer
            }
            return best
        }
        let lefts = best({ representatives[$0.node] }, \.other)
        let rights = best({ representatives[$0.other] }, \.node)
        var next = representatives
        for link in open {
            let (a, b) = (representatives[link.node], representatives[link.other])
            guard let left = lefts[a], let right = rights[b],
                left == (link.probability, link.other), right == (link.probability, link.node)
            else { continue }
            next[link.node] = min(next[link.node], b)
        }
        return next
    }

    /// Leaves out links of one probability from one record to several of one source, both ways.
    private static func withoutTies(
        _ neighbours: [Neighbour], _ sources: [Int], _ duplicateFree: Set<Int>
    ) -> [Neighbour] {
        struct Key: Hashable {
            let node: Int
            let source: Int
            let probability: Double
        }
        func key(_ node: Int, _ other: Int, _ link: Neighbour) -> Key {
            Key(node: node, source: sources[other], probability: link.probability)
        }
        var partners: [Key: Set<Int>] = [:]
        for link in neighbours where duplicateFree.contains(sources[link.other]) {
            partners[key(link.node, link.other, link), default: []].insert(link.other)
        }
        return neighbours.filter { link in
            [(link.node, link.other), (link.other, link.node)].allSatisfy {
                partners[key($0.0, $0.1, link), default: []].count < 2
            }
        }
    }

    /// The smallest member of each record's group.
    private static func firsts(_ representatives: [Int]) -> [Int] {
        var smallest: [Int: Int] = [:]
        return representatives.enumerated().map { record, group in
            let first = smallest[group] ?? record
            smallest[group] = first
            return first
        }
    }
}
