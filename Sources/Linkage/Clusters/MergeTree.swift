/// How records come together as the threshold falls: clusters at every threshold from one pass.
///
/// Links are taken once, from the strongest down. Each that joins two groups is kept with its
/// weight, so that the groups at any threshold can be read off. Source: J. Gower, G. Ross, Appl.
/// Stat. 18 (1969) 54, doi:10.2307/2346439 (single linkage from the minimum spanning tree).
public struct MergeTree: Sendable {
    /// The number of records.
    public let recordCount: Int
    /// Into whose group each record's group went, and at which weight; itself where it never did.
    private let parents: [UInt32]
    private let weights: [Double]
    /// What was so after each join, from the strongest on.
    private let joins: [Join]

    private struct Join {
        let weight: Double
        /// The sizes of the two groups that came together.
        let sizes: (UInt32, UInt32)
        /// The groups of two or more so far, and the largest.
        let clusters: UInt32
        let largest: UInt32
    }

    /// The tree of records with numbers below a count; the order of the links changes nothing.
    ///
    /// - Complexity: O(records + links), nearly; O(links × log) for links in no order.
    public init(recordCount: Int, _ links: [Link]) {
        self.recordCount = recordCount
        var sets = DisjointSets(count: recordCount)
        var sizes = [UInt32](repeating: 1, count: recordCount)
        var parents = Array(0..<UInt32(recordCount))
        var weights = [Double](repeating: -.infinity, count: recordCount)
        var joins: [Join] = []
        var (clusters, largest): (UInt32, UInt32) = (0, recordCount > 0 ? 1 : 0)
        for link in links.fromStrongest() {
            let (a, b) = (sets.root(of: link.left), sets.root(of: link.right))
            guard a != b else { continue }
            let (kept, gone) = (min(a, b), max(a, b))
            sets.join(kept, gone)
            parents[gone] = UInt32(kept)
            weights[gone] = link.weight
            switch (sizes[a] > 1, sizes[b] > 1) {
            case (false, false): clusters += 1
            case (true, true): clusters -= 1
            default: break
            }
            let both = (sizes[kept], sizes[gone])
            sizes[kept] += sizes[gone]
            largest = max(largest, sizes[kept])
            joins.append(
                Join(weight: link.weight, sizes: both, clusters: clusters, largest: largest))
        }
        (self.parents, self.weights, self.joins) = (parents, weights, joins)
    }

    /// What the clusters at a threshold in bits are like.
    ///
    /// - Complexity: O(log records).
    public func summary(at threshold: Double) -> ClusterSummary {
        let count = joinCount(at: threshold)
        let last = count > 0 ? joins[count - 1] : nil
        return ClusterSummary(
            threshold: threshold, groups: recordCount - count,
            clusters: Int(last?.clusters ?? 0),
            largest: Int(last?.largest ?? (recordCount > 0 ? 1 : 0)), records: recordCount)
    }

    /// How many groups of each size there are at a threshold in bits, records alone included.
    ///
    /// - Complexity: O(records that have joined another).
    public func sizes(at threshold: Double) -> [Int: Int] {
        var counts: [Int: Int] = [1: recordCount]
        for join in joins[..<joinCount(at: threshold)] {
            let (first, second) = (Int(join.sizes.0), Int(join.sizes.1))
            counts[first, default: 0] -= 1
            counts[second, default: 0] -= 1
            counts[first + second, default: 0] += 1
        }
        return counts.filter { $0.value > 0 }
    }

    /// The first record of the group of each record at a threshold in bits.
    ///
    /// - Complexity: O(records).
    public func firstMembers(at threshold: Double) -> [Int] {
        var firsts = [Int](repeating: 0, count: recordCount)
        // A group goes into one with a smaller number, and ever more weakly on the way up.
        for record in 0..<recordCount {
            firsts[record] =
                parents[record] != record && weights[record] >= threshold
                ? firsts[Int(parents[record])] : record
        }
        return firsts
    }

    /// The groups at a threshold in bits, each in order, with or without those of one record.
    ///
    /// - Complexity: O(records).
    public func clusters(at threshold: Double, includingSingles: Bool = true) -> [[Int]] {
        Clustering.groups(firstMembers(at: threshold), least: includingSingles ? 1 : 2)
    }

    /// The joins of at least a weight.
    private func joinCount(at threshold: Double) -> Int {
        var (low, high) = (0, joins.count)
        while low < high {
            let middle = (low + high) / 2
            if joins[middle].weight >= threshold { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What the clusters at one threshold are like.
public struct ClusterSummary: Hashable, Sendable {
    /// The threshold, in bits.
    public let threshold: Double
    /// The groups, those of one record included.
    public let groups: Int
    /// The groups of two records or more.
    public let clusters: Int
    /// The records of the largest group.
    public let largest: Int
    /// All records.
    public let records: Int

    /// The records a group on average; 0 without any.
    public var meanSize: Double { groups == 0 ? 0 : Double(records) / Double(groups) }
}

extension Clustering {
    /// The groups of records whose first members are given, each in order.
    ///
    /// Each record's first member must be itself or an earlier record that is its own. Groups of
    /// fewer than `least` records are left out.
    static func groups(_ firsts: [Int], least: Int = 1) -> [[Int]] {
        var sizes = [Int](repeating: 0, count: firsts.count)
        for first in firsts { sizes[first] += 1 }
        var places = [Int](repeating: 0, count: firsts.count)
        var groups: [[Int]] = []
        for (record, first) in firsts.enumerated() where sizes[first] >= least {
            if record == first {
                places[record] = groups.count
                groups.append([])
                groups[groups.count - 1].reserveCapacity(sizes[record])
            }
            groups[places[first]].append(record)
        }
        return groups
    }
}
