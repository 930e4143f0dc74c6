/// A number in a text, as DuckDB's casts read it: spaces around it, a sign, a point, an exponent.
struct WrittenNumber {
    private let isNegative: Bool
    /// Digits before and after the point, as numbers 0 to 9.
    private var whole: [UInt8] = []
    private var fraction: [UInt8] = []
    private var exponent = 0
    private let hasTwoSigns: Bool
    /// Infinity or not a number.
    private var special: Double?

    /// Whether the text holds digits alone, without a point or an exponent.
    private(set) var isWhole = true

    /// The number, or nil when the text is none.
    init?(_ text: [UInt8]) {
        var bytes = text[...]
        while let byte = bytes.first, DateFormat.isSpace(byte) { bytes.removeFirst() }
        while let byte = bytes.last, DateFormat.isSpace(byte) { bytes.removeLast() }
        let hasPlus = bytes.first == UInt8(ascii: "+")
        if hasPlus { bytes.removeFirst() }
        isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes.removeFirst() }
        // A number of 64 bits may have two signs, a whole one may not.
        hasTwoSigns = hasPlus && isNegative
        isWhole = !hasTwoSigns
        let word = String(decoding: bytes, as: UTF8.self).lowercased()
        if let special = Self.specials[word] {
            self.special = special
            isWhole = false
            return
        }
        guard readDigits(&bytes), readExponent(&bytes), bytes.isEmpty else { return nil }
    }

    private static let specials: [String: Double] = [
        "inf": .infinity, "infinity": .infinity, "nan": .nan,
    ]

    /// Digits, between which a low line may stand.
    private static func digits(_ bytes: inout ArraySlice<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        while let byte = bytes.first {
            let isGap = byte == UInt8(ascii: "_") && !digits.isEmpty
            let digit = isGap ? bytes.dropFirst().first : byte
            guard let digit, (0x30...0x39).contains(digit) else { break }
            digits.append(digit - 0x30)
            bytes = bytes.dropFirst(isGap ? 2 : 1)
        }
        return digits
    }

    private mutating func readDigits(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        whole = Self.digits(&bytes)
        if bytes.first == UInt8(ascii: ".") {
            bytes.removeFirst()
            isWhole = false
            fraction = Self.digits(&bytes)
        }
        return !whole.isEmpty || !fraction.isEmpty
    }

    private mutating func readExponent(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        guard let letter = bytes.first, letter | 0x20 == UInt8(ascii: "e") else { return true }
        bytes.removeFirst()
        isWhole = false
        let isBelow = bytes.first == UInt8(ascii: "-")
        if isBelow || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        let digits = Self.digits(&bytes)
        // Beyond four digits the number is zero or infinite anyway.
        let value = digits.reduce(0) { min(99_999, $0 * 10 + Int($1)) }
        exponent = isBelow ? -value : value
        return !digits.isEmpty
    }

    /// The number in 64 bits, perhaps infinite.
    var double: Double {
        let sign: Double = isNegative ? -1 : 1
        if let special { return sign * special }
        let digits = (whole + [UInt8(0)][..<(whole.isEmpty ? 1 : 0)]).map { "\($0)" }.joined()
        let after = fraction.map { "\($0)" }.joined()
        return sign * (Double("\(digits).\(after.isEmpty ? "0" : after)e\(exponent)") ?? .infinity)
    }

    /// The nearest whole number, halves away from zero, or nil when it is too large.
    var integer: Int? {
        guard special == nil, !hasTwoSigns, exponent < 40 else { return nil }
        var digits = whole
        var rest = fraction[...]
        if exponent > 0 {
            for _ in 0..<exponent { digits.append(rest.popFirst() ?? 0) }
        } else {
            for _ in 0..<min(-exponent, 400) {
                rest = ([digits.popLast() ?? 0] + rest)[...]
            }
        }
        var value = 0
        for digit in digits {
            let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (next, isBeyond) = scaled.subtractingReportingOverflow(Int(digit))
            guard !isTooLarge, !isBeyond else { return nil }
            value = next
        }
        if let first = rest.first, first >= 5 {
            let (next, isBeyond) = value.subtractingReportingOverflow(1)
            guard !isBeyond else { return nil }
            value = next
        }
        return isNegative ? value : value == .min ? nil : -value
    }
}
