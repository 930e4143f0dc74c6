/// Records that are taken to be the same person or place.
public struct Cluster: Hashable, Sendable {
    /// The records in order; a cluster has at least two.
    public let members: [RecordLocation]

    /// The first member, by which the cluster is known.
    public var id: RecordLocation { members[0] }
}

/// Turns scored pairs into groups or into one partner each.
public enum Clustering {
    /// The records that are linked by a chain of pairs of at least a weight in bits.
    ///
    /// - Complexity: O(pairs × log pairs). Source: B. Galler, M. Fischer, Commun. ACM 7 (1964)
    ///   301, doi:10.1145/364099.364331 (union–find).
    public static func connectedComponents(
        _ pairs: [ScoredPair], threshold: Double
    ) -> [Cluster] {
        let strong = pairs.filter { $0.matchWeight >= threshold }
        let records = Set(strong.flatMap { [$0.left, $0.right] }).sorted()
        let numbers = Dictionary(
            uniqueKeysWithValues: records.enumerated().map { ($0.element, $0.offset) })
        let links = strong.compactMap { pair in
            numbers[pair.left].flatMap { left in
                numbers[pair.right].map { Link(left, $0, weight: pair.matchWeight) }
            }
        }
        return connectedComponents(of: records.count, links).map { component in
            Cluster(members: component.map { records[$0] })
        }
    }

    /// The numbers below `count` that are linked by a chain of links of at least a weight in bits.
    ///
    /// In order; all numbers are in one component.
    ///
    /// - Complexity: O(count + links), nearly.
    public static func connectedComponents(
        of count: Int, _ links: [Link], threshold: Double = -.infinity
    ) -> [[Int]] {
        var sets = DisjointSets(count: count)
        for link in links where link.weight >= threshold { sets.join(link.left, link.right) }
        var sizes = [Int](repeating: 0, count: count)
        for number in 0..<count { sizes[sets.root(of: number)] += 1 }
        var place = [Int](repeating: 0, count: count)
        var components: [[Int]] = []
        components.reserveCapacity(sizes.count { $0 > 0 })
        for number in 0..<count {
            let root = sets.root(of: number)
            if root == number {
                place[number] = components.count
                components.append([])
                components[components.count - 1].reserveCapacity(sizes[number])
            }
            components[place[root]].append(number)
        }
        return components
    }

    /// The best pairs in which each record of each table has at most one partner.
    ///
    /// Takes pairs from the highest weight down; the earlier records win a tie.
    public static func oneToOneLinks(
        _ pairs: [ScoredPair], threshold: Double
    ) -> [ScoredPair] {
        var taken: Set<RecordLocation> = []
        var links: [ScoredPair] = []
        let strong = pairs.filter { $0.matchWeight >= threshold }
        for pair in strong.sorted(by: precedes) {
            guard !taken.contains(pair.left), !taken.contains(pair.right) else { continue }
            taken.formUnion([pair.left, pair.right])
            links.append(pair)
        }
        return links.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    private static func precedes(_ first: ScoredPair, _ second: ScoredPair) -> Bool {
        first.matchWeight == second.matchWeight
            ? (first.left, first.right) < (second.left, second.right)
            : first.matchWeight > second.matchWeight
    }
}

/// Numbers in disjoint sets; the root of a set is its smallest number.
struct DisjointSets: Sendable {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// Adds numbers, each in a set of its own, so that there are so many.
    mutating func grow(to count: Int) {
        if count > parents.count { parents.append(contentsOf: parents.count..<count) }
    }

    /// The root of the set of a number, halving the path to it.
    mutating func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    /// Makes one set of two.
    mutating func join(_ first: Int, _ second: Int) {
        let (a, b) = (root(of: first), root(of: second))
        parents[max(a, b)] = min(a, b)
    }
}
