extension String {
    /// Whether a person wrote nothing: the text is empty or all white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
