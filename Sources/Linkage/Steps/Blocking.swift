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

/// The blocks of several rules; a pair belongs to the first rule that makes it.
struct Blocking: Sendable {
    let rules: [BlockingRule]
    let linkType: LinkType
    let encoded: EncodedRecords
    let blocks: [Blocks]
    /// The block of each record under each rule, record by record; 0 is none.
    private let blockNumbers: [UInt32]

    init(_ rules: [BlockingRule], _ linkType: LinkType, _ encoded: EncodedRecords) {
        self.rules = rules
        self.linkType = linkType
        self.encoded = encoded
        blocks = rules.map { Blocks($0, encoded) }
        var numbers = [UInt32](repeating: 0, count: encoded.count * rules.count)
        for (rule, blocks) in blocks.enumerated() {
            for (number, range) in blocks.ranges.enumerated() {
                for position in range {
                    numbers[Int(blocks.records[position]) * rules.count + rule] = UInt32(number + 1)
                }
            }
        }
        blockNumbers = numbers
    }

    /// The pairs of each rule by itself, without making them.
    ///
    /// - Complexity: O(records × rules).
    func pairCounts() -> [(pairs: Int, largest: Int)] {
        blocks.map { $0.pairCount(linkType, encoded) }
    }

    /// Throws for the first rule that makes more pairs than a limit.
    func check(limit: Int) throws(BlockingRefusal) {
        for (rule, count) in zip(rules, pairCounts()) where count.pairs > limit {
            throw BlockingRefusal(
                rule: rule, pairs: count.pairs, limit: limit, largestBlockPairs: count.largest)
        }
    }

    /// Visits the pairs of a rule that no earlier rule makes, the earlier record first.
    @inline(__always)
    func forEachPair(ofRule rule: Int, _ body: (_ left: Int, _ right: Int) -> Void) {
        let blocks = blocks[rule]
        for block in blocks.ranges where block.count > 1 {
            var first = block.lowerBound
            for position in block {
                first = blocks.firstPartner(
                    of: position, in: block, linkType, encoded, after: first)
                if first >= block.upperBound { break }
                let left = Int(blocks.records[position])
                for other in first..<block.upperBound {
                    let right = Int(blocks.records[other])
                    if !isMade(left, right, before: rule) { body(left, right) }
                }
            }
        }
    }

    /// Visits every pair of every rule once, rule by rule.
    @inline(__always)
    func forEachPair(_ body: (_ left: Int, _ right: Int) -> Void) {
        for rule in rules.indices { forEachPair(ofRule: rule, body) }
    }

    /// Whether a rule before `rule` makes the pair too.
    private func isMade(_ left: Int, _ right: Int, before rule: Int) -> Bool {
        var (l, r) = (left * rules.count, right * rules.count)
        for _ in 0..<rule {
            if blockNumbers[l] != 0, blockNumbers[l] == blockNumbers[r] { return true }
            l += 1
            r += 1
        }
        return false
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
                blockedRecords: blocking.blocks[rule].records.count,
                largestBlockPairs: counts[rule].largest)
        }
    }
}
