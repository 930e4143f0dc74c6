/// A random sample of records, all of whose pairs stand for all pairs.
///
/// Records are drawn by a seeded hash of their values, so the order of rows does not matter. Copies
/// of a record are drawn each by itself: together they would pass for pairs that often agree.
struct RandomPairSampling: Sendable {
    /// The records drawn, in record order.
    let records: [UInt32]

    /// Draws records so that their pairs number about `pairs`.
    init(pairs: Int, seed: UInt64, _ linkType: LinkType, _ encoded: EncodedRecords) {
        let sizes = Self.sampleSizes(pairs: pairs, linkType, encoded.tableSizes)
        let valueHashes = Self.valueHashes(encoded)
        var start = 0
        var drawn: [UInt32] = []
        for (table, size) in encoded.tableSizes.enumerated() {
            let tableSeed = SplitMix64.mixed(seed &+ UInt64(table))
            let hashed = (start..<(start + size)).map { record in
                (Self.hash(of: record, tableSeed, valueHashes, encoded), UInt32(record))
            }
            drawn += Self.tellingCopiesApart(hashed.sorted { $0 < $1 })
                .prefix(sizes[table]).map(\.1)
            start += size
        }
        records = drawn.sorted()
    }

    /// The records in the order of hashes of which copies have their own; given in order.
    private static func tellingCopiesApart(
        _ hashed: [(UInt64, UInt32)]
    ) -> [(UInt64, UInt32)] {
        var result = hashed
        var copies: UInt64 = 0
        for place in hashed.indices.dropFirst() {
            copies = hashed[place].0 == hashed[place - 1].0 ? copies + 1 : 0
            if copies > 0 {
                result[place].0 = SplitMix64.mixed(hashed[place].0 ^ SplitMix64.mixed(copies))
            }
        }
        return result.sorted { $0 < $1 }
    }

    /// How many records to draw from each table.
    private static func sampleSizes(
        pairs: Int, _ linkType: LinkType, _ sizes: [Int]
    ) -> [Int] {
        guard linkType == .linkOnly, sizes.count == 2 else {
            let total = max(1, sizes.reduce(0, +))
            let wanted = Int(Double(2 * pairs).squareRoot()) + 1
            return sizes.map { min($0, ($0 * wanted + total - 1) / total) }
        }
        let side = Int(Double(pairs).squareRoot()) + 1
        let smaller = max(1, min(sizes[0], sizes[1], side))
        let larger = max(side, pairs / smaller)
        return sizes[0] <= sizes[1]
            ? [min(sizes[0], side), min(sizes[1], larger)]
            : [min(sizes[0], larger), min(sizes[1], side)]
    }

    static func hash(
        of record: Int, _ seed: UInt64, _ valueHashes: [UInt64], _ encoded: EncodedRecords
    ) -> UInt64 {
        var hash = seed
        let start = record * encoded.width
        for position in 0..<encoded.layout.columnCount {
            hash = SplitMix64.mixed(hash &+ valueHashes[Int(encoded.cells[start + position])])
        }
        return hash
    }

    /// A hash of the bytes of every value (FNV-1a; draft-eastlake-fnv).
    static func valueHashes(_ encoded: EncodedRecords) -> [UInt64] {
        [0]
            + (1..<encoded.ends.count).map { code in
                encoded.arena[encoded.range(of: UInt32(code))].reduce(0xcbf2_9ce4_8422_2325) {
                    ($0 ^ UInt64($1)) &* 0x100_0000_01b3
                }
            }
    }

    /// Visits all pairs of the sample that may match.
    @inline(__always)
    func forEachPair(
        _ linkType: LinkType, _ encoded: EncodedRecords, _ body: (Int, Int) -> Void
    ) {
        var first = 0
        for position in records.indices {
            if linkType == .linkOnly {
                let end = encoded.tableEnds[encoded.table(of: Int(records[position]))]
                while first < records.count, records[first] < end { first += 1 }
            } else {
                first = position + 1
            }
            for other in first..<records.count { body(Int(records[position]), Int(records[other])) }
        }
    }
}
