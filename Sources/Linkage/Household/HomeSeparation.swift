/// Tells one person's records from those of housemates, among pairs at one address, unlabelled.
///
/// Two-class EM in which both classes are free. Source: A. Dempster, N. Laird, D. Rubin,
/// J. R. Stat. Soc. B 39 (1977) 1; its place in linkage is ours.
struct HomeSeparation: Sendable {
    /// The share of the pairs that are one person.
    private(set) var lambda = 0.3
    /// The probabilities by comparison and digit for one person, and for two.
    private(set) var person: [[Double?]]
    private(set) var household: [[Double?]]

    private let comparisons: [Int]
    private let lifelong: Set<Int>
    private let entries: [(digits: [Int], count: Double)]
    private let total: Double
    /// What is added to every level, so that none is certain proof (Jeffreys' prior).
    private static let priorPairs = 0.5
    /// How often a fact that never changes is wholly wrong in one of two records of a person.
    static let grossErrors = 0.01

    /// Starts from the plain model's m and u; `comparisons` are those about the person.
    init(
        _ counts: PatternCounts, _ layout: PatternLayout, over comparisons: [Int],
        lifelong: Set<Int>, m: [[Double?]], u: [[Double?]]
    ) {
        self.comparisons = comparisons
        self.lifelong = lifelong
        person = m
        household = u
        entries = counts.entries.map { pattern, count in
            (layout.radices.indices.map { layout.digit(of: $0, in: pattern) }, Double(count))
        }
        total = entries.reduce(0) { $0 + $1.count }
    }

    /// Steps until no probability moves by more than a millionth.
    mutating func run(maximumIterations: Int = 500) {
        guard total > 0 else { return }
        for _ in 0..<maximumIterations where step() < 1e-6 { return }
    }

    /// One step; the greatest change of a probability.
    private mutating func step() -> Double {
        var ones = person.map { $0.map { _ in 0.0 } }
        var twos = ones
        var sum = 0.0
        for entry in entries {
            let isOne = entry.count * probability(entry.digits)
            sum += isOne
            for comparison in comparisons {
                ones[comparison][entry.digits[comparison]] += isOne
                twos[comparison][entry.digits[comparison]] += entry.count - isOne
            }
        }
        let before = lambda
        lambda = min(max((sum + 0.5) / (total + 1), 1e-6), 1 - 1e-6)
        var change = abs(lambda - before)
        for comparison in comparisons {
            change = max(change, Self.update(&person[comparison], from: ones[comparison]))
            if lifelong.contains(comparison) { person[comparison].limitGrossErrors() }
            change = max(change, Self.update(&household[comparison], from: twos[comparison]))
        }
        return change
    }

    private func probability(_ digits: [Int]) -> Double {
        var bits = logarithm2(lambda / (1 - lambda))
        for comparison in comparisons {
            guard let one = person[comparison][digits[comparison]],
                let two = household[comparison][digits[comparison]], one > 0, two > 0
            else { continue }
            bits += logarithm2(one / two)
        }
        return matchProbability(ofWeight: bits)
    }

    private static func update(_ probabilities: inout [Double?], from sums: [Double]) -> Double {
        let known = sums.indices.dropFirst().filter { probabilities[$0] != nil }
        let all = known.reduce(0) { $0 + sums[$1] + priorPairs }
        var change = 0.0
        for digit in known {
            let next = (sums[digit] + priorPairs) / all
            change = max(change, abs(next - (probabilities[digit] ?? 0)))
            probabilities[digit] = next
        }
        return change
    }
}

extension [Double?] {
    /// Lowers the probability of the last level to that of gross errors, in favour of the others.
    mutating func limitGrossErrors() {
        let limit = HomeSeparation.grossErrors
        guard count > 2, let last = self[1], last > limit, last < 1 else { return }
        let scale = (1 - limit) / (1 - last)
        for digit in indices.dropFirst() { self[digit] = self[digit].map { $0 * scale } }
        self[1] = limit
    }
}
