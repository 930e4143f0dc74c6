/// How well predictions agree with labels at one threshold.
public struct PrecisionRecall: Hashable, Sendable {
    /// The least weight of a pair that counts as a match, in bits.
    public let threshold: Double
    /// Labelled pairs that were predicted.
    public let truePositives: Int
    /// Predicted pairs that are not labelled.
    public let falsePositives: Int
    /// Labelled pairs that were not predicted.
    public let falseNegatives: Int

    /// The share of predicted pairs that match; 1 when nothing was predicted.
    public var precision: Double { Self.share(truePositives, of: falsePositives) }
    /// The share of matching pairs that were predicted; 1 when there are none.
    public var recall: Double { Self.share(truePositives, of: falseNegatives) }
    /// The harmonic mean of precision and recall, 0 to 1.
    public var f1: Double {
        let all = 2 * truePositives + falsePositives + falseNegatives
        return all == 0 ? 1 : Double(2 * truePositives) / Double(all)
    }

    private static func share(_ right: Int, of wrong: Int) -> Double {
        right + wrong == 0 ? 1 : Double(right) / Double(right + wrong)
    }

    /// The measures at a threshold.
    public init(_ pairs: [ScoredPair], _ labels: Labels, threshold: Double) {
        var (right, wrong) = (0, 0)
        for pair in pairs where pair.matchWeight >= threshold {
            if labels.matches.contains(Labels.Pair(pair.left, pair.right)) {
                right += 1
            } else {
                wrong += 1
            }
        }
        self.init(threshold: threshold, right, wrong, of: labels.matches.count)
    }

    private init(threshold: Double, _ right: Int, _ wrong: Int, of matches: Int) {
        self.threshold = threshold
        truePositives = right
        falsePositives = wrong
        falseNegatives = matches - right
    }

    /// The measures at the weight of every pair, from the highest weight down.
    ///
    /// - Complexity: O(pairs × log pairs).
    public static func curve(_ pairs: [ScoredPair], _ labels: Labels) -> [PrecisionRecall] {
        var (right, wrong) = (0, 0)
        var points: [PrecisionRecall] = []
        let sorted = pairs.sorted { $0.matchWeight > $1.matchWeight }
        for (position, pair) in sorted.enumerated() {
            if labels.matches.contains(Labels.Pair(pair.left, pair.right)) {
                right += 1
            } else {
                wrong += 1
            }
            let next = position + 1
            if next < sorted.count, sorted[next].matchWeight == pair.matchWeight { continue }
            points.append(
                PrecisionRecall(
                    threshold: pair.matchWeight, right, wrong, of: labels.matches.count))
        }
        return points
    }

    /// The point of the curve with the best F1; the highest threshold wins a tie.
    public static func best(_ pairs: [ScoredPair], _ labels: Labels) -> PrecisionRecall? {
        curve(pairs, labels).reduce(nil) { best, point in
            guard let best else { return point }
            return point.f1 > best.f1 ? point : best
        }
    }
}
