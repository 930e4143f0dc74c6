/// A part of a date or a time that conditions can ask for.
enum DatePart: String, Hashable, CaseIterable {
    case year, quarter, month, week, day, hour, minute, second
    case dayOfWeek = "dayofweek"
    case dayOfYear = "dayofyear"

    /// The part by one of DuckDB's names for it, in any case.
    init?(name: String) {
        let name = name.lowercased()
        guard let part = DatePart(rawValue: name) ?? Self.names[name] else { return nil }
        self = part
    }

    private static let names: [String: DatePart] = [
        "yr": .year, "y": .year, "years": .year, "yrs": .year, "mon": .month, "months": .month,
        "mons": .month, "days": .day, "d": .day, "dayofmonth": .day, "hr": .hour, "h": .hour,
        "hours": .hour, "hrs": .hour, "min": .minute, "m": .minute, "minutes": .minute,
        "mins": .minute, "sec": .second, "s": .second, "seconds": .second, "secs": .second,
        "weeks": .week, "w": .week, "quarters": .quarter, "dow": .dayOfWeek, "weekday": .dayOfWeek,
        "doy": .dayOfYear,
    ]

    /// What is wrong with the constant that names a part, or nil.
    static func problem(in value: Expression) -> String? {
        guard case .constant(.text(let name)) = value else {
            return "The part of the date must be a text in quotes."
        }
        return DatePart(name: name) == nil ? "The part `\(name)` of a date is not known." : nil
    }

    /// The part of a moment, in seconds since 1970.
    func value(of seconds: Double) -> Int {
        let day = Int((seconds / 86_400).rounded(.down))
        let second = Int((seconds - Double(day) * 86_400).rounded(.down))
        let (year, month, dayOfMonth) = CivilDay.parts(day)
        return switch self {
        case .year: year
        case .quarter: (month - 1) / 3 + 1
        case .month: month
        case .week: Self.week(day)
        case .day: dayOfMonth
        case .hour: second / 3600
        case .minute: second / 60 % 60
        case .second: second % 60
        case .dayOfWeek: day + 4 - CivilDay.floored(day + 4, 7) * 7
        case .dayOfYear: day - (CivilDay.number(year, 1, 1) ?? day) + 1
        }
    }

    /// The ISO 8601 week: it belongs to the year of its Thursday.
    private static func week(_ day: Int) -> Int {
        let monday = CivilDay.floored(day + 3, 7) * 7 - 3
        let thursday = monday + 3
        let year = CivilDay.parts(thursday).year
        return (thursday - (CivilDay.number(year, 1, 1) ?? thursday)) / 7 + 1
    }

    /// How many boundaries of the part lie between two moments; of weeks, how many are whole.
    func difference(from start: Double, to end: Double) -> Int {
        switch self {
        case .year: value(of: end) - value(of: start)
        case .month: Self.months(end) - Self.months(start)
        case .quarter:
            CivilDay.floored(Self.months(end), 3) - CivilDay.floored(Self.months(start), 3)
        case .week: (Self.whole(end, 86_400) - Self.whole(start, 86_400)) / 7
        case .day, .dayOfWeek, .dayOfYear: Self.whole(end, 86_400) - Self.whole(start, 86_400)
        case .hour: Self.whole(end, 3600) - Self.whole(start, 3600)
        case .minute: Self.whole(end, 60) - Self.whole(start, 60)
        case .second: Self.whole(end, 1) - Self.whole(start, 1)
        }
    }

    private static func months(_ seconds: Double) -> Int {
        let (year, month, _) = CivilDay.parts(Int((seconds / 86_400).rounded(.down)))
        return year * 12 + month - 1
    }

    private static func whole(_ seconds: Double, _ length: Double) -> Int {
        Int((seconds / length).rounded(.down))
    }
}
