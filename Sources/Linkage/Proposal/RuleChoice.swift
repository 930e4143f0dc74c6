/// A blocking rule that was chosen, and what it is good for.
public struct ChosenRule: Hashable, Sendable {
    /// The rule.
    public let rule: RuleOutline
    /// The pairs that it makes, counted from the values.
    public let pairs: Int
    /// The share of imagined matches that the rule finds by itself.
    public let alone: Double
    /// The share of imagined matches that no rule before it finds.
    public let gain: Double

    /// Why the rule was chosen.
    public var sentence: String {
        func hundred(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
        let first = gain >= alone
        return
            "`\(rule.text)` makes \(pairs) pairs and should find \(hundred(alone)) of 100 matches"
            + (first ? "." : ", \(hundred(gain)) of them beyond the rules before it.")
    }
}

/// A rule that might be chosen.
struct RuleCandidate: Hashable, Sendable {
    let keys: [ColumnKey]
    /// The imagined matches that the rule finds.
    let found: WorldSet
    /// The pairs that it makes.
    let pairs: Int
}

/// Chooses rules that find most matches for their pairs, one after the other.
struct RuleChoice {
    /// The most pairs that all rules may make together.
    let limit: Int
    /// What a rule costs beside its pairs, so that rules do not crumble into many small ones.
    let fixedCost: Int
    /// No more rules than this.
    static let mostRules = 12
    /// A match that one rule finds is worth finding again: rules of thumb may be too rosy.
    static let worthOfSecond = 0.25
    /// A rule must be worth this share of all imagined matches.
    static let smallestWorth = 0.0025
    /// A rule that is worth one match of a hundred may take so much of the limit.
    static let shareOfLimitByHundredth = 0.1

    /// The imagined matches that rules find, once and again.
    private struct Covered {
        var once = WorldSet()
        var twice = WorldSet()

        mutating func add(_ found: WorldSet) {
            var again = found
            again.formIntersection(once)
            twice.formUnion(again)
            once.formUnion(found)
        }

        /// The worth of further matches as a share of all imagined ones.
        func worth(of found: WorldSet) -> Double {
            let new = found.count(without: once)
            let again = found.count(without: twice) - new
            return (Double(new) + RuleChoice.worthOfSecond * Double(again)) / Double(Worlds.count)
        }
    }

    /// The rules, in the order in which they serve best; the same for any order of candidates.
    func chosen(from candidates: [RuleCandidate]) -> [ChosenRule] {
        var open = candidates.filter { $0.pairs > 0 && $0.pairs <= limit }.sorted {
            ($0.pairs, $0.label) < ($1.pairs, $1.label)
        }
        var chosen: [RuleCandidate] = []
        var covered = Covered()
        var pairs = 0
        while chosen.count < Self.mostRules {
            // What a rule adds only shrinks as others are chosen.
            open.removeAll {
                pairs + $0.pairs > limit || !isWorthIts($0.pairs, covered.worth(of: $0.found))
            }
            guard let best = best(of: open, beyond: covered) else { break }
            chosen.append(best)
            open.removeAll { $0.isContained(in: best) }
            covered.add(best.found)
            pairs += best.pairs
        }
        return explained(withoutNeedless(chosen))
    }

    private func isWorthIts(_ pairs: Int, _ worth: Double) -> Bool {
        worth >= Self.smallestWorth
            && Double(pairs) <= Double(limit) * worth * 100 * Self.shareOfLimitByHundredth
    }

    /// The candidate of most worth for its cost; the first of equals.
    private func best(of candidates: [RuleCandidate], beyond covered: Covered) -> RuleCandidate? {
        var best: (candidate: RuleCandidate, value: Double)?
        for candidate in candidates {
            let value =
                covered.worth(of: candidate.found) / Double(candidate.pairs + fixedCost)
            if value > best?.value ?? 0 { best = (candidate, value) }
        }
        return best?.candidate
    }

    /// Drops rules whose matches other rules find, and find again.
    private func withoutNeedless(_ rules: [RuleCandidate]) -> [RuleCandidate] {
        var kept = rules
        for rule in rules {
            let others = kept.filter { $0 != rule }
            if others.contains(where: { rule.isContained(in: $0) }) {
                kept = others
                continue
            }
            var covered = Covered()
            for other in others { covered.add(other.found) }
            if covered.worth(of: rule.found) < Self.smallestWorth / 2 { kept = others }
        }
        return kept
    }

    private func explained(_ rules: [RuleCandidate]) -> [ChosenRule] {
        var covered = WorldSet()
        return rules.map { rule in
            let gain = rule.found.count(without: covered)
            covered.formUnion(rule.found)
            return ChosenRule(
                rule: .keys(rule.keys), pairs: rule.pairs,
                alone: Double(rule.found.count) / Double(Worlds.count),
                gain: Double(gain) / Double(Worlds.count))
        }
    }
}

extension RuleCandidate {
    /// Whether every pair of the rule is one of another rule.
    fileprivate func isContained(in other: RuleCandidate) -> Bool {
        other.keys.allSatisfy { coarse in
            keys.contains { fine in
                fine.column == coarse.column && fine.derivation.refines(coarse.derivation)
            }
        }
    }

    fileprivate var label: String { keys.map(\.label).joined(separator: " + ") }
}
