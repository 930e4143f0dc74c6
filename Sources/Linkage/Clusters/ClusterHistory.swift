/// A cluster and the id by which it is known.
public struct NamedCluster: Hashable, Sendable {
    /// The id, which a cluster keeps as long as it stays much the same.
    public let id: String
    /// The numbers of its records, in order.
    public let members: [Int]

    /// A cluster with an id; members must be in order.
    public init(id: String, members: [Int]) {
        self.id = id
        self.members = members
    }
}

/// Something that became of a cluster.
public struct ClusterEvent: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, Hashable, Sendable {
        /// Records that were alone or new became a cluster.
        case created
        /// A cluster took in records that were alone or new.
        case grown
        /// Clusters, or parts of them, became one.
        case merged
        /// The records of a cluster went different ways.
        case split
        /// Some records of a cluster are gone, and the rest is still together.
        case shrunk
        /// All records of a cluster are gone.
        case removed
    }

    /// One way that records went.
    public struct Flow: Hashable, Sendable {
        /// The cluster before.
        public let previousID: String
        /// The cluster after.
        public let id: String
        /// The records that went from the one to the other.
        public let records: Int
    }

    /// What happened.
    public let kind: Kind
    /// The cluster: the one after, or the one before where it was split or removed.
    public let id: String
    /// The records of that cluster before: of all clusters merged, or of the one that changed.
    public let recordsBefore: Int
    /// The records after: of the one cluster, or of all that a cluster was split into.
    public let recordsAfter: Int
    /// Which clusters went where, by their ids; empty for one created or removed.
    public let flows: [Flow]
}

/// What became of clusters from one clustering to the next.
///
/// A new cluster is known by the id of its first record. A cluster after keeps the id of the one
/// before with which it shares the most records; where two want one id, the larger share wins, then
/// the earlier first record. A record alone has an id too, but is no cluster: no event tells of it.
public struct ClusterHistory: Sendable {
    /// The clusters after, with their ids, in the order given.
    public let clusters: [NamedCluster]
    /// What happened, by id and kind.
    public let events: [ClusterEvent]

    /// Compares clusters before and after; a record must be in one of each at the most.
    ///
    /// `firstID`: the id of a record, by which a new cluster is known. `isTaken`: whether another
    /// cluster has an id. The order of clusters changes no id and no event.
    ///
    /// - Complexity: O(records × log clusters).
    public init(
        from previous: [NamedCluster], to current: [[Int]], firstID: (Int) -> String,
        isTaken: (String) -> Bool = { _ in false }
    ) {
        let overlaps = ClusterOverlaps(previous, current)
        let kept = overlaps.keptIDs(previous, current)
        var taken = Set(kept.compactMap(\.self))
        var named: [NamedCluster?] = Array(repeating: nil, count: current.count)
        for number in current.indices.sorted(by: { current[$0].first ?? 0 < current[$1].first ?? 0 }
        ) {
            let id =
                kept[number] ?? Self.free(current[number].first.map(firstID) ?? "", &taken, isTaken)
            named[number] = NamedCluster(id: id, members: current[number])
        }
        clusters = named.compactMap(\.self)
        events = overlaps.events(previous, clusters)
    }

    /// An id that no cluster has: the one given, or else with a number behind it.
    private static func free(
        _ id: String, _ taken: inout Set<String>, _ isTaken: (String) -> Bool
    ) -> String {
        var (choice, number) = (id, 1)
        while isTaken(choice) || !taken.insert(choice).inserted {
            number += 1
            choice = "\(id):\(number)"
        }
        return choice
    }
}

/// How many records each cluster before shares with each after.
private struct ClusterOverlaps {
    struct Overlap {
        let before: Int
        let after: Int
        let records: Int
    }

    let overlaps: [Overlap]

    init(_ previous: [NamedCluster], _ current: [[Int]]) {
        var places: [Int: Int] = [:]
        for (before, cluster) in previous.enumerated() {
            for member in cluster.members { places[member] = before }
        }
        overlaps = current.enumerated().flatMap { after, members in
            var counts: [Int: Int] = [:]
            for member in members {
                if let before = places[member] { counts[before, default: 0] += 1 }
            }
            return counts.sorted { $0.key < $1.key }
                .map { Overlap(before: $0.key, after: after, records: $0.value) }
        }
    }

    /// The id that each cluster after keeps, if any.
    func keptIDs(_ previous: [NamedCluster], _ current: [[Int]]) -> [String?] {
        let order = overlaps.sorted { first, second in
            let (a, b) = (previous[first.before].members, previous[second.before].members)
            return (second.records, a.first ?? 0, current[first.after].first ?? 0)
                < (first.records, b.first ?? 0, current[second.after].first ?? 0)
        }
        var kept: [String?] = Array(repeating: nil, count: current.count)
        var given: Set<Int> = []
        for overlap in order where kept[overlap.after] == nil {
            guard given.insert(overlap.before).inserted else { continue }
            kept[overlap.after] = previous[overlap.before].id
        }
        return kept
    }

    func events(_ previous: [NamedCluster], _ clusters: [NamedCluster]) -> [ClusterEvent] {
        let before = Dictionary(grouping: overlaps, by: \.before)
        let after = Dictionary(grouping: overlaps, by: \.after)
        let endings = previous.indices.compactMap { number in
            ending(previous[number], before[number] ?? [], clusters)
        }
        let beginnings = clusters.indices.compactMap { number in
            beginning(clusters[number], after[number] ?? [], previous)
        }
        return (endings + beginnings).sorted {
            ($0.id, $0.kind.rawValue) < ($1.id, $1.kind.rawValue)
        }
    }

    /// What became of a cluster before: split, shrunk or removed.
    private func ending(
        _ cluster: NamedCluster, _ parts: [Overlap], _ clusters: [NamedCluster]
    ) -> ClusterEvent? {
        let count = cluster.members.count
        let left = parts.reduce(0) { $0 + $1.records }
        guard count > 1, parts.count != 1 || left < count else { return nil }
        let kind: ClusterEvent.Kind = parts.isEmpty ? .removed : parts.count > 1 ? .split : .shrunk
        return ClusterEvent(
            kind: kind, id: cluster.id, recordsBefore: count,
            recordsAfter: parts.reduce(0) { $0 + clusters[$1.after].members.count },
            flows: flows(parts.map { (cluster.id, clusters[$0.after].id, $0.records) }))
    }

    /// How a cluster after came to be: created, grown or merged.
    private func beginning(
        _ cluster: NamedCluster, _ parts: [Overlap], _ previous: [NamedCluster]
    ) -> ClusterEvent? {
        let count = cluster.members.count
        let from = parts.filter { previous[$0.before].members.count > 1 }
        guard count > 1, from.count != 1 || from[0].records < count else { return nil }
        let kind: ClusterEvent.Kind =
            from.isEmpty ? .created : from.count > 1 ? .merged : .grown
        return ClusterEvent(
            kind: kind, id: cluster.id,
            recordsBefore: from.reduce(0) { $0 + previous[$1.before].members.count },
            recordsAfter: count,
            flows: flows(from.map { (previous[$0.before].id, cluster.id, $0.records) }))
    }

    private func flows(_ flows: [(String, String, Int)]) -> [ClusterEvent.Flow] {
        flows.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map { ClusterEvent.Flow(previousID: $0.0, id: $0.1, records: $0.2) }
    }
}
