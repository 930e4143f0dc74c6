/// Pairs of records that are known to match, for measuring a model.
public struct Labels: Hashable, Sendable {
    /// A pair, the earlier record first.
    public struct Pair: Hashable, Sendable {
        /// The earlier record.
        public let left: RecordLocation
        /// The later record.
        public let right: RecordLocation

        /// A pair of two records in either order.
        public init(_ first: RecordLocation, _ second: RecordLocation) {
            left = min(first, second)
            right = max(first, second)
        }
    }

    /// The pairs.
    public let matches: Set<Pair>

    /// Labels from pairs; a pair of a record with itself is left out.
    public init(_ pairs: some Sequence<Pair>) {
        matches = Set(pairs.filter { $0.left != $0.right })
    }

    /// Labels from a person number for each row of each table; nil for rows without one.
    ///
    /// Rows of the same number match, within a table too unless only links between tables count.
    public init(persons: [[Int?]], linkType: LinkType) {
        var rows: [Int: [RecordLocation]] = [:]
        for (table, numbers) in persons.enumerated() {
            for (row, number) in numbers.enumerated() {
                guard let number else { continue }
                rows[number, default: []].append(RecordLocation(table: table, row: row))
            }
        }
        var pairs: Set<Pair> = []
        for members in rows.values {
            for (position, first) in members.enumerated() {
                for second in members[(position + 1)...]
                where linkType != .linkOnly || first.table != second.table {
                    pairs.insert(Pair(first, second))
                }
            }
        }
        matches = pairs
    }
}
