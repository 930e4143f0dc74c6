/// One combination of comparison levels, and the pairs that have it.
public struct PatternSummary: Hashable, Sendable {
    /// A value a comparison: -1 for nothing to compare, 0 for different, higher is closer.
    public let comparisonVector: [Int]
    /// The pairs that have it.
    public let pairs: Int
    /// The least weight of those, in bits; rarity of values may move it.
    public let lowestWeight: Double
    /// The greatest weight, in bits.
    public let highestWeight: Double
    /// The matches expected among them.
    public let expectedMatches: Double
    /// The matches known among them, where labels say.
    public let knownMatches: Int?
    /// Places of some of the pairs, at equal distances from the least weight to the greatest.
    public let samples: [Int]

    /// The share of the pairs expected to match, 0 to 1.
    public var expectedShare: Double { expectedMatches / Double(pairs) }
}

/// A scored pair as evaluation sees it: its combination of levels, its weight, its label.
public struct EvaluatedPair: Hashable, Sendable {
    /// The comparison vector; pairs with equal ones are of one pattern.
    public let comparisonVector: [Int]
    /// The evidence that the two match, in bits.
    public let matchWeight: Double
    /// Whether they match, where that is known.
    public let isMatch: Bool?

    /// A pair.
    public init(comparisonVector: [Int], matchWeight: Double, isMatch: Bool? = nil) {
        self.comparisonVector = comparisonVector
        self.matchWeight = matchWeight
        self.isMatch = isMatch
    }
}

extension PatternSummary {
    /// The patterns of pairs, commonest first, ties by comparison vector, closest first.
    ///
    /// - Complexity: O(pairs × log pairs).
    public static func patterns(
        of pairs: [EvaluatedPair], samples: Int = 3
    ) -> [PatternSummary] {
        let places = Dictionary(grouping: pairs.indices) { pairs[$0].comparisonVector }
        return places.map { vector, places in
            let order = places.sorted {
                (pairs[$0].matchWeight, $0) < (pairs[$1].matchWeight, $1)
            }
            let known = places.compactMap { pairs[$0].isMatch }
            return PatternSummary(
                comparisonVector: vector, pairs: places.count,
                lowestWeight: pairs[order[0]].matchWeight,
                highestWeight: pairs[order[order.count - 1]].matchWeight,
                expectedMatches: order.reduce(0) {
                    $0 + matchProbability(ofWeight: pairs[$1].matchWeight)
                },
                knownMatches: known.isEmpty ? nil : known.count { $0 },
                samples: spread(order, samples))
        }
        .sorted {
            $0.pairs == $1.pairs
                ? $1.comparisonVector.lexicographicallyPrecedes($0.comparisonVector)
                : $0.pairs > $1.pairs
        }
    }

    /// Up to so many elements at equal distances, both ends included.
    private static func spread(_ order: [Int], _ limit: Int) -> [Int] {
        guard order.count > limit else { return order }
        guard limit > 1 else { return limit == 1 ? [order[order.count / 2]] : [] }
        return (0..<limit).map { order[$0 * (order.count - 1) / (limit - 1)] }
    }
}
