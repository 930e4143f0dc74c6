/// How well a cluster holds together.
///
/// Measures are those of Splink's graph metrics: density, centralisation, and bridges.
public struct ClusterAnatomy: Hashable, Sendable {
    /// The records, in order.
    public let members: [Int]
    /// The links among them, each pair once.
    public let linkCount: Int
    /// The weakest link, if there is any.
    public let weakest: Link?
    /// The links without which the cluster falls in two, from the weakest up.
    public let bridges: [Link]
    /// The most links that one record has.
    public let greatestDegree: Int

    /// The share of all its pairs that are linked; nil for a record alone.
    public var density: Double? {
        members.count > 1
            ? Double(2 * linkCount) / Double(members.count * (members.count - 1)) : nil
    }

    /// How far the links run through one record, 0 to 1; nil for fewer than three records.
    ///
    /// Source: L. Freeman, Social Networks 1 (1978) 215, doi:10.1016/0378-8733(78)90021-7.
    public var centralisation: Double? {
        let count = members.count
        guard count > 2 else { return nil }
        return Double(count * greatestDegree - 2 * linkCount) / Double((count - 1) * (count - 2))
    }

    /// The bridge to look at first: the weakest.
    public var weakestBridge: Link? { bridges.first }
}

extension ClusterAnatomy {
    /// The anatomy of each of some groups; links between groups are passed over.
    ///
    /// A record must be in one group at the most. Where a pair has several links, the strongest
    /// counts.
    ///
    /// - Complexity: O(records + links × log). Source: R. Tarjan, Inf. Process. Lett. 2 (1974)
    ///   160, doi:10.1016/0020-0190(74)90003-9 (bridges).
    public static func anatomies(
        of clusters: [[Int]], recordCount: Int, _ links: [Link]
    ) -> [ClusterAnatomy] {
        var groups = [Int](repeating: -1, count: recordCount)
        for (number, cluster) in clusters.enumerated() {
            for member in cluster { groups[member] = number }
        }
        let inner = strongestOfEachPair(
            links.filter { groups[$0.left] >= 0 && groups[$0.left] == groups[$0.right] })
        let adjacency = Adjacency(recordCount, inner)
        let bridges = adjacency.bridges()
        var parts = clusters.map { _ in Part() }
        for (index, link) in inner.enumerated() {
            let group = groups[link.left]
            parts[group].count += 1
            if parts[group].weakest.map({ link.weight < $0.weight }) ?? true {
                parts[group].weakest = link
            }
            if bridges[index] { parts[group].bridges.append(link) }
        }
        return zip(clusters, parts).map { cluster, part in
            ClusterAnatomy(
                members: cluster, linkCount: part.count, weakest: part.weakest,
                bridges: part.bridges.sorted { ($0.weight, $0.ends) < ($1.weight, $1.ends) },
                greatestDegree: cluster.map(adjacency.degree).max() ?? 0)
        }
    }

    private struct Part {
        var count = 0
        var weakest: Link?
        var bridges: [Link] = []
    }

    private static func strongestOfEachPair(_ links: [Link]) -> [Link] {
        let sorted = links.filter { $0.left != $0.right }
            .sorted { ($0.ends, $1.weight) < ($1.ends, $0.weight) }
        return sorted.indices.filter { $0 == 0 || sorted[$0].ends != sorted[$0 - 1].ends }
            .map { sorted[$0] }
    }
}

/// The links of each record.
private struct Adjacency {
    private let starts: [Int]
    /// The record at the other end and the number of the link, record by record.
    private let ends: [(other: Int, link: Int)]
    private let linkCount: Int

    init(_ count: Int, _ links: [Link]) {
        var starts = [Int](repeating: 0, count: count + 1)
        for link in links {
            starts[link.left + 1] += 1
            starts[link.right + 1] += 1
        }
        for record in 0..<count { starts[record + 1] += starts[record] }
        var next = starts
        var ends = [(other: Int, link: Int)](repeating: (0, 0), count: links.count * 2)
        for (index, link) in links.enumerated() {
            ends[next[link.left]] = (link.right, index)
            ends[next[link.right]] = (link.left, index)
            next[link.left] += 1
            next[link.right] += 1
        }
        (self.starts, self.ends, linkCount) = (starts, ends, links.count)
    }

    func degree(_ record: Int) -> Int { starts[record + 1] - starts[record] }

    /// Whether each link is a bridge: whether nothing below it reaches back above it.
    func bridges() -> [Bool] {
        var isBridge = [Bool](repeating: false, count: linkCount)
        let count = starts.count - 1
        var order = [Int](repeating: 0, count: count)
        var lowest = [Int](repeating: 0, count: count)
        var next = starts
        var time = 0
        // A stack of its own: a chain of a million records must not overflow the program's.
        var path: [(record: Int, entry: Int)] = []
        for start in 0..<count where order[start] == 0 && degree(start) > 0 {
            path.append((start, -1))
            time += 1
            (order[start], lowest[start]) = (time, time)
            while let (record, entry) = path.last {
                guard next[record] < starts[record + 1] else {
                    path.removeLast()
                    guard let above = path.last?.record else { break }
                    lowest[above] = min(lowest[above], lowest[record])
                    if lowest[record] > order[above] { isBridge[entry] = true }
                    continue
                }
                let (other, link) = ends[next[record]]
                next[record] += 1
                if link == entry { continue }
                if order[other] > 0 {
                    lowest[record] = min(lowest[record], order[other])
                } else {
                    time += 1
                    (order[other], lowest[other]) = (time, time)
                    path.append((other, link))
                }
            }
        }
        return isBridge
    }
}
