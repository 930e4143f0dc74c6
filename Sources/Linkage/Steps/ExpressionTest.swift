/// How a condition on a pair is tested with what was worked out once for each record.
enum ExpressionTest: Hashable, Sendable {
    /// The left record has no value.
    case leftIsMissing(Slot)
    /// The right record has no value.
    case rightIsMissing(Slot)
    /// Both records have a value.
    case leftIsKnown(Slot)
    case rightIsKnown(Slot)
    /// Both records have the same value.
    case equal(Slot, Slot)
    /// Both records have a value, and not the same.
    case different(Slot, Slot)
    /// A distance of two texts compared with a number.
    case distance(SQLFunction, Slot, Slot, ComparisonOperator, Double)
    /// The absolute difference of two numbers compared with a number.
    case difference(Slot, Slot, ComparisonOperator, Double)
    /// Two numbers compared.
    case numbers(Slot, Slot, ComparisonOperator)
    /// An expression about the left record alone is true.
    case leftIsTrue(Slot)
    /// An expression about the right record alone is true.
    case rightIsTrue(Slot)
    /// Nothing can be worked out in advance.
    case evaluation(Expression)

    /// The test of a condition that is neither `AND` nor `OR`.
    init(_ expression: Expression) {
        self =
            Self.missing(expression) ?? Self.oneSided(expression)
            ?? Self.compared(expression) ?? .evaluation(expression)
    }

    /// What must be kept for each record.
    var slots: Set<Slot> {
        switch self {
        case .leftIsMissing(let slot), .rightIsMissing(let slot), .leftIsTrue(let slot),
            .rightIsTrue(let slot), .leftIsKnown(let slot), .rightIsKnown(let slot):
            [slot]
        case .equal(let left, let right), .different(let left, let right),
            .distance(_, let left, let right, _, _), .difference(let left, let right, _, _),
            .numbers(let left, let right, _):
            [left, right]
        case .evaluation(let expression): Set(expression.columns.map { .key(ColumnKey($0)) })
        }
    }

    private static func missing(_ expression: Expression) -> ExpressionTest? {
        if case .isNull(let value) = expression, let side = value.onlySide {
            return side == .left ? .leftIsMissing(slot(value)) : .rightIsMissing(slot(value))
        }
        if case .not(.isNull(let value)) = expression, let side = value.onlySide {
            return side == .left ? .leftIsKnown(slot(value)) : .rightIsKnown(slot(value))
        }
        return nil
    }

    /// A condition about one record is worked out once for each.
    private static func oneSided(_ expression: Expression) -> ExpressionTest? {
        guard let side = expression.onlySide else { return nil }
        let slot = Slot.value(
            .choice(
                [.init(when: expression.withoutSides, then: .constant(.boolean(true)))],
                otherwise: .constant(.null)))
        return side == .left ? .leftIsTrue(slot) : .rightIsTrue(slot)
    }

    private static func compared(_ expression: Expression) -> ExpressionTest? {
        guard case .comparison(let relation, let first, let second) = expression else {
            return nil
        }
        if case .constant(let constant) = second, let limit = constant.number {
            return distance(first, relation, limit) ?? difference(first, relation, limit)
        }
        if case .constant = first {
            return compared(.comparison(relation.mirrored, second, first))
        }
        guard let (left, right, isMirrored) = sides(first, second) else { return nil }
        let isSame = left.withoutSides == right.withoutSides
        if isSame || (left.isText && right.isText) {
            if relation == .equal { return .equal(slot(left), slot(right)) }
            if relation == .notEqual { return .different(slot(left), slot(right)) }
        }
        guard left.isNumber, right.isNumber else { return nil }
        return .numbers(
            .number(left.withoutSides), .number(right.withoutSides),
            isMirrored ? relation.mirrored : relation)
    }

    private static func distance(
        _ call: Expression, _ relation: ComparisonOperator, _ limit: Double
    ) -> ExpressionTest? {
        guard case .call(let function, let arguments) = call, arguments.count == 2,
            distances.contains(function), arguments.allSatisfy(\.isText),
            let (left, right, isMirrored) = sides(arguments[0], arguments[1]), !isMirrored
        else { return nil }
        return .distance(function, slot(left), slot(right), relation, limit)
    }

    private static func difference(
        _ call: Expression, _ relation: ComparisonOperator, _ limit: Double
    ) -> ExpressionTest? {
        guard case .call(.abs, let arguments) = call, arguments.count == 1,
            case .arithmetic(.minus, let first, let second) = arguments[0],
            first.isNumber, second.isNumber, let (left, right, _) = sides(first, second)
        else { return nil }
        return .difference(
            .number(left.withoutSides), .number(right.withoutSides), relation, limit)
    }

    private static let distances: Set<SQLFunction> = [
        .levenshtein, .damerauLevenshtein, .jaroSimilarity, .jaroWinklerSimilarity,
    ]

    /// Two expressions, each about one record, the one about the left record first.
    private static func sides(
        _ first: Expression, _ second: Expression
    ) -> (left: Expression, right: Expression, isMirrored: Bool)? {
        switch (first.onlySide, second.onlySide) {
        case (.left, .right): (first, second, false)
        case (.right, .left): (second, first, true)
        default: nil
        }
    }

    /// Where the value of an expression about one record is kept; a plain column as itself.
    static func slot(_ expression: Expression) -> Slot {
        if case .column(let name, _) = expression { return .key(ColumnKey(name)) }
        return .value(expression.withoutSides)
    }
}

extension ComparisonOperator {
    /// The comparison that holds when both sides change places.
    var mirrored: ComparisonOperator {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    /// Whether the comparison holds for two numbers.
    @inline(__always)
    func holds(_ first: Double, _ second: Double) -> Bool {
        switch self {
        case .equal: first == second
        case .notEqual: first != second
        case .less: first < second
        case .lessOrEqual: first <= second
        case .greater: first > second
        case .greaterOrEqual: first >= second
        }
    }
}
