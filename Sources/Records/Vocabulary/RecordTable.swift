/// Records as columns: each column holds one code a row and the dictionary that explains them.
///
/// A missing value has code 0; an empty field counts as missing. A table never changes.
public struct RecordTable: Sendable, Equatable {
    /// One field of every record.
    public struct Column: Sendable, Equatable {
        /// The name by which the column is addressed, usually the code of a data item.
        public let name: String
        /// The distinct values.
        public let values: ValueDictionary
        /// A code a row; 0 is missing.
        public let codes: [UInt32]

        /// A column from its parts; every code must be 0 or a code of `values`.
        public init(name: String, values: ValueDictionary, codes: [UInt32]) {
            self.name = name
            self.values = values
            self.codes = codes
        }

        /// The text in a row, or nil where it is missing.
        public subscript(row: Int) -> String? { values[codes[row]] }
    }

    /// The columns, all of the same length.
    public let columns: [Column]
    /// The number of records.
    public let rowCount: Int

    /// A table of columns that all hold the same number of rows.
    public init(columns: [Column]) {
        rowCount = columns.first?.codes.count ?? 0
        precondition(
            columns.allSatisfy { [rowCount] in $0.codes.count == rowCount },
            "All columns of a table have the same number of rows.")
        self.columns = columns
    }

    /// The column with a name, if the table has it.
    public func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// The text of one field, or nil where it is missing or there is no such column.
    public subscript(row: Int, name: String) -> String? { column(name)?[row] }

    /// The same records with only these columns, in this order; unknown names are left out.
    public func selecting(_ names: [String]) -> RecordTable {
        RecordTable(columns: names.compactMap(column))
    }
}

extension RecordTable {
    /// Collects records one at a time.
    public struct Builder: Sendable {
        private let names: [String]
        private var dictionaries: [ValueDictionary]
        private var codes: [[UInt32]]

        /// Starts a table with these columns.
        public init(columns names: [String]) {
            self.names = names
            dictionaries = Array(repeating: ValueDictionary(), count: names.count)
            codes = Array(repeating: [], count: names.count)
        }

        /// Adds the value of one column to the record being written; empty means missing.
        ///
        /// Every column must be given once a record.
        public mutating func append(_ value: some RandomAccessCollection<UInt8>, to column: Int) {
            codes[column].append(value.isEmpty ? 0 : dictionaries[column].code(of: value))
        }

        /// Adds the value of one column to the record being written; empty means missing.
        ///
        /// Every column must be given once a record.
        public mutating func append(_ value: Span<UInt8>, to column: Int) {
            codes[column].append(value.isEmpty ? 0 : dictionaries[column].code(of: value))
        }

        /// Adds a whole record; nil and the empty text mean missing.
        public mutating func append(_ record: [String?]) {
            precondition(record.count == names.count, "A record has a value for every column.")
            for (column, value) in record.enumerated() {
                append(Array((value ?? "").utf8), to: column)
            }
        }

        /// The table of all records so far.
        public func table() -> RecordTable {
            RecordTable(
                columns: names.indices.map {
                    Column(name: names[$0], values: dictionaries[$0], codes: codes[$0])
                })
        }
    }
}
