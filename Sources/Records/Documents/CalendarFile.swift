/// Days as a file for calendars, `.ics`.
///
/// Source: RFC 5545 (iCalendar), sections 3.1, 3.3.11, 3.6.1 and 3.6.6.
public struct CalendarFile: Sendable {
    /// A day with what is to be done on it.
    public struct Day: Hashable, Sendable {
        /// Names the day wherever the file goes, so that a later file replaces it.
        public let id: String
        /// The day.
        public let date: CalendarDate
        /// What is to be done, in a few words.
        public let summary: String
        /// More about it.
        public let details: String
        /// How many days before it a calendar reminds people.
        public let reminders: [Int]

        /// A day from its parts.
        public init(
            id: String, date: CalendarDate, summary: String, details: String, reminders: [Int]
        ) {
            self.id = id
            self.date = date
            self.summary = summary
            self.details = details
            self.reminders = reminders
        }
    }

    /// The media type.
    public static let type = "text/calendar; charset=utf-8"

    /// The file.
    public let bytes: [UInt8]

    /// A file of days as they were known at a moment.
    public init(_ days: [Day], at moment: Timestamp) {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Weft//Reviews//EN"]
        for day in days { lines += Self.event(day, Self.stamp(moment)) }
        lines.append("END:VCALENDAR")
        bytes = lines.flatMap { Self.folded($0) + [ASCII.carriageReturn, ASCII.lineFeed] }
    }

    private static func event(_ day: Day, _ stamp: String) -> [String] {
        let summary = escaped(day.summary)
        let alarms = day.reminders.flatMap { days in
            [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P\(days)D", "DESCRIPTION:\(summary)",
                "END:VALARM",
            ]
        }
        return [
            "BEGIN:VEVENT", "UID:\(escaped(day.id))", "DTSTAMP:\(stamp)",
            "DTSTART;VALUE=DATE:\(digits(day.date))", "SUMMARY:\(summary)",
            "DESCRIPTION:\(escaped(day.details))", "TRANSP:TRANSPARENT",
        ] + alarms + ["END:VEVENT"]
    }

    private static func digits(_ date: CalendarDate) -> String {
        date.description.filter { $0 != "-" }
    }

    /// A moment in Coordinated Universal Time, `20261122T082400Z`.
    private static func stamp(_ moment: Timestamp) -> String {
        moment.description.filter { $0 != "-" && $0 != ":" }
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case "\n", "\r\n": escaped += "\\n"
            case _ where character.isASCII && character.asciiValue.map { $0 < 0x20 } ?? false:
                continue
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// A line in pieces of at most 75 bytes; no character is cut in two.
    private static func folded(_ line: String) -> [UInt8] {
        var folded: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if length + bytes.count > 75 {
                folded += [ASCII.carriageReturn, ASCII.lineFeed, ASCII.space]
                length = 1
            }
            folded += bytes
            length += bytes.count
        }
        return folded
    }
}
