extension TableFile {
    /// Why a file cannot be checked with a mapping.
    public struct MappingRefused: Error, Hashable, Sendable {
        /// All problems; never empty.
        public let problems: [ColumnMapping.Problem]
    }

    /// Checks every row and sorts them into accepted records and refused rows.
    ///
    /// - Parameters:
    ///   - mapping: Which column holds which item.
    ///   - dataset: The checks.
    ///   - today: The day against which dates are held.
    ///   - findingLimit: How many findings the report keeps in full; all are counted, and every
    ///     refused row keeps all of its own.
    /// - Returns: The accepted records, the refused rows and the report.
    /// - Throws: `MappingRefused` with every reason why the mapping does not fit.
    /// - Complexity: O(size of the file); each different value of a column is checked once.
    public func checked(
        _ mapping: ColumnMapping, against dataset: DatasetSpecification, today: CalendarDate,
        findingLimit: Int = 500
    ) throws(MappingRefused) -> CheckedBatch {
        let problems = mapping.problems(for: self, dataset: dataset)
        guard problems.isEmpty else { throw MappingRefused(problems: problems) }
        var marks = Marks(rowCount: rowCount)
        let rows = markRows(&marks)
        let columns = dataset.fields.compactMap { field -> CheckedColumn? in
            guard let heading = mapping.column(of: field.item.id)?.heading,
                let index = headings.firstIndex(of: heading)
            else { return nil }
            var column = CheckedColumn(field: field, heading: heading, index: index, today: today)
            column.read(rows, of: self, &marks)
            return column
        }
        marks.sort()
        let accepted = (0..<rowCount).filter { !marks.isRejected($0) }
        let report = report(
            on: columns, marks: marks, mapping: mapping, acceptedCount: accepted.count,
            findingLimit: findingLimit)
        return CheckedBatch(
            dataset: dataset, mapping: mapping,
            records: RecordTable(columns: columns.map { $0.column(ofRows: accepted) }),
            lines: accepted.map { line(ofRow: $0) }, rejectedRows: rejectedRows(marks),
            report: report, headings: headings)
    }

    /// Marks what is wrong with whole rows and gives the rows that can be read by column.
    private func markRows(_ marks: inout Marks) -> [Int] {
        let unclosed = marks.issue(.unclosedQuote)
        let stray = marks.issue(.strayQuote)
        let loose = marks.issue(.strayQuote, severity: .warning)
        let ragged = marks.issue(.raggedRows)
        var usable: [Int] = []
        usable.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            let count = fieldCount(inRow: row)
            switch text.rows[Int(dataRows[row])].quoting {
            case .unclosed: marks.add(unclosed, row: row)
            case .stray: marks.add(stray, row: row)
            case _ where count != headings.count: marks.add(ragged, row: row, detail: count)
            case .loose:
                marks.add(loose, row: row)
                usable.append(row)
            case .sound: usable.append(row)
            }
        }
        return usable
    }

    private func rejectedRows(_ marks: Marks) -> [CheckedBatch.RejectedRow] {
        var rejected: [CheckedBatch.RejectedRow] = []
        var start = 0
        while start < marks.all.count {
            let row = Int(marks.all[start].row)
            let end = marks.all[start...].firstIndex { $0.row != row } ?? marks.all.count
            if marks.isRejected(row) {
                rejected.append(
                    .init(
                        line: line(ofRow: row), values: rawValues(inRow: row),
                        findings: marks.all[start..<end].map { finding($0, marks) }))
            }
            start = end
        }
        return rejected
    }

    private func finding(_ mark: Marks.Mark, _ marks: Marks) -> Finding {
        let issue = marks.issues[Int(mark.issue)]
        let row = Int(mark.row)
        let value = issue.column.map {
            ASCII.text(text.value(row: Int(dataRows[row]), field: $0))
        }
        return Finding(
            line: line(ofRow: row), heading: issue.column.map { headings[$0] }, item: issue.item,
            rule: issue.rule, severity: issue.severity,
            sentence: sentence(of: issue, detail: Int(mark.detail)), value: value)
    }

    private func sentence(of issue: Marks.Issue, detail: Int) -> String {
        switch issue.rule {
        case .raggedRows:
            "This row has \(detail) values where there are \(headings.count) headings: "
                + "look for a missing or surplus “\(delimiter.label)”."
        case .unique:
            "\(issue.sentence.dropLast()) on line \(line(ofRow: detail)): give each row its own."
        default: issue.sentence
        }
    }

    private func report(
        on columns: [CheckedColumn], marks: Marks, mapping: ColumnMapping, acceptedCount: Int,
        findingLimit: Int
    ) -> QualityReport {
        QualityReport(
            rowCount: rowCount, acceptedCount: acceptedCount,
            rejectedCount: rowCount - acceptedCount, blankRowCount: blankRowCount,
            rules: marks.ruleCounts(),
            columns: columns.sorted { $0.index < $1.index }.map { $0.quality(marks) },
            unmappedHeadings: mapping.unmappedHeadings,
            findings: marks.all.prefix(findingLimit).map { finding($0, marks) })
    }
}
