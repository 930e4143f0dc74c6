/// The records that a rule puts together: blocks of records with equal keys.
///
/// Where a rule compares different things of the two records, a block has two sides; else both
/// sides are the same.
struct Blocks: Sendable {
    /// The left records, block by block, each block in record order.
    let records: [UInt32]
    /// Where each block starts in `records`, and where the last one ends.
    let starts: [Int]
    /// The right records and where each block starts, where they are not the left ones.
    let partners: (records: [UInt32], starts: [Int])?
    /// What else must hold of a pair.
    let filter: Expression?
    /// The blocks of each record as the left and as the right one, where it can be in several.
    let memberships: (left: BlockMemberships, right: BlockMemberships)?

    /// Groups records by keys; a record without one of them is in no block.
    ///
    /// A rule without keys puts all records into one block.
    ///
    /// - Complexity: O(records × keys).
    init(_ rule: BlockingRule, _ encoded: EncodedRecords) {
        let slots = rule.keySlots.map {
            (encoded.layout.position(of: $0.left), encoded.layout.position(of: $0.right))
        }
        filter = rule.filter
        memberships = nil
        if slots.allSatisfy({ $0.0 == $0.1 }) {
            let keyed = Self.keyed(slots.map(\.0).sorted().map { [$0] }, encoded)[0]
            records = keyed.map(\.record)
            starts = Self.starts(keyed)
            partners = nil
            return
        }
        let sides = Self.keyed(slots.map { [$0.0, $0.1] }, encoded)
        let (left, right) = Self.joined(sides[0], sides[1])
        records = left.records
        starts = left.starts
        partners = right
    }

    /// Blocks that were worked out elsewhere, with records in several of them.
    init(
        left: BlockMemberships, right: BlockMemberships, blocks count: Int, filter: Expression?
    ) {
        let (lefts, rights) = (left.blocks(count), right.blocks(count))
        records = lefts.records
        starts = lefts.starts
        partners = rights
        self.filter = filter
        memberships = (left, right)
    }

    /// The positions in `records` of each block.
    var ranges: some Sequence<Range<Int>> {
        (0..<(starts.count - 1)).lazy.map { [starts] in starts[$0]..<starts[$0 + 1] }
    }

    /// The number of pairs in all blocks and in the largest one, before the filter.
    func pairCount(_ linkType: LinkType, _ encoded: EncodedRecords) -> (pairs: Int, largest: Int) {
        guard let partners else {
            return ranges.reduce(into: (0, 0)) { sum, block in
                let count = encoded.pairCount(among: records[block], linkType)
                sum = (sum.0 + count, max(sum.1, count))
            }
        }
        return (0..<(starts.count - 1)).reduce(into: (0, 0)) { sum, block in
            let count = encoded.pairCount(
                of: records[starts[block]..<starts[block + 1]],
                with: partners.records[partners.starts[block]..<partners.starts[block + 1]],
                linkType)
            sum = (sum.0 + count, max(sum.1, count))
        }
    }

    /// Where the partners of the record at a position begin, within its block.
    ///
    /// Records are in table order, so that partners of other tables come after its own table.
    func firstPartner(
        of position: Int, in block: Range<Int>, _ linkType: LinkType, _ encoded: EncodedRecords,
        after last: Int
    ) -> Int {
        guard linkType == .linkOnly else { return position + 1 }
        let end = encoded.tableEnds[encoded.table(of: Int(records[position]))]
        var first = max(last, position + 1)
        while first < block.upperBound, records[first] < end { first += 1 }
        return first
    }

    private static func starts(_ keyed: [KeyedRecord]) -> [Int] {
        keyed.indices.filter { $0 == 0 || keyed[$0].key != keyed[$0 - 1].key } + [keyed.count]
    }

    /// Records with all keys, sorted by key: one list for each column of `positions`.
    ///
    /// `positions`: for each key, where it lies for each of the lists.
    private static func keyed(
        _ positions: [[Int]], _ encoded: EncodedRecords
    ) -> [[KeyedRecord]] {
        let sides = positions.first?.count ?? 1
        // The lists are ranked as one, so that equal keys keep equal ranks.
        var keyed = (0..<UInt32(encoded.count * sides)).map { KeyedRecord(key: 0, record: $0) }
        var bits = 0
        for position in positions {
            let codeBits = UInt32.bitWidth - UInt32(encoded.ends.count).leadingZeroBitCount
            if bits + codeBits > 64 { bits = keyed.rank(bits: bits) }
            keyed = keyed.compactMap { element in
                let (side, record) =
                    sides == 1
                    ? (0, Int(element.record))
                    : Int(element.record).quotientAndRemainder(dividingBy: encoded.count)
                let code = encoded.cells[record * encoded.width + position[side]]
                guard code != 0 else { return nil }
                return KeyedRecord(
                    key: element.key << UInt64(codeBits) | UInt64(code), record: element.record)
            }
            bits += codeBits
        }
        keyed.radixSort(bits: bits)
        guard sides > 1 else { return [keyed] }
        return (0..<sides).map { side in
            keyed.compactMap { element in
                let (its, record) = Int(element.record).quotientAndRemainder(
                    dividingBy: max(1, encoded.count))
                return its == side ? KeyedRecord(key: element.key, record: UInt32(record)) : nil
            }
        }
    }

    /// The blocks that both lists have.
    private static func joined(
        _ left: [KeyedRecord], _ right: [KeyedRecord]
    ) -> (left: (records: [UInt32], starts: [Int]), right: (records: [UInt32], starts: [Int])) {
        let (leftStarts, rightStarts) = (starts(left), starts(right))
        var (lefts, rights): ([UInt32], [UInt32]) = ([], [])
        var (from, upTo) = ([0], [0])
        var other = 0
        for block in 0..<(leftStarts.count - 1) where leftStarts[block] < left.count {
            let key = left[leftStarts[block]].key
            while other < rightStarts.count - 1, right[rightStarts[other]].key < key { other += 1 }
            guard other < rightStarts.count - 1, right[rightStarts[other]].key == key else {
                continue
            }
            lefts += left[leftStarts[block]..<leftStarts[block + 1]].map(\.record)
            rights += right[rightStarts[other]..<rightStarts[other + 1]].map(\.record)
            from.append(lefts.count)
            upTo.append(rights.count)
        }
        return ((lefts, from), (rights, upTo))
    }
}

extension EncodedRecords {
    /// The number of pairs of one of some records and a later one of others, both in order.
    func pairCount(
        of lefts: ArraySlice<UInt32>, with rights: ArraySlice<UInt32>, _ linkType: LinkType
    ) -> Int {
        var count = 0
        var next = rights.startIndex
        for left in lefts {
            let bound =
                linkType == .linkOnly ? UInt32(tableEnds[table(of: Int(left))]) : left + 1
            while next < rights.endIndex, rights[next] < bound { next += 1 }
            count += rights.endIndex - next
        }
        return count
    }
}

extension [KeyedRecord] {
    /// Replaces keys by their rank, in record order; returns the bits that ranks need.
    fileprivate mutating func rank(bits: Int) -> Int {
        radixSort(bits: bits)
        var rank: UInt64 = 0
        var last = first?.key ?? 0
        for index in indices {
            if self[index].key != last { rank += 1 }
            last = self[index].key
            self[index] = KeyedRecord(key: rank, record: self[index].record)
        }
        sort { $0.record < $1.record }
        return Swift.max(1, UInt64.bitWidth - rank.leadingZeroBitCount)
    }
}
