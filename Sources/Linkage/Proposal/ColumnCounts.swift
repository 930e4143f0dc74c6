import Records

/// How the values of one column are spread over the records of all files.
public struct ColumnCounts: Hashable, Sendable {
    /// The name of the column.
    public let name: String
    /// The records of all files.
    public let records: Int
    /// The records with a value.
    public let filled: Int
    /// The different values.
    public let distinct: Int
    /// The records with the commonest value.
    public let largest: Int
    /// Whether no two records of one file have the same value.
    public let isUniqueInEachFile: Bool
    /// Values and how many records have each, the commonest first; at most 2,000.
    public let common: [(value: String, count: Int)]

    /// Counts a column of files that all have it.
    init(_ name: String, _ tables: [RecordTable]) {
        self.name = name
        records = tables.reduce(0) { $0 + $1.rowCount }
        var counts: [String: Int] = [:]
        var isUnique = true
        for table in tables {
            guard let column = table.column(name) else { continue }
            var own = Array(repeating: 0, count: column.values.count + 1)
            for code in column.codes { own[Int(code)] += 1 }
            for code in own.indices.dropFirst() where own[code] > 0 {
                counts[column.values[UInt32(code)] ?? "", default: 0] += own[code]
                if own[code] > 1 { isUnique = false }
            }
        }
        filled = counts.values.reduce(0, +)
        distinct = counts.count
        isUniqueInEachFile = isUnique
        common = Array(
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .prefix(2_000).map { ($0.key, $0.value) })
        largest = common.first?.count ?? 0
    }

    /// The share of the records that have a value.
    public var filledShare: Double { records == 0 ? 0 : Double(filled) / Double(records) }

    /// The share of the looked-at values of which something is true.
    func share(_ isTrue: (String) -> Bool) -> Double {
        let all = common.reduce(0) { $0 + $1.count }
        let good = common.reduce(0) { $0 + (isTrue($1.value) ? $1.count : 0) }
        return all == 0 ? 0 : Double(good) / Double(all)
    }

    /// Counts are equal when all they say is.
    public static func == (left: ColumnCounts, right: ColumnCounts) -> Bool {
        left.name == right.name && left.filled == right.filled && left.distinct == right.distinct
            && left.largest == right.largest && left.records == right.records
            && left.isUniqueInEachFile == right.isUniqueInEachFile
            && left.common.map(\.value) == right.common.map(\.value)
    }

    /// Hashes what tells columns apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
