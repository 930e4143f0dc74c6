import Records
import Testing

/// Checks one column, `v`, beside a reference that every row has.
struct CheckTests {
    private let today = CalendarDate(dayNumber: 20_543)  // 31 March 2026

    private func batch(
        _ item: DataItem, required: Bool = false, unique: Bool = false, checks: [Check] = [],
        warnings: [Check] = [], _ values: [String]
    ) throws -> CheckedBatch {
        let reference = DataItem(id: "ref", label: "Reference", kind: .reference)
        let dataset = DatasetSpecification(
            id: "sample", title: "Sample", description: "",
            fields: [
                .init(item: reference, required: true, unique: true),
                .init(
                    item: item, required: required, unique: unique, checks: checks,
                    warnings: warnings),
            ])
        var writer = CSVWriter(headings: ["ref", "v"], for: .programs)
        for (index, value) in values.enumerated() { writer.append(["r\(index)", value]) }
        let file = try TableFile.read(writer.bytes)
        return try file.checked(
            .chosen(["ref": "ref", "v": item.id], for: file), against: dataset, today: today)
    }

    private func item(_ kind: DataItem.Kind, _ codes: [DataItem.Code] = []) -> DataItem {
        DataItem(id: "value", label: "Value", kind: kind, codes: codes)
    }

    private func kept(_ batch: CheckedBatch) -> [String?] {
        (0..<batch.records.rowCount).map { batch.records[$0, "value"] }
    }

    private static let canonical: [(DataItem.Kind, [String], [String?])] = [
        (
            .date, ["31/3/1980", "1980-03-31 00:00:00", "NULL", ""],
            ["1980-03-31", "1980-03-31", nil, nil]
        ),
        (.postcode, [" ss12ab", "SS1 2AB"], ["SS1 2AB", "SS1 2AB"]),
        (.uprn, ["000123", "123", "n/a"], ["123", "123", nil]),
        (.money, ["£1,604", "12.5"], ["1604.00", "12.50"]),
        (.nhsNumber, ["943 476 5919"], ["9434765919"]),
        (.nationalInsuranceNumber, ["ab 12 34 56 c"], ["AB123456C"]),
        (.boolean, ["yes", "N", "0", "TRUE"], ["Y", "N", "N", "Y"]),
        (
            .text, ["  Null   Smith ", "n/a", "'=x", "a\u{A0}\u{A0}b"],
            ["Null Smith", "n/a", "=x", "a b"]
        ),
        (.reference, [" a-01 "], ["a-01"]),
    ]

    @Test(arguments: canonical)
    func `values come out in canonical form`(
        kind: DataItem.Kind, written: [String], canonical: [String?]
    ) throws {
        let batch = try batch(item(kind), written)

        #expect(kept(batch) == canonical)
        #expect(batch.rejectedRows.isEmpty)
    }

    private static let broken: [(DataItem.Kind, String, Finding.Rule)] = [
        (.date, "31/02/1980", Finding.Rule.date), (.date, "31/03/80", .date),
        (.date, "1980-03-31T09:30:00", .date), (.postcode, "Leigh", .postcode),
        (.uprn, "1.00E+11", .uprn), (.money, "lots", .money),
        (.nhsNumber, "9434765918", .nhsNumber),
        (.nationalInsuranceNumber, "QQ123456C", .nationalInsuranceNumber),
        (.boolean, "maybe", .boolean),
    ]

    @Test(arguments: broken)
    func `a value that breaks its kind's rule refuses the row`(
        kind: DataItem.Kind, value: String, rule: Finding.Rule
    ) throws {
        let batch = try batch(item(kind), [value])

        let finding = try #require(batch.report.findings.first)
        #expect(batch.rejectedRows.map(\.line) == [2])
        #expect(finding.rule == rule)
        #expect(finding.value == value)
        #expect(finding.heading == "v" && finding.item == "value" && finding.line == 2)
        #expect(finding.sentence.hasPrefix("“v” ") && finding.sentence.hasSuffix("."))
        #expect(!finding.sentence.contains(value))
        #expect(batch.records.rowCount == 0)
    }

    @Test func `codes are read in any case and by their meaning`() throws {
        let codes = [
            DataItem.Code(code: "SPD", label: "Single person discount"),
            DataItem.Code(code: "NON", label: "None"),
        ]

        let batch = try batch(
            item(.codeList, codes), ["spd", "single PERSON discount", "None", "SPX"])

        #expect(kept(batch) == ["SPD", "SPD", "NON"])
        #expect(batch.report.findings.map(\.rule) == [.codeList])
        #expect(batch.report.findings[0].sentence == "“v” is not a known code: use SPD or NON.")
        #expect(batch.report.columns[1].normalised == [.code: 3])
    }

    @Test func `a required value may not be missing`() throws {
        let batch = try batch(item(.date), required: true, ["", " ", "NULL", "1/1/2000"])

        #expect(batch.rejectedRows.map(\.line) == [2, 3, 4])
        #expect(batch.report.findings.allSatisfy { $0.rule == .required })
        #expect(batch.report.columns[1].completeness == 0.25)
    }

    @Test func `a repeated value names the line that had it first`() throws {
        let batch = try batch(item(.postcode), unique: true, ["SS1 2AB", "", "", "ss12ab"])

        #expect(batch.rejectedRows.map(\.line) == [5])
        #expect(
            batch.rejectedRows[0].advice
                == "“v” has the same value as the row on line 2: give each row its own.")
    }

    @Test(arguments: [
        (Check.notInFuture, "2026-04-01", "2026-03-31", Finding.Rule.dateInFuture),
        (.notBefore(CalendarDate(dayNumber: 0)), "1969-12-31", "1970-01-01", .dateTooEarly),
        (.minimumAge(years: 18), "2008-04-01", "2008-03-31", .minimumAge),
    ])
    func `dates are held against their limits`(
        check: Check, bad: String, good: String, rule: Finding.Rule
    ) throws {
        let refused = try batch(item(.date), checks: [check], [bad, good])
        let warned = try batch(item(.date), warnings: [check], [bad, good])

        #expect(kept(refused) == [good])
        #expect(refused.report.findings.map(\.rule) == [rule])
        #expect(kept(warned) == [bad, good])
        #expect(warned.report.findings.map(\.severity) == [.warning])
        #expect(warned.report.warningCount == 1 && warned.report.isClean)
    }

    @Test(arguments: [
        (Check.length(atMost: 3), ["abcd", "éééé"], ["abc", "ééé"], Finding.Rule.maxLength),
        (
            .pattern(["9999", "A9-A"]), ["123", "12345", "é9-A", "A9+A"], ["1234", "b2-c"], .pattern
        ),
    ])
    func `texts are held against length and form`(
        check: Check, bad: [String], good: [String], rule: Finding.Rule
    ) throws {
        let batch = try batch(item(.text), checks: [check], bad + good)

        #expect(kept(batch) == good)
        #expect(batch.report.findings.map(\.rule) == bad.map { _ in rule })
    }

    @Test func `the check of the kind may be made a warning`() throws {
        let batch = try batch(item(.postcode), warnings: [.postcode], ["nowhere"])

        #expect(kept(batch) == ["nowhere"])
        #expect(batch.report.findings.map(\.severity) == [.warning])
    }

    @Test func `line breaks and unreadable characters are warnings`() throws {
        let batch = try batch(item(.text), ["1 High St\r\nLeigh", "Zo\u{FFFD}"])

        #expect(kept(batch) == ["1 High St Leigh", "Zo\u{FFFD}"])
        #expect(batch.report.findings.map(\.rule) == [.lineBreaks, .invalidEncoding])
    }
}
