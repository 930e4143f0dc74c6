import Exchange
import Foundation
import Records

/// A moment as people in the partnership read it: "22 November 2026 at 10:42am".
struct LocalTime: Part {
    let moment: Timestamp

    init(_ moment: Timestamp) { self.moment = moment }

    /// The day and the time in London.
    var words: String {
        let date = Date(timeIntervalSince1970: Double(moment.seconds))
        let offset = Self.london.secondsFromGMT(for: date)
        let minutes = (moment.seconds + offset - day.dayNumber * 86_400) / 60
        let (hour, minute) = (minutes / 60, minutes % 60)
        let clock = "\((hour + 11) % 12 + 1):\(minute < 10 ? "0" : "")\(minute)"
        return "\(day.words) at \(clock)\(hour < 12 ? "am" : "pm")"
    }

    var html: HTML { time(words, datetime: moment.description) }

    private var day: CalendarDate { Store.day(of: moment) }

    private static let london = TimeZone(identifier: "Europe/London") ?? .gmt
}
