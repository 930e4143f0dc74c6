/// What must hold between two values, or two records, for a comparison level to apply.
///
/// As in SQL, a condition on a missing value does not hold, except `missing` and `otherwise`.
/// All conditions but expressions are symmetric: left and right may change places.
public indirect enum Condition: Hashable, Sendable, Codable {
    /// At least one of the two values is missing.
    case missing(column: String)
    /// Both records have the same key.
    case equal(ColumnKey)
    /// The Levenshtein distance in bytes is at most a number.
    case levenshtein(column: String, atMost: Int)
    /// The Damerau–Levenshtein distance (optimal string alignment) is at most a number.
    case damerauLevenshtein(column: String, atMost: Int)
    /// The Jaro similarity is at least a number from 0 to 1.
    case jaro(column: String, atLeast: Double)
    /// The Jaro–Winkler similarity is at least a number from 0 to 1.
    case jaroWinkler(column: String, atLeast: Double)
    /// Two dates lie at most a number of days apart.
    case dateWithin(column: String, days: Int)
    /// Two dates agree once day and month of one of them change places.
    case datesTransposed(column: String)
    /// Each of two columns holds on the left what the other holds on the right.
    case columnsSwapped(String, String)
    /// All of several conditions hold.
    case all([Condition])
    /// At least one of several conditions holds.
    case any([Condition])
    /// An expression over both records is true; left and right matter to it.
    case expression(Expression)
    /// Always holds: the last level of every comparison.
    case otherwise

    /// Both records have the same value in a column.
    public static func exact(_ column: String) -> Condition { .equal(ColumnKey(column)) }

    /// The columns that the condition reads.
    public var columns: Set<String> {
        switch self {
        case .missing(let column), .levenshtein(let column, _), .jaro(let column, _),
            .damerauLevenshtein(let column, _), .jaroWinkler(let column, _),
            .dateWithin(let column, _), .datesTransposed(let column):
            [column]
        case .equal(let key): [key.column]
        case .columnsSwapped(let first, let second): [first, second]
        case .all(let parts), .any(let parts):
            parts.reduce(into: []) { $0.formUnion($1.columns) }
        case .expression(let expression): expression.columns
        case .otherwise: []
        }
    }
}

extension Condition {
    /// Keys on which two records agree whenever the condition holds; they need not suffice.
    var necessaryKeys: Set<ColumnKey> {
        switch self {
        case .equal(let key): [key]
        case .all(let parts): parts.reduce(into: []) { $0.formUnion($1.necessaryKeys) }
        default: []
        }
    }

    /// The condition for two records of which each lacks some of its columns, if missing values
    /// alone decide it.
    func holds(whereMissing isMissing: (String) -> Bool) -> Bool? {
        switch self {
        case .missing(let column): return isMissing(column)
        case .otherwise: return true
        case .all(let parts):
            return parts.reduce(true) { result, part in
                part.holds(whereMissing: isMissing).flatMap { value in result.map { $0 && value } }
            }
        case .any(let parts):
            return parts.reduce(false) { result, part in
                part.holds(whereMissing: isMissing).flatMap { value in result.map { $0 || value } }
            }
        default: return nil
        }
    }
}
