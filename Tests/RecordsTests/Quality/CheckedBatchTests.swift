import Foundation
import Records
import Testing

struct CheckedBatchTests {
    private let today = CalendarDate(dayNumber: 20_543)  // 31 March 2026
    private static let headings =
        "Acct Ref,First Name,Last Name,D.O.B.,Prop Addr,Town,P/Code,Disc Code,Full Charge,Notes"

    private func checked(
        _ bytes: [UInt8], remembered: [String: DataItem.ID] = [:], findingLimit: Int = 500
    ) throws -> CheckedBatch {
        let dataset = try #require(try shippedDictionary().dataset("council-tax"))
        let file = try TableFile.read(bytes)
        let mapping = ColumnMapping.proposed(for: file, dataset: dataset, remembered: remembered)
        return try file.checked(
            mapping, against: dataset, today: today, findingLimit: findingLimit)
    }

    private func checked(_ rows: [String], findingLimit: Int = 500) throws -> CheckedBatch {
        let text = ([Self.headings] + rows).joined(separator: "\r\n")
        return try checked(Array(text.utf8), findingLimit: findingLimit)
    }

    private static let good =
        #"A1, Ann ,Rose,3/4/1980,"1 High St, Flat 2",Leigh,ss91aa,spd,"£1,604",x"#

    @Test func `a good row becomes a record in the order of the data set`() throws {
        let batch = try checked([Self.good])

        #expect(
            batch.records.columns.map(\.name) == [
                "account-reference", "forename", "surname", "date-of-birth", "address", "town",
                "postcode", "discount-code", "full-charge",
            ])
        #expect(
            batch.records.columns.map { $0[0] } == [
                "A1", "Ann", "Rose", "1980-04-03", "1 High St, Flat 2", "Leigh", "SS9 1AA", "SPD",
                "1604.00",
            ])
        #expect(batch.lines == [2])
        #expect(batch.report.unmappedHeadings == ["Notes"])
        #expect(batch.report.isClean && batch.report.findings.isEmpty)
    }

    @Test func `broken and ragged rows are refused with their line and the rest is kept`() throws {
        let batch = try checked([
            "A1,Ann,Rose,,1 High St,,,,,", "A2,Bo,Lee,,2 High St,,,,", "",
            #"A3,Cy,"Poe,,3 High St,,,,,"#, #"A4,Di,"Roe"e,,4 High St,,,,,"#,
            #"A5,Ed,Fox,,"The "Oaks"#, #"A6,Flo,Day,,5 "High" St,,,,,"#,
            "A7,Gus,Elm,,6 High St,,,,,",
        ])

        #expect(batch.lines == [2, 8, 9])
        #expect(batch.rejectedRows.map(\.line) == [3, 5, 6, 7])
        #expect(batch.report.blankRowCount == 1)
        #expect(batch.report.rowCount == 7)
        #expect(batch.report.rejectedCount == 4)
        #expect(
            batch.rejectedRows.flatMap(\.findings).map(\.rule) == [
                .raggedRows, .unclosedQuote, .strayQuote, .strayQuote,
            ])
        #expect(
            batch.rejectedRows[0].advice
                == "This row has 9 values where there are 10 headings: "
                + "look for a missing or surplus “,”.")
        #expect(batch.report.findings.first { $0.line == 8 }?.severity == .warning)
        #expect(batch.records[1, "address"] == #"5 "High" St"#)
    }

    @Test func `three thousand rows are counted by rule and by column`() throws {
        let rows = (0..<3000).map { row in
            "A\(row % 2990),Ann,\(row % 100 == 0 ? "" : "Rose"),"
                + "\(row % 50 == 1 ? "x" : "3/4/1980"),"
                + "\(row) High St,Leigh,\(row % 3 == 0 ? "ss91aa" : "SS9 1AA"),,12.00,"
        }

        let batch = try checked(rows, findingLimit: 25)

        #expect(batch.report.rowCount == 3000)
        #expect(batch.report.rejectedCount == 30 + 60 + 10)
        #expect(batch.rejectedRows.count == 100)
        #expect(batch.records.rowCount == 2900)
        #expect(batch.report.findings.count == 25)
        #expect(batch.report.findings.map(\.line) == batch.report.findings.map(\.line).sorted())
        #expect(batch.report.rules.map(\.rule) == [.date, .required, .unique])
        #expect(batch.report.rules.map(\.count) == [60, 30, 10])
        #expect(batch.report.errorCount == 100)
        let postcode = try #require(batch.report.columns.first { $0.item == "postcode" })
        #expect(postcode.normalised == [.postcode: 1000])
        #expect(postcode.distinctCount == 1 && postcode.completeness == 1)
        let birth = try #require(batch.report.columns.first { $0.item == "date-of-birth" })
        #expect(birth.validity == 0.98 && birth.errorCount == 60)
    }

    @Test func `records hold no value of a refused row`() throws {
        let batch = try checked([Self.good, "A2,Secret,Lee,bad,2 High St,,,,,"])

        let forename = try #require(batch.records.column("forename"))
        #expect(forename.values.count == 1)
        #expect(forename.values.find(Array("Secret".utf8)) == nil)
    }

    @Test func `a report can be kept without personal data`() throws {
        let report = try checked(["A1,Ann,Rose,never,1 High St,Leigh,nowhere,,,"]).report

        let json = String(decoding: try JSONEncoder().encode(report.withoutValues), as: UTF8.self)

        #expect(report.findings.map(\.value) == ["never", "nowhere"])
        #expect(!["never", "nowhere", "Rose", "High St"].contains { json.contains($0) })
        #expect(
            try JSONDecoder().decode(QualityReport.self, from: Data(json.utf8))
                == report.withoutValues)
    }

    @Test func `refused rows come back as the file had them, with line and advice`() throws {
        let batch = try checked([Self.good, #" A2 ,=Bo,"Lee ""L""",31/02/1980,2 High St,,,,,"#])

        let text = String(decoding: batch.rejectedRowsCSV(), as: UTF8.self)

        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "\u{FEFF}\(Self.headings),Line,What to fix")
        #expect(
            lines[1] == #" A2 ,"'=Bo","Lee ""L""",31/02/1980,2 High St,,,,,,3,"#
                + #""“D.O.B.” is not a date: write it as day, month and four-digit year, "#
                + #"as 31/03/2026.""#)
        #expect(lines.count == 2)
    }

    @Test func `refused rows can be corrected and loaded again, as often as it takes`() throws {
        let first = try checked([
            "A1,=Ann,Rose,31/02/1980,1 High St,,,,,", "A2,Bo,,3/4/1980,2 High St,,,,,",
            "A3,Cy,Poe,3/4/1980,3 High St",
        ])
        let again = try checked(first.rejectedRowsCSV())
        let corrected = String(decoding: again.rejectedRowsCSV(), as: UTF8.self)
            .replacingOccurrences(of: "31/02/1980", with: "28/02/1980")
            .replacingOccurrences(of: "A2,Bo,,", with: "A2,Bo,Lee,")

        let last = try checked(Array(corrected.utf8))

        #expect(again.rejectedRows.count == 2)
        #expect(again.headings.suffix(2) == ["Line", "What to fix"])
        #expect(last.rejectedRows.isEmpty)
        #expect(last.headings == again.headings)
        #expect(last.records.column("forename")?[0] == "=Ann")
        #expect(last.records.column("date-of-birth")?[0] == "1980-02-28")
    }
}
