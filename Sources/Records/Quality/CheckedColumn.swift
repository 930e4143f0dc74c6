/// One mapped column while it is checked; each different value is looked at once.
struct CheckedColumn {
    let field: DatasetSpecification.Field
    let heading: String
    /// The place of the column in the file, counted from 0.
    let index: Int
    let today: CalendarDate
    /// A code a row of the file; 0 where there is no value or the row could not be cut.
    private var codes: [UInt32] = []
    private var values = ValueDictionary()
    private var written = ValueDictionary()
    private var verdicts: [Verdict] = []
    private var filledCount = 0
    private var missingCount = 0
    private var validCount = 0
    private var changeCounts: [ValueChange: Int] = [:]

    /// What is known about one way of writing a value.
    private struct Verdict {
        let code: UInt32
        let issues: [UInt32]
        let changes: [ValueChange]
    }

    /// The issues that this column can have, by their place in the marks.
    private struct Issues {
        let required: UInt32?
        let unique: UInt32?
        let lineBreaks: UInt32
        let encoding: UInt32
        let checks: [(check: Check, issue: UInt32)]
    }

    init(field: DatasetSpecification.Field, heading: String, index: Int, today: CalendarDate) {
        self.field = field
        self.heading = heading
        self.index = index
        self.today = today
    }

    /// Reads and checks the column in some rows of a file.
    mutating func read(_ rows: [Int], of file: TableFile, _ marks: inout Marks) {
        let issues = issues(&marks)
        codes = Array(repeating: 0, count: file.rowCount)
        file.text.bytes.withUnsafeBufferPointer { bytes in
            for row in rows {
                let range = file.text.rawRange(row: Int(file.dataRows[row]), field: index)
                let raw = UnsafeBufferPointer(rebasing: bytes[range])
                guard !raw.isEmpty else {
                    missingCount += 1
                    if let issue = issues.required { marks.add(issue, row: row) }
                    continue
                }
                let code = Int(written.code(of: raw))
                if code > verdicts.count { verdicts.append(verdict(on: raw, issues)) }
                note(code, row: row, &marks)
            }
        }
        if let issue = issues.unique { markRepeated(rows, issue, &marks) }
    }

    private mutating func note(_ code: Int, row: Int, _ marks: inout Marks) {
        let verdict = verdicts[code - 1]
        codes[row] = verdict.code
        for issue in verdict.issues { marks.add(issue, row: row) }
        for change in verdict.changes { changeCounts[change, default: 0] += 1 }
        if verdict.code == ValueDictionary.missing {
            missingCount += 1
        } else {
            filledCount += 1
            if verdict.issues.isEmpty { validCount += 1 }
        }
    }

    private mutating func verdict(
        on raw: UnsafeBufferPointer<UInt8>, _ issues: Issues
    ) -> Verdict {
        let value = DelimitedText.unquoted(raw)
        let (normal, changes) = field.item.normalised(value)
        guard !normal.isEmpty else {
            return Verdict(
                code: 0, issues: issues.required.map { [$0] } ?? [], changes: changes)
        }
        var broken: [UInt32] = []
        if value.contains(where: { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }) {
            broken.append(issues.lineBreaks)
        }
        if Self.hasReplacement(value) { broken.append(issues.encoding) }
        for (check, issue) in issues.checks where !check.holds(for: normal, today: today) {
            broken.append(issue)
        }
        return Verdict(code: values.code(of: normal), issues: broken, changes: changes)
    }

    private mutating func markRepeated(_ rows: [Int], _ issue: UInt32, _ marks: inout Marks) {
        var first = Array(repeating: UInt32.max, count: values.count + 1)
        for row in rows where codes[row] != 0 {
            let code = Int(codes[row])
            if first[code] == .max {
                first[code] = UInt32(row)
            } else {
                marks.add(issue, row: row, detail: Int(first[code]))
            }
        }
    }

    /// The values of some rows as a column of a table, without those of the other rows.
    func column(ofRows rows: [Int]) -> RecordTable.Column {
        var kept = ValueDictionary()
        var newCodes = Array(repeating: UInt32(0), count: values.count + 1)
        let codes = rows.map { row -> UInt32 in
            let code = Int(self.codes[row])
            if code != 0, newCodes[code] == 0 {
                newCodes[code] = kept.code(of: values.bytes(of: UInt32(code)))
            }
            return newCodes[code]
        }
        return RecordTable.Column(name: field.item.id.rawValue, values: kept, codes: codes)
    }

    func quality(_ marks: Marks) -> QualityReport.ColumnQuality {
        QualityReport.ColumnQuality(
            heading: heading, item: field.item.id, filledCount: filledCount,
            missingCount: missingCount, distinctCount: values.count,
            errorCount: marks.count(ofColumn: index, .error),
            warningCount: marks.count(ofColumn: index, .warning), validCount: validCount,
            normalised: changeCounts)
    }

    private func issues(_ marks: inout Marks) -> Issues {
        func add(
            _ rule: Finding.Rule, _ severity: Finding.Severity, _ sentence: String
        ) -> UInt32 {
            marks.add(
                Marks.Issue(
                    rule: rule, severity: severity, sentence: sentence, column: index,
                    item: field.item.id))
        }
        let checks = field.valueChecks.map { check, severity in
            (check: check, issue: add(check.rule, severity, check.sentence(for: heading)))
        }
        return Issues(
            required: field.requiredSeverity.map {
                add(.required, $0, Check.required.sentence(for: heading))
            },
            unique: field.uniqueSeverity.map {
                add(.unique, $0, "“\(heading)” has the same value as the row.")
            },
            lineBreaks: add(
                .lineBreaks, .warning, "“\(heading)” has a line break: it was read as a space."),
            encoding: add(
                .invalidEncoding, .warning,
                "“\(heading)” has characters that could not be read: check the encoding."),
            checks: checks)
    }

    /// Whether a value has the character U+FFFD, which stands for what could not be read.
    private static func hasReplacement(_ value: [UInt8]) -> Bool {
        value.indices.dropLast(2).contains {
            value[$0] == 0xef && value[$0 + 1] == 0xbf && value[$0 + 2] == 0xbd
        }
    }
}

extension DatasetSpecification.Field {
    /// How bad it is when a row has no value; nil when it is not bad at all.
    var requiredSeverity: Finding.Severity? {
        required ? .error : warnings.contains(.required) ? .warning : nil
    }

    /// How bad it is when two rows have the same value; nil when it is not bad at all.
    var uniqueSeverity: Finding.Severity? {
        unique ? .error : warnings.contains(.unique) ? .warning : nil
    }

    /// The checks of single values: that of the item's kind, then the field's own.
    var valueChecks: [(check: Check, severity: Finding.Severity)] {
        let kind = Check.ofKind(item).flatMap { checks.contains($0) ? nil : $0 }
        let kindSeverity: Finding.Severity =
            kind.map(warnings.contains) == true ? .warning : .error
        return [kind].compactMap { $0 }.map { ($0, kindSeverity) }
            + checks.map { ($0, .error) }
            + warnings.filter { $0 != kind && $0 != .required && $0 != .unique }.map {
                ($0, .warning)
            }
    }
}
