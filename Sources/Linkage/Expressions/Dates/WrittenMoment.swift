/// A date or a moment as DuckDB casts it from text: `2020-01-31`, `2020-01-31 10:00:00.5`.
enum WrittenMoment {
    /// The day that a text names, or nil; a time after it is passed over.
    static func day(_ text: some Sequence<UInt8>) -> Int? {
        var bytes = withoutLeadingSpaces(text)
        guard let day = takeDay(&bytes) else { return nil }
        return bytes.allSatisfy(DateFormat.isSpace) || takeTime(&bytes) != nil ? day : nil
    }

    /// The moment that a text names, in seconds since 1970, or nil.
    static func seconds(_ text: some Sequence<UInt8>) -> Double? {
        var bytes = withoutLeadingSpaces(text)
        guard let day = takeDay(&bytes) else { return nil }
        let start = Double(day * 86_400)
        if bytes.isEmpty { return start }
        return takeTime(&bytes).map { start + $0 }
    }

    /// A day as text.
    static func text(day: Int) -> String {
        let (year, month, day) = CivilDay.parts(day)
        let shown = year > 0 ? year : 1 - year
        return padded(shown, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
            + (year > 0 ? "" : " (BC)")
    }

    /// A moment as text.
    static func text(seconds: Double) -> String {
        let day = Int((seconds / 86_400).rounded(.down))
        let rest = Int(((seconds - Double(day) * 86_400) * 1_000_000).rounded())
        let second = rest / 1_000_000
        var text = Self.text(day: day) + " " + padded(second / 3600, 2) + ":"
        text += padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2)
        let fraction = rest % 1_000_000
        guard fraction > 0 else { return text }
        var digits = padded(fraction, 6)
        while digits.hasSuffix("0") { digits.removeLast() }
        return text + "." + digits
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func withoutLeadingSpaces(
        _ text: some Sequence<UInt8>
    ) -> ArraySlice<UInt8> {
        var bytes = Array(text)[...]
        skipSpaces(&bytes)
        return bytes
    }

    private static func skipSpaces(_ bytes: inout ArraySlice<UInt8>) {
        bytes = bytes.drop(while: DateFormat.isSpace)
    }

    private static func takeNumber(_ bytes: inout ArraySlice<UInt8>, _ width: Int) -> Int? {
        let digits = bytes.prefix { (0x30...0x39).contains($0) }.prefix(width)
        bytes = bytes.dropFirst(digits.count)
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func takeDay(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes.removeFirst() }
        guard let year = takeNumber(&bytes, 7), let sign = bytes.popFirst(),
            "-/\\ ".utf8.contains(sign), let month = takeNumber(&bytes, 2),
            bytes.popFirst() == sign, let day = takeNumber(&bytes, 2)
        else { return nil }
        return CivilDay.number(isNegative ? -year : year, month, day)
    }

    /// ` 10:00`, `T10:00:00.5Z`, ` 10:00:00+01:00`; in seconds after the start of the day.
    private static func takeTime(_ bytes: inout ArraySlice<UInt8>) -> Double? {
        guard let sign = bytes.popFirst(), sign == UInt8(ascii: "T") || sign == 0x20 else {
            return nil
        }
        while bytes.first == 0x20 { bytes.removeFirst() }
        guard let hour = takeNumber(&bytes, 2), hour < 25, bytes.popFirst() == UInt8(ascii: ":"),
            let minute = takeNumber(&bytes, 2), minute < 60
        else { return nil }
        var seconds = Double(hour * 3600 + minute * 60)
        if bytes.first == UInt8(ascii: ":") {
            bytes.removeFirst()
            guard let second = takeSecond(&bytes), second < 60 else { return nil }
            seconds += second
        }
        guard skipOffset(&bytes), bytes.isEmpty, seconds <= 86_400 else { return nil }
        return seconds
    }

    /// The seconds after the second colon, which may be missing.
    private static func takeSecond(_ bytes: inout ArraySlice<UInt8>) -> Double? {
        guard let digit = bytes.first, (0x30...0x39).contains(digit) else { return 0 }
        return takeNumber(&bytes, 2).map { Double($0) + takeFraction(&bytes) }
    }

    /// The digits after a point as a part of a second, in whole microseconds.
    private static func takeFraction(_ bytes: inout ArraySlice<UInt8>) -> Double {
        guard bytes.first == UInt8(ascii: ".") else { return 0 }
        bytes.removeFirst()
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        bytes = bytes.dropFirst(digits.count)
        let kept = Array(digits.prefix(6))
        let value = kept.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return Double((kept.count..<6).reduce(value) { scaled, _ in scaled * 10 }) / 1_000_000
    }

    /// Passes the distance from Greenwich or a time zone after a space, which a moment without a
    /// time zone does not count.
    private static func skipOffset(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        guard let sign = bytes.popFirst() else { return true }
        switch sign {
        case UInt8(ascii: "Z"): break
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard takePair(&bytes) else { return false }
            for _ in 0..<2 where !bytes.allSatisfy(DateFormat.isSpace) {
                if bytes.first == UInt8(ascii: ":") { bytes.removeFirst() }
                guard takePair(&bytes) else { return false }
            }
        case let space where DateFormat.isSpace(space):
            skipSpaces(&bytes)
            bytes = bytes.drop { ScalarSet.isWord(Unicode.Scalar($0)) || "+-/:".utf8.contains($0) }
        default: return false
        }
        skipSpaces(&bytes)
        return bytes.isEmpty
    }

    private static func takePair(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        let digits = bytes.prefix(2)
        bytes = bytes.dropFirst(2)
        return digits.count == 2 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
