/// How many scored pairs have which weight, and how many of them are expected to match.
///
/// All that is needed to choose a threshold without a label: expected precision and recall follow
/// from the probabilities that the weights stand for. Matches that blocking never paired are not
/// counted; were they known, F1 would be lower and its best threshold lower too.
public struct WeightHistogram: Hashable, Sendable, Codable {
    /// The width of a bin, in bits.
    public static let binBits = 0.0625
    private static let lowest = -32.0
    private static let binCount = 1_536

    /// Pairs by bin, from -32 bits up; the last bins take everything beyond.
    private var counts = Array(repeating: 0, count: Self.binCount)
    private var matches = Array(repeating: 0.0, count: Self.binCount)

    /// The histogram of scored pairs.
    public init(_ pairs: some Sequence<ScoredPair>) {
        for pair in pairs { add(pair.matchWeight) }
    }

    /// The histogram of weights in bits.
    init(weights: some Sequence<Double>) {
        for weight in weights { add(weight) }
    }

    /// Counts a pair of a weight in bits.
    public mutating func add(_ matchWeight: Double) {
        let position = ((matchWeight - Self.lowest) / Self.binBits).rounded(.down)
        let bin = Int(min(max(position, 0), Double(Self.binCount - 1)))
        counts[bin] += 1
        matches[bin] += matchProbability(ofWeight: matchWeight)
    }

    /// The pairs counted.
    public var pairCount: Int { counts.reduce(0, +) }
    /// The matches expected among them.
    public var expectedMatches: Double { matches.reduce(0, +) }

    /// What a threshold is expected to give; it is rounded down to a bin's edge.
    public func estimate(at threshold: Double) -> ThresholdEstimate {
        let position = ((threshold - Self.lowest) / Self.binBits).rounded(.down)
        let bin = Int(min(max(position, 0), Double(Self.binCount)))
        return ThresholdEstimate(
            threshold: Self.edge(bin), pairs: counts[bin...].reduce(0, +),
            expectedMatches: matches[bin...].reduce(0, +), allMatches: expectedMatches)
    }

    /// The threshold of the best expected F1; the highest wins a tie.
    ///
    /// The expected F1 is best where the probability is half of it. Source: Z. Lipton, C. Elkan,
    /// B. Narayanaswamy, ECML PKDD 2014, doi:10.1007/978-3-662-44851-9_15.
    public var bestEstimate: ThresholdEstimate {
        let all = expectedMatches
        var (pairs, found) = (0, 0.0)
        var best = ThresholdEstimate(threshold: 0, pairs: 0, expectedMatches: 0, allMatches: all)
        for bin in counts.indices.reversed() where counts[bin] > 0 {
            pairs += counts[bin]
            found += matches[bin]
            let estimate = ThresholdEstimate(
                threshold: Self.edge(bin), pairs: pairs, expectedMatches: found, allMatches: all)
            if estimate.f1 > best.f1 { best = estimate }
        }
        return best
    }

    /// The pairs that are worth a reviewer's hours: as many as fit, nearest to even odds first.
    ///
    /// Nil when not one bin of pairs fits, or when there are no pairs.
    public func reviewBand(pairsPerHour: Double, hours: Double) -> ReviewBand? {
        let all = pairCount
        let budget = max(0, min(pairsPerHour * hours, Double(all)))
        let even = Int(-Self.lowest / Self.binBits)
        var (low, high) = (even, even)
        var (pairs, found) = (0, 0.0)
        while pairs < all {
            let bin = doubt(low - 1) >= doubt(high) ? low - 1 : high
            guard counts.indices.contains(bin), Double(pairs + counts[bin]) <= budget else { break }
            pairs += counts[bin]
            found += matches[bin]
            if bin == high { high += 1 } else { low -= 1 }
        }
        guard pairs > 0 else { return nil }
        return ReviewBand(
            lowest: Self.edge(low), highest: Self.edge(high), pairs: pairs,
            expectedMatches: found, hours: Double(pairs) / pairsPerHour)
    }

    /// How near to even odds a bin is; less than nothing beyond the ends.
    private func doubt(_ bin: Int) -> Double {
        counts.indices.contains(bin) ? -abs(Self.edge(bin) + Self.binBits / 2) : -.infinity
    }

    private static func edge(_ bin: Int) -> Double { lowest + Double(bin) * binBits }
}

/// What a threshold is expected to give, by the probabilities of the pairs themselves.
public struct ThresholdEstimate: Hashable, Sendable {
    /// The least weight of a pair that counts as a match, in bits.
    public let threshold: Double
    /// The pairs from there up.
    public let pairs: Int
    /// The matches expected among them.
    public let expectedMatches: Double
    /// The matches expected among all pairs that were scored.
    public let allMatches: Double

    /// The expected share of the pairs that match; 1 when there are none.
    public var precision: Double { pairs == 0 ? 1 : expectedMatches / Double(pairs) }
    /// The expected share of the matches that are found, blocking apart; 1 when there are none.
    public var recall: Double { allMatches == 0 ? 1 : expectedMatches / allMatches }
    /// The harmonic mean of both, 0 to 1.
    public var f1: Double {
        let all = Double(pairs) + allMatches
        return all == 0 ? 1 : 2 * expectedMatches / all
    }
}

/// A band of weights that people should look at, and the work in it.
public struct ReviewBand: Hashable, Sendable {
    /// The least weight of the band, in bits; what is below counts as no match.
    public let lowest: Double
    /// The end of the band, in bits; what is at or above it counts as a match.
    public let highest: Double
    /// The pairs in the band.
    public let pairs: Int
    /// The matches expected among them.
    public let expectedMatches: Double
    /// The hours that they take.
    public let hours: Double
}
