import Foundation
import Records

extension Timestamp {
    /// The moment as people in London read it, with the machine's form beside it.
    var londonTime: HTML { time(londonWords, datetime: description) }

    /// Such as `22 November 2026, 10:31am`.
    var londonWords: String {
        let date = Date(timeIntervalSince1970: Double(seconds))
        let local = seconds + Self.london.secondsFromGMT(for: date)
        let day = Int((Double(local) / 86_400).rounded(.down))
        let minutes = (local - day * 86_400) / 60
        let (hour, minute) = (minutes / 60, minutes % 60)
        let clock = "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute)"
        return "\(CalendarDate(dayNumber: day).words), \(clock)\(hour < 12 ? "am" : "pm")"
    }

    private static let london = TimeZone(identifier: "Europe/London") ?? .gmt
}
