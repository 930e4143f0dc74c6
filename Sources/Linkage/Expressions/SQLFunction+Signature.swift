extension SQLFunction {
    /// The function of a name in any case, or one of the other names that DuckDB knows it by.
    init?(name: String) {
        let name = name.lowercased()
        guard let function = SQLFunction(rawValue: name) ?? Self.aliases[name],
            function != .like, function != .ilike
        else { return nil }
        self = function
    }

    private static let aliases: [String: SQLFunction] = [
        "lcase": .lower, "ucase": .upper, "len": .length, "char_length": .length,
        "character_length": .length, "str_split": .stringSplit, "string_to_array": .stringSplit,
        "split": .stringSplit, "str_split_regex": .stringSplitRegex,
        "regexp_split_to_array": .stringSplitRegex, "prefix": .startsWith, "suffix": .endsWith,
        "instr": .strpos, "ifnull": .coalesce, "ceiling": .ceil, "power": .pow, "log": .log10,
        "editdist3": .levenshtein, "mismatches": .hamming, "datediff": .dateDiff,
        "datepart": .datePart, "array_intersect": .listIntersect, "array_contains": .listContains,
        "list_has": .listContains, "array_has": .listContains, "array_distinct": .listDistinct,
        "array_sort": .listSort, "array_has_any": .listHasAny,
        "list_cosine_similarity": .cosineSimilarity,
    ]

    /// How many values the function takes.
    var argumentCounts: ClosedRange<Int> {
        switch self {
        case .lower, .upper, .length, .reverse, .abs, .floor, .ceil, .sqrt, .sin, .cos, .asin,
            .acos, .radians, .ln, .log10, .log2, .epoch, .arrayLength, .listDistinct, .listSort,
            .soundex:
            1...1
        case .trim, .ltrim, .rtrim, .round: 1...2
        case .concat, .coalesce, .least, .greatest: 1...Int.max
        case .substring: 2...3
        case .replace, .splitPart, .dateDiff: 3...3
        case .regexpExtract: 2...4
        case .regexpReplace: 3...4
        case .regexpMatches, .regexpFullMatch, .stringSplitRegex: 2...3
        case .left, .right, .stringSplit, .startsWith, .endsWith, .contains, .strpos, .like,
            .ilike, .nullif, .pow, .levenshtein, .damerauLevenshtein, .jaroSimilarity,
            .jaroWinklerSimilarity, .jaccard, .hamming, .tryStrptime, .strptime, .datePart,
            .listIntersect, .listContains, .listHasAny, .cosineSimilarity:
            2...2
        }
    }

    /// The places of the values that must be constants.
    var constantPlaces: [Int] {
        switch self {
        case .tryStrptime, .strptime: [1]
        case .datePart, .dateDiff: [0]
        case .regexpExtract, .regexpReplace: [1, 2, 3]
        case .regexpMatches, .regexpFullMatch, .stringSplitRegex: [1, 2]
        default: []
        }
    }

    /// Whether the first value is a part of a date.
    var namesDatePart: Bool { self == .datePart || self == .dateDiff }

    /// Whether the values are read as numbers.
    var takesNumbers: Bool {
        switch self {
        case .abs, .round, .floor, .ceil, .sqrt, .pow, .sin, .cos, .asin, .acos, .radians, .ln,
            .log10, .log2:
            true
        default: false
        }
    }
}
