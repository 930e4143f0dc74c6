/// Numbers and dates combined; a text is read as the number or date that is written in it.
enum Arithmetic {
    static func value(
        _ sign: ArithmeticOperator, _ left: Value, _ right: Value
    ) throws(EvaluationProblem) -> Value {
        if left == .null || right == .null { return .null }
        let (left, right) = (try operand(left), try operand(right))
        switch (sign, left, right) {
        case (.minus, .date(let left), .date(let right)): return .integer(left - right)
        case (.plus, .date(let day), .integer(let count)),
            (.plus, .integer(let count), .date(let day)):
            return try date(day, plus: count)
        case (.minus, .date(let day), .integer(let count)): return try date(day, plus: 0 &- count)
        case (.divided, _, _): return .number(try left.double / (try right.double))
        case (_, .integer(let left), .integer(let right)):
            return .integer(try integer(sign, left, right))
        default: return .number(number(sign, try left.double, try right.double))
        }
    }

    private static func operand(_ value: Value) throws(EvaluationProblem) -> Value {
        switch value {
        case .text(let bytes) where WrittenNumber(bytes) == nil:
            if let day = WrittenMoment.day(bytes) { return .date(day) }
            throw value.unfit("a number")
        case .date: return value
        default: return try value.number
        }
    }

    private static func date(_ day: Int, plus count: Int) throws(EvaluationProblem) -> Value {
        guard count.magnitude <= 200_000_000 else {
            throw EvaluationProblem("A date moved by \(count) days is out of range.")
        }
        return .date(day + count)
    }

    private static func integer(
        _ sign: ArithmeticOperator, _ left: Int, _ right: Int
    ) throws(EvaluationProblem) -> Int {
        if sign == .remainder {
            guard right != 0 else {
                throw EvaluationProblem("The remainder of \(left) by 0 has no value.")
            }
            return right == -1 ? 0 : left % right
        }
        let (value, isTooLarge) =
            switch sign {
            case .plus: left.addingReportingOverflow(right)
            case .minus: left.subtractingReportingOverflow(right)
            default: left.multipliedReportingOverflow(by: right)
            }
        guard !isTooLarge else {
            throw EvaluationProblem("`\(left) \(sign.rawValue) \(right)` is out of range.")
        }
        return value
    }

    private static func number(_ sign: ArithmeticOperator, _ left: Double, _ right: Double)
        -> Double
    {
        switch sign {
        case .plus: left + right
        case .minus: left - right
        case .times: left * right
        case .divided: left / right
        case .remainder: left.truncatingRemainder(dividingBy: right)
        }
    }
}
