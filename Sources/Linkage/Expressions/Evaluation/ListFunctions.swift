/// Functions of lists; unknown elements are in no intersection and equal to nothing.
enum ListFunctions {
    static func value(
        _ function: SQLFunction, _ values: [Value]
    ) throws(EvaluationProblem) -> Value {
        let elements = try values[0].elements
        switch function {
        case .arrayLength: return .integer(elements.count)
        case .listContains: return .boolean(try contains(values[1], in: elements))
        case .listDistinct: return .list(try distinct(elements))
        case .listSort: return .list(try sorted(elements))
        case .cosineSimilarity: return try cosine(elements, try values[1].elements)
        default:
            let other = try values[1].elements
            var shared: [Value] = []
            for element in try distinct(elements) where try contains(element, in: other) {
                shared.append(element)
            }
            return function == .listHasAny ? .boolean(!shared.isEmpty) : .list(shared)
        }
    }

    private static func contains(
        _ value: Value, in elements: [Value]
    ) throws(EvaluationProblem) -> Bool {
        for element in elements where element != .null {
            if try element.order(value) == .same { return true }
        }
        return false
    }

    private static func distinct(_ elements: [Value]) throws(EvaluationProblem) -> [Value] {
        var distinct: [Value] = []
        for element in elements where element != .null {
            if try !contains(element, in: distinct) { distinct.append(element) }
        }
        return distinct
    }

    /// In order, unknown elements last; an insertion sort, so that each comparison may fail.
    private static func sorted(_ elements: [Value]) throws(EvaluationProblem) -> [Value] {
        var sorted: [Value] = []
        for element in elements where element != .null {
            var place = sorted.count
            while place > 0, try element.order(sorted[place - 1]) == .before { place -= 1 }
            sorted.insert(element, at: place)
        }
        return sorted + elements.filter { $0 == .null }
    }

    /// The cosine of the angle between two lists of numbers.
    private static func cosine(
        _ left: [Value], _ right: [Value]
    ) throws(EvaluationProblem) -> Value {
        guard left.count == right.count, !left.isEmpty else {
            throw EvaluationProblem("The cosine similarity needs two lists of the same length.")
        }
        var (product, leftSquare, rightSquare) = (0.0, 0.0, 0.0)
        for (left, right) in zip(left, right) {
            let (x, y) = (try left.double, try right.double)
            product += x * y
            leftSquare += x * x
            rightSquare += y * y
        }
        let cosine = product / (leftSquare * rightSquare).squareRoot()
        return .number(max(-1, min(1, cosine)))
    }
}
