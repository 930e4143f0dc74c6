/// Levenshtein distance in which swapping two neighbours counts as one edit, whatever is edited
/// between or around them.
///
/// Unlike `DamerauLevenshtein` it is a metric: `ca` to `abc` is 2. DuckDB's `damerau_levenshtein`
/// is this form. Source: R. Lowrance and R. Wagner, J. ACM 22 (1975) 177,
/// doi:10.1145/321879.321880.
public enum UnrestrictedDamerauLevenshtein {
    /// The distance between the bytes of two texts.
    ///
    /// - Complexity: O(length of `left` × length of `right`), in time and in memory.
    public static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let width = right.count + 2
        let limit = left.count + right.count
        // Row 0 and column 0 stand before the empty texts and are never the best choice.
        var table = Array(repeating: limit, count: (left.count + 2) * width)
        for i in 0...left.count { table[(i + 1) * width + 1] = i }
        for j in 0...right.count { table[width + j + 1] = j }
        var lastRow = Array(repeating: 0, count: 256)
        for i in 0..<left.count {
            var lastColumn = 0
            for j in 0..<right.count {
                let isEqual = left[i] == right[j]
                let row = lastRow[Int(right[j])]
                let swap =
                    table[row * width + lastColumn] + (i - row) + 1 + (j - lastColumn)
                let substitution = table[(i + 1) * width + j + 1] + (isEqual ? 0 : 1)
                let insertion = table[(i + 2) * width + j + 1] + 1
                let deletion = table[(i + 1) * width + j + 2] + 1
                table[(i + 2) * width + j + 2] = min(substitution, insertion, deletion, swap)
                if isEqual { lastColumn = j + 1 }
            }
            lastRow[Int(left[i])] = i + 1
        }
        return table[(left.count + 1) * width + right.count + 1]
    }

    /// The distance between the UTF-8 bytes of two texts.
    public static func distance(_ left: String, _ right: String) -> Int {
        distance(Array(left.utf8).span, Array(right.utf8).span)
    }
}
