/// The record of a pair that a column belongs to.
public enum PairSide: String, Hashable, Sendable, Codable {
    /// The earlier record, `name_l` or `l.name`.
    case left
    /// The later record, `name_r` or `r.name`.
    case right
}

/// A condition on a pair of records, or a value taken from one: the SQL that Splink's comparison
/// libraries write, as a tree.
///
/// Conditions have the three values of SQL: true, false and unknown. Only true makes a level or
/// a blocking rule apply.
public indirect enum Expression: Hashable, Sendable {
    /// The value of a column; the side is nil where an expression is about one record alone.
    case column(String, PairSide?)
    /// A constant; `.null` is the unknown value.
    case constant(Constant)
    /// The value of a function.
    case call(SQLFunction, [Expression])
    /// Two values compared; unknown when either is.
    case comparison(ComparisonOperator, Expression, Expression)
    /// Two numbers combined; unknown when either is.
    case arithmetic(ArithmeticOperator, Expression, Expression)
    /// Two texts joined, `||`; unknown when either is.
    case concatenation(Expression, Expression)
    /// Whether a value is unknown; never unknown itself.
    case isNull(Expression)
    /// Whether all hold: false when one is false, else unknown when one is unknown.
    case all([Expression])
    /// Whether one holds: true when one is true, else unknown when one is unknown.
    case any([Expression])
    /// The opposite; unknown stays unknown.
    case not(Expression)
    /// The value of the first condition that is true, else the last value.
    case choice([Choice], otherwise: Expression)
    /// A value in another type; an error of the conversion makes `TRY_CAST` unknown.
    case cast(Expression, to: SQLType, isTrying: Bool)
    /// A list made of values.
    case list([Expression])
    /// The element of a list at a place counted from 1; unknown beyond its end.
    case element(Expression, at: Expression)
    /// The best value of a function over all pairs of elements of two lists.
    case pairwise(PairwiseFunction, Expression, Expression)
    /// The last level of every comparison, which always applies.
    case otherwise

    /// One branch of a `CASE`.
    public struct Choice: Hashable, Sendable {
        /// When the branch counts.
        public let condition: Expression
        /// Its value.
        public let value: Expression

        /// A branch.
        public init(when condition: Expression, then value: Expression) {
            self.condition = condition
            self.value = value
        }
    }
}

/// A constant of an expression.
public enum Constant: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
}

/// How two values are compared.
public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// How two numbers are combined.
public enum ArithmeticOperator: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
}

/// The types of values that a cast can name.
public enum SQLType: String, Hashable, Sendable, CaseIterable {
    /// `TEXT`, `VARCHAR`.
    case text
    /// `BIGINT`, 64 bits.
    case integer
    /// `INTEGER`, 32 bits.
    case shortInteger
    /// `DOUBLE`, 64 bits.
    case number
    /// `FLOAT`, 32 bits.
    case shortNumber
    case boolean
    case date
    case timestamp
    /// `VARCHAR[]`.
    case textList
}

/// Functions over all pairs of elements of two lists.
public struct PairwiseFunction: Hashable, Sendable {
    /// The function of two texts.
    public let function: SQLFunction
    /// Whether the greatest value counts, or the smallest.
    public let isGreatest: Bool

    /// A function and which of its values counts.
    public init(_ function: SQLFunction, isGreatest: Bool) {
        self.function = function
        self.isGreatest = isGreatest
    }
}

/// The functions that conditions may call; DuckDB's names and results.
public enum SQLFunction: String, Hashable, Sendable, CaseIterable {
    case lower, upper, trim, ltrim, rtrim, length, reverse, concat, replace
    case substring, left, right
    case splitPart = "split_part"
    case stringSplit = "string_split"
    case stringSplitRegex = "string_split_regex"
    case regexpExtract = "regexp_extract"
    case regexpReplace = "regexp_replace"
    case regexpMatches = "regexp_matches"
    case regexpFullMatch = "regexp_full_match"
    case startsWith = "starts_with"
    case endsWith = "ends_with"
    case contains
    case strpos
    /// `text LIKE pattern`, case counts.
    case like
    /// `text ILIKE pattern`, case does not count.
    case ilike
    case coalesce, nullif, abs, round, floor, ceil, sqrt, pow, least, greatest
    case sin, cos, asin, acos, radians, ln, log10, log2
    case levenshtein
    case damerauLevenshtein = "damerau_levenshtein"
    case jaroSimilarity = "jaro_similarity"
    case jaroWinklerSimilarity = "jaro_winkler_similarity"
    case jaccard, hamming
    case tryStrptime = "try_strptime"
    case strptime
    case epoch
    case dateDiff = "date_diff"
    case datePart = "date_part"
    case arrayLength = "array_length"
    case listIntersect = "list_intersect"
    case listContains = "list_contains"
    case listDistinct = "list_distinct"
    case listSort = "list_sort"
    case listHasAny = "list_has_any"
    case cosineSimilarity = "array_cosine_similarity"
    case soundex
}
