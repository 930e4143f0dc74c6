/// How well scored pairs agree with what is known, at every threshold.
public struct AccuracyCurve: Hashable, Sendable {
    /// Over which pairs the rate of false links is taken.
    public enum NonMatches: Hashable, Sendable {
        /// All pairs that may match at all, compared or not; so many of them do not match.
        case allPairs(Int)
        /// The scored pairs that do not match; others are taken never to have been at risk.
        case scoredPairs
    }

    /// One threshold.
    public struct Point: Hashable, Sendable {
        /// The least weight of a pair that counts as a match, in bits.
        public let threshold: Double
        /// Linked pairs that match.
        public let truePositives: Int
        /// Linked pairs that do not.
        public let falsePositives: Int
        /// Matching pairs that are not linked, whether or not they were scored.
        public let falseNegatives: Int
        /// Pairs that do not match and are not linked.
        public let trueNegatives: Int

        /// The share of linked pairs that match; 1 when nothing is linked.
        public var precision: Double { Self.share(truePositives, falsePositives) }
        /// The share of matching pairs that are linked; 1 when there are none.
        public var recall: Double { Self.share(truePositives, falseNegatives) }
        /// The share of pairs that do not match and are linked all the same; 0 without any.
        public var falsePositiveRate: Double {
            falsePositives == 0 ? 0 : Self.share(falsePositives, trueNegatives)
        }
        /// The harmonic mean of precision and recall, 0 to 1.
        public var f1: Double {
            let all = 2 * truePositives + falsePositives + falseNegatives
            return all == 0 ? 1 : Double(2 * truePositives) / Double(all)
        }

        private static func share(_ part: Int, _ rest: Int) -> Double {
            part + rest == 0 ? 1 : Double(part) / Double(part + rest)
        }
    }

    /// A point for each distinct weight, from the highest down.
    public let points: [Point]
    /// The pairs that match, scored or not.
    public let matches: Int
    /// The pairs over which the rate of false links is taken, matching ones apart.
    public let nonMatches: Int

    /// The curve of pairs, each with its weight and whether it matches.
    ///
    /// `matches` counts all pairs known to match, in the sequence or not.
    ///
    /// - Complexity: O(pairs × log pairs).
    public init(
        _ pairs: some Sequence<(weight: Double, isMatch: Bool)>, matches: Int,
        nonMatches: NonMatches
    ) {
        let sorted = pairs.sorted { $0.weight > $1.weight }
        self.matches = matches
        let scored = sorted.count { !$0.isMatch }
        let others: Int
        switch nonMatches {
        case .allPairs(let count): others = max(count, scored)
        case .scoredPairs: others = scored
        }
        self.nonMatches = others
        var (right, wrong) = (0, 0)
        var points: [Point] = []
        for (place, pair) in sorted.enumerated() {
            if pair.isMatch { right += 1 } else { wrong += 1 }
            if place + 1 < sorted.count, sorted[place + 1].weight == pair.weight { continue }
            points.append(
                Point(
                    threshold: pair.weight, truePositives: right, falsePositives: wrong,
                    falseNegatives: max(0, matches - right), trueNegatives: others - wrong))
        }
        self.points = points
    }

    /// The curve of predictions against labels.
    public init(_ pairs: [ScoredPair], _ labels: Labels, nonMatches: NonMatches) {
        self.init(
            pairs.map { pair in
                (
                    weight: pair.matchWeight,
                    isMatch: labels.matches.contains(Labels.Pair(pair.left, pair.right))
                )
            }, matches: labels.matches.count, nonMatches: nonMatches)
    }

    /// The measures at a threshold in bits.
    ///
    /// - Complexity: O(log pairs).
    public func point(at threshold: Double) -> Point {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].threshold >= threshold { low = middle + 1 } else { high = middle }
        }
        let last = low > 0 ? points[low - 1] : nil
        return Point(
            threshold: threshold, truePositives: last?.truePositives ?? 0,
            falsePositives: last?.falsePositives ?? 0,
            falseNegatives: last?.falseNegatives ?? matches,
            trueNegatives: last?.trueNegatives ?? nonMatches)
    }

    /// The point with the best F1; the highest threshold wins a tie.
    public var best: Point? {
        points.reduce(nil) { best, point in
            guard let best else { return point }
            return point.f1 > best.f1 ? point : best
        }
    }

    /// At most so many points that keep the shape of the curve: the ends, and steps of recall.
    public func thinned(to limit: Int) -> [Point] {
        guard points.count > limit, limit > 1, let last = points.last else { return points }
        var kept: [Point] = []
        for (place, point) in points.enumerated() {
            let step = place * (limit - 1) / (points.count - 1)
            if kept.isEmpty || step > (place - 1) * (limit - 1) / (points.count - 1) {
                kept.append(point)
            }
        }
        if kept.last != last { kept.append(last) }
        return kept
    }
}
