import Foundation
import Records

@testable import Linkage

/// The slow obvious twin: every pair, every rule and every level, from the definitions.
struct CrossProduct {
    let model: LinkageModel
    let rows: [[String: String]]
    let tableOf: [Int]
    /// The share of each value among those of its column.
    private let shares: [String: [String: Double]]

    init(_ model: LinkageModel, _ tables: [[[String?]]], columns: [String]) {
        self.model = model
        rows = tables.joined().map { row in
            var fields: [String: String] = [:]
            for (name, value) in zip(columns, row) {
                let form = model.columnForms[name] ?? .verbatim
                let bytes = form.prepared(Array((value ?? "").utf8)[...])
                if !bytes.isEmpty { fields[name] = String(decoding: bytes, as: UTF8.self) }
            }
            return fields
        }
        shares = Dictionary(
            uniqueKeysWithValues: columns.map { [rows] column in
                let values = rows.compactMap { $0[column] }
                return (
                    column,
                    Dictionary(grouping: values) { $0 }
                        .mapValues { Double($0.count) / Double(values.count) }
                )
            })
        tableOf = tables.enumerated().flatMap { table, rows in rows.map { _ in table } }
    }

    /// The pairs that a rule makes, with their weights, by the numbers of their records.
    func predictions(threshold: Double) -> [[Int]: Double] {
        var found: [[Int]: Double] = [:]
        for left in rows.indices {
            for right in rows.indices where left < right && mayMatch(left, right) {
                let isCandidate = model.blockingRulesToGeneratePredictions.contains { rule in
                    rule.keys.allSatisfy { agree($0, left, right) }
                }
                guard isCandidate else { continue }
                let weight = matchWeight(left, right)
                if weight >= threshold { found[[left, right]] = weight }
            }
        }
        return found
    }

    func mayMatch(_ left: Int, _ right: Int) -> Bool {
        model.linkType != .linkOnly || tableOf[left] != tableOf[right]
    }

    func matchWeight(_ left: Int, _ right: Int) -> Double {
        let prior = model.probabilityTwoRandomRecordsMatch
        return model.comparisons.reduce(log2(prior / (1 - prior))) { weight, comparison in
            let level = comparison.comparisonLevels[level(of: comparison, left, right)]
            guard !level.isNullLevel, let m = level.mProbability, let u = level.uProbability
            else { return weight }
            return weight + log2(m / u) + rarity(of: level, in: comparison, left, right)
        }
    }

    /// The index of the first level that applies.
    func level(of comparison: Comparison, _ left: Int, _ right: Int) -> Int {
        comparison.comparisonLevels.firstIndex { holds($0.condition, left, right) } ?? -1
    }

    private func rarity(
        of level: ComparisonLevel, in comparison: Comparison, _ left: Int, _ right: Int
    ) -> Double {
        guard let column = level.tfAdjustmentColumn,
            let u = comparison.comparisonLevels
                .first(where: { $0.condition == .exact(column) })?.uProbability,
            let a = rows[left][column], let b = rows[right][column]
        else { return 0 }
        let common = max(
            shares[column]?[a] ?? 0, shares[column]?[b] ?? 0, level.tfMinimumUValue)
        return level.tfAdjustmentWeight * log2(u / common)
    }

    private func holds(_ condition: Condition, _ left: Int, _ right: Int) -> Bool {
        func both(_ column: String, _ test: (String, String) -> Bool) -> Bool {
            guard let a = rows[left][column], let b = rows[right][column] else { return false }
            return test(a, b)
        }
        switch condition {
        case .missing(let column): return rows[left][column] == nil || rows[right][column] == nil
        case .equal(let key): return agree(key, left, right)
        case .levenshtein(let column, let most):
            return both(column) { Slow.editDistance($0, $1, swaps: false) <= most }
        case .damerauLevenshtein(let column, let most):
            return both(column) { Slow.editDistance($0, $1, swaps: true) <= most }
        case .jaro(let column, let least): return both(column) { Slow.jaro($0, $1) >= least }
        case .jaroWinkler(let column, let least):
            return both(column) { Slow.jaroWinkler($0, $1) >= least }
        case .dateWithin(let column, let days):
            return both(column) { a, b in
                guard let a = CalendarDate(a), let b = CalendarDate(b) else { return false }
                return abs(a.dayNumber - b.dayNumber) <= days
            }
        case .datesTransposed(let column):
            return both(column) { a, b in
                let (a, b) = (a.split(separator: "-"), b.split(separator: "-"))
                return a == [b[0], b[2], b[1]]
            }
        case .columnsSwapped(let first, let second):
            return both(first) { _, _ in
                rows[left][first] == rows[right][second] && rows[left][second] == rows[right][first]
            }
        case .all(let parts): return parts.allSatisfy { holds($0, left, right) }
        case .any(let parts): return parts.contains { holds($0, left, right) }
        case .expression(let expression):
            let value = try? expression.value(
                left: { rows[left][$0].map { Array($0.utf8) } },
                right: { rows[right][$0].map { Array($0.utf8) } })
            return value == .boolean(true)
        case .otherwise: return true
        }
    }

    func agree(_ key: ColumnKey, _ left: Int, _ right: Int) -> Bool {
        guard let a = rows[left][key.column].flatMap({ derived($0, key.derivation) }) else {
            return false
        }
        return a == rows[right][key.column].flatMap { derived($0, key.derivation) }
    }

    /// Whether a prepared value is one or two letters, a digit, perhaps one more, and `9XX`.
    private static func isPostcode(_ value: String) -> Bool {
        let kinds = value.utf8.map { $0 == 32 ? " " : $0 < 58 ? "9" : "X" }.joined()
        return ["X9 9XX", "X99 9XX", "X9X 9XX", "XX9 9XX", "XX99 9XX", "XX9X 9XX"].contains(kinds)
    }

    private func derived(_ value: String, _ derivation: Derivation) -> String? {
        let outward = value.split(separator: " ").first.map(String.init) ?? ""
        let isPostcode = Self.isPostcode(value)
        switch derivation {
        case .whole: return value
        case .prefix(let length): return String(decoding: value.utf8.prefix(length), as: UTF8.self)
        case .soundex: return Soundex.code(value)
        case .year: return value.split(separator: "-").first.map(String.init)
        case .yearAndMonth: return value.split(separator: "-").prefix(2).joined(separator: "-")
        case .postcodeArea: return isPostcode ? String(outward.prefix(while: \.isLetter)) : nil
        case .postcodeDistrict: return isPostcode ? outward : nil
        case .postcodeSector: return isPostcode ? String(value.dropLast(2)) : nil
        case .houseNumber:
            return value.split(separator: " ").first { $0.first?.isNumber == true }
                .map(String.init)
        }
    }
}

/// Distances from their definitions.
enum Slow {
    static func editDistance(_ left: String, _ right: String, swaps: Bool) -> Int {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        var d = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : i } }
        for i in stride(from: 1, through: a.count, by: 1) {
            for j in stride(from: 1, through: b.count, by: 1) {
                let substituted = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, substituted)
                if swaps, i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
                }
            }
        }
        return d[a.count][b.count]
    }

    static func jaro(_ left: String, _ right: String) -> Double {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        let window = max(0, max(a.count, b.count) / 2 - 1)
        var taken = b.map { _ in false }
        var shared: [UInt8] = []
        for (i, byte) in a.enumerated() {
            guard
                let j = b.indices.first(where: {
                    abs($0 - i) <= window && !taken[$0] && b[$0] == byte
                })
            else { continue }
            taken[j] = true
            shared.append(byte)
        }
        guard !shared.isEmpty else { return 0 }
        let other = b.indices.filter { taken[$0] }.map { b[$0] }
        let m = Double(shared.count)
        let moved = Double(zip(shared, other).filter { $0 != $1 }.count / 2)
        return (m / Double(a.count) + m / Double(b.count) + (m - moved) / m) / 3
    }

    static func jaroWinkler(_ left: String, _ right: String) -> Double {
        let jaro = jaro(left, right)
        let prefix = zip(left.utf8, right.utf8).prefix(4).prefix { $0 == $1 }.count
        return jaro > 0.7 ? jaro.addingProduct(Double(prefix) * 0.1, 1 - jaro) : jaro
    }
}
