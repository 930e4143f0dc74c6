extension Evaluation {
    func call(
        _ function: SQLFunction, _ arguments: [Expression]
    ) throws(EvaluationProblem) -> Value {
        switch function {
        case .coalesce: return try firstKnown(arguments)
        case .concat, .least, .greatest: return try skippingUnknown(function, arguments)
        case .nullif: return try nullif(arguments)
        case .tryStrptime, .strptime: return try moment(function, arguments)
        case .listIntersect:
            // An unknown list on the right shares nothing; on the left it is unknown.
            let right = try value(of: arguments[1])
            return try known([arguments[0]]) { values throws(EvaluationProblem) in
                try Self.value(function, values + [right == .null ? .list([]) : right])
            }
        default:
            return try known(arguments) { values throws(EvaluationProblem) in
                try Self.value(function, values)
            }
        }
    }

    private static func value(
        _ function: SQLFunction, _ values: [Value]
    ) throws(EvaluationProblem) -> Value {
        switch function {
        case .abs, .round, .floor, .ceil, .sqrt, .pow, .sin, .cos, .asin, .acos, .radians, .ln,
            .log10, .log2:
            try NumberFunctions.value(function, values)
        case .levenshtein, .damerauLevenshtein, .jaroSimilarity, .jaroWinklerSimilarity,
            .jaccard, .hamming:
            try TextComparison.value(function, values[0].text, values[1].text)
        case .epoch: .number(try values[0].seconds)
        case .datePart, .dateDiff: try datePart(function, values)
        case .arrayLength, .listIntersect, .listContains, .listDistinct, .listSort, .listHasAny,
            .cosineSimilarity:
            try ListFunctions.value(function, values)
        case .regexpExtract, .regexpMatches, .regexpFullMatch, .regexpReplace,
            .stringSplitRegex:
            try PatternFunctions.value(function, values)
        default: try TextFunctions.value(function, values)
        }
    }

    private func firstKnown(_ arguments: [Expression]) throws(EvaluationProblem) -> Value {
        for argument in arguments {
            let value = try value(of: argument)
            if value != .null { return value }
        }
        return .null
    }

    private func skippingUnknown(
        _ function: SQLFunction, _ arguments: [Expression]
    ) throws(EvaluationProblem) -> Value {
        var values: [Value] = []
        for argument in arguments {
            let value = try value(of: argument)
            if value != .null { values.append(value) }
        }
        if function == .concat { return .text(values.flatMap(\.text)) }
        guard var best = values.first else { return .null }
        for value in values.dropFirst() {
            if try value.order(best) == (function == .least ? .before : .after) { best = value }
        }
        return best
    }

    private func nullif(_ arguments: [Expression]) throws(EvaluationProblem) -> Value {
        let (value, other) = (try value(of: arguments[0]), try value(of: arguments[1]))
        if value == .null || other == .null { return value }
        return try value.order(other) == .same ? .null : value
    }

    private func moment(
        _ function: SQLFunction, _ arguments: [Expression]
    ) throws(EvaluationProblem) -> Value {
        guard let formats = DateFormat.formats(arguments[1]) else {
            throw EvaluationProblem("The date format of `\(function.rawValue)` is not known.")
        }
        let text = try value(of: arguments[0])
        if case .null = text { return .null }
        let bytes = text.text
        for format in formats {
            if let seconds = format.seconds(bytes) { return .timestamp(seconds) }
        }
        guard function == .strptime else { return .null }
        throw text.unfit("a date in the format that is asked for")
    }

    private static func datePart(
        _ function: SQLFunction, _ values: [Value]
    ) throws(EvaluationProblem) -> Value {
        let name = String(decoding: values[0].text, as: UTF8.self)
        guard let part = DatePart(name: name) else {
            throw EvaluationProblem("The part `\(name)` of a date is not known.")
        }
        let first = try values[1].seconds
        guard function == .dateDiff else { return .integer(part.value(of: first)) }
        return .integer(part.difference(from: first, to: try values[2].seconds))
    }
}
