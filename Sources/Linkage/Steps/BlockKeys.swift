/// Where the numbers lie that two records must share to be in one block, for many blocks.
struct BlockKeys: Sendable {
    private let places: [(left: Int, right: Int)]
    /// Where the places of each of the blocks start, and where the last one's end.
    private let starts: [Int]

    init(_ rules: some Sequence<BlockingRule>, _ layout: RecordLayout) {
        var places: [(left: Int, right: Int)] = []
        var starts = [0]
        for rule in rules {
            places += rule.keySlots.map {
                (left: layout.position(of: $0.left), right: layout.position(of: $0.right))
            }
            starts.append(places.count)
        }
        self.places = places
        self.starts = starts
    }

    /// Whether two records, given by their rows, share all numbers of a block.
    @inline(__always)
    func agree(_ block: Int, _ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
        for key in starts[block]..<starts[block + 1] {
            let number = left[places[key].left]
            if number == 0 || number != right[places[key].right] { return false }
        }
        return true
    }

    /// Drops the pairs of a batch that share all numbers of a block; returns how many are left.
    ///
    /// `rows`: the rows of the right records, one after the other; `pairs`: the places of those
    /// that count, of which there are `count`.
    func dropAgreeing(
        _ block: Int, _ left: Span<UInt32>, _ rows: Span<UInt32>, _ pairs: inout [UInt16],
        _ count: Int
    ) -> Int {
        let keys = starts[block]..<starts[block + 1]
        for key in keys where left[places[key].left] == 0 { return count }
        var kept = 0
        for index in 0..<count {
            let pair = pairs[index]
            let start = Int(pair) * left.count
            var differs = 0
            for key in keys {
                let (own, other) = (left[places[key].left], rows[start + places[key].right])
                differs |= own == other ? 0 : 1
            }
            pairs[kept] = pair
            kept += differs
        }
        return kept
    }
}
