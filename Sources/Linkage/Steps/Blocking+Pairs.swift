extension Blocking {
    /// Visits the pairs of a rule that no earlier rule makes, the earlier record first.
    @inline(__always)
    func forEachPair(ofRule rule: Int, _ body: (_ left: Int, _ right: Int) -> Void) {
        for place in blockStarts[rule]..<blockStarts[rule + 1] {
            let all = BlockChunk(place: place, positions: 0..<blocks[place].records.count)
            forEachPair(of: all) { left, right, _, _ in body(left, right) }
        }
    }

    /// Visits every pair of every rule once, rule by rule.
    @inline(__always)
    func forEachPair(_ body: (_ left: Int, _ right: Int) -> Void) {
        for rule in rules.indices { forEachPair(ofRule: rule, body) }
    }

    /// Visits the pairs of a part of one rule's blocks, with the rows of both records.
    @inline(__always)
    func forEachPair(
        of chunk: BlockChunk,
        _ body: (
            _ left: Int, _ right: Int, _ leftRow: Span<UInt32>, _ rightRow: Span<UInt32>
        ) -> Void
    ) {
        let place = chunk.place
        // Tests need room of their own, and few rules have any.
        let hasTests =
            filters[...place].contains { $0 != nil }
            || blocks[...place].contains { $0.memberships != nil }
        var tester = hasTests ? PairTester(filterProgram, encoded) : nil
        forEachCandidate(of: chunk) { left, right, leftRow, rightRow, number in
            if tester == nil {
                if !isMade(before: place, leftRow, rightRow) {
                    body(left, right, leftRow, rightRow)
                }
            } else if isFirst(number, ofPlace: place, left, right),
                passes(place, leftRow, rightRow, &tester),
                !isMade(before: place, left, right, leftRow, rightRow, &tester)
            {
                body(left, right, leftRow, rightRow)
            }
        }
    }

    /// Visits the pairs of a part of one rule's blocks, filter and earlier rules aside.
    @inline(__always)
    private func forEachCandidate(
        of chunk: BlockChunk,
        _ body: (
            _ left: Int, _ right: Int, _ leftRow: Span<UInt32>, _ rightRow: Span<UInt32>,
            _ block: Int
        ) -> Void
    ) {
        let blocks = blocks[chunk.place]
        let width = encoded.width
        var (lefts, rights) = (GatheredRows(width: width), GatheredRows(width: width))
        for (number, block) in blocks.ranges(within: chunk.positions) {
            let positions = block.clamped(to: chunk.positions)
            guard let partners = blocks.partners else {
                guard block.count > 1 else { continue }
                let start = positions.lowerBound
                lefts.gather(blocks.records[start..<block.upperBound], from: encoded)
                let rows = lefts.cells.span
                var first = start
                for position in positions {
                    first = blocks.firstPartner(
                        of: position, in: block, linkType, encoded, after: first)
                    if first >= block.upperBound { break }
                    let left = Int(blocks.records[position])
                    let leftRow = rows.extracting(
                        (position - start) * width..<(position - start + 1) * width)
                    for other in first..<block.upperBound {
                        let from = (other - start) * width
                        body(
                            left, Int(blocks.records[other]), leftRow,
                            rows.extracting(from..<from + width), number)
                    }
                }
                continue
            }
            let others = partners.starts[number]..<partners.starts[number + 1]
            lefts.gather(blocks.records[positions], from: encoded)
            rights.gather(partners.records[others], from: encoded)
            let (leftRows, rightRows) = (lefts.cells.span, rights.cells.span)
            for position in positions {
                let left = Int(blocks.records[position])
                let bound =
                    linkType == .linkOnly ? encoded.tableEnds[encoded.table(of: left)] : left + 1
                let start = (position - positions.lowerBound) * width
                for other in others where Int(partners.records[other]) >= bound {
                    let from = (other - others.lowerBound) * width
                    body(
                        left, Int(partners.records[other]),
                        leftRows.extracting(start..<start + width),
                        rightRows.extracting(from..<from + width), number)
                }
            }
        }
    }

    private func passes(
        _ place: Int, _ left: Span<UInt32>, _ right: Span<UInt32>, _ tester: inout PairTester?
    ) -> Bool {
        filters[place].map { tester?.result(from: $0, left, right) == 1 } ?? true
    }

    /// Whether blocks before `place` make the pair too; none of them has a filter.
    @inline(__always)
    private func isMade(
        before place: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Bool {
        for earlier in 0..<place where keys.agree(earlier, left, right) { return true }
        return false
    }

    /// Whether blocks before `place` make the pair too.
    private func isMade(
        before place: Int, _ left: Int, _ right: Int, _ leftRow: Span<UInt32>,
        _ rightRow: Span<UInt32>, _ tester: inout PairTester?
    ) -> Bool {
        for earlier in 0..<place {
            let isShared =
                blocks[earlier].memberships == nil
                ? keys.agree(earlier, leftRow, rightRow)
                : firstShared(earlier, left, right) != nil
            if isShared, passes(earlier, leftRow, rightRow, &tester) { return true }
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
