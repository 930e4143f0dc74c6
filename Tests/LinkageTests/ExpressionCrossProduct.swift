import Foundation
import Linkage
import Records

/// The slow obvious twin for models in SQL: every pair, and every expression one by one.
struct ExpressionCrossProduct {
    let model: LinkageModel
    let rows: [[String: String]]
    let tableOf: [Int]

    init(_ model: LinkageModel, _ tables: [[[String?]]], columns: [String]) {
        self.model = model
        rows = tables.joined().map { row in
            Dictionary(
                uniqueKeysWithValues: zip(columns, row).compactMap { name, value in
                    value.flatMap { $0.isEmpty ? nil : (name, $0) }
                })
        }
        tableOf = tables.enumerated().flatMap { table, rows in rows.map { _ in table } }
    }

    /// All candidate pairs and their weights.
    func predictions() throws -> [[Int]: Double] {
        var found: [[Int]: Double] = [:]
        for left in rows.indices {
            for right in rows.indices where left < right {
                guard model.linkType != .linkOnly || tableOf[left] != tableOf[right],
                    try model.blockingRulesToGeneratePredictions.contains(where: {
                        try isTrue($0.sql ?? "", left, right)
                    })
                else { continue }
                found[[left, right]] = try weight(left, right)
            }
        }
        return found
    }

    private func isTrue(_ sql: String, _ left: Int, _ right: Int) throws -> Bool {
        if sql == "ELSE" { return true }
        return try Expression(sql: sql).value(
            left: { name in rows[left][name].map { Array($0.utf8) } },
            right: { name in rows[right][name].map { Array($0.utf8) } }) == .boolean(true)
    }

    private func weight(_ left: Int, _ right: Int) throws -> Double {
        let prior = model.probabilityTwoRandomRecordsMatch
        var weight = log2(prior / (1 - prior))
        for comparison in model.comparisons {
            let levels = comparison.comparisonLevels
            guard let level = try levels.first(where: { try isTrue($0.sql ?? "", left, right) }),
                !level.isNullLevel, let m = level.mProbability, let u = level.uProbability
            else { continue }
            weight += log2(m / u) + rarity(of: level, in: comparison, left, right)
        }
        return weight
    }

    private func rarity(
        of level: ComparisonLevel, in comparison: Comparison, _ left: Int, _ right: Int
    ) -> Double {
        guard let column = level.tfAdjustmentColumn,
            let exact = comparison.comparisonLevels.first(where: {
                $0.sql == "\"\(column)_l\" = \"\(column)_r\""
            }), let u = exact.uProbability
        else { return 0 }
        let values = rows.compactMap { $0[column] }
        let shares = [left, right].compactMap { rows[$0][column] }.map { value in
            Double(values.count { $0 == value }) / Double(values.count)
        }
        guard let common = shares.max() else { return 0 }
        return level.tfAdjustmentWeight * log2(u / max(common, level.tfMinimumUValue))
    }
}
