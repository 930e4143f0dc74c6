#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Functions of numbers.
enum NumberFunctions {
    static func value(
        _ function: SQLFunction, _ values: [Value]
    ) throws(EvaluationProblem) -> Value {
        let first = try values[0].number
        switch function {
        case .abs: return try absolute(first)
        case .round: return try rounded(first, places: values.count > 1 ? try values[1].integer : 0)
        case .pow: return .number(pow(try first.double, try values[1].double))
        default: return .number(value(function, try first.double))
        }
    }

    private static func value(_ function: SQLFunction, _ value: Double) -> Double {
        switch function {
        case .floor: value.rounded(.down)
        case .ceil: value.rounded(.up)
        case .sqrt: value < 0 ? .nan : value.squareRoot()
        case .sin: sin(value)
        case .cos: cos(value)
        case .asin: asin(value)
        case .acos: acos(value)
        case .radians: value * (.pi / 180)
        case .ln: value < 0 ? .nan : log(value)
        case .log10: value < 0 ? .nan : log10(value)
        default: value < 0 ? .nan : log2(value)
        }
    }

    private static func absolute(_ value: Value) throws(EvaluationProblem) -> Value {
        guard case .integer(let integer) = value else { return .number(abs(try value.double)) }
        guard integer > .min else {
            throw EvaluationProblem("The number \(integer) is out of range.")
        }
        return .integer(abs(integer))
    }

    /// Rounded to a number of decimal places, halves away from zero.
    private static func rounded(
        _ value: Value, places: Int
    ) throws(EvaluationProblem) -> Value {
        let number = try value.double
        if case .integer = value, places >= 0 { return value }
        let scale = pow(10, Double(abs(max(-400, min(400, places)))))
        let result =
            places < 0 ? (number / scale).rounded() * scale : (number * scale).rounded() / scale
        guard result.isFinite else { return .number(places < 0 ? 0 : number) }
        if case .integer = value, let whole = Int(exactly: result) { return .integer(whole) }
        return .number(result)
    }
}
