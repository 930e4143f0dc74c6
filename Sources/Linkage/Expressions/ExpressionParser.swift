/// Reads the SQL of a condition into a tree.
///
/// Operators bind as in DuckDB, loosest first: `OR`, `AND`, `NOT`, `IS`, comparisons, `BETWEEN`
/// with `IN` and `LIKE`, `||`, `+ -`, `* / %`, `^`, signs, brackets with `::`.
struct ExpressionParser {
    /// A tree, how deep it is and how many nodes it has.
    struct Parsed {
        var tree: Expression
        var depth = 1
        var size = 1
        /// Where it begins in the text.
        var start: Int
    }

    /// How loosely an operator binds.
    enum Level: Int, Comparable {
        case or = 1
        case and, not, truth, comparison, membership, joining, sum, product, power, sign

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// How deep a condition may be nested.
    static let depthLimit = 200
    /// How many parts a condition may have.
    static let sizeLimit = 20_000

    let source: String
    let tokens: [ExpressionToken]
    var index = 0
    var nesting = 0

    init(_ source: String) throws(ExpressionProblem) {
        self.source = source
        var lexer = ExpressionLexer(source)
        tokens = try lexer.tokens()
    }

    /// The whole text, to its end.
    mutating func whole() throws(ExpressionProblem) -> Expression {
        if takeWord("ELSE") {
            try expectEnd()
            return .otherwise
        }
        let parsed = try parse(.or)
        try expectEnd()
        return parsed.tree
    }

    private func expectEnd() throws(ExpressionProblem) {
        guard token.kind == .end else {
            throw problem("The condition should end before \(shown).")
        }
    }

    /// An expression whose operators bind at least as tightly as a level.
    mutating func parse(_ level: Level) throws(ExpressionProblem) -> Parsed {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.depthLimit else { throw tooDeep(token.start) }
        var left = try prefixed(level)
        while let next = nextLevel, next >= level {
            left = try combined(left, next)
        }
        return left
    }

    private mutating func prefixed(_ level: Level) throws(ExpressionProblem) -> Parsed {
        let start = token.start
        if isWord("NOT") {
            guard level <= .not else {
                throw problem("`NOT` needs brackets around it here.")
            }
            index += 1
            let operand = try parse(.not)
            return try node(.not(operand.tree), [operand], start)
        }
        if takeSign("-") { return try negative(start) }
        if takeSign("+") { return try parse(.sign) }
        return try postfixed()
    }

    private mutating func negative(_ start: Int) throws(ExpressionProblem) -> Parsed {
        let operand = try parse(.sign)
        switch operand.tree {
        case .constant(.integer(let number)):
            return Parsed(tree: .constant(.integer(-number)), start: start)
        case .constant(.number(let number)):
            return Parsed(tree: .constant(.number(-number)), start: start)
        default:
            return try node(
                .arithmetic(.times, .constant(.integer(-1)), operand.tree), [operand], start)
        }
    }

    /// The level of the operator that comes next.
    private var nextLevel: Level? {
        switch token.kind {
        case .sign("="), .sign("=="), .sign("<>"), .sign("!="), .sign("<"), .sign("<="),
            .sign(">"), .sign(">="):
            .comparison
        case .sign("||"): .joining
        case .sign("+"), .sign("-"): .sum
        case .sign("*"), .sign("/"), .sign("%"): .product
        case .sign("^"), .sign("**"): .power
        case .word(let word): Self.wordLevels[word.uppercased()]
        default: nil
        }
    }

    private static let wordLevels: [String: Level] = [
        "OR": .or, "AND": .and, "IS": .truth, "ISNULL": .truth, "NOTNULL": .truth,
        "BETWEEN": .membership, "IN": .membership, "LIKE": .membership, "ILIKE": .membership,
        "NOT": .membership,
    ]

    private mutating func combined(
        _ left: Parsed, _ level: Level
    ) throws(ExpressionProblem) -> Parsed {
        switch level {
        case .or, .and: return try chained(left, level)
        case .truth: return try truthTest(left)
        case .membership: return try membership(left)
        case .comparison: return try comparison(left)
        default: return try arithmetic(left, level)
        }
    }

    private mutating func chained(
        _ left: Parsed, _ level: Level
    ) throws(ExpressionProblem) -> Parsed {
        var parts = [left]
        while nextLevel == level {
            index += 1
            parts.append(try parse(level == .or ? .and : .not))
        }
        let trees = parts.map(\.tree)
        let tree = level == .or ? Expression.joinedByOr(trees) : .joinedByAnd(trees)
        return try node(tree, parts, left.start)
    }

    private mutating func comparison(_ left: Parsed) throws(ExpressionProblem) -> Parsed {
        guard case .sign(let sign) = token.kind, let comparison = Self.comparisons[sign] else {
            throw problem("A comparison is expected instead of \(shown).")
        }
        index += 1
        let right = try parse(.membership)
        if nextLevel == .comparison {
            throw problem("Comparisons cannot follow each other; join them with AND.")
        }
        return try node(.comparison(comparison, left.tree, right.tree), [left, right], left.start)
    }

    private static let comparisons: [String: ComparisonOperator] = [
        "=": .equal, "==": .equal, "<>": .notEqual, "!=": .notEqual, "<": .less,
        "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]

    private mutating func arithmetic(
        _ left: Parsed, _ level: Level
    ) throws(ExpressionProblem) -> Parsed {
        guard case .sign(let sign) = token.kind,
            let tighter = Level(rawValue: level.rawValue + 1)
        else { throw problem("An operator is expected instead of \(shown).") }
        index += 1
        let right = try parse(tighter)
        let tree: Expression =
            switch (level, ArithmeticOperator(rawValue: sign)) {
            case (.joining, _): .concatenation(left.tree, right.tree)
            case (_, .some(let operation)): .arithmetic(operation, left.tree, right.tree)
            default: .call(.pow, [left.tree, right.tree])
            }
        return try node(tree, [left, right], left.start)
    }
}
