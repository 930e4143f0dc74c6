/// What cannot be read in the text of a condition, and where.
public struct ExpressionProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text as it was given.
    public let expression: String
    /// Where reading stopped, in characters counted from 1.
    public let column: Int
    /// What is wrong, as one sentence.
    public let sentence: String

    /// The sentence with the place and the beginning of the text.
    public var description: String {
        let shown = expression.count > 200 ? expression.prefix(200) + "…" : expression[...]
        return "Column \(column) of the condition: \(sentence) The condition is `\(shown)`."
    }
}

/// Why a condition has no value for a pair, such as a text that is no number.
public struct EvaluationProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as one sentence.
    public let sentence: String

    /// A problem with its sentence.
    public init(_ sentence: String) { self.sentence = sentence }

    /// The sentence.
    public var description: String { sentence }
}
