/// A moment in whole seconds, in Coordinated Universal Time.
public struct Timestamp: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Seconds since the start of 1970, without leap seconds.
    public let seconds: Int

    /// The moment so many seconds after the start of 1970.
    public init(seconds: Int) { self.seconds = seconds }

    /// Reads a plain number of seconds.
    public init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Writes a plain number of seconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }

    /// The form of RFC 3339, `2026-11-22T10:31:07Z`.
    public var description: String {
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - day * 86_400
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
        return "\(CalendarDate(dayNumber: day))T\(clock)Z"
    }

    /// The earlier moment comes first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds < right.seconds
    }
}
