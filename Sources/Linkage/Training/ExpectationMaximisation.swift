/// Estimates m and λ from counted patterns, with u known and no labels.
///
/// Source: A. Dempster, N. Laird, D. Rubin, J. R. Stat. Soc. B 39 (1977) 1; for linkage
/// W. Winkler, Proc. Survey Research Methods, 1988. Its cost depends on the number of distinct
/// patterns, not of pairs.
public struct ExpectationMaximisation: Sendable {
    /// What a run found.
    public struct Estimate: Hashable, Sendable {
        /// The share of the pairs that match.
        public var lambda: Double
        /// m by comparison and digit; nil for levels that say nothing, and for digit 0.
        public var m: [[Double?]]
        /// The expected number of matching pairs by comparison and digit.
        public var matches: [[Double]] = []
        /// The steps taken.
        public var iterations = 0
        /// Whether the last step changed every probability by less than the limit.
        public var hasConverged = false
        /// The logarithm of the likelihood, less what does not depend on λ and m; natural units.
        public var logLikelihood = 0.0
    }

    private let entries: [(digits: [Int], count: Double)]
    private let comparisons: [Int]
    private let u: [[Double?]]
    private let isFixed: [[Bool]]
    /// Which digits of each comparison occur here or among random pairs, digit 0 apart.
    private let observed: [[Bool]]
    private let total: Double
    /// What is added to every level, so that one without matches is not certain proof.
    ///
    /// Source: Jeffreys' prior; H. Jeffreys, Proc. R. Soc. A 186 (1946) 453.
    private static let priorPairs = 0.5

    /// A run over the patterns of some comparisons; `u` is given by comparison and digit.
    init(
        _ counts: PatternCounts, _ layout: PatternLayout, over comparisons: [Int],
        u: [[Double?]], isFixed: [[Bool]]? = nil
    ) {
        self.comparisons = comparisons
        self.u = u
        self.isFixed = isFixed ?? u.map { $0.map { _ in false } }
        entries = counts.entries.map { pattern, count in
            (layout.radices.indices.map { layout.digit(of: $0, in: pattern) }, Double(count))
        }
        total = entries.reduce(0) { $0 + $1.count }
        var observed = u.map { $0.map { $0 != nil } }
        for (digits, _) in entries {
            for comparison in comparisons where digits[comparison] > 0 {
                observed[comparison][digits[comparison]] = true
            }
        }
        self.observed = observed
    }

    /// Steps from a start until nothing moves by more than `convergence`.
    func run(
        from start: Estimate, convergence: Double, maximumIterations: Int
    ) -> Estimate {
        var estimate = start
        guard total > 0 else { return estimate }
        for iteration in 1...max(1, maximumIterations) {
            let next = step(estimate)
            let change = Self.greatestChange(estimate, next)
            estimate = next
            estimate.iterations = iteration
            estimate.hasConverged = change < convergence
            if estimate.hasConverged { break }
        }
        estimate.logLikelihood = logLikelihood(estimate)
        return withoutUnobserved(estimate)
    }

    /// Σ log(λ · m/u + 1 − λ) over the pairs: u is fixed, so dividing by it changes no comparison.
    private func logLikelihood(_ estimate: Estimate) -> Double {
        let weights = self.weights(estimate.m)
        return entries.reduce(0) { sum, entry in
            let bits = comparisons.reduce(0) { $0 + weights[$1][entry.digits[$1]] }
            let ratio = estimate.lambda * power2(bits) + 1 - estimate.lambda
            return sum + entry.count * logarithm2(ratio) * 0.693_147_180_559_945_3
        }
    }

    /// The probability that a pair with these digits matches.
    private func probability(_ digits: [Int], _ weights: [[Double]], _ prior: Double) -> Double {
        var bits = prior
        for comparison in comparisons { bits += weights[comparison][digits[comparison]] }
        return matchProbability(ofWeight: bits)
    }

    private func step(_ estimate: Estimate) -> Estimate {
        let weights = self.weights(estimate.m)
        let prior = logarithm2(estimate.lambda / (1 - estimate.lambda))
        var sums = estimate.m.map { $0.map { _ in 0.0 } }
        var matches = 0.0
        for entry in entries {
            let expected = entry.count * probability(entry.digits, weights, prior)
            matches += expected
            for comparison in comparisons { sums[comparison][entry.digits[comparison]] += expected }
        }
        var next = estimate
        next.matches = sums
        next.lambda = min(max(matches / total, 1e-12), 1 - 1e-12)
        for comparison in comparisons {
            let all = sums[comparison].dropFirst().reduce(0, +)
            guard all > 0 else { continue }
            for digit in 1..<sums[comparison].count
            where observed[comparison][digit] && !isFixed[comparison][digit] {
                next.m[comparison][digit] =
                    (sums[comparison][digit] + Self.priorPairs)
                    / (all + Self.priorPairs * Double(observed[comparison].count { $0 }))
            }
        }
        return next
    }

    /// log2(m/u) by comparison and digit, 0 where either is unknown.
    private func weights(_ m: [[Double?]]) -> [[Double]] {
        zip(m, u).map { m, u in
            zip(m, u).map { m, u in
                guard let m, let u, m > 0, u > 0 else { return 0 }
                return logarithm2(m / u)
            }
        }
    }

    /// Drops m where neither random pairs nor at least one expected match have the level.
    private func withoutUnobserved(_ estimate: Estimate) -> Estimate {
        var known = estimate
        for comparison in comparisons {
            for digit in u[comparison].indices.dropFirst()
            where u[comparison][digit] == nil && !isFixed[comparison][digit]
                && estimate.matches[comparison][digit] < 1
            {
                known.m[comparison][digit] = nil
            }
        }
        return known
    }

    private static func greatestChange(_ before: Estimate, _ after: Estimate) -> Double {
        var change = abs(before.lambda - after.lambda)
        for (old, new) in zip(before.m.joined(), after.m.joined()) {
            change = max(change, abs((old ?? 0) - (new ?? 0)))
        }
        return change
    }
}
