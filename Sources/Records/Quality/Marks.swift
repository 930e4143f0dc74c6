/// What is wrong with which row, kept small: a file may be wrong in every field.
struct Marks {
    /// One thing that can be wrong with a column, or with whole rows.
    struct Issue {
        let rule: Finding.Rule
        let severity: Finding.Severity
        let sentence: String
        /// The column of the file; nil for whole rows.
        let column: Int?
        let item: DataItem.ID?
    }

    /// One row that has an issue.
    struct Mark {
        let row: UInt32
        let issue: UInt32
        /// Of a repeated value, the row that had it first; of a ragged row, its values' number.
        let detail: UInt32
    }

    private(set) var issues: [Issue] = []
    private(set) var counts: [Int] = []
    private(set) var all: [Mark] = []
    private var rejected: [Bool]

    init(rowCount: Int) { rejected = Array(repeating: false, count: rowCount) }

    func isRejected(_ row: Int) -> Bool { rejected[row] }

    /// A new issue of whole rows.
    mutating func issue(
        _ rule: Finding.Rule, severity: Finding.Severity = .error
    ) -> UInt32 {
        let sentence =
            switch (rule, severity) {
            case (.unclosedQuote, _): "A quotation mark is opened and never closed: add the other."
            case (.strayQuote, .error):
                "Text follows a closing quotation mark: double the marks that are part of a value."
            case (.strayQuote, .warning):
                "A quotation mark stands inside a value: it was read as part of it."
            default: ""
            }
        return add(
            Issue(rule: rule, severity: severity, sentence: sentence, column: nil, item: nil))
    }

    mutating func add(_ issue: Issue) -> UInt32 {
        issues.append(issue)
        counts.append(0)
        return UInt32(issues.count - 1)
    }

    mutating func add(_ issue: UInt32, row: Int, detail: Int = 0) {
        all.append(Mark(row: UInt32(row), issue: issue, detail: UInt32(detail)))
        counts[Int(issue)] += 1
        if issues[Int(issue)].severity == .error { rejected[row] = true }
    }

    /// Brings the marks into the order of the rows, and in a row that of the issues.
    mutating func sort() { all.sort { ($0.row, $0.issue) < ($1.row, $1.issue) } }

    func count(ofColumn column: Int, _ severity: Finding.Severity) -> Int {
        zip(issues, counts).reduce(0) { sum, pair in
            sum + (pair.0.column == column && pair.0.severity == severity ? pair.1 : 0)
        }
    }

    /// The most frequent rule first; those with the same count by name.
    func ruleCounts() -> [QualityReport.RuleCount] {
        var totals: [Finding.Rule: [Finding.Severity: Int]] = [:]
        for (issue, count) in zip(issues, counts) where count > 0 {
            totals[issue.rule, default: [:]][issue.severity, default: 0] += count
        }
        return totals.flatMap { rule, bySeverity in
            bySeverity.map { QualityReport.RuleCount(rule: rule, severity: $0, count: $1) }
        }.sorted {
            ($1.count, $0.rule.rawValue, $0.severity.rawValue)
                < ($0.count, $1.rule.rawValue, $1.severity.rawValue)
        }
    }
}
