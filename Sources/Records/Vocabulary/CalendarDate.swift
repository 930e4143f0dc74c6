/// A day of the Gregorian calendar, without a time or a time zone.
///
/// Valid from 1 January of year 1 to 31 December of year 9999.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970, negative before it.
    public let dayNumber: Int

    /// The day that lies `dayNumber` days after 1 January 1970.
    ///
    /// - Precondition: the day is in years 1 to 9999.
    public init(dayNumber: Int) {
        precondition((-719_162...2_932_896).contains(dayNumber), "The day is out of range.")
        self.dayNumber = dayNumber
    }

    /// The day with these parts, or nil when the calendar has no such day.
    ///
    /// - Complexity: O(1). Source: H. Hinnant, "chrono-compatible low-level date algorithms".
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, year: year)).contains(day)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = era * 146_097 + dayOfEra - 719_468
    }

    /// The year (1 to 9999), month (1 to 12) and day (1 to 31).
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// The number of days in a month, 28 to 31.
    public static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day `count` days later, or earlier when negative.
    public func adding(days count: Int) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + count)
    }

    /// The same day of the month `count` months later, or that month's last day if it is shorter.
    ///
    /// 31 May less three months is 28 February (governance.md T1).
    public func adding(months count: Int) -> CalendarDate {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + count
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let last = Self.days(inMonth: newMonth, year: newYear)
        guard let date = CalendarDate(year: newYear, month: newMonth, day: min(day, last)) else {
            preconditionFailure("The day is out of range.")
        }
        return date
    }

    /// Whole years from this day to another; a 29 February birthday counts on 1 March.
    public func wholeYears(to other: CalendarDate) -> Int {
        let (from, to) = (parts, other.parts)
        let before = (to.month, to.day) < (from.month, from.day)
        return to.year - from.year - (before ? 1 : 0)
    }

    /// The earlier day comes first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}
