/// Escaped characters and classes.
extension PatternParser {
    mutating func escaped() throws(Problem) -> Part {
        switch peek(1) {
        case "b": return assertion(.wordBoundary)
        case "B": return assertion(.noWordBoundary)
        case "A": return assertion(.textStart)
        case "z": return assertion(.textEnd)
        default: break
        }
        if let ranges = escapedClass() {
            return .set(ScalarSet(ranges: ranges, ignoresCase: flags.ignoresCase))
        }
        return literal(try escapedScalar())
    }

    private mutating func assertion(_ assertion: RegularExpression.Assertion) -> Part {
        place += 2
        return .assertion(assertion)
    }

    /// `\d \D \w \W \s \S`.
    private mutating func escapedClass() -> [ClosedRange<UInt32>]? {
        let ranges: [ClosedRange<UInt32>]
        switch peek(1) {
        case "d": ranges = ScalarSet.digitRanges
        case "D": ranges = complement(ScalarSet.digitRanges)
        case "w": ranges = ScalarSet.wordRanges
        case "W": ranges = complement(ScalarSet.wordRanges)
        case "s": ranges = ScalarSet.spaceRanges
        case "S": ranges = complement(ScalarSet.spaceRanges)
        default: return nil
        }
        place += 2
        return ranges
    }

    /// All characters but those of ranges, and but their other cases where case does not count.
    private func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        guard flags.ignoresCase else { return ScalarSet.complement(ranges) }
        let letters = ranges.filter { $0.upperBound < 0x80 }.joined()
        let others = letters.compactMap(Unicode.Scalar.init).flatMap(\.caseVariants).map(\.value)
        return ScalarSet.complement(ranges + others.map { $0...$0 })
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{07}", "f": "\u{0C}", "t": "\t", "n": "\n", "r": "\r", "v": "\u{0B}",
    ]

    private mutating func escapedScalar() throws(Problem) -> Unicode.Scalar {
        place += 1
        guard let scalar = peek() else { throw refusal("ends with a backslash") }
        if scalar == "x" { return try hexadecimal() }
        if let control = Self.escapes[scalar] {
            place += 1
            return control
        }
        guard scalar.isASCII, scalar.value > 0x20, scalar.value < 0x7F,
            !ScalarSet.isWord(scalar) || scalar == "_"
        else { throw refusal("has `\\\(scalar)`, which is not known") }
        place += 1
        return scalar
    }

    private mutating func hexadecimal() throws(Problem) -> Unicode.Scalar {
        place += 1
        var digits = ""
        if take("{") {
            while let next = peek(), next != "}", digits.count < 7 {
                digits.unicodeScalars.append(next)
                place += 1
            }
            guard take("}") else { throw refusal("has `\\x` that is not closed") }
        } else {
            for _ in 0..<2 {
                guard let next = peek() else { break }
                digits.unicodeScalars.append(next)
                place += 1
            }
            guard digits.count == 2 else { throw refusal("has `\\x` without two digits") }
        }
        guard !digits.isEmpty, digits.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit),
            let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
        else { throw refusal("has `\\x` with digits that name no character") }
        return scalar
    }

    mutating func characterClass() throws(Problem) -> ScalarSet {
        place += 1
        var set = ScalarSet(ignoresCase: flags.ignoresCase)
        set.isNegated = take("^")
        var isFirst = true
        while isFirst || peek() != "]" {
            guard let next = peek() else { throw refusal("has a class that is not closed") }
            isFirst = false
            if next == "[", peek(1) == ":", let ranges = try namedClass() {
                set.ranges += ranges
            } else if next == "\\", let ranges = escapedClass() {
                set.ranges += ranges
            } else {
                set.ranges.append(try range())
            }
        }
        place += 1
        return set
    }

    private mutating func range() throws(Problem) -> ClosedRange<UInt32> {
        let low = try classScalar()
        guard peek() == "-", let next = peek(1), next != "]" else { return low.value...low.value }
        place += 1
        let high = try classScalar()
        guard low <= high else { throw refusal("has a range whose ends are reversed") }
        return low.value...high.value
    }

    private mutating func classScalar() throws(Problem) -> Unicode.Scalar {
        guard let next = peek() else { throw refusal("has a class that is not closed") }
        if next == "\\" { return try escapedScalar() }
        place += 1
        return next
    }

    private mutating func namedClass() throws(Problem) -> [ClosedRange<UInt32>]? {
        let rest = pattern[(place + 2)...]
        guard let colon = rest.firstIndex(of: ":"), colon + 1 < pattern.count,
            pattern[colon + 1] == "]"
        else { return nil }
        var name = rest[..<colon].reduce(into: "") { $0.unicodeScalars.append($1) }
        let isNegated = name.hasPrefix("^")
        if isNegated { name.removeFirst() }
        guard let ranges = Self.namedClasses[name] else {
            throw refusal("has a class that is not known")
        }
        place = colon + 2
        return isNegated ? complement(ranges) : ranges
    }

    private static let namedClasses: [String: [ClosedRange<UInt32>]] = [
        "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
        "ascii": [0x00...0x7F], "blank": [0x09...0x09, 0x20...0x20],
        "cntrl": [0x00...0x1F, 0x7F...0x7F], "digit": [0x30...0x39], "graph": [0x21...0x7E],
        "lower": [0x61...0x7A], "print": [0x20...0x7E],
        "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
        "space": [0x09...0x0D, 0x20...0x20], "upper": [0x41...0x5A],
        "word": ScalarSet.wordRanges, "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
    ]
}
