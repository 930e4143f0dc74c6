public import Records

/// When a law began, as the catalogue states it: a day, or a word where no day is known.
public enum Commencement: Hashable, Sendable {
    /// In force from this day.
    case on(CalendarDate)
    /// In force for years; nobody has established the day.
    case longStanding
    /// On the statute book, but no day has been appointed.
    case notCommenced
    /// Nobody has established whether it is in force.
    case unknown

    /// Whether it had begun by a day; never where that is not known.
    public func hasBegun(on date: CalendarDate) -> Bool {
        switch self {
        case .on(let first): first <= date
        case .longStanding: true
        case .notCommenced, .unknown: false
        }
    }

    /// As people say it, after "In force:".
    public var words: String {
        switch self {
        case .on(let first): "from \(first.words)"
        case .longStanding: "for years; the first day was not looked up"
        case .notCommenced: "no: no day has been appointed for it to begin"
        case .unknown: "not known, so it is treated as not in force"
        }
    }
}

extension Commencement: Codable, CustomStringConvertible {
    /// The day in ISO 8601 form, or the catalogue's word.
    public var description: String {
        switch self {
        case .on(let first): first.description
        case .longStanding: "long-standing"
        case .notCommenced: "not-commenced"
        case .unknown: "unknown"
        }
    }

    /// Reads a day or one of the catalogue's words.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let words: [Commencement] = [.longStanding, .notCommenced, .unknown]
        if let word = words.first(where: { $0.description == text }) {
            self = word
        } else if let first = CalendarDate(text) {
            self = .on(first)
        } else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "`\(text)` is no commencement; write a date as year-month-day, "
                    + "`long-standing`, `not-commenced` or `unknown`.")
        }
    }

    /// Writes the day or the word.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
