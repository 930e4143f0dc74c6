/// Reads the text of a pattern.
struct PatternParser {
    typealias Part = RegularExpression.Part
    typealias Problem = RegularExpression.Problem

    private struct Flags {
        var ignoresCase: Bool
        var dotMatchesNewline: Bool
        var anchorsAtLines = false
    }

    private static let repetitionLimit = 1000
    private static let depthLimit = 100

    private let pattern: [Unicode.Scalar]
    private var place = 0
    private var flags: Flags
    private var depth = 0
    private(set) var groupCount = 0

    init(_ pattern: String, _ options: RegularExpression.Options) {
        self.pattern = Array(pattern.unicodeScalars)
        flags = Flags(
            ignoresCase: options.ignoresCase, dotMatchesNewline: options.dotMatchesNewline)
    }

    mutating func whole() throws(Problem) -> Part {
        let part = try alternatives()
        guard place == pattern.count else {
            throw refusal("closes a bracket that is not open")
        }
        return part
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        place + ahead < pattern.count ? pattern[place + ahead] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        place += 1
        return true
    }

    private func refusal(_ what: String) -> Problem {
        let shown = pattern.reduce(into: "") { $0.unicodeScalars.append($1) }
        return Problem(
            sentence: "The pattern `\(shown)` \(what), at its character \(place + 1).")
    }

    private mutating func alternatives() throws(Problem) -> Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw refusal("is nested too deep") }
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .alternatives(parts)
    }

    private mutating func sequence() throws(Problem) -> Part {
        var parts: [Part] = []
        while let next = peek(), next != "|", next != ")" {
            let start = place
            // INVARIANT: a flag such as `(?i)` is no part and cannot be repeated.
            guard let part = try atom() else { continue }
            parts.append(try repeated(part, from: start))
        }
        return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(Problem) -> Part? {
        guard let scalar = peek() else { return .empty }
        switch scalar {
        case "(": return try group()
        case "[": return .set(try characterClass())
        case "\\": return try escaped()
        case "*", "+", "?": throw refusal("repeats nothing")
        default: break
        }
        place += 1
        switch scalar {
        case ".":
            let newline: [ClosedRange<UInt32>] = flags.dotMatchesNewline ? [] : [0x0A...0x0A]
            return .set(ScalarSet(ranges: newline, isNegated: true))
        case "^": return .assertion(flags.anchorsAtLines ? .lineStart : .textStart)
        case "$": return .assertion(flags.anchorsAtLines ? .lineEnd : .textEnd)
        default: return literal(scalar)
        }
    }

    private func literal(_ scalar: Unicode.Scalar) -> Part {
        .set(ScalarSet(ranges: [scalar.value...scalar.value], ignoresCase: flags.ignoresCase))
    }

    private mutating func repeated(_ part: Part, from start: Int) throws(Problem) -> Part {
        guard let (least, most) = try repetition() else { return part }
        let isGreedy = !take("?")
        if let next = peek(), ["*", "+", "?"].contains(next) {
            throw refusal("repeats a repetition")
        }
        let before = place
        if try repetition() != nil {
            place = before
            throw refusal("repeats a repetition")
        }
        return .repetition(part, least: least, most: most, isGreedy: isGreedy)
    }

    /// `* + ?` or `{m,n}`; braces that are no repetition stand for themselves.
    private mutating func repetition() throws(Problem) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = place
        guard take("{"), let least = try number() else {
            place = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = try number() }
        guard take("}") else {
            place = start
            return nil
        }
        if let most, most < least { throw refusal("has a repetition whose ends are reversed") }
        return (least, most)
    }

    private mutating func number() throws(Problem) -> Int? {
        var number: Int?
        while let digit = peek(), ("0"..."9").contains(digit) {
            number = (number ?? 0) * 10 + Int(digit.value - 0x30)
            if let number, number > Self.repetitionLimit {
                throw refusal("repeats more than \(Self.repetitionLimit) times")
            }
            place += 1
        }
        return number
    }

    private mutating func group() throws(Problem) -> Part? {
        place += 1
        let outer = flags
        var number: Int?
        if take("?") {
            if take("P") || peek() == "<" {
                try groupName()
                groupCount += 1
                number = groupCount
            } else if try flagLetters() {
                return nil
            }
        } else {
            groupCount += 1
            number = groupCount
        }
        let inner = try alternatives()
        guard take(")") else { throw refusal("has a bracket that is not closed") }
        flags = outer
        return .group(inner, number)
    }

    private mutating func groupName() throws(Problem) {
        guard take("<"), let first = peek(), ScalarSet.isWord(first) else {
            throw refusal("has a group that is not known")
        }
        while let next = peek(), ScalarSet.isWord(next) { _ = next; place += 1 }
        guard take(">") else { throw refusal("has a group whose name is not known") }
    }

    /// `i-s:` before a group's content, or `i-s)` for the rest of this group, which is told by
    /// true.
    private mutating func flagLetters() throws(Problem) -> Bool {
        var isOn = true
        while let letter = peek() {
            switch letter {
            case "i": flags.ignoresCase = isOn
            case "s": flags.dotMatchesNewline = isOn
            case "m": flags.anchorsAtLines = isOn
            case "-" where isOn: isOn = false
            case ":", ")":
                place += 1
                return letter == ")"
            default: throw refusal("has a group or flag that is not known")
            }
            place += 1
        }
        throw refusal("has a bracket that is not closed")
    }

    private mutating func escaped() throws(Problem) -> Part {
        switch peek(1) {
        case "b": return assertion(.wordBoundary)
        case "B": return assertion(.noWordBoundary)
        case "A": return assertion(.textStart)
        case "z": return assertion(.textEnd)
        default: break
        }
        if let ranges = try escapedClass() { return .set(ScalarSet(ranges: ranges)) }
        return literal(try escapedScalar())
    }

    private mutating func assertion(_ assertion: RegularExpression.Assertion) -> Part {
        place += 2
        return .assertion(assertion)
    }

    /// `\d \D \w \W \s \S`.
    private mutating func escapedClass() throws(Problem) -> [ClosedRange<UInt32>]? {
        let ranges: [ClosedRange<UInt32>]
        switch peek(1) {
        case "d": ranges = ScalarSet.digitRanges
        case "D": ranges = ScalarSet.complement(ScalarSet.digitRanges)
        case "w": ranges = ScalarSet.wordRanges
        case "W": ranges = ScalarSet.complement(ScalarSet.wordRanges)
        case "s": ranges = ScalarSet.spaceRanges
        case "S": ranges = ScalarSet.complement(ScalarSet.spaceRanges)
        default: return nil
        }
        place += 2
        return ranges
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

    private mutating func characterClass() throws(Problem) -> ScalarSet {
        place += 1
        var set = ScalarSet(ignoresCase: flags.ignoresCase)
        set.isNegated = take("^")
        var isFirst = true
        while isFirst || peek() != "]" {
            guard let next = peek() else { throw refusal("has a class that is not closed") }
            isFirst = false
            if next == "[", peek(1) == ":", let ranges = try namedClass() {
                set.ranges += ranges
            } else if next == "\\", let ranges = try escapedClass() {
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
        return isNegated ? ScalarSet.complement(ranges) : ranges
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
