/// How many records say too little to be matched to anything.
///
/// A record is unlinkable at a threshold if even its own copy would not reach it. Splink's chart
/// is the same, with weights rounded to a tenth and the tenth itself counted as unlinkable.
public struct Unlinkables: Hashable, Sendable {
    /// The weight of each record against itself, from the lowest up, in bits.
    public let selfLinkWeights: [Double]

    /// Unlinkables from the weights of records against themselves, in any order.
    public init(selfLinkWeights: [Double]) { self.selfLinkWeights = selfLinkWeights.sorted() }

    /// The records that cannot reach a threshold in bits.
    ///
    /// - Complexity: O(log records).
    public func count(below threshold: Double) -> Int {
        var (low, high) = (0, selfLinkWeights.count)
        while low < high {
            let middle = (low + high) / 2
            if selfLinkWeights[middle] < threshold { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The share of records that cannot reach a threshold in bits, 0 to 1; 0 without records.
    public func share(below threshold: Double) -> Double {
        selfLinkWeights.isEmpty
            ? 0 : Double(count(below: threshold)) / Double(selfLinkWeights.count)
    }
}

extension MatchWeights {
    /// The records weighed against themselves.
    public var unlinkables: Unlinkables { Unlinkables(selfLinkWeights: selfLinkWeights) }

    /// The weight of each record against itself, by its number, in bits.
    ///
    /// - Complexity: O(records × comparisons).
    public var selfLinkWeights: [Double] {
        var vectors = ComparisonVectors(model.comparisons, layout, records)
        let all = Array(model.comparisons.indices)
        return (0..<records.count).map { record in
            matchWeight(vectors.pattern(record, record, over: all), record, record)
        }
    }
}
