/// Numbers as people read them.
enum Numerals {
    /// Whole numbers with a comma for thousands: `1,204`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// Sizes of files: `812 bytes`, `47 KB`, `2.3 MB`.
    static func size(bytes: Int) -> String {
        switch bytes {
        case ..<1_000: return "\(bytes) bytes"
        case ..<999_500: return "\((bytes + 500) / 1_000) KB"
        default:
            let tenths = (bytes + 50_000) / 100_000
            return tenths % 10 == 0
                ? "\(grouped(tenths / 10)) MB" : "\(grouped(tenths / 10)).\(tenths % 10) MB"
        }
    }

    /// One decimal place, with a sign: `+4.2`, `−0.5`, `0.0`.
    static func signed(_ value: Double) -> String {
        guard value.isFinite else {
            return value.isNaN ? "no number" : value > 0 ? "+∞" : "\u{2212}∞"
        }
        let tenths = Int((value * 10).rounded())
        let sign = tenths > 0 ? "+" : tenths < 0 ? "\u{2212}" : ""
        return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// Two decimal places, with a sign: `+4.25`, `−0.50`, `0.00`.
    static func signedHundredths(_ value: Double) -> String {
        guard value.isFinite else { return signed(value) }
        let text = decimal(value, places: 2)
        return (value * 100).rounded() > 0 ? "+" + text : text
    }

    /// So many decimal places, with a minus sign where it needs one: `0.955`, `−3.25`.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "no number" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * scale).rounded())
        let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
        guard places > 0 else { return sign + grouped(scaled) }
        let rest = String(scaled % Int(scale) + Int(scale)).dropFirst()
        return "\(sign)\(grouped(scaled / Int(scale))).\(rest)"
    }
}
