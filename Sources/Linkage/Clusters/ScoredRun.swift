/// Scored pairs that stay at hand, so that a weight or a threshold can be moved without scoring.
///
/// Keeps the pairs from a weight on, and how many candidate pairs have each pattern of levels.
/// After a move, the weight of a pair is what it was plus what its levels gained.
public struct ScoredRun: Sendable {
    /// A new weight for one level of a comparison.
    public struct LevelMove: Hashable, Sendable {
        /// The number of the comparison.
        public let comparison: Int
        /// The comparison vector value of the level.
        public let value: Int
        /// What the level is worth from now on, in bits.
        public let weight: Double

        /// A new weight in bits for the level with a comparison vector value.
        public init(comparison: Int, value: Int, weight: Double) {
            self.comparison = comparison
            self.value = value
            self.weight = weight
        }
    }

    /// From which weight on pairs were kept when they were scored, in bits.
    public let floor: Double
    /// How the pairs that were kept are spread over weights.
    public let histogram: WeightHistogram
    /// The pairs that were kept, with the weights that they have now.
    public let links: [Link]
    /// How the records come together.
    public let tree: MergeTree

    /// What the run knows of one pattern of levels.
    private struct Pattern: Sendable {
        /// The comparison vector.
        let values: [Int]
        /// The candidate pairs that were not kept.
        let hidden: Int
        /// What the pattern has gained by moves, in bits.
        var gain: Double
    }

    private var patterns: [Pattern]
    /// The pattern of each kept pair.
    private let patternOfLink: [UInt32]
    /// What each level is worth now: by comparison, then by vector value plus one.
    private var levelWeights: [[Double]]
    /// The most that any value of a level was worth when it was scored.
    private let greatestWeights: [[Double]]
    private let priorMatchWeight: Double

    /// Scores all candidate pairs and keeps those of at least a weight in bits.
    ///
    /// - Throws: `LinkageFailure` when a rule makes more pairs than the training plan allows, or a
    ///   condition cannot be worked out for some values.
    public init(
        _ weights: MatchWeights, floor: Double, threads: Int = 1
    ) throws(LinkageFailure) {
        let pairs = try weights.predictions(threshold: floor, threads: threads)
        let (model, records) = (weights.model, weights.records)
        let counts = model.patternCounts(
            Blocking(model.predictionRules, model.linkType, records),
            over: Array(model.comparisons.indices), weights.layout, threads: threads)
        let entries = counts.entries
        let numbers = Dictionary(
            uniqueKeysWithValues: entries.enumerated().map { ($1.pattern, $0) })
        var kept = [Int](repeating: 0, count: entries.count)
        patternOfLink = pairs.map { pair in
            let number = numbers[pair.pattern] ?? 0
            kept[number] += 1
            return UInt32(number)
        }
        patterns = zip(entries, kept).map { entry, kept in
            Pattern(
                values: weights.layout.comparisonVector(of: entry.pattern),
                hidden: entry.count - kept, gain: 0)
        }
        self.floor = floor
        levelWeights = weights.weights
        greatestWeights = weights.greatestWeights
        priorMatchWeight = model.priorMatchWeight
        links = pairs.map {
            Link(
                records.record(at: $0.left), records.record(at: $0.right), weight: $0.matchWeight)
        }
        histogram = WeightHistogram(weights: links.lazy.map(\.weight))
        tree = MergeTree(recordCount: records.count, links)
    }

    /// The run after some levels were given other weights, and perhaps the prior another, in bits.
    ///
    /// - Complexity: O(pairs kept).
    public func moving(_ moves: [LevelMove], priorGain: Double = 0) -> ScoredRun {
        ScoredRun(self, moves, priorGain)
    }

    private init(_ run: ScoredRun, _ moves: [LevelMove], _ priorGain: Double) {
        var levels = run.levelWeights
        for move in moves { levels[move.comparison][move.value + 1] = move.weight }
        let gains = run.patterns.map { pattern in
            pattern.values.enumerated().reduce(priorGain) { sum, place in
                sum + levels[place.offset][place.element + 1]
                    - run.levelWeights[place.offset][place.element + 1]
            }
        }
        floor = run.floor
        levelWeights = levels
        greatestWeights = run.greatestWeights
        priorMatchWeight = run.priorMatchWeight
        patternOfLink = run.patternOfLink
        patterns = zip(run.patterns, gains).map { pattern, gain in
            Pattern(
                values: pattern.values, hidden: pattern.hidden, gain: pattern.gain + gain)
        }
        links = zip(run.links, run.patternOfLink).map { link, pattern in
            Link(link.left, link.right, weight: link.weight + gains[Int(pattern)])
        }
        histogram = WeightHistogram(weights: links.lazy.map(\.weight))
        tree = MergeTree(recordCount: run.tree.recordCount, links)
    }

    /// What a threshold in bits is expected to give: pairs, precision and recall.
    public func estimate(at threshold: Double) -> ThresholdEstimate {
        histogram.estimate(at: threshold)
    }

    /// The clusters at a threshold in bits: how many there are, and the largest.
    public func summary(at threshold: Double) -> ClusterSummary { tree.summary(at: threshold) }

    /// The groups of two records or more at a threshold in bits, each in order.
    public func clusters(at threshold: Double) -> [[Int]] {
        tree.clusters(at: threshold, includingSingles: false)
    }

    /// How many candidate pairs were not kept and may now reach a threshold in bits, at the most.
    ///
    /// While it is 0, all figures are those of scoring again; else scoring again would find more.
    public func hiddenPairs(at threshold: Double) -> Int {
        patterns.reduce(0) { count, pattern in
            // It was below the floor, and no value is worth more than the greatest.
            let most = min(floor, greatest(pattern)) + pattern.gain
            return most >= threshold - 1e-9 ? count + pattern.hidden : count
        }
    }

    private func greatest(_ pattern: Pattern) -> Double {
        pattern.values.enumerated().reduce(priorMatchWeight) {
            $0 + greatestWeights[$1.offset][$1.element + 1]
        }
    }
}
