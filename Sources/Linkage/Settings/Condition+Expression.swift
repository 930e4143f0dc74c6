extension Condition {
    /// The condition that an expression states, in the form that is fastest to test.
    ///
    /// What SQL leaves unknown does not hold, so `NOT` is moved inwards to single comparisons,
    /// where unknown and false need not be told apart.
    public init(_ expression: Expression) {
        switch expression.negationsInwards {
        case .otherwise, .constant(.boolean(true)): self = .otherwise
        case .all(let parts): self = .all(parts.map(Condition.init))
        case .any(let parts):
            self = Self.missing(parts) ?? .any(parts.map(Condition.init))
        case let atom: self = Self.typed(atom) ?? .expression(atom)
        }
    }

    /// `"a_l" IS NULL OR "a_r" IS NULL`.
    private static func missing(_ parts: [Expression]) -> Condition? {
        guard parts.count == 2, case .isNull(.column(let first, let side?)) = parts[0],
            case .isNull(.column(first, let other?)) = parts[1], side != other
        else { return nil }
        return .missing(column: first)
    }

    /// A comparison of one column with itself on the other side.
    private static func typed(_ atom: Expression) -> Condition? {
        guard case .comparison(let relation, let first, let second) = atom else { return nil }
        if relation == .equal, let column = sameColumn(first, second) { return .exact(column) }
        guard case .call(let function, let arguments) = first, arguments.count == 2,
            let column = sameColumn(arguments[0], arguments[1]),
            case .constant(let constant) = second, let limit = constant.number
        else { return nil }
        switch (function, relation) {
        case (.levenshtein, .lessOrEqual) where limit >= 0:
            return .levenshtein(column: column, atMost: Int(limit))
        case (.jaroSimilarity, .greaterOrEqual): return .jaro(column: column, atLeast: limit)
        case (.jaroWinklerSimilarity, .greaterOrEqual):
            return .jaroWinkler(column: column, atLeast: limit)
        default: return nil
        }
    }

    private static func sameColumn(_ first: Expression, _ second: Expression) -> String? {
        guard case .column(let name, let side?) = first,
            case .column(name, let other?) = second, side != other
        else { return nil }
        return name
    }
}

extension Constant {
    /// The number of a numeric constant.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}

extension Expression {
    /// The same condition with `NOT` only before what has no opposite of its own.
    ///
    /// True wherever the expression is true; where it is unknown the result may be false.
    var negationsInwards: Expression {
        switch self {
        case .all(let parts): .all(parts.map(\.negationsInwards))
        case .any(let parts): .any(parts.map(\.negationsInwards))
        case .not(let inner): inner.opposite
        default: self
        }
    }

    private var opposite: Expression {
        switch self {
        case .all(let parts): .any(parts.map(\.opposite))
        case .any(let parts): .all(parts.map(\.opposite))
        case .not(let inner): inner.negationsInwards
        case .comparison(let relation, let first, let second):
            .comparison(relation.opposite, first, second)
        case .constant(.boolean(let value)): .constant(.boolean(!value))
        default: .not(self)
        }
    }
}

extension ComparisonOperator {
    /// The comparison that holds when this one does not and nothing is unknown.
    var opposite: ComparisonOperator {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }
}
