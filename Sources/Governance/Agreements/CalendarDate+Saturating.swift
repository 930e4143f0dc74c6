import Records

extension CalendarDate {
    /// The day so many months later, or the calendar's first or last day where it ends before.
    func saturating(months count: Int) -> CalendarDate {
        let (year, month, _) = parts
        let index = year * 12 + month - 1 + count
        if index < 12 { return CalendarDate(dayNumber: -719_162) }
        if index >= 10_000 * 12 { return CalendarDate(dayNumber: Self.lastDayNumber) }
        return adding(months: count)
    }

    /// The day after, or the calendar's last day.
    var next: CalendarDate {
        CalendarDate(dayNumber: min(dayNumber + 1, Self.lastDayNumber))
    }

    /// 31 December 9999.
    private static let lastDayNumber = 2_932_896
}
