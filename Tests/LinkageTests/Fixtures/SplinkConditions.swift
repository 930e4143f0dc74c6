/// Conditions and blocking rules in SQL as Splink 4.0.17 and 5.0.0 write them for DuckDB, by every
/// class of their comparison, comparison level and blocking rule libraries.
///
/// A line begins with the versions that write it, 4 and 5; `\\n` in it is a line break.
enum SplinkConditions {
    /// All of them.
    static let all = blocking + dates + texts

    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
            line.dropFirst(3).split(separator: "\\n", omittingEmptySubsequences: false)
                .joined(separator: "\n")
        }
    }
}
