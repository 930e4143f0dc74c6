/// What the checks found in a file: totals, by rule, by column, and the first findings in full.
public struct QualityReport: Hashable, Codable, Sendable {
    /// Rows of data in the file.
    public let rowCount: Int
    /// Rows that were accepted.
    public let acceptedCount: Int
    /// Rows that were refused.
    public let rejectedCount: Int
    /// Rows that hold nothing and were skipped; they are not in `rowCount`.
    public let blankRowCount: Int
    /// How many findings each rule has, the most frequent first.
    public let rules: [RuleCount]
    /// The mapped columns, in the order of the file.
    public let columns: [ColumnQuality]
    /// Headings of columns that were left out.
    public let unmappedHeadings: [String]
    /// The first findings, by line; `errorCount` and `warningCount` count all.
    public let findings: [Finding]

    /// How many errors there are.
    public var errorCount: Int { total(of: .error) }

    /// How many warnings there are.
    public var warningCount: Int { total(of: .warning) }

    /// Whether every row was accepted.
    public var isClean: Bool { rejectedCount == 0 }

    /// The same report without personal data, fit to be kept with the load.
    public var withoutValues: QualityReport {
        QualityReport(
            rowCount: rowCount, acceptedCount: acceptedCount, rejectedCount: rejectedCount,
            blankRowCount: blankRowCount, rules: rules, columns: columns,
            unmappedHeadings: unmappedHeadings, findings: findings.map(\.withoutValue))
    }

    private func total(of severity: Finding.Severity) -> Int {
        rules.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
    }
}

extension QualityReport {
    /// How often one rule was broken.
    public struct RuleCount: Hashable, Codable, Sendable {
        /// The rule.
        public let rule: Finding.Rule
        /// Whether it refused rows.
        public let severity: Finding.Severity
        /// How often.
        public let count: Int
    }

    /// The quality of one column over all rows that could be cut into columns.
    ///
    /// Three dimensions of the Government Data Quality Framework can be told from it.
    public struct ColumnQuality: Hashable, Codable, Sendable {
        /// The heading in the file.
        public let heading: String
        /// The item that it holds.
        public let item: DataItem.ID
        /// Rows with a value.
        public let filledCount: Int
        /// Rows without a value.
        public let missingCount: Int
        /// Different values, in canonical form.
        public let distinctCount: Int
        /// Errors.
        public let errorCount: Int
        /// Warnings.
        public let warningCount: Int
        /// Rows with a value that meets all its checks, warnings too.
        public let validCount: Int
        /// How many values were changed in each way.
        public let normalised: [ValueChange: Int]

        /// The share of rows with a value, 0 to 1; 1 when there are no rows.
        public var completeness: Double { Self.share(filledCount, of: filledCount + missingCount) }

        /// The share of the values that meet all their checks, 0 to 1; 1 without values.
        public var validity: Double { Self.share(validCount, of: filledCount) }

        /// The share of the values that are different, 0 to 1; 1 without values.
        public var uniqueness: Double { Self.share(distinctCount, of: filledCount) }

        private static func share(_ part: Int, of whole: Int) -> Double {
            whole == 0 ? 1 : Double(part) / Double(whole)
        }
    }
}
