/// The functions of DuckDB that take a pattern.
extension RegularExpression {
    /// The text of a group of the first match, or an empty text.
    func extracted(_ group: Int, from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard group <= groupCount, let range = firstMatch(in: text)?[group] else { return [] }
        return Array(text[range])
    }

    /// Whether one match spans the whole text.
    static func matchesWhole(
        _ pattern: String, _ options: Options, _ text: [Unicode.Scalar]
    ) throws(Problem) -> Bool {
        try RegularExpression("\\A(?:\(pattern))\\z", options).matches(in: text)
    }

    /// The text with its first match, or all, replaced; `\1` in the new text is a group.
    func replaced(
        in text: [Unicode.Scalar], by new: [Unicode.Scalar], all: Bool
    ) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var place = 0
        var lastEnd = -1
        while place <= text.count, let match = firstMatch(in: text, from: place),
            let whole = match[0]
        {
            result += text[place..<whole.lowerBound]
            if whole.isEmpty, whole.lowerBound == lastEnd {
                // An empty match right after a match does not count.
                if whole.lowerBound < text.count { result.append(text[whole.lowerBound]) }
                place = whole.lowerBound + 1
                continue
            }
            append(new, match, text, to: &result)
            place = whole.upperBound
            lastEnd = place
            if !all { break }
        }
        return place < text.count ? result + text[place...] : result
    }

    private func append(
        _ new: [Unicode.Scalar], _ match: Match, _ text: [Unicode.Scalar],
        to result: inout [Unicode.Scalar]
    ) {
        var index = 0
        while index < new.count {
            if new[index] == "\\", index + 1 < new.count {
                index += 1
                if let group = Self.digit(new[index]) {
                    if let range = match[group] { result += text[range] }
                } else {
                    result.append(new[index])
                }
            } else {
                result.append(new[index])
            }
            index += 1
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value - 0x30) : nil
    }

    /// What is wrong with a constant of a function that takes a pattern, or nil.
    static func problem(
        in values: [Expression], _ place: Int, of function: SQLFunction
    ) -> String? {
        if function == .regexpExtract, place == 2 {
            guard case .constant(.integer(let group)) = values[2], (0...9).contains(group) else {
                return "The group must be a number from 0 to 9."
            }
            return nil
        }
        guard case .constant(.text(let text)) = values[place] else {
            return "`\(function.rawValue)` needs a text in quotes here."
        }
        do {
            if function == .regexpReplace, place == 2 {
                return try replacementProblem(text, pattern: values[1])
            }
            if place > 1 {
                let options = try Options(text)
                return options.replacesAll && function != .regexpReplace
                    ? "The option `g` is for `regexp_replace` alone." : nil
            }
            _ = try RegularExpression(text)
            return nil
        } catch {
            return error.sentence
        }
    }

    private static func replacementProblem(
        _ text: String, pattern: Expression
    ) throws(Problem) -> String? {
        guard case .constant(.text(let pattern)) = pattern else { return nil }
        let groupCount = try RegularExpression(pattern).groupCount
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else { continue }
            guard let next = rest.popFirst(), next == "\\" || digit(next) != nil else {
                return "After a backslash the new text needs the number of a group."
            }
            if let group = digit(next), group > groupCount {
                return "The pattern has no group \(group)."
            }
        }
        return nil
    }
}
