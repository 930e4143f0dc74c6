/// How many pairs have each pattern: all that training and evaluation need to know of them.
public struct PatternCounts: Sendable {
    private var dense: [Int]
    private var sparse: [UInt32: Int] = [:]
    private static let denseLimit = 1 << 20

    /// No pairs yet.
    init(_ layout: PatternLayout) {
        let size = layout.patternCount
        dense = Array(repeating: 0, count: size <= Self.denseLimit ? size : 0)
    }

    /// Counts a pair.
    mutating func add(_ pattern: UInt32, count: Int = 1) {
        if dense.isEmpty {
            sparse[pattern, default: 0] += count
        } else {
            dense[Int(pattern)] += count
        }
    }

    /// The patterns that occurred, in order, and how often each did.
    public var entries: [(pattern: UInt32, count: Int)] {
        guard dense.isEmpty else {
            return dense.indices.filter { dense[$0] > 0 }.map { (UInt32($0), dense[$0]) }
        }
        return sparse.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension LinkageModel {
    /// The patterns of the pairs that rules make, over some of the comparisons.
    func patternCounts(
        _ blocking: Blocking, over comparisons: [Int], _ layout: PatternLayout
    ) -> PatternCounts {
        var vectors = ComparisonVectors(self.comparisons, layout, blocking.encoded)
        var counts = PatternCounts(layout)
        blocking.forEachPair { left, right in
            counts.add(vectors.pattern(left, right, over: comparisons))
        }
        return counts
    }
}
