/// What one blocking rule adds to the pairs of those before it.
public struct BlockingContribution: Hashable, Sendable {
    /// The rule in words.
    public let rule: String
    /// The pairs that the rule makes by itself, before its filter.
    public let pairs: Int
    /// The pairs that it makes and no earlier rule does; nil where they are too many to look at.
    public let addedPairs: Int?
    /// The pairs of this rule and all before it; nil where `addedPairs` of one of them is.
    public let cumulativePairs: Int?
    /// Whether `addedPairs` was worked out from keys alone, before any pair existed.
    public let isCountedFromKeys: Bool

    /// The same counts under other words for the rule.
    public func called(_ words: String) -> BlockingContribution {
        BlockingContribution(
            rule: words, pairs: pairs, addedPairs: addedPairs, cumulativePairs: cumulativePairs,
            isCountedFromKeys: isCountedFromKeys)
    }
}

extension LinkageModel {
    /// What each prediction rule adds, in order.
    ///
    /// Pairs are looked at one by one while no rule makes more than `limit`. Beyond that, rules
    /// of keys alone are counted by inclusion and exclusion: the pairs of a rule, less those on
    /// which it agrees with one earlier rule, plus those with two, and so on.
    ///
    /// - Complexity: O(pairs × rules), or O(records × 2^rules) beyond the limit.
    public func blockingContributions(
        in records: EncodedRecords, limit: Int = 500_000_000
    ) -> [BlockingContribution] {
        let rules = predictionRules
        let blocking = Blocking(rules, linkType, records)
        let counts = blocking.pairCounts()
        let isSmall = counts.allSatisfy { $0.pairs <= limit }
        var total: Int? = 0
        return rules.indices.map { rule in
            let added: Int?
            if isSmall {
                var new = 0
                blocking.forEachPair(ofRule: rule) { _, _ in new += 1 }
                added = new
            } else {
                added = addedPairs(ofRule: rule, rules, records)
            }
            total = total.flatMap { total in added.map { total + $0 } }
            return BlockingContribution(
                rule: rules[rule].label, pairs: counts[rule].pairs, addedPairs: added,
                cumulativePairs: total, isCountedFromKeys: !isSmall && added != nil)
        }
    }

    /// The pairs that only the last of some rules makes, by inclusion and exclusion.
    private func addedPairs(
        ofRule rule: Int, _ rules: [BlockingRule], _ records: EncodedRecords
    ) -> Int? {
        // 2^10 groupings of all records are the most that is worth the wait.
        guard rule <= 10, rules[...rule].allSatisfy(\.hasOnlyKeys) else { return nil }
        var sum = 0
        for chosen in 0..<(1 << rule) {
            var common: BlockingRule? = rules[rule]
            for earlier in 0..<rule where chosen >> earlier & 1 == 1 {
                common = common?.intersection(rules[earlier])
            }
            guard let common else { return nil }
            let pairs = Blocks(common, records).pairCount(linkType, records).pairs
            sum += chosen.nonzeroBitCount.isMultiple(of: 2) ? pairs : -pairs
        }
        return sum
    }
}

extension EncodedRecords {
    /// The number of pairs that may match at all.
    public func possiblePairs(_ linkType: LinkType) -> Int { pairCount(linkType) }
}
