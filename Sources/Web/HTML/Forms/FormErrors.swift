/// What is wrong with a form that was sent, in the order of its fields.
struct FormErrors: Sendable {
    struct Problem: Hashable, Sendable {
        let field: String
        let message: String
        /// The identifier of the input that the summary leads to.
        let target: String
    }

    private(set) var problems: [Problem] = []

    init() {}

    var isEmpty: Bool { problems.isEmpty }

    /// `focus`: the input to lead to when it is not the field's first.
    mutating func add(_ field: String, _ message: String, focus: String? = nil) {
        problems.append(Problem(field: field, message: message, target: focus ?? field))
    }

    /// The first message of a field.
    subscript(field: String) -> String? {
        problems.first { $0.field == field }?.message
    }
}

/// The box at the top of a form that was refused: every problem, each a link to its field.
struct ErrorSummary: Part {
    let errors: FormErrors

    init(_ errors: FormErrors) {
        self.errors = errors
    }

    var html: HTML {
        guard !errors.isEmpty else { return HTML() }
        return div(
            .class("govuk-error-summary"), .tabindex(-1), .data("module", "govuk-error-summary")
        ) {
            div(.role("alert")) {
                element("h2", .class("govuk-error-summary__title")) { "There is a problem" }
                div(.class("govuk-error-summary__body")) {
                    element("ul", .class("govuk-list govuk-error-summary__list")) {
                        for problem in errors.problems {
                            element("li") { a(problem.message, to: "#" + problem.target) }
                        }
                    }
                }
            }
        }
    }
}
