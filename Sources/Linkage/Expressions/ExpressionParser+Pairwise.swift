/// The one shape of list functions with lambdas that conditions have: a function of two texts
/// over all pairs of elements of two lists.
///
///     list_max(list_transform(
///         flatten(list_transform(a, x -> list_transform(b, y -> [x, y]))),
///         pair -> jaro_winkler_similarity(pair[1], pair[2])))
extension ExpressionParser {
    mutating func pairwise(isGreatest: Bool) throws(ExpressionProblem) -> Parsed {
        let start = token.start
        index += 2
        try expectTransform()
        guard isWord("FLATTEN"), isSign("(", ahead: 1) else { throw unknownShape() }
        index += 2
        let (left, right) = try crossed()
        try expectSign(")")
        try expectSign(",")
        let function = try pairFunction()
        try expectSign(")")
        try expectSign(")")
        return try node(
            .pairwise(PairwiseFunction(function, isGreatest: isGreatest), left.tree, right.tree),
            [left, right], start)
    }

    /// `list_transform(a, x -> list_transform(b, y -> [x, y]))`.
    private mutating func crossed() throws(ExpressionProblem) -> (Parsed, Parsed) {
        try expectTransform()
        let left = try parse(.or)
        try expectSign(",")
        let outer = try parameter()
        try expectTransform()
        let right = try parse(.or)
        try expectSign(",")
        let inner = try parameter()
        try expectSign("[")
        try expect(parameter: outer)
        try expectSign(",")
        try expect(parameter: inner)
        try expectSign("]")
        try expectSign(")")
        try expectSign(")")
        return (left, right)
    }

    /// `pair -> f(pair[1], pair[2])`.
    private mutating func pairFunction() throws(ExpressionProblem) -> SQLFunction {
        let pair = try parameter()
        guard case .word(let name) = token.kind, isSign("(", ahead: 1) else {
            throw unknownShape()
        }
        guard let function = SQLFunction(name: name), Self.pairFunctions.contains(function) else {
            throw problem("`\(name)` is no function of two texts that can be used over lists.")
        }
        index += 2
        try expect(parameter: pair, at: 1)
        try expectSign(",")
        try expect(parameter: pair, at: 2)
        try expectSign(")")
        return function
    }

    private static let pairFunctions: Set<SQLFunction> = [
        .levenshtein, .damerauLevenshtein, .jaroSimilarity, .jaroWinklerSimilarity, .jaccard,
        .hamming,
    ]

    /// `x ->` or `lambda x:`, without its body.
    private mutating func parameter() throws(ExpressionProblem) -> String {
        if isWord("LAMBDA"), isSign(":", ahead: 2), case .word(let name) = tokens[index + 1].kind {
            index += 3
            return name
        }
        guard case .word(let name) = token.kind, isSign("->", ahead: 1) else {
            throw unknownShape()
        }
        index += 2
        return name
    }

    private mutating func expect(parameter: String) throws(ExpressionProblem) {
        guard isWord(parameter.uppercased()) else { throw unknownShape() }
        index += 1
    }

    private mutating func expect(
        parameter: String, at place: Int
    ) throws(ExpressionProblem) {
        try expect(parameter: parameter)
        try expectSign("[")
        guard token.kind == .number("\(place)") else { throw unknownShape() }
        index += 1
        try expectSign("]")
    }

    private mutating func expectTransform() throws(ExpressionProblem) {
        let names = ["LIST_TRANSFORM", "ARRAY_TRANSFORM", "LIST_APPLY", "ARRAY_APPLY"]
        guard names.contains(where: { isWord($0) }), isSign("(", ahead: 1) else {
            throw unknownShape()
        }
        index += 2
    }

    private func unknownShape() -> ExpressionProblem {
        problem(
            "Of functions over lists, only the best value over all pairs of elements of two"
                + " lists is known, in the shape that Splink writes.")
    }
}
