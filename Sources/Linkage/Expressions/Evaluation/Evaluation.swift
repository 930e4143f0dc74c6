/// The slow and obvious evaluator: it walks the tree for each pair.
struct Evaluation {
    let row: PairRow
    /// Names of columns whose texts are numbers.
    let numberColumns: Set<String>

    func value(of expression: Expression) throws(EvaluationProblem) -> Value {
        switch expression {
        case .column(let name, let side): return try column(name, side)
        case .constant(let constant): return Value(constant)
        case .call(let function, let values): return try call(function, values)
        case .comparison(let sign, let left, let right):
            return try comparison(sign, left, right)
        case .arithmetic(let sign, let left, let right):
            return try Arithmetic.value(sign, try value(of: left), try value(of: right))
        case .concatenation(let left, let right):
            return try known([left, right]) { .text($0[0].text + $0[1].text) }
        case .isNull(let operand):
            return .boolean(try value(of: operand) == .null)
        case .all(let parts): return try chain(parts, decidedBy: false)
        case .any(let parts): return try chain(parts, decidedBy: true)
        case .not(let operand):
            return try truth(of: operand).map { .boolean(!$0) } ?? .null
        case .choice(let choices, let otherwise):
            for choice in choices where try truth(of: choice.condition) == true {
                return try value(of: choice.value)
            }
            return try value(of: otherwise)
        case .cast(let operand, let type, let isTrying):
            return try cast(operand, to: type, isTrying: isTrying)
        case .list(let elements):
            var values: [Value] = []
            for element in elements { values.append(try value(of: element)) }
            return .list(values)
        case .element(let list, let place): return try element(of: list, at: place)
        case .pairwise(let function, let left, let right):
            return try pairwise(function, left, right)
        case .otherwise: return .boolean(true)
        }
    }

    /// The truth of a condition, nil when it is unknown.
    func truth(of expression: Expression) throws(EvaluationProblem) -> Bool? {
        let value = try value(of: expression)
        if case .null = value { return nil }
        return try value.truth
    }

    /// A value made of others, or unknown when one of them is.
    func known(
        _ expressions: [Expression],
        _ body: ([Value]) throws(EvaluationProblem) -> Value
    ) throws(EvaluationProblem) -> Value {
        var values: [Value] = []
        for expression in expressions { values.append(try value(of: expression)) }
        if values.contains(.null) { return .null }
        return try body(values)
    }

    private func column(_ name: String, _ side: PairSide?) throws(EvaluationProblem) -> Value {
        guard let bytes = side == .right ? row.right[name] : row.left[name] else { return .null }
        guard numberColumns.contains(name) else { return .text(bytes) }
        // A column of dates can be calculated with as well; it stays text until then.
        if WrittenNumber(bytes) == nil, WrittenMoment.day(bytes) != nil { return .text(bytes) }
        return try Value.text(bytes).number
    }

    /// `AND` is decided by a false part, `OR` by a true one; else an unknown part counts.
    private func chain(
        _ parts: [Expression], decidedBy decisive: Bool
    ) throws(EvaluationProblem) -> Value {
        var result: Value = .boolean(!decisive)
        for part in parts {
            switch try truth(of: part) {
            case decisive?: return .boolean(decisive)
            case nil: result = .null
            default: break
            }
        }
        return result
    }

    private func comparison(
        _ sign: ComparisonOperator, _ left: Expression, _ right: Expression
    ) throws(EvaluationProblem) -> Value {
        let isShort = left.isShortNumber || right.isShortNumber
        return try known([left, right]) { values throws(EvaluationProblem) in
            if isShort {
                let (left, right) = (Float(try values[0].double), Float(try values[1].double))
                return .boolean(sign.holds(ValueOrder(numbers: Double(left), Double(right))))
            }
            return .boolean(sign.holds(try values[0].order(values[1])))
        }
    }

    private func cast(
        _ operand: Expression, to type: SQLType, isTrying: Bool
    ) throws(EvaluationProblem) -> Value {
        let value = try value(of: operand)
        guard isTrying else { return try value.cast(to: type) }
        do { return try value.cast(to: type) } catch { return .null }
    }

    /// Places count from 1, or from the end when they are negative.
    private func element(
        of list: Expression, at place: Expression
    ) throws(EvaluationProblem) -> Value {
        try known([list, place]) { values throws(EvaluationProblem) in
            let place = try values[1].integer
            if case .text(let bytes) = values[0], WrittenList.elements(bytes) == nil {
                let scalars = bytes.scalars
                let index = place < 0 ? scalars.count + place : place - 1
                return .scalars(scalars.indices.contains(index) ? [scalars[index]] : [])
            }
            let elements = try values[0].elements
            let index = place < 0 ? elements.count + place : place - 1
            return elements.indices.contains(index) ? elements[index] : .null
        }
    }

    /// The best value over all pairs of known elements; unknown when there is none.
    private func pairwise(
        _ pairwise: PairwiseFunction, _ left: Expression, _ right: Expression
    ) throws(EvaluationProblem) -> Value {
        try known([left, right]) { values throws(EvaluationProblem) in
            let (left, right) = (try values[0].elements, try values[1].elements)
            var best: Value = .null
            for first in left where first != .null {
                for second in right where second != .null {
                    let value = try TextComparison.value(
                        pairwise.function, first.text, second.text)
                    if best == .null {
                        best = value
                    } else if try value.order(best) == (pairwise.isGreatest ? .after : .before) {
                        best = value
                    }
                }
            }
            return best
        }
    }
}

extension Expression {
    /// Whether the value has 32 bits, so that what it is compared with is rounded to them too.
    fileprivate var isShortNumber: Bool {
        if case .cast(_, to: .shortNumber, _) = self { true } else { false }
    }
}
