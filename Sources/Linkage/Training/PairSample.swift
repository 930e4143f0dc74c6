/// A random share of pairs, drawn by a seeded hash of both records' values.
///
/// Neither the order of rows nor which record is the left one makes a difference.
struct PairSample: Sendable {
    private let hashes: [UInt64]
    private let most: UInt64
    /// The share of all pairs that are in the sample, above 0 and below 1.
    let share: Double

    /// A sample of so many of the pairs, or nil where all of them are few enough.
    init?(_ wanted: Int, of pairs: Int, seed: UInt64, _ encoded: EncodedRecords) {
        guard pairs > wanted else { return nil }
        let values = RandomPairSampling.valueHashes(encoded)
        let mixed = SplitMix64.mixed(seed ^ 0xE3)
        hashes = (0..<encoded.count).map {
            RandomPairSampling.hash(of: $0, mixed, values, encoded)
        }
        share = Double(wanted) / Double(pairs)
        most = UInt64(share * Double(UInt64.max / 2)) * 2
    }

    /// Draws from the pairs of a left record with some right ones; returns how many.
    ///
    /// `lanes`: which of the right ones make pairs; those drawn come first in `drawn`.
    @inline(__always)
    func draw(
        _ left: Int, _ rights: Span<UInt32>, _ lanes: Span<UInt16>, _ drawn: inout [UInt16]
    ) -> Int {
        let (hashes, own) = (hashes.span, hashes[left])
        var drawn = drawn.mutableSpan
        var count = 0
        for index in lanes.indices {
            let lane = lanes[index]
            drawn[count] = lane
            count += SplitMix64.mixed(own &+ hashes[Int(rights[Int(lane)])]) <= most ? 1 : 0
        }
        return count
    }
}
