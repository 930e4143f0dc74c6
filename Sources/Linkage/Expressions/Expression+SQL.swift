extension Expression {
    /// The tree of a condition or a blocking rule in SQL.
    ///
    /// - Throws: what cannot be read, and where; nothing is passed over.
    public init(sql: String) throws(ExpressionProblem) {
        var parser = try ExpressionParser(sql)
        self = try parser.whole()
    }

    /// SQL with the same meaning, which reads as the same tree again.
    public var sql: String {
        if case .otherwise = self { return "ELSE" }
        return sql(.or)
    }

    /// SQL in brackets when its operator binds more loosely than a level.
    private func sql(_ level: ExpressionParser.Level) -> String {
        let text = unbracketed
        return level > binding ? "(" + text + ")" : text
    }

    /// How loosely the outermost operator binds.
    private var binding: ExpressionParser.Level {
        switch self {
        case .any(let parts): parts.count > 1 ? .or : .sign
        case .all(let parts): parts.count > 1 ? .and : .sign
        case .not(.isNull), .isNull: .truth
        case .not: .not
        case .comparison: .comparison
        case .call(.like, _), .call(.ilike, _): .membership
        case .concatenation: .joining
        case .arithmetic(.plus, _, _), .arithmetic(.minus, _, _): .sum
        case .arithmetic: .product
        default: .sign
        }
    }

    private var unbracketed: String {
        switch self {
        case .column(let name, let side): name.named(side)
        case .constant(let constant): constant.sql
        case .call(let function, let values): Self.call(function, values)
        case .comparison(let sign, let left, let right):
            left.sql(.membership) + " \(sign.rawValue) " + right.sql(.membership)
        case .arithmetic(let sign, let left, let right):
            left.sql(binding) + " \(sign.rawValue) " + right.sql(binding.tighter)
        case .concatenation(let left, let right):
            left.sql(.joining) + " || " + right.sql(.sum)
        case .isNull(let operand): operand.sql(.membership) + " IS NULL"
        case .not(.isNull(let operand)): operand.sql(.membership) + " IS NOT NULL"
        case .not(let operand): "NOT " + operand.sql(.truth)
        case .all(let parts): Self.chain(parts, " AND ", .not, empty: "TRUE")
        case .any(let parts): Self.chain(parts, " OR ", .and, empty: "FALSE")
        case .choice(let choices, let otherwise): Self.choice(choices, otherwise)
        case .cast(let operand, let type, let isTrying):
            (isTrying ? "TRY_CAST(" : "CAST(") + operand.sql(.or) + " AS \(type.sql))"
        case .list(let elements):
            "[" + elements.map { $0.sql(.or) }.joined(separator: ", ") + "]"
        case .element(let list, let place): list.indexed + "[" + place.sql(.or) + "]"
        case .pairwise(let function, let left, let right): function.sql(left, right)
        case .otherwise: "ELSE"
        }
    }

    /// The SQL of what a place in brackets can follow.
    private var indexed: String {
        switch self {
        case .column, .call, .list, .element, .cast, .pairwise: sql(.sign)
        default: "(" + sql(.or) + ")"
        }
    }

    private static func chain(
        _ parts: [Expression], _ sign: String, _ level: ExpressionParser.Level, empty: String
    ) -> String {
        if parts.count == 1 { return "(" + parts[0].sql(.or) + ")" }
        return parts.isEmpty ? empty : parts.map { $0.sql(level) }.joined(separator: sign)
    }

    private static func call(_ function: SQLFunction, _ values: [Expression]) -> String {
        if function == .like || function == .ilike, values.count == 2 {
            return values[0].sql(.joining) + " \(function.rawValue.uppercased()) "
                + values[1].sql(.joining)
        }
        return "\(function.rawValue)(" + values.map { $0.sql(.or) }.joined(separator: ", ") + ")"
    }

    private static func choice(_ choices: [Choice], _ otherwise: Expression) -> String {
        let branches = choices.map {
            " WHEN " + $0.condition.sql(.or) + " THEN " + $0.value.sql(.or)
        }
        return "CASE" + branches.joined() + " ELSE " + otherwise.sql(.or) + " END"
    }
}

extension PairwiseFunction {
    fileprivate func sql(_ left: Expression, _ right: Expression) -> String {
        (isGreatest ? "list_max" : "list_min")
            + "(list_transform(flatten(list_transform(\(left.sql), "
            + "x -> list_transform(\(right.sql), y -> [x, y]))), "
            + "pair -> \(function.rawValue)(pair[1], pair[2])))"
    }
}

extension ExpressionParser.Level {
    fileprivate var tighter: Self { Self(rawValue: rawValue + 1) ?? self }
}

extension Constant {
    /// The constant as it is written in SQL.
    var sql: String {
        switch self {
        case .null: "NULL"
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .text(let value): value.quoted(by: UInt8(ascii: "'"))
        }
    }
}

extension SQLType {
    /// The name of the type in SQL.
    var sql: String {
        switch self {
        case .text: "TEXT"
        case .integer: "BIGINT"
        case .shortInteger: "INTEGER"
        case .number: "DOUBLE"
        case .shortNumber: "FLOAT"
        case .boolean: "BOOLEAN"
        case .date: "DATE"
        case .timestamp: "TIMESTAMP"
        case .textList: "VARCHAR[]"
        }
    }
}

extension String {
    /// The name of a column in quotes, with the suffix of its side.
    fileprivate func named(_ side: PairSide?) -> String {
        let suffix =
            switch side {
            case .left: "_l"
            case .right: "_r"
            case nil: ""
            }
        return (self + suffix).quoted(by: UInt8(ascii: "\""))
    }

    /// The text between quotes, with those inside it doubled; bytes, as the reader sees them.
    fileprivate func quoted(by quote: UInt8) -> String {
        let inner = utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return String(decoding: [quote] + inner + [quote], as: UTF8.self)
    }
}
