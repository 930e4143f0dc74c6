/// Reads the text of a pattern.
struct PatternParser {
    typealias Part = RegularExpression.Part
    typealias Problem = RegularExpression.Problem

    struct Flags {
        var ignoresCase: Bool
        var dotMatchesNewline: Bool
        var anchorsAtLines = false
    }

    private static let repetitionLimit = 1000
    private static let depthLimit = 100

    let pattern: [Unicode.Scalar]
    var place = 0
    var flags: Flags
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

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        place + ahead < pattern.count ? pattern[place + ahead] : nil
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        place += 1
        return true
    }

    func refusal(_ what: String) -> Problem {
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

    func literal(_ scalar: Unicode.Scalar) -> Part {
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
}
