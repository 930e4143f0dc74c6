/// Between what weights a level moves with how common the shared value is.
public struct RarityRange: Hashable, Sendable {
    /// The name of the comparison.
    public let comparison: String
    /// The level in words.
    public let label: String
    /// The column whose values count for more where they are rare.
    public let column: String
    /// The weight of the level where both records have the commonest value, in bits.
    public let atCommonest: Double
    /// The weight of the level where both records have the rarest value, in bits.
    public let atRarest: Double
}

extension MatchWeights {
    /// The levels that rarity moves, in the model's order, and how far it does in these records.
    ///
    /// - Complexity: O(records) for each column that levels adjust for.
    public var rarityRanges: [RarityRange] {
        var tables: [String: TermFrequencies] = [:]
        return model.comparisons.flatMap { comparison in
            comparison.comparisonLevels.compactMap { level in
                guard let column = level.tfAdjustmentColumn else { return nil }
                let table = tables[column] ?? TermFrequencies(column, records)
                tables[column] = table
                return Self.range(of: level, in: comparison, column, table)
            }
        }
    }

    private static func range(
        of level: ComparisonLevel, in comparison: Comparison, _ column: String,
        _ table: TermFrequencies
    ) -> RarityRange? {
        let exact = level.disableTfExactMatchDetection ? level : comparison.exactLevel(of: column)
        guard let u = exact?.uProbability, u > 0, level.tfAdjustmentWeight > 0 else { return nil }
        let least = level.tfMinimumUValue > 0 ? logarithm2(level.tfMinimumUValue) : -.infinity
        func weight(_ logarithm: Double) -> Double {
            level.matchWeight
                + level.tfAdjustmentWeight * (logarithm2(u) - max(logarithm, least))
        }
        return RarityRange(
            comparison: comparison.outputColumnName, label: level.labelForCharts, column: column,
            atCommonest: weight(table.commonest), atRarest: weight(table.rarest))
    }
}
