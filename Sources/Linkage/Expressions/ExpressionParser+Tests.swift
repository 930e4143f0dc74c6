/// `IS …`, `BETWEEN`, `IN` and `LIKE`.
extension ExpressionParser {
    mutating func truthTest(_ operand: Parsed) throws(ExpressionProblem) -> Parsed {
        if takeWord("ISNULL") { return try node(.isNull(operand.tree), [operand], operand.start) }
        if takeWord("NOTNULL") {
            return try node(.not(.isNull(operand.tree)), [operand], operand.start, added: 2)
        }
        try expectWord("IS")
        let isOpposite = takeWord("NOT")
        let test = try tested(operand)
        return isOpposite ? try node(.not(test.tree), [test], operand.start) : test
    }

    private mutating func tested(_ operand: Parsed) throws(ExpressionProblem) -> Parsed {
        let tree = operand.tree
        let certain = { (tree: Expression) in
            Expression.call(.coalesce, [tree, .constant(.boolean(false))])
        }
        if takeWord("NULL") || takeWord("UNKNOWN") {
            return try node(.isNull(tree), [operand], operand.start)
        }
        if takeWord("TRUE") { return try node(certain(tree), [operand], operand.start, added: 2) }
        if takeWord("FALSE") {
            return try node(certain(.not(tree)), [operand], operand.start, added: 3)
        }
        if takeWord("DISTINCT") {
            try expectWord("FROM")
            let other = try parse(.membership)
            let differs = Expression.not(
                .joinedByOr([
                    .all([.isNull(tree), .isNull(other.tree)]),
                    certain(.comparison(.equal, tree, other.tree)),
                ]))
            return try node(differs, [operand, operand, other, other], operand.start, added: 8)
        }
        throw problem("NULL, TRUE, FALSE or DISTINCT FROM is expected instead of \(shown).")
    }

    mutating func membership(_ operand: Parsed) throws(ExpressionProblem) -> Parsed {
        let isOpposite = takeWord("NOT")
        let test: Parsed
        if takeWord("BETWEEN") {
            test = try range(operand)
        } else if takeWord("IN") {
            test = try choices(operand)
        } else if takeWord("LIKE") {
            test = try likeness(operand, .like)
        } else if takeWord("ILIKE") {
            test = try likeness(operand, .ilike)
        } else {
            throw problem("BETWEEN, IN or LIKE is expected instead of \(shown).")
        }
        return isOpposite ? try node(.not(test.tree), [test], operand.start) : test
    }

    private mutating func range(_ operand: Parsed) throws(ExpressionProblem) -> Parsed {
        let low = try parse(.joining)
        try expectWord("AND")
        let high = try parse(.joining)
        let tree = Expression.all([
            .comparison(.greaterOrEqual, operand.tree, low.tree),
            .comparison(.lessOrEqual, operand.tree, high.tree),
        ])
        return try node(tree, [operand, operand, low, high], operand.start, added: 3)
    }

    private mutating func choices(_ operand: Parsed) throws(ExpressionProblem) -> Parsed {
        try expectSign("(")
        var choices: [Parsed] = []
        repeat { choices.append(try parse(.or)) } while takeSign(",")
        try expectSign(")")
        let tests = choices.map { Expression.comparison(.equal, operand.tree, $0.tree) }
        let operands = Array(repeating: operand, count: choices.count)
        return try node(
            tests.count == 1 ? tests[0] : .any(tests), operands + choices, operand.start,
            added: choices.count + 1)
    }

    private mutating func likeness(
        _ operand: Parsed, _ function: SQLFunction
    ) throws(ExpressionProblem) -> Parsed {
        let pattern = try parse(.joining)
        guard case .constant(.text) = pattern.tree else {
            throw problem("The pattern after LIKE must be a text in quotes.", at: pattern.start)
        }
        if isWord("ESCAPE") { throw problem("ESCAPE is not known.") }
        return try node(
            .call(function, [operand.tree, pattern.tree]), [operand, pattern], operand.start)
    }
}
