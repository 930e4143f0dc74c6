/// Records that were checked against a data set's specification; only checking makes one.
public struct CheckedBatch: Sendable {
    /// The data set whose checks the records passed.
    public let dataset: DatasetSpecification
    /// The mapping that was used.
    public let mapping: ColumnMapping
    /// The accepted records in canonical form; columns are named by the items' codes.
    public let records: RecordTable
    /// The line of the file on which each accepted record starts.
    public let lines: [Int]
    /// The rows that were refused, by line.
    public let rejectedRows: [RejectedRow]
    /// What was found.
    public let report: QualityReport
    /// The headings of the file.
    public let headings: [String]

    /// A row that was refused, as the file has it.
    public struct RejectedRow: Hashable, Sendable {
        /// The line of the file, counted from 1.
        public let line: Int
        /// The values in UTF-8, quotation marks taken off, otherwise unchanged.
        public let values: [[UInt8]]
        /// All errors of the row, and its warnings.
        public let findings: [Finding]

        /// The errors' sentences, one after the other.
        public var advice: String {
            findings.filter { $0.severity == .error }.map(\.sentence).joined(separator: " ")
        }
    }

    /// The only way in is `TableFile.checked`.
    init(
        dataset: DatasetSpecification, mapping: ColumnMapping, records: RecordTable, lines: [Int],
        rejectedRows: [RejectedRow], report: QualityReport, headings: [String]
    ) {
        self.dataset = dataset
        self.mapping = mapping
        self.records = records
        self.lines = lines
        self.rejectedRows = rejectedRows
        self.report = report
        self.headings = headings
    }
}

extension CheckedBatch {
    /// The heading of the line numbers in the file of refused rows.
    public static let lineHeading = "Line"
    /// The heading of the advice in the file of refused rows.
    public static let adviceHeading = "What to fix"

    /// The refused rows as CSV for a spreadsheet program, to correct and to load again.
    ///
    /// The file's own headings, then `Line` and `What to fix`. Columns of these names that the
    /// file already had, from an earlier round, are replaced. A row with too few values is filled
    /// up with empty ones on the right; whoever corrects it moves the values to their places.
    public func rejectedRowsCSV() -> [UInt8] {
        let added = [Self.lineHeading, Self.adviceHeading]
        let kept = headings.indices.filter { !added.contains(headings[$0]) }
        var writer = CSVWriter(headings: kept.map { headings[$0] } + added)
        for row in rejectedRows {
            // Surplus values of a ragged row stay, so that nothing is lost from view.
            let surplus = row.values.dropFirst(headings.count)
            let own = kept.map { $0 < row.values.count ? row.values[$0] : [] }
            let added = [Array(String(row.line).utf8), Array(row.advice.utf8)]
            writer.append(
                utf8: own.map(Self.restored) + added + surplus.map(Self.restored))
        }
        return writer.bytes
    }

    /// A value without the apostrophe of an earlier round; the writer gives it a new one.
    private static func restored(_ value: [UInt8]) -> [UInt8] {
        Array(CSVWriter.restored(value[...]))
    }
}
