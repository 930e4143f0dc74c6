public import Records

/// By when the questions of a match should be decided, and how many a day that takes.
public struct ReviewTarget: Hashable, Sendable {
    /// Days from the match to the target.
    public static let days = 28

    /// The last day of the target.
    public let due: CalendarDate
    /// Whole days since the match.
    public let age: Int
    /// Whole days left, today included; 0 when the day has passed.
    public let daysLeft: Int
    /// Open questions to decide on each day that is left; all of them when none is.
    public let neededADay: Int

    /// The target of a match made on a day, with so many questions still open.
    public init(matchedOn start: CalendarDate, today: CalendarDate, open: Int) {
        due = start.adding(days: Self.days)
        age = max(0, today.dayNumber - start.dayNumber)
        daysLeft = max(0, due.dayNumber - today.dayNumber + 1)
        neededADay = daysLeft == 0 ? open : (open + daysLeft - 1) / daysLeft
    }

    /// Whether the day has passed.
    public var isPast: Bool { daysLeft == 0 }
}
