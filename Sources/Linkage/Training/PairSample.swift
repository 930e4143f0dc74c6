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

    /// Whether a pair is in the sample.
    @inline(__always)
    func holds(_ left: Int, _ right: Int) -> Bool {
        SplitMix64.mixed(hashes[left] &+ hashes[right]) <= most
    }
}
