import Foundation
import Records
import Testing

struct CalendarDateTests {
    @Test func `every day from 1900 to 2100 follows the one before it`() throws {
        var (year, month, day, number) = (1900, 1, 1, -25_567)
        while year <= 2100 {
            let date = try #require(CalendarDate(year: year, month: month, day: day))
            guard date.dayNumber == number, date.parts == (year, month, day) else {
                Issue.record("\(year)-\(month)-\(day) is day \(date.dayNumber), not \(number)")
                return
            }
            number += 1
            day += 1
            if day > Self.length(ofMonth: month, year: year) {
                #expect(CalendarDate(year: year, month: month, day: day) == nil)
                (month, day) = (month + 1, 1)
            }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        let leap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && year % 100 != 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    @Test(arguments: [
        ("2026-05-31", -3, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2026-01-31", 1, "2026-02-28"), ("2026-12-31", 2, "2027-02-28"),
        ("2026-03-15", 12, "2027-03-15"), ("2026-01-10", -1, "2025-12-10"),
        ("2026-01-10", -13, "2024-12-10"), ("2026-10-31", 1, "2026-11-30"),
    ])
    func `adding months keeps within the month`(from: String, months: Int, to: String) throws {
        let date = try #require(CalendarDate(from))

        #expect(date.adding(months: months).description == to)
    }

    @Test func `a leap day's birthday counts on the first of March`() throws {
        let born = try #require(CalendarDate("2008-02-29"))

        #expect(born.wholeYears(to: try #require(CalendarDate("2026-02-28"))) == 17)
        #expect(born.wholeYears(to: try #require(CalendarDate("2026-03-01"))) == 18)
    }

    @Test(arguments: [
        "2026-03-31", "31/03/2026", "31.3.2026", "31-03-2026", "31 March 2026", "31 Mar 2026",
        "20260331", " 31/3/2026 ", "31 MARCH, 2026",
    ])
    func `a date is read as people write it`(text: String) {
        #expect(CalendarDate(written: text)?.description == "2026-03-31")
    }

    @Test(arguments: [
        "", "31/02/2026", "31/03/26", "2026", "03/2026", "32/01/2026", "29/02/2025", "1/2/3/2026",
        "31 M 2026", "0/1/2026", "31/13/2026", "a/b/c", "2026-3-31T", "99999999",
    ])
    func `what is no date is not read`(text: String) {
        #expect(CalendarDate(written: text) == nil)
    }

    @Test func `a date goes through JSON as a plain string`() throws {
        let date = try #require(CalendarDate("0001-01-01"))

        let json = try JSONEncoder().encode([date])

        #expect(String(decoding: json, as: UTF8.self) == #"["0001-01-01"]"#)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: json) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}
