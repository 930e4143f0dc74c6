/// Constants, columns, brackets, `CASE`, casts and what follows an operand.
extension ExpressionParser {
    mutating func postfixed() throws(ExpressionProblem) -> Parsed {
        var operand = try primary()
        while true {
            if takeSign("::") {
                let type = try type()
                operand = try node(
                    .cast(operand.tree, to: type, isTrying: false), [operand], operand.start)
            } else if takeSign("[") {
                let place = try parse(.or)
                try expectSign("]")
                operand = try node(
                    .element(operand.tree, at: place.tree), [operand, place], operand.start)
            } else {
                return operand
            }
        }
    }

    private mutating func primary() throws(ExpressionProblem) -> Parsed {
        let start = token.start
        switch token.kind {
        case .text(let text):
            index += 1
            return Parsed(tree: .constant(.text(text)), start: start)
        case .number(let digits): return Parsed(tree: try number(digits), start: start)
        case .sign("("): return try bracketed()
        case .sign("["):
            index += 1
            return try list(closing: "]", start)
        case .name(let name):
            index += 1
            return Parsed(tree: try column(name, isQuoted: true, start), start: start)
        case .word(let word): return try worded(word)
        default: throw problem("A value is expected instead of \(shown).")
        }
    }

    private mutating func number(_ digits: String) throws(ExpressionProblem) -> Expression {
        if let integer = Int(digits) {
            index += 1
            return .constant(.integer(integer))
        }
        let padded = (digits.hasPrefix(".") ? "0" : "") + digits
        guard let number = Double(padded.replacingPointBeforeExponent), number.isFinite else {
            throw problem("The number \(digits) is too large.")
        }
        index += 1
        return .constant(.number(number))
    }

    private mutating func bracketed() throws(ExpressionProblem) -> Parsed {
        index += 1
        let inner = try parse(.or)
        if isSign(",") { throw problem("A list of values is written in square brackets.") }
        try expectSign(")")
        return inner
    }

    private mutating func list(
        closing: String, _ start: Int
    ) throws(ExpressionProblem) -> Parsed {
        var elements: [Parsed] = []
        if !isSign(closing) {
            repeat { elements.append(try parse(.or)) } while takeSign(",")
        }
        try expectSign(closing)
        return try node(.list(elements.map(\.tree)), elements, start)
    }

    /// What a bare word begins.
    private mutating func worded(_ word: String) throws(ExpressionProblem) -> Parsed {
        let start = token.start
        let keyword = word.uppercased()
        if let constant = Self.constants[keyword] {
            index += 1
            return Parsed(tree: .constant(constant), start: start)
        }
        if keyword == "CASE" { return try choice() }
        if isSign("(", ahead: 1) { return try call(keyword) }
        if let type = Self.literalTypes[keyword], index + 1 < tokens.count,
            case .text(let text) = tokens[index + 1].kind
        {
            index += 2
            let tree = Expression.cast(.constant(.text(text)), to: type, isTrying: false)
            return Parsed(tree: tree, depth: 2, size: 2, start: start)
        }
        guard !Self.keywords.contains(keyword) else {
            throw problem("A value is expected instead of `\(word)`.")
        }
        index += 1
        return Parsed(tree: try column(word, isQuoted: false, start), start: start)
    }

    private static let constants: [String: Constant] = [
        "NULL": .null, "TRUE": .boolean(true), "FALSE": .boolean(false),
    ]

    private static let literalTypes: [String: SQLType] = ["DATE": .date, "TIMESTAMP": .timestamp]

    /// Words that are never columns without quotes.
    private static let keywords: Set<String> = [
        "ALL", "AND", "ANY", "AS", "BETWEEN", "BY", "CASE", "CAST", "COLLATE", "DISTINCT",
        "ELSE", "END", "EXISTS", "FROM", "GROUP", "HAVING", "IN", "INTERVAL", "IS", "JOIN",
        "LAMBDA", "LIKE", "LIMIT", "NOT", "ON", "OR", "ORDER", "OVER", "SELECT", "SOME", "THEN",
        "UNION", "USING", "WHEN", "WHERE",
    ]

    /// A column by its name: with `l.` or `r.` before it, or `_l` or `_r` at its end.
    private mutating func column(
        _ name: String, isQuoted: Bool, _ start: Int
    ) throws(ExpressionProblem) -> Expression {
        guard takeSign(".") else {
            return .suffixedColumn(name)
        }
        let side: PairSide
        switch name.lowercased() {
        case "l": side = .left
        case "r": side = .right
        default:
            throw problem("Columns belong to `l` or `r`; `\(name)` is not known.", at: start)
        }
        switch token.kind {
        case .word(let column), .name(let column):
            index += 1
            if isSign("(") { throw problem("`.` cannot stand before a function.") }
            if isSign(".") { throw problem("Parts of a column cannot be named with `.`.") }
            return .column(column, side)
        default: throw problem("A column is expected instead of \(shown).")
        }
    }

    private mutating func choice() throws(ExpressionProblem) -> Parsed {
        let start = token.start
        index += 1
        let subject = isWord("WHEN") ? nil : try parse(.or)
        var parts: [Parsed] = []
        var choices: [Expression.Choice] = []
        while takeWord("WHEN") {
            let condition = try parse(.or)
            try expectWord("THEN")
            let value = try parse(.or)
            parts += [subject, condition, value].compactMap(\.self)
            let test =
                subject.map { .comparison(.equal, $0.tree, condition.tree) } ?? condition.tree
            choices.append(Expression.Choice(when: test, then: value.tree))
        }
        guard !choices.isEmpty else { throw problem("WHEN is expected instead of \(shown).") }
        let last =
            takeWord("ELSE")
            ? try parse(.or) : Parsed(tree: .constant(.null), start: token.start)
        try expectWord("END")
        // A subject makes a comparison of each branch, which is one level deeper.
        let subjectNode = try subject.map { (subject) throws(ExpressionProblem) in
            try node(subject.tree, [subject], start)
        }
        return try node(
            .choice(choices, otherwise: last.tree),
            parts + [last] + [subjectNode].compactMap(\.self), start, added: choices.count + 1)
    }
}

extension Expression {
    /// A column of a comparison: `name_l` and `name_r` are the columns `name` of the two records.
    static func suffixedColumn(_ name: String) -> Expression {
        guard name.utf8.count > 2 else { return .column(name, nil) }
        return switch name.suffix(2).lowercased() {
        case "_l": .column(String(name.dropLast(2)), .left)
        case "_r": .column(String(name.dropLast(2)), .right)
        default: .column(name, nil)
        }
    }
}

extension String {
    /// `5.` and `5.e3` as Swift writes them.
    fileprivate var replacingPointBeforeExponent: String {
        var result = ""
        for character in self {
            if result.last == ".", !character.isNumber { result += "0" }
            result.append(character)
        }
        return result.last == "." ? result + "0" : result
    }
}
