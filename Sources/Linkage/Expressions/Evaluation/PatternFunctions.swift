/// Functions that take a regular expression.
enum PatternFunctions {
    static func value(
        _ function: SQLFunction, _ values: [Value]
    ) throws(EvaluationProblem) -> Value {
        do {
            return try found(function, values)
        } catch let problem as RegularExpression.Problem {
            throw EvaluationProblem(problem.sentence)
        } catch let problem as EvaluationProblem {
            throw problem
        } catch {
            throw EvaluationProblem("`\(function.rawValue)` has no value here.")
        }
    }

    private static func found(_ function: SQLFunction, _ values: [Value]) throws -> Value {
        let text = values[0].text.scalars
        let pattern = String(decoding: values[1].text, as: UTF8.self)
        let place = function == .regexpExtract || function == .regexpReplace ? 3 : 2
        let letters = values.count > place ? values[place].text : []
        let options = try RegularExpression.Options(String(decoding: letters, as: UTF8.self))
        if function == .regexpFullMatch {
            return .boolean(try RegularExpression.matchesWhole(pattern, options, text))
        }
        let expression = try RegularExpression(pattern, options)
        switch function {
        case .regexpExtract:
            let group = values.count > 2 ? try values[2].integer : 0
            return .scalars(expression.extracted(group, from: text))
        case .regexpReplace:
            try TextFunctions.checkGrowth(text.count, values[2].text.count)
            return .scalars(
                expression.replaced(
                    in: text, by: values[2].text.scalars, all: options.replacesAll))
        case .stringSplitRegex:
            return .list(expression.split(text).map { .scalars($0) })
        default: return .boolean(expression.matches(in: text))
        }
    }
}

extension RegularExpression {
    /// The parts of a text between matches; an empty match parts two characters.
    func split(_ text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
        var parts: [ArraySlice<Unicode.Scalar>] = []
        var (start, place) = (0, 0)
        while place < text.count, let range = firstMatch(in: text, from: place)?[0] {
            if range.isEmpty {
                place = range.lowerBound + 1
                if range.lowerBound == start || range.lowerBound == text.count {
                    continue
                }
            } else {
                place = range.upperBound
            }
            parts.append(text[start..<range.lowerBound])
            start = range.upperBound
        }
        return parts + [text[start...]]
    }
}
