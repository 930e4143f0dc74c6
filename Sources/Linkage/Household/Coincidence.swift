/// An agreement about the person that strangers share oftener than its parts allow.
///
/// Forenames go with surnames and with years of birth, so that chance makes more namesakes than
/// independent comparisons say. How many shows in where they live: one person's records lie mostly
/// at one home, those of strangers anywhere.
public struct Coincidence: Hashable, Sendable, Codable {
    /// The vector of comparison values, -1 for null; comparisons shared by a household have -1.
    public let comparisonVector: [Int]
    /// How much oftener, in bits above 0; taken off the weight.
    public let bits: Double

    enum CodingKeys: String, CodingKey {
        case comparisonVector = "comparison_vector"
        case bits
    }

    /// Whether the vector has a value that exists for each comparison.
    func fits(_ comparisons: [Comparison]) -> Bool {
        comparisonVector.count == comparisons.count
            && zip(comparisonVector, comparisons).allSatisfy { (-1..<$1.radix - 1).contains($0) }
    }

    /// Pairs that the model's own ratio counts for, so that few pairs change little.
    private static let priorPairs = 20.0
    /// The most that is taken off.
    private static let mostBits = 8.0

    /// The agreements that stand out among candidate pairs.
    static func find(
        _ candidates: SharedEvidence.Candidates, _ evidence: SharedEvidence,
        household: [[Double?]], personal: [Int]
    ) -> [Coincidence] {
        var groups: [[Int]: [(digits: [Int], count: Double)]] = [:]
        for entry in candidates.entries {
            var key = entry.digits.map { _ in 0 }
            for comparison in personal { key[comparison] = entry.digits[comparison] }
            groups[key, default: []].append((entry.digits, entry.count))
        }
        return groups.compactMap { key, cells in
            let bits = excess(key, cells, evidence, household, personal)
            return bits > 0.01 ? Coincidence(comparisonVector: key.map { $0 - 1 }, bits: bits) : nil
        }.sorted { $0.comparisonVector.lexicographicallyPrecedes($1.comparisonVector) }
    }

    /// By how much strangers outnumber what the model says, given where the pairs live.
    private static func excess(
        _ key: [Int], _ cells: [(digits: [Int], count: Double)], _ evidence: SharedEvidence,
        _ household: [[Double?]], _ personal: [Int]
    ) -> Double {
        let one =
            evidence.personPrior
            * power2(SharedEvidence.bits(evidence.m, evidence.u, key, personal))
        let two =
            evidence.householdPrior
            * power2(SharedEvidence.bits(household, evidence.u, key, personal))
        let parts = cells.map { cell in
            let home = evidence.probability(evidence.home, cell.digits)
            let moved = evidence.probability(evidence.moved, cell.digits)
            let movers = one * evidence.movedShare * moved
            return (
                known: one * (1 - evidence.movedShare) * home + movers + two * home,
                movers: movers,
                strangers: evidence.probability(evidence.u, cell.digits), count: cell.count
            )
        }
        let reach = (
            known: parts.reduce(0) { $0 + $1.known },
            movers: parts.reduce(0) { $0 + $1.movers },
            strangers: parts.reduce(0) { $0 + $1.strangers }
        )
        guard reach.known > 0, reach.strangers > 0 else { return 0 }
        guard reach.strangers > reach.movers else { return 0 }
        var ratio = 1.0
        for _ in 0..<100 {
            var (known, strangers) = (0.0, 0.0)
            for part in parts {
                let all = part.known + ratio * part.strangers
                known += part.count * part.known / all
                strangers += part.count * ratio * part.strangers / all
            }
            let expected = reach.strangers / reach.known
            let prior = priorPairs * min(1, expected)
            let priorKnown = priorPairs * min(1, 1 / expected)
            let next = (strangers + prior) / (known + priorKnown) / expected
            let isDone = abs(next / ratio - 1) < 1e-6
            ratio = next
            if isDone { break }
        }
        return min(max(logarithm2(ratio), 0), mostBits)
    }
}

extension SharedEvidence {
    /// How often shared evidence looks like this, given its probabilities; null counts as 1.
    func probability(_ probabilities: [[Double?]], _ digits: [Int]) -> Double {
        shared.reduce(1) { product, comparison in
            guard digits[comparison] > 0 else { return product }
            return product * (probabilities[comparison][digits[comparison]] ?? 0)
        }
    }
}
