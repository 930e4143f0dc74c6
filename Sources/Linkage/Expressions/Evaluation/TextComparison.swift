import Records

/// Functions that compare the bytes of two texts.
enum TextComparison {
    static func value(
        _ function: SQLFunction, _ left: [UInt8], _ right: [UInt8]
    ) throws(EvaluationProblem) -> Value {
        switch function {
        case .levenshtein: return .integer(Levenshtein.distance(left.span, right.span))
        case .damerauLevenshtein:
            return .integer(UnrestrictedDamerauLevenshtein.distance(left.span, right.span))
        case .jaroSimilarity:
            // Two empty texts are unlike in DuckDB.
            return .number(left.isEmpty ? 0 : Jaro.similarity(left.span, right.span))
        case .jaroWinklerSimilarity:
            return .number(left.isEmpty ? 0 : JaroWinkler.similarity(left.span, right.span))
        case .jaccard:
            guard let similarity = Jaccard.similarity(left.span, right.span) else {
                throw EvaluationProblem("The Jaccard similarity needs two texts that hold text.")
            }
            return .number(similarity)
        default:
            guard !left.isEmpty, let distance = Hamming.distance(left.span, right.span) else {
                throw EvaluationProblem(
                    "The Hamming distance needs two texts of the same length, but not empty.")
            }
            return .integer(distance)
        }
    }
}
