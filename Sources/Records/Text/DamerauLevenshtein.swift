/// Levenshtein distance in which swapping two neighbouring bytes also counts as one edit.
///
/// The optimal string alignment form: no part of the text is edited twice, so `ca` to `abc` is 3.
/// Source: F. Damerau, Commun. ACM 7 (1964) 171, doi:10.1145/363958.363994.
public enum DamerauLevenshtein {
    /// The distance between the bytes of two texts.
    ///
    /// - Complexity: O(length of `left` × length of `right`).
    public static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        var beforeLast = Array(repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var row = last
        for i in left.indices {
            row[0] = i + 1
            for j in right.indices {
                let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
                var best = min(substitution, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row[j + 1] = best
            }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[right.count]
    }

    /// The distance between the UTF-8 bytes of two texts.
    public static func distance(_ left: String, _ right: String) -> Int {
        distance(Array(left.utf8).span, Array(right.utf8).span)
    }
}
