extension ExpressionParser {
    var token: ExpressionToken { tokens[index] }

    /// The next token as it is shown in a sentence.
    var shown: String {
        switch token.kind {
        case .word(let word), .number(let word), .sign(let word): "`\(word)`"
        case .name(let name): "`\"\(name)\"`"
        case .text(let text): "`'\(text)'`"
        case .end: "the end"
        }
    }

    func isWord(_ word: String, ahead: Int = 0) -> Bool {
        guard index + ahead < tokens.count, case .word(let next) = tokens[index + ahead].kind
        else { return false }
        return next.uppercased() == word
    }

    func isSign(_ sign: String, ahead: Int = 0) -> Bool {
        index + ahead < tokens.count && tokens[index + ahead].kind == .sign(sign)
    }

    /// Passes a keyword if it comes next.
    mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        index += 1
        return true
    }

    /// Passes a sign if it comes next.
    mutating func takeSign(_ sign: String) -> Bool {
        guard isSign(sign) else { return false }
        index += 1
        return true
    }

    mutating func expectWord(_ word: String) throws(ExpressionProblem) {
        guard takeWord(word) else {
            throw problem("`\(word)` is expected instead of \(shown).")
        }
    }

    mutating func expectSign(_ sign: String) throws(ExpressionProblem) {
        guard takeSign(sign) else {
            throw problem("`\(sign)` is expected instead of \(shown).")
        }
    }

    /// A problem at a byte of the text, or at the next token.
    func problem(_ sentence: String, at byte: Int? = nil) -> ExpressionProblem {
        ExpressionLexer.problem(sentence, at: byte ?? token.start, in: source)
    }

    func tooDeep(_ byte: Int) -> ExpressionProblem {
        problem("The condition is nested more than \(Self.depthLimit) deep.", at: byte)
    }

    /// A tree made of parts, checked for its depth and size; `added`: nodes it has besides them.
    func node(
        _ tree: Expression, _ parts: [Parsed], _ start: Int, added: Int = 1
    ) throws(ExpressionProblem) -> Parsed {
        let depth = 1 + (parts.map(\.depth).max() ?? 0)
        guard depth <= Self.depthLimit else { throw tooDeep(start) }
        let size = parts.reduce(added) { $0 + $1.size }
        guard size <= Self.sizeLimit else {
            throw problem("The condition has more than \(Self.sizeLimit) parts.", at: start)
        }
        return Parsed(tree: tree, depth: depth, size: size, start: start)
    }
}

extension Expression {
    /// Conditions that must all hold, without `AND` inside `AND`.
    static func joinedByAnd(_ conditions: [Expression]) -> Expression {
        .all(
            conditions.flatMap { condition in
                if case .all(let parts) = condition { parts } else { [condition] }
            })
    }

    /// Conditions of which one must hold, without `OR` inside `OR`.
    static func joinedByOr(_ conditions: [Expression]) -> Expression {
        .any(
            conditions.flatMap { condition in
                if case .any(let parts) = condition { parts } else { [condition] }
            })
    }
}
