import Foundation
import Linkage
import Records

/// A file of pairs with all its columns, and the records that the pairs are of.
struct PairTable {
    typealias Record = PairFile.Record
    typealias Pair = PairFile.Pair

    /// The records, in the order of their names.
    let records: [Record]
    let pairs: [Pair]
    /// What the ids are called, without a side.
    let idHeading: String
    /// What the names of tables are called, where there are several.
    let sourceHeading: String?
    /// The file as it is, a row a pair.
    let table: RecordTable

    /// Whether records are of several tables.
    var hasSources: Bool { sourceHeading != nil }

    /// Whether no pair is of one table.
    var linksOnlySources: Bool {
        pairs.allSatisfy { records[$0.left].source != records[$0.right].source }
    }

    init(
        records: [Record], pairs: [Pair], idHeading: String, sourceHeading: String?,
        table: RecordTable
    ) {
        self.records = records
        self.pairs = pairs
        self.idHeading = idHeading
        self.sourceHeading = sourceHeading
        self.table = table
    }

    /// Reads a file whose first two or four columns name two records.
    ///
    /// `hasWeights`: whether the next column must be `match_weight`; without it weights are 0.
    init(_ path: String, hasWeights: Bool = true) throws {
        let table = try LinkFiles.table(path)
        self.table = table
        let headings = try PairHeadings(
            table.columns.map(\.name), of: path, hasWeights: hasWeights)
        let half = headings.half
        let weight = headings.weight.map { table.columns[$0] }
        (idHeading, sourceHeading) = (headings.id, headings.source)
        func record(_ row: Int, _ start: Int) -> Record {
            Record(
                source: half == 2 ? table.columns[start][row] ?? "" : "",
                id: table.columns[start + half - 1][row] ?? "")
        }
        let sides = (0..<table.rowCount).map { (record($0, 0), record($0, half)) }
        records = Self.inOrder(Set(sides.flatMap { [$0.0, $0.1] }))
        let numbers = Dictionary(
            uniqueKeysWithValues: records.enumerated().map { ($0.element, $0.offset) })
        var pairs: [Pair] = []
        for (row, side) in sides.enumerated() {
            guard let left = numbers[side.0], let right = numbers[side.1] else { continue }
            guard let weight else {
                pairs.append(Pair(left, right, weight: 0))
                continue
            }
            guard let bits = weight[row].flatMap(Double.init), !bits.isNaN else {
                throw Problem(
                    "The file `\(path)` has no number as `match_weight` in row \(row + 1).")
            }
            pairs.append(Pair(left, right, weight: bits))
        }
        self.pairs = pairs
    }

    /// By id as a number where all are numbers and there is one table, else as text.
    private static func inOrder(_ records: Set<Record>) -> [Record] {
        let isNumeric = records.allSatisfy { $0.source.isEmpty && Int($0.id) != nil }
        return isNumeric
            ? records.sorted { (Int($0.id) ?? 0) < (Int($1.id) ?? 0) } : records.sorted()
    }

    /// Records linked by chains of pairs, each cluster and all clusters in order.
    func clusters(threshold: Double) -> [[Int]] {
        Clustering.connectedComponents(of: records.count, pairs, threshold: threshold)
    }
}
