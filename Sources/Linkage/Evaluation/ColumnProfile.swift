public import Records

/// What a column of some tables holds: how complete it is and how its values are spread.
public struct ColumnProfile: Hashable, Sendable {
    /// How complete the column is in one table.
    public struct Completeness: Hashable, Sendable {
        /// The records of the table.
        public let records: Int
        /// Those of them with a value.
        public let filled: Int

        /// The share of records with a value, 0 to 1; 0 without records.
        public var share: Double { records == 0 ? 0 : Double(filled) / Double(records) }
    }

    /// A value and how often it occurs.
    public struct ValueCount: Hashable, Sendable {
        /// The value, which may be about a person.
        public let value: String
        /// The records that have it.
        public let count: Int
    }

    /// The name of the column.
    public let column: String
    /// How complete it is, table by table.
    public let tables: [Completeness]
    /// The distinct values of all tables together.
    public let distinctValues: Int
    /// The values that only one record has.
    public let singleValues: Int
    /// The commonest values, commonest first, ties in order of their bytes.
    public let commonest: [ValueCount]
    /// u of exact agreement: the share of all pairs of filled records with equal values, or nil.
    public let chanceOfAgreement: Double?

    /// All records.
    public var records: Int { tables.reduce(0) { $0 + $1.records } }
    /// The records with a value.
    public var filled: Int { tables.reduce(0) { $0 + $1.filled } }
    /// The share of records with a value, 0 to 1; 0 without records.
    public var completeness: Double { Completeness(records: records, filled: filled).share }
    /// The share of filled records that have the commonest value, or nil where none is filled.
    public var shareOfCommonest: Double? {
        commonest.first.map { Double($0.count) / Double(max(filled, 1)) }
    }

    /// The profile of a column; a table without it has no value of it.
    ///
    /// - Complexity: O(records + distinct values × log distinct values).
    public init(_ column: String, in tables: [RecordTable], commonest limit: Int = 5) {
        var counts: [[UInt8]: Int] = [:]
        var completeness: [Completeness] = []
        for table in tables {
            let found = table.column(column).map(Self.counts) ?? []
            for (value, count) in found { counts[value, default: 0] += count }
            completeness.append(
                Completeness(
                    records: table.rowCount, filled: found.reduce(0) { $0 + $1.count }))
        }
        self.column = column
        self.tables = completeness
        distinctValues = counts.count
        singleValues = counts.values.count { $0 == 1 }
        let filled = counts.values.reduce(0, +)
        let equal = counts.values.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
        chanceOfAgreement = filled > 1 ? equal / (Double(filled) * Double(filled - 1)) : nil
        let order = counts.sorted { one, other in
            one.value == other.value
                ? one.key.lexicographicallyPrecedes(other.key) : one.value > other.value
        }
        commonest = order.prefix(max(limit, 1)).map {
            ValueCount(value: String(decoding: $0.key, as: UTF8.self), count: $0.value)
        }
    }

    private static func counts(
        _ column: RecordTable.Column
    ) -> [(value: [UInt8], count: Int)] {
        var counts: [UInt32: Int] = [:]
        for code in column.codes where code != 0 { counts[code, default: 0] += 1 }
        return counts.map { (Array(column.values.bytes(of: $0.key)), $0.value) }
    }
}
