/// How many records say too little to be matched to anything.
///
/// A record is unlinkable at a threshold if even its own copy would not reach it. Splink 4.0.17
/// and 5.0.0 draw the same counts, at each probability of five digits below 1.
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

/// How often a column is empty among the unlinkable records, and among all.
public struct MissingField: Hashable, Sendable {
    /// The name of the column.
    public let column: String
    /// The unlinkable records without a value.
    public let unlinkableWithout: Int
    /// All records without a value.
    public let allWithout: Int
}

extension MatchWeights {
    /// The columns that comparisons read and unlinkable records lack, most often lacking first.
    ///
    /// - Complexity: O(records × columns).
    public func missingFields(below threshold: Double) -> [MissingField] {
        records.missingFields(of: model, where: selfLinkWeights.map { $0 < threshold })
    }
}

extension EncodedRecords {
    /// The columns that a model's comparisons read and unlinkable records lack.
    ///
    /// `isUnlinkable`: whether each record is, by its number.
    func missingFields(
        of model: LinkageModel, where isUnlinkable: [Bool]
    ) -> [MissingField] {
        let columns = model.comparisons.reduce(into: Set<String>()) { $0.formUnion($1.columns) }
        return columns.sorted().map { column in
            let position = layout.position(ofColumn: column)
            var (unlinkable, all) = (0, 0)
            for record in 0..<count where cells[record * width + position] == 0 {
                all += 1
                unlinkable += isUnlinkable[record] ? 1 : 0
            }
            return MissingField(
                column: column, unlinkableWithout: unlinkable, allWithout: all)
        }
        .filter { $0.unlinkableWithout > 0 }
        .sorted { ($1.unlinkableWithout, $0.column) < ($0.unlinkableWithout, $1.column) }
    }
}
