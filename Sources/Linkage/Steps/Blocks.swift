/// The records that a rule puts together: blocks of records with equal keys.
struct Blocks: Sendable {
    /// The records with a key, block by block, each block in record order.
    let records: [UInt32]
    /// Where each block starts, and where the last one ends.
    let starts: [Int]

    /// Groups records by keys; a record without one of them is in no block.
    ///
    /// - Complexity: O(records × keys).
    init(_ rule: BlockingRule, _ encoded: EncodedRecords) {
        let positions = Set(rule.keys).map { encoded.layout.position(of: .key($0)) }.sorted()
        var keyed = (0..<UInt32(encoded.count)).map { KeyedRecord(key: 0, record: $0) }
        var bits = 0
        for position in positions {
            let codeBits = UInt32.bitWidth - UInt32(encoded.ends.count).leadingZeroBitCount
            if bits + codeBits > 64 { bits = keyed.rank(bits: bits) }
            keyed = keyed.compactMap { element in
                let code = encoded.cells[Int(element.record) * encoded.width + position]
                guard code != 0 else { return nil }
                return KeyedRecord(
                    key: element.key << UInt64(codeBits) | UInt64(code), record: element.record)
            }
            bits += codeBits
        }
        keyed.radixSort(bits: bits)
        records = keyed.map(\.record)
        starts =
            keyed.indices.filter { $0 == 0 || keyed[$0].key != keyed[$0 - 1].key } + [keyed.count]
    }

    /// The positions in `records` of each block.
    var ranges: some Sequence<Range<Int>> {
        (0..<(starts.count - 1)).lazy.map { [starts] in starts[$0]..<starts[$0 + 1] }
    }

    /// The number of pairs in all blocks and in the largest one.
    func pairCount(_ linkType: LinkType, _ encoded: EncodedRecords) -> (pairs: Int, largest: Int) {
        ranges.reduce(into: (0, 0)) { sum, block in
            let count = encoded.pairCount(among: records[block], linkType)
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
