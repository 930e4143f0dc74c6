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
}
