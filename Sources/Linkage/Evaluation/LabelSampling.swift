/// Which pairs people should label next, so that the labels teach most.
///
/// Two rules together. A pair near the threshold is worth most: its label decides a link, and
/// the model knows least about it. The second label of a pattern is worth half the first, the
/// third a third, so that rare patterns come up as early as common ones. The worth of a pair is
/// H(p) / (1 + labels of its pattern), where p is the probability of its weight above the
/// threshold and H the binary entropy. No random number is drawn.
///
/// Source: D. Lewis, W. Gale, SIGIR 1994, doi:10.1007/978-1-4471-2099-5_1 (uncertainty
/// sampling); the division by labels that a pattern has is ours.
public enum LabelSampling {
    /// A pair that is worth a label.
    public struct Choice: Hashable, Sendable {
        /// The place of the pair.
        public let place: Int
        /// What its label was worth when it was chosen, 0 to 1.
        public let worth: Double
        /// The pairs of its pattern.
        public let pairsOfPattern: Int
    }

    /// The pairs to label next, most worth first.
    ///
    /// Pairs whose `isMatch` is known have their label. Where two are worth the same, the one of
    /// the rarer pattern comes first, then the earlier one.
    ///
    /// - Complexity: O(pairs × log pairs + count × patterns).
    public static func choices(
        _ count: Int, of pairs: [EvaluatedPair], threshold: Double
    ) -> [Choice] {
        var strata = strata(pairs, threshold)
        var choices: [Choice] = []
        while choices.count < count {
            guard
                let best = strata.indices.filter({ !strata[$0].isUsedUp })
                    .max(by: { strata[$0] < strata[$1] })
            else { break }
            choices.append(strata[best].take())
        }
        return choices
    }

    /// The binary entropy of the probability of a weight above a threshold, 0 to 1.
    static func doubt(_ matchWeight: Double, _ threshold: Double) -> Double {
        let p = matchProbability(ofWeight: -abs(matchWeight - threshold))
        guard p > 0 else { return 0 }
        return -p * logarithm2(p) - (1 - p) * logarithm2(1 - p)
    }

    /// The pairs of one pattern that have no label, most doubtful first.
    private struct Stratum: Comparable {
        let pairs: Int
        let waiting: [(doubt: Double, place: Int)]
        var labels: Int
        var next = 0

        var isUsedUp: Bool { next == waiting.count }
        private var worth: Double { waiting[next].doubt / Double(1 + labels) }

        mutating func take() -> Choice {
            let choice = Choice(
                place: waiting[next].place, worth: worth, pairsOfPattern: pairs)
            next += 1
            labels += 1
            return choice
        }

        static func < (left: Stratum, right: Stratum) -> Bool {
            (left.worth, -left.pairs, -left.waiting[left.next].place)
                < (right.worth, -right.pairs, -right.waiting[right.next].place)
        }

        static func == (left: Stratum, right: Stratum) -> Bool {
            !(left < right) && !(right < left)
        }
    }

    private static func strata(_ pairs: [EvaluatedPair], _ threshold: Double) -> [Stratum] {
        Dictionary(grouping: pairs.indices) { pairs[$0].comparisonVector }.values.map { places in
            let open = places.filter { pairs[$0].isMatch == nil }
            return Stratum(
                pairs: places.count,
                waiting: open.map { (doubt(pairs[$0].matchWeight, threshold), $0) }
                    .sorted { ($1.doubt, $0.place) < ($0.doubt, $1.place) },
                labels: places.count - open.count)
        }
    }
}
