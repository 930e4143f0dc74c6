/// How many pairs have each pattern: all that training and evaluation need to know of them.
public struct PatternCounts: Sendable {
    private var dense: [Int]
    private var sparse: [UInt64: Int] = [:]
    private static let denseLimit = 1 << 20

    /// No pairs yet.
    init(_ layout: PatternLayout) {
        let size = layout.patternCount
        dense = Array(repeating: 0, count: size <= Self.denseLimit ? size : 0)
    }

    /// Counts a pair.
    mutating func add(_ pattern: UInt64, count: Int = 1) {
        if dense.isEmpty {
            sparse[pattern, default: 0] += count
        } else {
            dense[Int(pattern)] += count
        }
    }

    /// Counts all pairs that another has counted.
    mutating func add(_ other: PatternCounts) {
        for (pattern, count) in other.entries { add(pattern, count: count) }
    }

    /// How many pairs were counted.
    var total: Int { dense.reduce(0, +) + sparse.values.reduce(0, +) }

    /// The patterns that occurred, in order, and how often each did.
    public var entries: [(pattern: UInt64, count: Int)] {
        guard dense.isEmpty else {
            return dense.indices.filter { dense[$0] > 0 }.map { (UInt64($0), dense[$0]) }
        }
        return sparse.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension LinkageModel {
    /// The patterns of the pairs that rules make, or of a sample, over some of the comparisons.
    ///
    /// The number of threads does not change the result: counts are whole numbers.
    func patternCounts(
        _ blocking: Blocking, over comparisons: [Int], _ layout: PatternLayout,
        sample: PairSample? = nil, threads: Int = 1
    ) -> PatternCounts {
        let chunks = blocking.chunks(ofPairs: 1 << 20)
        let encoded = blocking.encoded
        let start = BatchVectors(self.comparisons, over: comparisons, layout, encoded)
        let counted = parallelParts(chunks.count, threads: threads) { take in
            var vectors = start
            var counts = PatternCounts(layout)
            let (cells, width) = (encoded.cells, encoded.width)
            let rows = cells.span
            var drawn = [UInt16](repeating: 0, count: PairBatch.pairs)
            while let number = take() {
                blocking.forEachBatch(of: chunks[number], texts: start.texts) {
                    left, rights, columns, range, lanes in
                    let count = sample?.draw(left, rights, lanes, &drawn) ?? lanes.count
                    if count == 0 { return }
                    let row = rows.extracting(left * width..<(left + 1) * width)
                    vectors.prepare(row, columns, range)
                    for index in 0..<count {
                        let lane = Int(sample == nil ? lanes[index] : drawn[index])
                        let right = Int(rights[lane])
                        let other = rows.extracting(right * width..<(right + 1) * width)
                        counts.add(
                            vectors.pattern(lane, row, other, columns, range.lowerBound))
                    }
                }
            }
            return counts
        }
        return counted.dropFirst().reduce(into: counted.first ?? PatternCounts(layout)) {
            $0.add($1)
        }
    }
}
