extension Blocking {
    /// Visits the pairs of a rule that no earlier rule makes, the earlier record first.
    @inline(__always)
    func forEachPair(ofRule rule: Int, _ body: (_ left: Int, _ right: Int) -> Void) {
        for place in blockStarts[rule]..<blockStarts[rule + 1] {
            let all = BlockChunk(place: place, positions: 0..<blocks[place].records.count)
            forEachBatch(of: all) { left, _, rights, _, chosen in
                for index in chosen.indices { body(left, Int(rights[Int(chosen[index])])) }
            }
        }
    }

    /// Visits every pair of every rule once, rule by rule.
    @inline(__always)
    func forEachPair(_ body: (_ left: Int, _ right: Int) -> Void) {
        for rule in rules.indices { forEachPair(ofRule: rule, body) }
    }

    /// Visits the pairs of a part of one rule's blocks that no earlier rule makes, by batches.
    ///
    /// A batch is one left record with its row, up to 128 right records with
    /// their rows one after the other, and the places among them of those that make pairs.
    @inline(__always)
    func forEachBatch(
        of chunk: BlockChunk,
        _ body: (
            _ left: Int, _ leftRow: Span<UInt32>, _ rights: Span<UInt32>,
            _ rightRows: Span<UInt32>, _ chosen: Span<UInt16>
        ) -> Void
    ) {
        var choice = PairChoice(self, chunk.place)
        let width = encoded.width
        forEachRun(of: chunk) { left, leftRow, rights, rightRows, number in
            var from = 0
            while from < rights.count {
                let end = min(from + PairChoice.capacity, rights.count)
                let batch = rights.extracting(from..<end)
                let rows = rightRows.extracting(from * width..<end * width)
                let count = choice.choose(left, leftRow, batch, rows, number)
                if count > 0 {
                    body(left, leftRow, batch, rows, choice.chosen.span.extracting(0..<count))
                }
                from = end
            }
        }
    }

    /// Visits each left record of a part of one rule's blocks with all its right ones.
    @inline(__always)
    private func forEachRun(
        of chunk: BlockChunk,
        _ body: (
            _ left: Int, _ leftRow: Span<UInt32>, _ rights: Span<UInt32>,
            _ rightRows: Span<UInt32>, _ block: Int
        ) -> Void
    ) {
        let (blocks, encoded) = (blocks[chunk.place], encoded)
        let width = encoded.width
        var (lefts, rights) = (GatheredRows(width: width), GatheredRows(width: width))
        for (number, block) in blocks.ranges(within: chunk.positions) {
            let positions = block.clamped(to: chunk.positions)
            let start = positions.lowerBound
            if let partners = blocks.partners {
                let others = partners.starts[number]..<partners.starts[number + 1]
                lefts.gather(blocks.records[positions], from: encoded)
                rights.gather(partners.records[others], from: encoded)
                let (leftRows, rightRows) = (lefts.cells.span, rights.cells.span)
                var first = others.lowerBound
                for position in positions {
                    let left = Int(blocks.records[position])
                    let bound =
                        linkType == .linkOnly
                        ? encoded.tableEnds[encoded.table(of: left)] : left + 1
                    while first < others.upperBound, Int(partners.records[first]) < bound {
                        first += 1
                    }
                    let row = (position - start) * width
                    body(
                        left, leftRows.extracting(row..<row + width),
                        partners.records.span.extracting(first..<others.upperBound),
                        rightRows.extracting(((first - others.lowerBound) * width)...), number)
                }
                continue
            }
            guard block.count > 1 else { continue }
            lefts.gather(blocks.records[start..<block.upperBound], from: encoded)
            let rows = lefts.cells.span
            var first = start
            for position in positions {
                first = blocks.firstPartner(
                    of: position, in: block, linkType, encoded, after: first)
                if first >= block.upperBound { break }
                let row = (position - start) * width
                body(
                    Int(blocks.records[position]), rows.extracting(row..<row + width),
                    blocks.records.span.extracting(first..<block.upperBound),
                    rows.extracting(((first - start) * width)...), number)
            }
        }
    }
}

/// Chooses the pairs of a batch that one rule's blocks make and no earlier rule does.
private struct PairChoice {
    /// The most pairs in a batch.
    static let capacity = 128

    private let blocking: Blocking
    private let keys: BlockKeys
    private let place: Int
    /// Filters need a tester, and few rules have any.
    private var tester: PairTester?
    private(set) var chosen: [UInt16]

    init(_ blocking: Blocking, _ place: Int) {
        self.blocking = blocking
        self.place = place
        keys = blocking.keys
        let hasTests =
            blocking.filters[...place].contains { $0 != nil }
            || blocking.blocks[...place].contains { $0.memberships != nil }
        tester = hasTests ? PairTester(blocking.filterProgram, blocking.encoded) : nil
        chosen = Array(repeating: 0, count: PairChoice.capacity)
    }

    /// The number of pairs that are chosen; `block` is the number of their block.
    mutating func choose(
        _ left: Int, _ leftRow: Span<UInt32>, _ rights: Span<UInt32>, _ rows: Span<UInt32>,
        _ block: Int
    ) -> Int {
        var count = rights.count
        for pair in 0..<count { chosen[pair] = UInt16(pair) }
        guard tester != nil else {
            for earlier in 0..<place where count > 0 {
                count = keys.dropAgreeing(earlier, leftRow, rows, &chosen, count)
            }
            return count
        }
        count = 0
        for pair in rights.indices {
            let row = rows.extracting(pair * leftRow.count..<(pair + 1) * leftRow.count)
            guard isMade(left, Int(rights[pair]), leftRow, row, block) else { continue }
            chosen[count] = UInt16(pair)
            count += 1
        }
        return count
    }

    /// Whether the block is the first of all that makes the pair.
    private mutating func isMade(
        _ left: Int, _ right: Int, _ leftRow: Span<UInt32>, _ rightRow: Span<UInt32>,
        _ block: Int
    ) -> Bool {
        if blocking.blocks[place].memberships != nil,
            firstShared(place, left, right) != UInt32(block)
        {
            return false
        }
        guard passes(place, leftRow, rightRow) else { return false }
        for earlier in 0..<place {
            let isShared =
                blocking.blocks[earlier].memberships == nil
                ? keys.agree(earlier, leftRow, rightRow)
                : firstShared(earlier, left, right) != nil
            if isShared, passes(earlier, leftRow, rightRow) { return false }
        }
        return true
    }

    private mutating func passes(
        _ place: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Bool {
        blocking.filters[place].map { tester?.result(from: $0, left, right) == 1 } ?? true
    }

    private func firstShared(_ place: Int, _ left: Int, _ right: Int) -> UInt32? {
        blocking.blocks[place].memberships.flatMap { memberships in
            BlockMemberships.firstShared(
                memberships.left.blocks(of: left), memberships.right.blocks(of: right))
        }
    }
}
