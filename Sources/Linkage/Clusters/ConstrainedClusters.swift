/// What must not end in one cluster.
public struct ClusterConstraints: Sendable {
    /// A pair of records that are known to be different.
    public struct Different: Hashable, Sendable {
        /// The smaller number.
        public let first: Int
        /// The larger number.
        public let second: Int

        /// Two records that are different people; nil for a record and itself.
        public init?(_ one: Int, _ other: Int) {
            guard one != other else { return nil }
            (first, second) = (min(one, other), max(one, other))
        }
    }

    /// The pairs that are known to be different.
    public let different: [Different]
    /// The source of each record, where a cluster may hold one record of a source; else empty.
    public let sources: [Int]
    /// The sources of which a cluster may hold but one record.
    public let duplicateFree: Set<Int>

    /// Constraints from pairs that are different and from sources without duplicates.
    public init(
        different: [Different] = [], sources: [Int] = [], duplicateFree: Set<Int> = []
    ) {
        self.different = different
        self.sources = sources
        self.duplicateFree = sources.isEmpty ? [] : duplicateFree
    }
}

/// A link that was left out, and why.
public struct LeftOutLink: Hashable, Sendable {
    /// Why two groups may not come together.
    public enum Reason: Hashable, Sendable {
        /// These two records, one of each group, are known to be different.
        case different(Int, Int)
        /// These two records, one of each group, are of one source without duplicates.
        case sameSource(Int, Int)
    }

    /// The link.
    public let link: Link
    /// Why it was left out.
    public let reason: Reason
}

/// Clusters in which nothing is together that is known to be apart.
///
/// Links are taken from the strongest down; one that would bring together two records that may
/// not be is left out. So a doubtful link gives way to a stronger one, never the reverse. Source:
/// I. Davidson, S. Ravi, PKDD 2005, doi:10.1007/11564126_11 (agglomeration under constraints).
public struct ConstrainedClusters: Sendable {
    /// The groups, each in order, those of one record included.
    public let clusters: [[Int]]
    /// The links that were left out, from the strongest down.
    public let leftOut: [LeftOutLink]

    /// Groups of records with numbers below a count, from links of at least a weight in bits.
    ///
    /// - Complexity: O((links + constraints) × log), nearly.
    public init(
        recordCount: Int, _ links: [Link], threshold: Double, _ constraints: ClusterConstraints
    ) {
        var groups = ConstrainedGroups(recordCount, constraints)
        var leftOut: [LeftOutLink] = []
        for link in links.filter({ $0.weight >= threshold }).fromStrongest() {
            if let reason = groups.join(link.left, link.right) {
                leftOut.append(LeftOutLink(link: link, reason: reason))
            }
        }
        self.leftOut = leftOut
        clusters = groups.clusters()
    }
}

/// Groups that know which others they may not join.
private struct ConstrainedGroups {
    private var parents: [Int]
    private var sizes: [Int]
    /// For each group, the groups that hold a record known to be different from one of its own.
    private var enemies: [Int: [Int: ClusterConstraints.Different]] = [:]
    /// For each group, its record of each source without duplicates.
    private var records: [[Int: Int]]

    init(_ count: Int, _ constraints: ClusterConstraints) {
        parents = Array(0..<count)
        sizes = Array(repeating: 1, count: count)
        for pair in Set(constraints.different) {
            enemies[pair.first, default: [:]][pair.second] = pair
            enemies[pair.second, default: [:]][pair.first] = pair
        }
        records = constraints.sources.enumerated().map { record, source in
            constraints.duplicateFree.contains(source) ? [source: record] : [:]
        }
    }

    /// Brings the groups of two records together, or says why that may not be.
    mutating func join(_ first: Int, _ second: Int) -> LeftOutLink.Reason? {
        let (a, b) = (root(of: first), root(of: second))
        guard a != b else { return nil }
        if let pair = enemies[a]?[b] { return .different(pair.first, pair.second) }
        if let shared = sharedSource(a, b) { return shared }
        let (large, small) = sizes[a] >= sizes[b] ? (a, b) : (b, a)
        parents[small] = large
        sizes[large] += sizes[small]
        inherit(from: small, to: large)
        return nil
    }

    private func sharedSource(_ a: Int, _ b: Int) -> LeftOutLink.Reason? {
        guard !records.isEmpty else { return nil }
        let shared = records[a].keys.filter { records[b][$0] != nil }
        let pairs = shared.compactMap { source in
            records[a][source].flatMap { one in records[b][source].map { (one, $0) } }
        }
        return pairs.map { (min($0.0, $0.1), max($0.0, $0.1)) }.min { $0 < $1 }
            .map { .sameSource($0.0, $0.1) }
    }

    private mutating func inherit(from small: Int, to large: Int) {
        for (enemy, pair) in enemies.removeValue(forKey: small) ?? [:] {
            // Of several pairs the first is told.
            let known = enemies[large]?[enemy]
            let told = known.map { ($0.first, $0.second) < (pair.first, pair.second) ? $0 : pair }
            enemies[large, default: [:]][enemy] = told ?? pair
            enemies[enemy]?[small] = nil
            enemies[enemy, default: [:]][large] = told ?? pair
        }
        guard !records.isEmpty else { return }
        records[large].merge(records[small]) { kept, _ in kept }
        records[small] = [:]
    }

    private mutating func root(of record: Int) -> Int {
        var record = record
        while parents[record] != record {
            parents[record] = parents[parents[record]]
            record = parents[record]
        }
        return record
    }

    mutating func clusters() -> [[Int]] {
        var firsts = [Int](repeating: -1, count: parents.count)
        return Clustering.groups(
            parents.indices.map { record in
                let root = root(of: record)
                if firsts[root] < 0 { firsts[root] = record }
                return firsts[root]
            })
    }
}
