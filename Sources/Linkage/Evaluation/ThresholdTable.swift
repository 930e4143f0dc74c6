/// What each threshold is expected to give and to cost, and what it gave where that is known.
public struct ThresholdTable: Hashable, Sendable {
    /// One threshold.
    public struct Row: Hashable, Sendable {
        /// What the model expects, by the probabilities of the pairs themselves.
        public let expected: ThresholdEstimate
        /// The pairs from the threshold up to where links need no person.
        public let reviewPairs: Int
        /// The hours that it takes people to look at those.
        public let reviewHours: Double
        /// What labels say, where there are any.
        public let measured: AccuracyCurve.Point?

        /// Links expected to be wrong.
        public var expectedFalseLinks: Double {
            max(0, Double(expected.pairs) - expected.expectedMatches)
        }
        /// Matches expected among the scored pairs and not linked.
        public var expectedMissedLinks: Double {
            max(0, expected.allMatches - expected.expectedMatches)
        }
    }

    /// The rows, from the lowest threshold up.
    public let rows: [Row]
    /// The weight from which links need no person, in bits.
    public let acceptedFrom: Double
    /// The pairs that a person decides in an hour.
    public let pairsPerHour: Double

    /// A table of thresholds in bits; each is rounded down to a sixteenth of a bit.
    ///
    /// A pair from the threshold up to `acceptedFrom` is one for people. 6.625 bits is the last
    /// bin's edge below a probability of 0.99.
    public init(
        _ histogram: WeightHistogram, thresholds: [Double], labels: AccuracyCurve? = nil,
        acceptedFrom: Double = 6.625, pairsPerHour: Double = 60
    ) {
        precondition(pairsPerHour > 0, "A person decides more than no pair an hour.")
        self.acceptedFrom = acceptedFrom
        self.pairsPerHour = pairsPerHour
        let accepted = histogram.estimate(at: acceptedFrom).pairs
        rows = Set(thresholds.map { histogram.estimate(at: $0) })
            .sorted { $0.threshold < $1.threshold }
            .map { estimate in
                let pairs = max(0, estimate.pairs - accepted)
                return Row(
                    expected: estimate, reviewPairs: pairs,
                    reviewHours: Double(pairs) / pairsPerHour,
                    measured: labels?.point(at: estimate.threshold))
            }
    }
}

extension WeightHistogram {
    /// One bar of a histogram for people.
    public struct Bar: Hashable, Sendable {
        /// The least weight, in bits.
        public let lowest: Double
        /// The end of the bar, in bits.
        public let highest: Double
        /// The pairs from `lowest` up to but not including `highest`.
        public let pairs: Int
        /// The matches expected among them.
        public let expectedMatches: Double
    }

    /// The histogram in bars of equal width from the lowest pair to the highest; at most `limit`.
    ///
    /// The width is a whole number of bits.
    public func bars(atMost limit: Int = 24) -> [Bar] {
        let edges = (-32...64).map(Double.init)
        let pairs = edges.map { estimate(at: $0).pairs }
        guard let last = pairs.lastIndex(where: { $0 > 0 }), pairs[0] > 0 else { return [] }
        let first = pairs.lastIndex { $0 == pairs[0] } ?? 0
        let span = last - first + 1
        let width = max(1, (span + limit - 1) / limit)
        // Bars begin at multiples of their width, so that zero is an edge.
        let start = Int((edges[first] / Double(width)).rounded(.down)) * width
        return stride(from: start, through: Int(edges[last]), by: width).map { lowest in
            let (from, to) = (estimate(at: Double(lowest)), estimate(at: Double(lowest + width)))
            return Bar(
                lowest: Double(lowest), highest: Double(lowest + width),
                pairs: from.pairs - to.pairs,
                expectedMatches: max(0, from.expectedMatches - to.expectedMatches))
        }
    }
}
