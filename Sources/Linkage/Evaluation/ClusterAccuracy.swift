/// How well clusters of records agree with the persons behind them.
public struct ClusterAccuracy: Hashable, Sendable {
    /// The records measured, in a cluster with others or alone.
    public let records: Int
    /// The clusters, those of one record included.
    public let clusters: Int
    /// The persons, those with one record included.
    public let persons: Int
    /// Pairs of records that share a cluster and a person.
    public let truePositives: Int
    /// Pairs of records that share a cluster but no person.
    public let falsePositives: Int
    /// Pairs of records that share a person but no cluster.
    public let falseNegatives: Int
    /// The mean share of a record's cluster that is of its person, the record itself included.
    public let bCubedPrecision: Double
    /// The mean share of a person's records that are in the record's cluster, itself included.
    public let bCubedRecall: Double

    /// The share of pairs within clusters that are right; 1 when there are none.
    public var pairwisePrecision: Double { Self.share(truePositives, falsePositives) }
    /// The share of pairs of one person that are within clusters; 1 when there are none.
    public var pairwiseRecall: Double { Self.share(truePositives, falseNegatives) }
    /// The harmonic mean of both, 0 to 1.
    public var pairwiseF1: Double { Self.mean(pairwisePrecision, pairwiseRecall) }
    /// The harmonic mean of B-cubed precision and recall, 0 to 1.
    public var bCubedF1: Double { Self.mean(bCubedPrecision, bCubedRecall) }

    /// The agreement of two groupings of the same records.
    ///
    /// A record without a cluster or without a person is alone. Source: A. Bagga, B. Baldwin,
    /// COLING-ACL 1998, doi:10.3115/980845.980859 (B-cubed).
    ///
    /// - Complexity: O(records).
    public init<Cluster: Hashable, Person: Hashable>(
        _ records: some Sequence<(cluster: Cluster?, person: Person?)>
    ) {
        var (clusterSizes, personSizes) = ([Cluster: Int](), [Person: Int]())
        var shared: [Shared<Cluster, Person>: Int] = [:]
        var (count, loneClusters, lonePersons) = (0, 0, 0)
        for (cluster, person) in records {
            count += 1
            if let cluster { clusterSizes[cluster, default: 0] += 1 } else { loneClusters += 1 }
            if let person { personSizes[person, default: 0] += 1 } else { lonePersons += 1 }
            shared[Shared(cluster: cluster, person: person), default: 0] += 1
        }
        // Sums of shares, taken in a fixed order so that the last digit does not vary.
        var (precisions, recalls): ([Double], [Double]) = ([], [])
        var (both, inClusters, ofPersons) = (0, 0, 0)
        for (key, number) in shared {
            let cluster = key.cluster.flatMap { clusterSizes[$0] }
            let person = key.person.flatMap { personSizes[$0] }
            // Without a cluster or a person each record shares with itself alone.
            let common = cluster == nil || person == nil ? 1 : number
            precisions.append(Double(number) * Double(common) / Double(cluster ?? 1))
            recalls.append(Double(number) * Double(common) / Double(person ?? 1))
            if cluster != nil && person != nil { both += number * (number - 1) / 2 }
        }
        for size in clusterSizes.values { inClusters += size * (size - 1) / 2 }
        for size in personSizes.values { ofPersons += size * (size - 1) / 2 }
        self.records = count
        clusters = clusterSizes.count + loneClusters
        persons = personSizes.count + lonePersons
        truePositives = both
        falsePositives = inClusters - both
        falseNegatives = ofPersons - both
        bCubedPrecision = count == 0 ? 1 : precisions.sorted().reduce(0, +) / Double(count)
        bCubedRecall = count == 0 ? 1 : recalls.sorted().reduce(0, +) / Double(count)
    }

    private struct Shared<Cluster: Hashable, Person: Hashable>: Hashable {
        let cluster: Cluster?
        let person: Person?
    }

    private static func share(_ right: Int, _ wrong: Int) -> Double {
        right + wrong == 0 ? 1 : Double(right) / Double(right + wrong)
    }

    private static func mean(_ one: Double, _ other: Double) -> Double {
        one + other == 0 ? 0 : 2 * one * other / (one + other)
    }
}
