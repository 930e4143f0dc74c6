/// How many pairs a rule makes, known before any pair is compared.
public struct BlockingCount: Hashable, Sendable {
    /// The rule.
    public let rule: BlockingRule
    /// The pairs that the rule makes.
    public let pairs: Int
    /// The pairs that no earlier rule makes, or nil where a rule makes too many to look.
    public let newPairs: Int?
    /// The records that have all keys of the rule.
    public let blockedRecords: Int
    /// The pairs of the rule's largest block.
    public let largestBlockPairs: Int
}

/// A rule that would make too many pairs.
public struct BlockingRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The rule.
    public let rule: BlockingRule
    /// The pairs that it makes.
    public let pairs: Int
    /// The pairs that it may make.
    public let limit: Int
    /// The pairs of its largest block.
    public let largestBlockPairs: Int

    /// What is wrong and what to do, in a sentence.
    public var description: String {
        "The rule `\(rule.label)` makes \(pairs) pairs (\(largestBlockPairs) of them from its "
            + "largest block) and the limit is \(limit); add a key to the rule or leave it out."
    }
}

extension LinkageModel {
    /// How many pairs each prediction rule makes, and how many of them are new.
    ///
    /// New pairs are counted only when every rule stays within `limit` pairs.
    ///
    /// - Complexity: O(records × rules), and O(pairs × rules) for new pairs.
    public func blockingCounts(
        in records: EncodedRecords, limit: Int = 500_000_000
    ) -> [BlockingCount] {
        let blocking = Blocking(blockingRulesToGeneratePredictions, linkType, records)
        let counts = blocking.pairCounts()
        let isSmall = counts.allSatisfy { $0.pairs <= limit }
        return blocking.rules.indices.map { rule in
            var new = 0
            if isSmall { blocking.forEachPair(ofRule: rule) { _, _ in new += 1 } }
            return BlockingCount(
                rule: blocking.rules[rule], pairs: counts[rule].pairs,
                newPairs: isSmall ? new : nil,
                blockedRecords: blocking.blockedRecords(ofRule: rule),
                largestBlockPairs: counts[rule].largest)
        }
    }
}
