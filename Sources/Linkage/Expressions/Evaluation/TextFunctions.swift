import Records

/// Functions of texts; places and lengths count characters, Unicode code points.
enum TextFunctions {
    static func value(
        _ function: SQLFunction, _ values: [Value]
    ) throws(EvaluationProblem) -> Value {
        let bytes = values[0].text
        switch function {
        case .lower: return .scalars(bytes.scalars.map(\.simpleLowercase))
        case .upper: return .scalars(bytes.scalars.map(\.simpleUppercase))
        case .trim, .ltrim, .rtrim:
            return trimmed(function, bytes.scalars, values.count > 1 ? values[1].text.scalars : nil)
        case .length:
            if case .list(let elements) = values[0] { return .integer(elements.count) }
            return .integer(bytes.scalars.count)
        case .reverse: return reversed(bytes)
        case .soundex: return Value.text(Soundex.code(bytes[...]))
        case .substring, .left, .right: return try part(function, bytes.scalars, values)
        case .splitPart: return try splitPart(values)
        case .stringSplit: return .list(split(bytes, values[1].text).map(Value.text))
        case .replace:
            try checkGrowth(bytes.count, values[2].text.count)
            return .text(replaced(bytes, values[1].text, values[2].text))
        case .startsWith: return .boolean(bytes.starts(with: values[1].text))
        case .endsWith: return .boolean(bytes.reversed().starts(with: values[1].text.reversed()))
        case .contains: return .boolean(firstPlace(of: values[1].text, in: bytes, from: 0) != nil)
        case .strpos:
            let place = firstPlace(of: values[1].text, in: bytes, from: 0)
            return .integer(place.map { Array(bytes[..<$0]).scalars.count + 1 } ?? 0)
        case .like: return .boolean(isLike(bytes.scalars[...], values[1].text.scalars[...]))
        case .ilike:
            let lower = { (bytes: [UInt8]) in bytes.scalars.map(\.simpleLowercase)[...] }
            return .boolean(isLike(lower(bytes), lower(values[1].text)))
        default: throw EvaluationProblem("`\(function.rawValue)` has no value here.")
        }
    }

    /// Without spaces, or without given characters, at one end or both.
    private static func trimmed(
        _ function: SQLFunction, _ scalars: [Unicode.Scalar], _ unwanted: [Unicode.Scalar]?
    ) -> Value {
        var rest = scalars[...]
        let isUnwanted = { (scalar: Unicode.Scalar) in
            unwanted?.contains(scalar) ?? (scalar.properties.generalCategory == .spaceSeparator)
        }
        if function != .rtrim {
            while let first = rest.first, isUnwanted(first) { rest.removeFirst() }
        }
        if function != .ltrim {
            while let last = rest.last, isUnwanted(last) { rest.removeLast() }
        }
        return .scalars(rest)
    }

    /// The characters in reverse, each with its marks.
    private static func reversed(_ bytes: [UInt8]) -> Value {
        .string(String(String(decoding: bytes, as: UTF8.self).reversed()))
    }

    private static func part(
        _ function: SQLFunction, _ scalars: [Unicode.Scalar], _ values: [Value]
    ) throws(EvaluationProblem) -> Value {
        let number = try values[1].integer
        let count = scalars.count
        switch function {
        case .left:
            return .scalars(
                scalars.prefix(number < 0 ? max(0, count + max(number, -count)) : number))
        case .right:
            return .scalars(
                scalars.suffix(number < 0 ? max(0, count + max(number, -count)) : number))
        default:
            let length = values.count > 2 ? try values[2].integer : nil
            return .scalars(substring(scalars, from: number, length: length))
        }
    }

    /// Places count from 1, or from the end when negative; a negative length goes backwards.
    private static func substring(
        _ scalars: [Unicode.Scalar], from place: Int, length: Int?
    ) -> ArraySlice<Unicode.Scalar> {
        let limit = 1 << 40
        let (count, place) = (scalars.count, max(-limit, min(limit, place)))
        let length = max(-limit, min(limit, length ?? limit))
        var start = place > 0 ? place - 1 : place < 0 ? count + place : -1
        var end = start + length
        if length < 0 { (start, end) = (end, start) }
        (start, end) = (max(0, min(count, start)), max(0, min(count, end)))
        return scalars[start..<max(start, end)]
    }

    private static func splitPart(_ values: [Value]) throws(EvaluationProblem) -> Value {
        let parts = split(values[0].text, values[1].text)
        let place = try values[2].integer
        let index = place < 0 ? parts.count + max(place, -parts.count - 1) : place - 1
        return .text(parts.indices.contains(index) ? parts[index] : [])
    }

    /// The parts between a separator; with an empty one the characters.
    private static func split(_ bytes: [UInt8], _ separator: [UInt8]) -> [[UInt8]] {
        guard !separator.isEmpty else {
            return bytes.isEmpty ? [[]] : bytes.scalars.map { Array(String($0).utf8) }
        }
        var parts: [[UInt8]] = []
        var start = 0
        while let place = firstPlace(of: separator, in: bytes, from: start) {
            parts.append(Array(bytes[start..<place]))
            start = place + separator.count
        }
        return parts + [Array(bytes[start...])]
    }

    private static func replaced(
        _ bytes: [UInt8], _ sought: [UInt8], _ new: [UInt8]
    ) -> [UInt8] {
        sought.isEmpty ? bytes : Array(split(bytes, sought).joined(separator: new))
    }

    /// Refuses to replace parts of a text when the result could fill the memory.
    static func checkGrowth(_ count: Int, _ newCount: Int) throws(EvaluationProblem) {
        guard (count + 1).multipliedReportingOverflow(by: newCount).partialValue <= 10_000_000
        else { throw EvaluationProblem("A text grows beyond ten million characters.") }
    }

    private static func firstPlace(
        of sought: [UInt8], in bytes: [UInt8], from start: Int
    ) -> Int? {
        guard sought.count <= bytes.count - start else { return nil }
        return (start...(bytes.count - sought.count)).first {
            bytes[$0...].starts(with: sought)
        }
    }

    /// Whether a text is like a pattern: `%` is any text, `_` any character.
    static func isLike(
        _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        var (text, pattern) = (text, pattern)
        var retry: (text: ArraySlice<Unicode.Scalar>, pattern: ArraySlice<Unicode.Scalar>)?
        while true {
            if pattern.first == "%" {
                pattern.removeFirst()
                retry = (text, pattern)
            } else if let sign = pattern.first, let next = text.first, sign == "_" || sign == next {
                pattern.removeFirst()
                text.removeFirst()
            } else if pattern.isEmpty, text.isEmpty {
                return true
            } else {
                guard let last = retry, !last.text.isEmpty else { return false }
                retry?.text.removeFirst()
                (text, pattern) = (last.text.dropFirst(), last.pattern)
            }
        }
    }
}
