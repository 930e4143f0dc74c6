/// Pairs of one left record with up to so many right ones.
enum PairBatch {
    /// The most vectors of right records.
    static let vectors = 16
    /// The most pairs.
    static let pairs = vectors * 8
}

extension Blocking {
    /// Visits the pairs of a rule that no earlier rule makes, the earlier record first.
    @inline(__always)
    func forEachPair(ofRule rule: Int, _ body: (_ left: Int, _ right: Int) -> Void) {
        for place in blockStarts[rule]..<blockStarts[rule + 1] {
            let all = BlockChunk(place: place, positions: 0..<blocks[place].records.count)
            forEachBatch(of: all) { left, rights, _, _, lanes in
                for index in lanes.indices { body(left, Int(rights[Int(lanes[index])])) }
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
    /// A batch is one left record; the right records of some gathered vectors, of which the last
    /// may be short; those vectors; and the lanes, counted over them, that make pairs.
    /// `texts`: the columns to profile.
    @inline(__always)
    func forEachBatch(
        of chunk: BlockChunk, texts: [Int] = [],
        _ body: (
            _ left: Int, _ rights: Span<UInt32>, _ columns: GatheredColumns,
            _ vectors: Range<Int>, _ lanes: Span<UInt16>
        ) -> Void
    ) {
        var choice = PairChoice(self, chunk.place)
        forEachRun(of: chunk, texts) { left, first, rights, columns, number in
            for start in stride(from: first / 8, to: columns.height, by: PairBatch.vectors) {
                let vectors = start..<min(start + PairBatch.vectors, columns.height)
                let batch = rights.extracting(start * 8..<min(vectors.upperBound * 8, rights.count))
                let from = max(0, first - start * 8)
                let count = choice.choose(left, from, batch, columns, vectors, number)
                guard count > 0 else { continue }
                body(left, batch, columns, vectors, choice.lanes.span.extracting(0..<count))
            }
        }
    }

    /// Visits each left record of a part of one rule's blocks with all its right ones.
    ///
    /// The right ones are those of the block from `first` on, gathered in `columns`.
    @inline(__always)
    private func forEachRun(
        of chunk: BlockChunk, _ texts: [Int],
        _ body: (
            _ left: Int, _ first: Int, _ rights: Span<UInt32>, _ columns: GatheredColumns,
            _ block: Int
        ) -> Void
    ) {
        let (blocks, encoded) = (blocks[chunk.place], encoded)
        var columns = GatheredColumns(width: encoded.width, texts: texts)
        for (number, block) in blocks.ranges(within: chunk.positions) {
            let positions = block.clamped(to: chunk.positions)
            let start = positions.lowerBound
            if let partners = blocks.partners {
                let others = partners.starts[number]..<partners.starts[number + 1]
                guard !others.isEmpty else { continue }
                columns.gather(partners.records[others], from: encoded)
                var first = others.lowerBound
                for position in positions {
                    let left = Int(blocks.records[position])
                    let bound =
                        linkType == .linkOnly
                        ? encoded.tableEnds[encoded.table(of: left)] : left + 1
                    while first < others.upperBound, Int(partners.records[first]) < bound {
                        first += 1
                    }
                    if first >= others.upperBound { break }
                    body(
                        left, first - others.lowerBound, partners.records.span.extracting(others),
                        columns, number)
                }
                continue
            }
            guard block.count > 1 else { continue }
            let rest = start..<block.upperBound
            columns.gather(blocks.records[rest], from: encoded)
            var first = start
            for position in positions {
                first = blocks.firstPartner(
                    of: position, in: block, linkType, encoded, after: first)
                if first >= block.upperBound { break }
                body(
                    Int(blocks.records[position]), first - start,
                    blocks.records.span.extracting(rest), columns, number)
            }
        }
    }
}

/// Chooses the pairs of a batch that one rule's blocks make and no earlier rule does.
private struct PairChoice {
    private let blocking: Blocking
    private let earlier: BlockKeys
    private let place: Int
    /// Filters need a tester, and few rules have any.
    private var tester: PairTester?
    private var words = [Eight](repeating: .zero, count: PairBatch.vectors)
    private(set) var lanes = [UInt16](repeating: 0, count: PairBatch.pairs)

    init(_ blocking: Blocking, _ place: Int) {
        self.blocking = blocking
        self.place = place
        earlier = BlockKeys(blocking.blockRules[..<place], blocking.encoded.layout)
        let hasTests =
            blocking.filters[...place].contains { $0 != nil }
            || blocking.blocks[...place].contains { $0.memberships != nil }
        let isAsked = hasTests || !earlier.fit
        tester = isAsked ? PairTester(blocking.filterProgram, blocking.encoded) : nil
    }

    /// The number of lanes that are chosen; `block` is the number of their block.
    mutating func choose(
        _ left: Int, _ first: Int, _ rights: Span<UInt32>, _ columns: GatheredColumns,
        _ vectors: Range<Int>, _ block: Int
    ) -> Int {
        let (rows, width) = (blocking.encoded.cells, blocking.encoded.width)
        let leftRow = rows.span.extracting(left * width..<(left + 1) * width)
        guard tester == nil else {
            var count = 0
            for lane in first..<rights.count {
                let start = Int(rights[lane]) * width
                let row = rows.span.extracting(start..<start + width)
                guard isMade(left, Int(rights[lane]), leftRow, row, block) else { continue }
                lanes[count] = UInt16(lane)
                count += 1
            }
            return count
        }
        if place > 0 { earlier.agreeing(&words, leftRow, columns, vectors) }
        return Self.choose(first..<rights.count, without: words, &lanes)
    }

    /// The number of lanes whose words are zero.
    private static func choose(
        _ all: Range<Int>, without words: [Eight], _ lanes: inout [UInt16]
    ) -> Int {
        var chosen = lanes.mutableSpan
        var count = 0
        for lane in all {
            chosen[count] = UInt16(lane)
            count += words.lane(lane) == 0 ? 1 : 0
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
        for before in 0..<place {
            let isShared =
                blocking.blocks[before].memberships == nil
                ? earlier.agree(before, leftRow, rightRow)
                : firstShared(before, left, right) != nil
            if isShared, passes(before, leftRow, rightRow) { return false }
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
