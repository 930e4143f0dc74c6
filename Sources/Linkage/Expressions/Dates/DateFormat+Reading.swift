extension DateFormat {
    /// What has been read of a date.
    fileprivate struct Parts {
        var year = 1900
        var month = 1
        var day = 1
        /// Counts only when the format has neither a month nor a day of the month.
        var dayOfYear: Int?
        var hasDay = false
        var hour = 0
        var minute = 0
        var second = 0
        var microsecond = 0
        var isAfternoon: Bool?

        /// Seconds since 1970, or nil when the calendar has no such moment.
        var seconds: Double? {
            var hour = hour
            if let isAfternoon {
                guard hour <= 12 else { return nil }
                hour = hour % 12 + (isAfternoon ? 12 : 0)
            }
            guard let number = dayNumber else { return nil }
            let whole = Double(number * 86_400 + hour * 3600 + minute * 60 + second)
            return whole + Double(microsecond) / 1_000_000
        }

        private var dayNumber: Int? {
            guard let dayOfYear, !hasDay else { return CivilDay.number(year, month, day) }
            guard let first = CivilDay.number(year, 1, 1) else { return nil }
            return first + dayOfYear - 1
        }
    }

    /// A text that is read from its beginning.
    private struct Reader {
        var bytes: ArraySlice<UInt8>

        mutating func skipSpaces() {
            while let byte = bytes.first, DateFormat.isSpace(byte) { bytes.removeFirst() }
        }

        mutating func number(width: Int) -> (value: Int, digits: Int)? {
            var (value, digits) = (0, 0)
            while digits < width, let byte = bytes.first, (0x30...0x39).contains(byte) {
                value = value * 10 + Int(byte - 0x30)
                digits += 1
                bytes.removeFirst()
            }
            return digits > 0 ? (value, digits) : nil
        }

        /// The index of the first name that the text begins with, whatever the case.
        mutating func name(_ names: [[UInt8]]) -> Int? {
            let lower = bytes.prefix(12).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            guard let index = names.firstIndex(where: { lower.starts(with: $0) }) else {
                return nil
            }
            bytes.removeFirst(names[index].count)
            return index
        }
    }

    /// The moment that a text names in this format, in seconds since 1970, or nil.
    func seconds(_ text: some Sequence<UInt8>) -> Double? {
        var reader = Reader(bytes: Array(text)[...])
        var parts = Parts()
        reader.skipSpaces()
        for sign in signs {
            guard Self.read(sign, &reader, &parts) else { return nil }
        }
        reader.skipSpaces()
        return reader.bytes.isEmpty ? parts.seconds : nil
    }

    private static func read(_ sign: Sign, _ reader: inout Reader, _ parts: inout Parts) -> Bool {
        switch sign {
        case .literal(let byte):
            return reader.bytes.popFirst() == byte
        case .space:
            guard let byte = reader.bytes.first, isSpace(byte) else { return false }
            reader.skipSpaces()
            return true
        case .number(let field, let width):
            guard let (value, digits) = reader.number(width: width) else { return false }
            return parts.take(value, digits: digits, as: field)
        case .monthName(let isFull):
            guard let index = reader.name(isFull ? months : months.map { Array($0.prefix(3)) })
            else { return false }
            parts.month = index + 1
            parts.hasDay = true
            return true
        case .weekdayName(let isFull):
            return reader.name(isFull ? weekdays : weekdays.map { Array($0.prefix(3)) }) != nil
        case .halfOfDay:
            guard let index = reader.name([Array("am".utf8), Array("pm".utf8)]) else {
                return false
            }
            parts.isAfternoon = index == 1
            return true
        }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ].map { Array($0.utf8) }

    private static let weekdays = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ].map { Array($0.utf8) }
}

extension DateFormat.Parts {
    /// Keeps a number, or tells that it is out of range.
    fileprivate mutating func take(
        _ value: Int, digits: Int, as field: DateFormat.Field
    ) -> Bool {
        switch field {
        case .year: year = value
        case .yearOfCentury: year = value + (value >= 69 ? 1900 : 2000)
        case .month:
            (month, hasDay) = (value, true)
            return (1...12).contains(value)
        case .day:
            (day, hasDay) = (value, true)
            return (1...31).contains(value)
        case .dayOfYear:
            dayOfYear = value
            return (1...366).contains(value)
        case .hour:
            hour = value
            return value < 24
        case .hourOfHalf:
            hour = value
            return (1...12).contains(value)
        case .minute:
            minute = value
            return value < 60
        case .second:
            second = value
            return value < 60
        case .microsecond:
            microsecond = (digits..<6).reduce(value) { scaled, _ in scaled * 10 }
        }
        return true
    }
}
