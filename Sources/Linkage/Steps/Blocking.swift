/// The blocks of several rules; a pair belongs to the first rule that makes it.
struct Blocking: Sendable {
    let rules: [BlockingRule]
    let linkType: LinkType
    let encoded: EncodedRecords
    /// The blocks of all rules; a rule that is an `OR` has several, one after the other.
    let blocks: [Blocks]
    /// Where the blocks of each rule start, and where the last one's end.
    private let blockStarts: [Int]
    /// The block of each record as the left one, record by record; 0 is none.
    private let leftNumbers: [UInt32]
    /// The same as the right one, where any rule treats the two differently.
    private let rightNumbers: [UInt32]
    private let filterTests: PairTests
    /// The place of the test of each filter.
    private let filters: [Int?]

    init(_ rules: [BlockingRule], _ linkType: LinkType, _ encoded: EncodedRecords) {
        self.rules = rules
        self.linkType = linkType
        self.encoded = encoded
        let options = rules.map(\.options)
        blocks = rules.flatMap { rule in
            rule.options.map { option in
                rule.arraysToExplode.isEmpty
                    ? Blocks(option, encoded)
                    : Blocks(exploding: option, arrays: rule.arraysToExplode, encoded)
            }
        }
        blockStarts = options.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        var tests = PairTests()
        filters = blocks.map { blocks in
            blocks.filter.map { tests.add(Condition($0), encoded.layout) }
        }
        filterTests = tests
        let hasPartners = blocks.contains { $0.partners != nil }
        leftNumbers = Self.numbers(blocks.map { ($0.records, $0.starts) }, encoded.count)
        rightNumbers =
            hasPartners
            ? Self.numbers(
                blocks.map { $0.partners ?? ($0.records, $0.starts) }, encoded.count)
            : leftNumbers
    }

    private static func numbers(
        _ blocks: [(records: [UInt32], starts: [Int])], _ count: Int
    ) -> [UInt32] {
        var numbers = [UInt32](repeating: 0, count: count * blocks.count)
        for (place, block) in blocks.enumerated() {
            for number in 0..<(block.starts.count - 1) {
                for position in block.starts[number]..<block.starts[number + 1] {
                    numbers[Int(block.records[position]) * blocks.count + place] =
                        UInt32(number + 1)
                }
            }
        }
        return numbers
    }

    /// The pairs of each rule by itself, without making them and before its filter.
    ///
    /// - Complexity: O(records × rules).
    func pairCounts() -> [(pairs: Int, largest: Int)] {
        rules.indices.map { rule in
            blocks[blockStarts[rule]..<blockStarts[rule + 1]].reduce(into: (0, 0)) { sum, blocks in
                let count = blocks.pairCount(linkType, encoded)
                sum = (sum.0 + count.pairs, max(sum.1, count.largest))
            }
        }
    }

    /// The records that have all keys of a rule, or of one of its alternatives.
    func blockedRecords(ofRule rule: Int) -> Int {
        let places = blockStarts[rule]..<blockStarts[rule + 1]
        guard places.count > 1 else { return blocks[places.lowerBound].records.count }
        return (0..<encoded.count).count { record in
            places.contains { leftNumbers[record * blocks.count + $0] != 0 }
        }
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
        for place in blockStarts[rule]..<blockStarts[rule + 1] {
            forEachPair(of: BlockChunk(place: place, positions: 0..<blocks[place].records.count)) {
                body($0, $1)
            }
        }
    }

    /// Visits every pair of every rule once, rule by rule.
    @inline(__always)
    func forEachPair(_ body: (_ left: Int, _ right: Int) -> Void) {
        for rule in rules.indices { forEachPair(ofRule: rule, body) }
    }

    /// Visits the pairs of a part of one rule's blocks.
    @inline(__always)
    func forEachPair(of chunk: BlockChunk, _ body: (_ left: Int, _ right: Int) -> Void) {
        let place = chunk.place
        // Tests need room of their own, and few rules have any.
        let hasTests =
            filters[...place].contains { $0 != nil }
            || blocks[...place].contains { $0.memberships != nil }
        var tester = hasTests ? PairTester(filterTests, encoded) : nil
        forEachCandidate(of: chunk) { left, right, number in
            if tester == nil {
                if !isMade(left, right, before: place) { body(left, right) }
            } else if isFirst(number, ofPlace: place, left, right),
                passes(place, left, right, &tester),
                !isMade(left, right, before: place, &tester)
            {
                body(left, right)
            }
        }
    }

    /// Visits the pairs of a part of one rule's blocks, filter and earlier rules aside.
    @inline(__always)
    private func forEachCandidate(
        of chunk: BlockChunk, _ body: (_ left: Int, _ right: Int, _ block: Int) -> Void
    ) {
        let blocks = blocks[chunk.place]
        for (number, block) in blocks.ranges(within: chunk.positions) {
            guard let partners = blocks.partners else {
                var first = block.lowerBound
                for position in block.clamped(to: chunk.positions) {
                    first = blocks.firstPartner(
                        of: position, in: block, linkType, encoded, after: first)
                    if first >= block.upperBound { break }
                    let left = Int(blocks.records[position])
                    for other in first..<block.upperBound {
                        body(left, Int(blocks.records[other]), number)
                    }
                }
                continue
            }
            for position in block.clamped(to: chunk.positions) {
                let left = Int(blocks.records[position])
                let bound =
                    linkType == .linkOnly ? encoded.tableEnds[encoded.table(of: left)] : left + 1
                for other in partners.starts[number]..<partners.starts[number + 1]
                where Int(partners.records[other]) >= bound {
                    body(left, Int(partners.records[other]), number)
                }
            }
        }
    }

    private func passes(
        _ place: Int, _ left: Int, _ right: Int, _ tester: inout PairTester?
    ) -> Bool {
        filters[place].map { tester?.holds($0, left, right) ?? false } ?? true
    }

    /// Whether blocks before `place` make the pair too; none of them has a filter.
    @inline(__always)
    private func isMade(_ left: Int, _ right: Int, before place: Int) -> Bool {
        var (l, r) = (left * blocks.count, right * blocks.count)
        for _ in 0..<place {
            if leftNumbers[l] != 0, leftNumbers[l] == rightNumbers[r] { return true }
            l += 1
            r += 1
        }
        return false
    }

    /// Whether blocks before `place` make the pair too.
    private func isMade(
        _ left: Int, _ right: Int, before place: Int, _ tester: inout PairTester?
    ) -> Bool {
        let (l, r) = (left * blocks.count, right * blocks.count)
        for earlier in 0..<place {
            let isShared =
                blocks[earlier].memberships == nil
                ? leftNumbers[l + earlier] != 0
                    && leftNumbers[l + earlier] == rightNumbers[r + earlier]
                : firstShared(earlier, left, right) != nil
            if isShared, passes(earlier, left, right, &tester) { return true }
        }
        return false
    }

    private func firstShared(_ place: Int, _ left: Int, _ right: Int) -> UInt32? {
        blocks[place].memberships.flatMap { memberships in
            BlockMemberships.firstShared(
                memberships.left.blocks(of: left), memberships.right.blocks(of: right))
        }
    }

    /// Whether a block is the first of its place that holds both records.
    private func isFirst(
        _ number: Int, ofPlace place: Int, _ left: Int, _ right: Int
    ) -> Bool {
        blocks[place].memberships == nil || firstShared(place, left, right) == UInt32(number)
    }
}

extension Blocking {
    /// Parts of all rules' blocks that make about as many pairs each, in order.
    func chunks(ofPairs size: Int) -> [BlockChunk] {
        blocks.indices.flatMap { place in
            let blocks = blocks[place]
            var chunks: [BlockChunk] = []
            var (start, pairs) = (0, 0)
            for (number, block) in blocks.ranges.enumerated() {
                for position in block {
                    let partners = blocks.partners.map { $0.starts[number + 1] - $0.starts[number] }
                    pairs += partners ?? (block.upperBound - position)
                    guard pairs >= size else { continue }
                    chunks.append(BlockChunk(place: place, positions: start..<(position + 1)))
                    (start, pairs) = (position + 1, 0)
                }
            }
            if start < blocks.records.count {
                chunks.append(BlockChunk(place: place, positions: start..<blocks.records.count))
            }
            return chunks
        }
    }
}

/// A part of the blocks of one rule: some of its left records.
struct BlockChunk: Hashable, Sendable {
    /// Which of the blocks of all rules.
    let place: Int
    /// Positions of left records.
    let positions: Range<Int>
}

extension Blocks {
    /// The blocks that have left records at some positions, with their numbers.
    fileprivate func ranges(
        within positions: Range<Int>
    ) -> some Sequence<(number: Int, block: Range<Int>)> {
        // The last block that starts at or before the first position.
        var (low, high) = (0, starts.count - 1)
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= positions.lowerBound { low = middle } else { high = middle }
        }
        return (low..<max(low, starts.count - 1)).lazy
            .map { [starts] in (number: $0, block: starts[$0]..<starts[$0 + 1]) }
            .prefix { $0.block.lowerBound < positions.upperBound }
    }
}
