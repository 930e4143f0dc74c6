/// Values read as another type, as DuckDB's casts do; a text that does not fit is a problem.
extension Value {
    /// The value as text in UTF-8: what a cast to `TEXT` gives.
    public var text: [UInt8] {
        switch self {
        case .null: Array("NULL".utf8)
        case .boolean(let value): Array((value ? "true" : "false").utf8)
        case .integer(let value): Array("\(value)".utf8)
        case .number(let value): Array("\(value)".utf8)
        case .text(let bytes): bytes
        case .date(let day): Array(WrittenMoment.text(day: day).utf8)
        case .timestamp(let seconds): Array(WrittenMoment.text(seconds: seconds).utf8)
        case .list(let elements):
            Array("[".utf8) + elements.map(\.text).joined(separator: Array(", ".utf8))
                + Array("]".utf8)
        }
    }

    /// The value in another type; unknown stays unknown.
    func cast(to type: SQLType) throws(EvaluationProblem) -> Value {
        if case .null = self { return .null }
        switch type {
        case .text: return .text(text)
        case .integer: return .integer(try integer)
        case .shortInteger:
            let value = try integer
            guard Int32(exactly: value) != nil else { throw unfit("a whole number of 32 bits") }
            return .integer(value)
        case .number: return .number(try double)
        case .shortNumber:
            let value = try double
            let short = Float(value)
            guard short.isFinite || !value.isFinite else { throw unfit("a number of 32 bits") }
            return .number(Double(short))
        case .boolean: return .boolean(try truth)
        case .date: return .date(try day)
        case .timestamp: return .timestamp(try seconds)
        case .textList: return .list(try elements)
        }
    }

    /// The value as one of a type that it cannot be.
    func unfit(_ type: String) -> EvaluationProblem {
        let shown = String(decoding: text, as: UTF8.self)
        return EvaluationProblem("The value `\(shown)` is not \(type).")
    }

    /// The value as true or false.
    var truth: Bool {
        get throws(EvaluationProblem) {
            switch self {
            case .boolean(let value): return value
            case .integer(let value): return value != 0
            case .number(let value): return value != 0
            case .text(let bytes):
                guard let value = Self.truths[String(decoding: bytes, as: UTF8.self).lowercased()]
                else { throw unfit("true or false") }
                return value
            default: throw unfit("true or false")
            }
        }
    }

    private static let truths: [String: Bool] = [
        "true": true, "t": true, "1": true, "yes": true, "y": true, "false": false, "f": false,
        "0": false, "no": false, "n": false,
    ]

    /// The value as a whole number; halves are rounded as DuckDB rounds them.
    var integer: Int {
        get throws(EvaluationProblem) {
            switch self {
            case .integer(let value): return value
            case .boolean(let value): return value ? 1 : 0
            case .number(let value):
                guard let whole = Int(exactly: value.rounded(.toNearestOrEven)) else {
                    throw unfit("a whole number")
                }
                return whole
            case .text(let bytes):
                guard let whole = WrittenNumber(bytes)?.integer else {
                    throw unfit("a whole number")
                }
                return whole
            default: throw unfit("a whole number")
            }
        }
    }

    /// The value as a number of 64 bits.
    var double: Double {
        get throws(EvaluationProblem) {
            switch try number {
            case .integer(let value): return Double(value)
            case .number(let value): return value
            default: throw unfit("a number")
            }
        }
    }

    /// The value as an integer or a number: a text as the number that is written in it.
    var number: Value {
        get throws(EvaluationProblem) {
            switch self {
            case .integer, .number: return self
            case .boolean(let value): return .integer(value ? 1 : 0)
            case .text(let bytes):
                guard let written = WrittenNumber(bytes) else { throw unfit("a number") }
                return written.isWhole
                    ? written.integer.map(Value.integer) ?? .number(written.double)
                    : .number(written.double)
            default: throw unfit("a number")
            }
        }
    }

    /// The value as a day, in days since 1970.
    var day: Int {
        get throws(EvaluationProblem) {
            switch self {
            case .date(let day): return day
            case .timestamp(let seconds): return Int((seconds / 86_400).rounded(.down))
            case .text(let bytes):
                guard let day = WrittenMoment.day(bytes) else { throw unfit("a date") }
                return day
            default: throw unfit("a date")
            }
        }
    }

    /// The value as a moment, in seconds since 1970.
    var seconds: Double {
        get throws(EvaluationProblem) {
            switch self {
            case .date(let day): return Double(day) * 86_400
            case .timestamp(let seconds): return seconds
            case .text(let bytes):
                guard let seconds = WrittenMoment.seconds(bytes) else { throw unfit("a time") }
                return seconds
            default: throw unfit("a time")
            }
        }
    }

    /// The elements of a list; a text as the list that is written in it.
    var elements: [Value] {
        get throws(EvaluationProblem) {
            switch self {
            case .list(let elements): return elements
            case .text(let bytes):
                guard let elements = WrittenList.elements(bytes) else { throw unfit("a list") }
                return elements
            default: throw unfit("a list")
            }
        }
    }
}
