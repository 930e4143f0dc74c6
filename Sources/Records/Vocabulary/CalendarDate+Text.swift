extension CalendarDate: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// The ISO 8601 form, `2026-03-31`.
    public var description: String {
        let (year, month, day) = parts
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    /// As people read it, `31 March 2026`.
    public var words: String {
        let (year, month, day) = parts
        return "\(day) \(Self.monthNames[month - 1]) \(year)"
    }

    /// The date written in ISO 8601 form (`2026-03-31`), or nil.
    public init?(_ description: String) {
        let fields = description.utf8.split(separator: UInt8(ascii: "-"))
        guard description.utf8.count == 10, fields.count == 3, fields[0].count == 4,
            let year = Self.number(fields[0]), let month = Self.number(fields[1]),
            let day = Self.number(fields[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The date in a form that people in the United Kingdom write, or nil.
    ///
    /// Reads `2026-03-31`, `31/03/2026`, `31.3.2026`, `31-03-2026`, `31 March 2026`, `31 Mar 2026`
    /// and `20260331`. Day comes before month. Years have four digits.
    public init?(written text: String) {
        let separators = Set("/.- \t,".utf8)
        var fields = text.utf8.split(whereSeparator: separators.contains)
        if fields.count == 1, fields[0].count == 8 {
            let all = fields[0]
            fields = [all.prefix(4), all.dropFirst(4).prefix(2), all.suffix(2)]
        }
        guard fields.count == 3 else { return nil }
        if fields[0].count == 4 { fields.reverse() }
        guard fields[2].count == 4, fields[0].count <= 2, let day = Self.number(fields[0]),
            let month = Self.month(fields[1]), let year = Self.number(fields[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads the ISO 8601 form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "`\(text)` is not a date; write it as year-month-day.")
        }
        self = date
    }

    /// Writes the ISO 8601 form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// January to December.
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func number(_ field: Substring.UTF8View) -> Int? {
        guard !field.isEmpty, field.count <= 4 else { return nil }
        var value = 0
        for byte in field {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    private static func month(_ field: Substring.UTF8View) -> Int? {
        if let number = number(field) { return field.count <= 2 ? number : nil }
        let word = Substring(field).lowercased()
        guard word.utf8.count >= 3 else { return nil }
        return monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }
}
