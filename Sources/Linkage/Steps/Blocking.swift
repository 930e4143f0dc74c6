/// The blocks of several rules; a pair belongs to the first rule that makes it.
struct Blocking: Sendable {
    let rules: [BlockingRule]
    let linkType: LinkType
    let encoded: EncodedRecords
    /// The blocks of all rules; a rule that is an `OR` has several, one after the other.
    let blocks: [Blocks]
    /// Where the blocks of each rule start, and where the last one's end.
    let blockStarts: [Int]
    /// The rule of each of the blocks.
    let blockRules: [BlockingRule]
    let filterProgram: PairProgram
    /// Where the program begins for each filter.
    let filters: [PairProgram.Target?]

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
        var program = PairProgram(encoded.layout)
        filters = blocks.map { blocks in blocks.filter.map { program.add(Condition($0)) } }
        filterProgram = program
        blockRules = Array(options.joined())
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
        var isBlocked = [Bool](repeating: false, count: encoded.count)
        for record in blocks[places].lazy.flatMap(\.records) { isBlocked[Int(record)] = true }
        return isBlocked.count { $0 }
    }

    /// Throws for the first rule that makes more pairs than a limit.
    func check(limit: Int) throws(BlockingRefusal) {
        for (rule, count) in zip(rules, pairCounts()) where count.pairs > limit {
            throw BlockingRefusal(
                rule: rule, pairs: count.pairs, limit: limit, largestBlockPairs: count.largest)
        }
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
    func ranges(
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
