/// One question about a pair of records, answered by the first of its levels that applies.
public struct Comparison: Hashable, Sendable {
    /// The name of the comparison, usually that of its column.
    public let outputColumnName: String
    /// The levels, from the null level and the closest agreement to `otherwise`.
    public var comparisonLevels: [ComparisonLevel]
    /// What the comparison is, in words, where the model says so.
    public let comparisonDescription: String?

    /// A comparison with its levels, tried in order.
    public init(
        _ outputColumnName: String, _ comparisonLevels: [ComparisonLevel],
        description: String? = nil
    ) {
        self.outputColumnName = outputColumnName
        self.comparisonLevels = comparisonLevels
        comparisonDescription = description
    }

    /// The columns that the comparison reads, term frequencies included.
    public var columns: Set<String> {
        comparisonLevels.reduce(into: []) {
            $0.formUnion($1.condition.columns)
            if let column = $1.tfAdjustmentColumn { $0.insert(column) }
        }
    }

    /// The comparison vector value of a level: -1 for a null level, 0 for the last, highest first.
    public func comparisonVectorValue(ofLevel index: Int) -> Int {
        if comparisonLevels[index].isNullLevel { return -1 }
        return comparisonLevels[(index + 1)...].count { !$0.isNullLevel }
    }

    /// The index of the level with a comparison vector value.
    func level(withValue value: Int) -> Int? {
        comparisonLevels.indices.first { comparisonVectorValue(ofLevel: $0) == value }
    }

    /// The number of comparison vector values, the null value included whether used or not.
    var radix: Int { comparisonLevels.count { !$0.isNullLevel } + 1 }
}
