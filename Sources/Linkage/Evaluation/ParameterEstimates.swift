/// What each training session found for one level, and what the model took from them.
public struct ParameterEstimates: Hashable, Sendable, Codable {
    /// The m that one session found.
    public struct Estimate: Hashable, Sendable, Codable {
        /// The session's rule in words.
        public let rule: String
        /// The share of matching pairs with the level, 0 to 1.
        public let m: Double

        /// An estimate of a session.
        public init(rule: String, m: Double) {
            self.rule = rule
            self.m = m
        }
    }

    /// The name of the comparison.
    public let comparison: String
    /// The level in words.
    public let level: String
    /// The estimates, in the order of the sessions; those that could not say are left out.
    public let estimates: [Estimate]
    /// The m of the model: the median of the estimates unless it was fixed.
    public let m: Double?
    /// The u of the model.
    public let u: Double?

    /// The estimates of one level.
    public init(
        comparison: String, level: String, estimates: [Estimate], m: Double?, u: Double?
    ) {
        self.comparison = comparison
        self.level = level
        self.estimates = estimates
        self.m = m
        self.u = u
    }

    /// log2 of the largest estimate over the smallest; nil with fewer than two, or where one is 0.
    ///
    /// By so many bits the sessions differ about what the level is worth.
    public var spreadBits: Double? {
        let values = estimates.map(\.m)
        guard values.count > 1, let low = values.min(), let high = values.max(), low > 0 else {
            return nil
        }
        return logarithm2(high / low)
    }
}

extension TrainedModel {
    /// What each session found for each level, in the model's order, null levels left out.
    public var parameterEstimates: [ParameterEstimates] {
        model.comparisons.enumerated().flatMap { index, comparison in
            comparison.comparisonLevels.enumerated().compactMap { place, level in
                guard !level.isNullLevel else { return nil }
                return ParameterEstimates(
                    comparison: comparison.outputColumnName, level: level.labelForCharts,
                    estimates: report.sessions.compactMap { session in
                        guard
                            let round = session.comparisons.firstIndex(
                                of: comparison.outputColumnName),
                            let m = session.mProbabilities[round][place]
                        else { return nil }
                        return ParameterEstimates.Estimate(rule: session.rule.label, m: m)
                    },
                    m: level.mProbability, u: level.uProbability)
            }
        }
    }
}
