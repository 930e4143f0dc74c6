/// Clusters that go on growing as records and links are added, and keep their ids.
public struct ClusterRegister: Sendable {
    private var sets: DisjointSets
    /// The next record of the same cluster, round in a circle.
    private var next: [UInt32]
    /// The ids of clusters that are not called after their first record, by root.
    private var ids: [Int: String] = [:]
    private var givenIDs: Set<String> = []

    /// Clusters of records with numbers below a count; a record of none is alone.
    ///
    /// `firstID`: the id of a record.
    public init(
        recordCount: Int, _ clusters: [NamedCluster], firstID: (Int) -> String
    ) {
        sets = DisjointSets(count: recordCount)
        next = Array(0..<UInt32(recordCount))
        for cluster in clusters {
            for member in cluster.members { unite(cluster.members[0], member) }
            name(cluster, firstID)
        }
    }

    /// How many records there are.
    public var recordCount: Int { next.count }

    /// Adds records, each alone, so that there are so many.
    public mutating func grow(to count: Int) {
        guard count > next.count else { return }
        sets.grow(to: count)
        next.append(contentsOf: UInt32(next.count)..<UInt32(count))
    }

    /// The members of the cluster of a record, in order.
    public func members(ofClusterOf record: Int) -> [Int] {
        var members = [record]
        while Int(next[members[members.count - 1]]) != record {
            members.append(Int(next[members[members.count - 1]]))
        }
        return members.sorted()
    }

    /// The cluster of a record.
    public mutating func cluster(of record: Int, firstID: (Int) -> String) -> NamedCluster {
        let members = members(ofClusterOf: record)
        return NamedCluster(
            id: ids[sets.root(of: record)] ?? firstID(members[0]), members: members)
    }

    /// All clusters, those of one record included, by first record.
    public mutating func clusters(firstID: (Int) -> String) -> [NamedCluster] {
        var roots = [Int](repeating: 0, count: recordCount)
        for record in roots.indices { roots[record] = sets.root(of: record) }
        return Clustering.groups(roots).map { members in
            NamedCluster(id: ids[roots[members[0]]] ?? firstID(members[0]), members: members)
        }
    }

    /// Joins records by links of at least a weight in bits and tells what became of clusters.
    ///
    /// Takes time for the clusters that links touch, not for all.
    public mutating func join(
        _ links: [Link], threshold: Double, firstID: (Int) -> String
    ) -> [ClusterEvent] {
        let strong = links.filter { $0.weight >= threshold }
        let before = touched(strong, firstID)
        for link in strong { unite(link.left, link.right) }
        let after = touched(strong, firstID).map(\.members)
        for cluster in before { ids[sets.root(of: cluster.members[0])] = nil }
        givenIDs.subtract(before.map(\.id))
        let history = ClusterHistory(
            from: before, to: after, firstID: firstID,
            isTaken: { [givenIDs] in givenIDs.contains($0) })
        for cluster in history.clusters { name(cluster, firstID) }
        return history.events
    }

    /// The clusters that links touch, by first record.
    private mutating func touched(
        _ links: [Link], _ firstID: (Int) -> String
    ) -> [NamedCluster] {
        var roots: Set<Int> = []
        for link in links {
            roots.insert(sets.root(of: link.left))
            roots.insert(sets.root(of: link.right))
        }
        return roots.sorted().map { cluster(of: $0, firstID: firstID) }
    }

    private mutating func name(_ cluster: NamedCluster, _ firstID: (Int) -> String) {
        guard cluster.id != firstID(cluster.members[0]) else { return }
        ids[sets.root(of: cluster.members[0])] = cluster.id
        givenIDs.insert(cluster.id)
    }

    private mutating func unite(_ one: Int, _ other: Int) {
        let (a, b) = (sets.root(of: one), sets.root(of: other))
        guard a != b else { return }
        sets.join(a, b)
        // Two circles become one when each goes on where the other went on.
        next.swapAt(a, b)
    }
}
