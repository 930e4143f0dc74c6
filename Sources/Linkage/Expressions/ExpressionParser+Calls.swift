/// Calls of functions and the checks of what they are called with.
extension ExpressionParser {
    mutating func call(_ name: String) throws(ExpressionProblem) -> Parsed {
        let start = token.start
        switch name {
        case "CAST": return try cast(isTrying: false)
        case "TRY_CAST": return try cast(isTrying: true)
        case "LIST_MAX", "ARRAY_MAX": return try pairwise(isGreatest: true)
        case "LIST_MIN", "ARRAY_MIN": return try pairwise(isGreatest: false)
        case "SUBSTRING", "SUBSTR": return try substring()
        case "POSITION": return try position()
        case "EXTRACT": return try extract()
        default: break
        }
        index += 2
        let arguments = try arguments()
        if Self.elementNames.contains(name), arguments.count == 2 {
            return try node(
                .element(arguments[0].tree, at: arguments[1].tree), arguments, start)
        }
        if name == "LIST_VALUE" { return try node(.list(arguments.map(\.tree)), arguments, start) }
        if let part = DatePart(rawValue: name.lowercased()), arguments.count == 1 {
            let tree = Expression.call(
                .datePart, [.constant(.text(part.rawValue)), arguments[0].tree])
            return try node(tree, arguments, start, added: 2)
        }
        guard let function = SQLFunction(name: name) else {
            throw problem("`\(name.lowercased())` is no function that conditions know.", at: start)
        }
        return try checked(function, arguments, start)
    }

    private static let elementNames: Set<String> = [
        "LIST_EXTRACT", "ARRAY_EXTRACT", "LIST_ELEMENT",
    ]

    private mutating func arguments() throws(ExpressionProblem) -> [Parsed] {
        if takeSign(")") { return [] }
        if isWord("DISTINCT") { throw problem("DISTINCT has no meaning here.") }
        var arguments: [Parsed] = []
        repeat { arguments.append(try parse(.or)) } while takeSign(",")
        try expectSign(")")
        return arguments
    }

    private mutating func substring() throws(ExpressionProblem) -> Parsed {
        let start = token.start
        index += 2
        var arguments = [try parse(.or)]
        if takeWord("FROM") {
            arguments.append(try parse(.or))
            if takeWord("FOR") { arguments.append(try parse(.or)) }
        } else {
            while takeSign(",") { arguments.append(try parse(.or)) }
        }
        try expectSign(")")
        return try checked(.substring, arguments, start)
    }

    private mutating func position() throws(ExpressionProblem) -> Parsed {
        let start = token.start
        index += 2
        let sought = try parse(.joining)
        try expectWord("IN")
        let text = try parse(.or)
        try expectSign(")")
        return try checked(.strpos, [text, sought], start)
    }

    private mutating func extract() throws(ExpressionProblem) -> Parsed {
        let start = token.start
        index += 2
        let word: String
        switch token.kind {
        case .word(let text), .text(let text): word = text
        default: throw problem("A part of a date is expected instead of \(shown).")
        }
        let part = Parsed(tree: .constant(.text(word)), start: token.start)
        index += 1
        try expectWord("FROM")
        let operand = try parse(.or)
        try expectSign(")")
        return try checked(.datePart, [part, operand], start)
    }

    func checked(
        _ function: SQLFunction, _ arguments: [Parsed], _ start: Int
    ) throws(ExpressionProblem) -> Parsed {
        guard function.argumentCounts.contains(arguments.count) else {
            let counts = function.argumentCounts
            let range =
                counts.lowerBound == counts.upperBound
                ? "\(counts.lowerBound)"
                : counts.upperBound == .max
                    ? "\(counts.lowerBound) or more"
                    : "\(counts.lowerBound) to \(counts.upperBound)"
            let noun = range == "1" ? "value" : "values"
            throw problem(
                "`\(function.rawValue)` takes \(range) \(noun), not \(arguments.count).",
                at: start)
        }
        var trees = arguments.map(\.tree)
        if function == .datePart, case .constant(.text(let part)) = trees[0],
            part.lowercased() == "epoch"
        {
            return try node(.call(.epoch, [trees[1]]), arguments, start)
        }
        for place in function.constantPlaces where place < arguments.count {
            try check(function, trees, place, at: arguments[place].start)
        }
        if function.namesDatePart, case .constant(.text(let part)) = trees[0] {
            // The part is kept under one of its names.
            trees[0] = .constant(.text(DatePart(name: part)?.rawValue ?? part))
        }
        return try node(.call(function, trees), arguments, start)
    }

    /// A value that must be written out, so that what it asks for is known before any record.
    private func check(
        _ function: SQLFunction, _ trees: [Expression], _ place: Int, at byte: Int
    ) throws(ExpressionProblem) {
        let sentence: String?
        switch function {
        case .tryStrptime, .strptime: sentence = DateFormat.problem(in: trees[place])
        case .datePart, .dateDiff: sentence = DatePart.problem(in: trees[place])
        default: sentence = RegularExpression.problem(in: trees, place, of: function)
        }
        if let sentence { throw problem(sentence, at: byte) }
    }
}
