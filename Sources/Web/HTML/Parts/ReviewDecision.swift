/// The buttons that answer a question about one pair or case with one click.
///
/// Each has an access key; single keys act only for people who chose them, and only while the
/// focus is inside the group (WCAG 2.2, 2.1.4).
struct ReviewDecision: Part {
    struct Answer: Hashable, Sendable {
        let value: String
        let text: String
        /// One letter, for the access key and for the single key.
        let key: String
        let kind: Button.Kind

        init(_ value: String, _ text: String, key: String, _ kind: Button.Kind = .secondary) {
            self.value = value
            self.text = text
            self.key = key
            self.kind = kind
        }
    }

    let legend: String
    let name: String
    let answers: [Answer]
    let usesSingleKeys: Bool

    /// Goes into a `PostForm`; the button pressed sends `name` with its value.
    init(
        _ legend: String, name: String = "decision", usesSingleKeys: Bool = false,
        @ArrayBuilder<Answer> answers: () -> [Answer]
    ) {
        self.legend = legend
        self.name = name
        self.usesSingleKeys = usesSingleKeys
        self.answers = answers()
    }

    var html: HTML {
        element(
            "fieldset", .class("govuk-fieldset weft-decision"), .id("decision"), .tabindex(-1),
            .flag("data-review-keys", if: usesSingleKeys)
        ) {
            Legend(legend, size: .medium)
            buttonGroup {
                for answer in answers { button(answer) }
            }
            if usesSingleKeys {
                p(
                    "Single keys are on: \(keys). They work while one of these buttons has focus.",
                    .class("govuk-hint"))
            }
        }
    }

    private var keys: String {
        answers.map { "\($0.key) for \u{201C}\($0.text)\u{201D}" }.joined(separator: ", ")
    }

    private func button(_ answer: Answer) -> HTML {
        element(
            "button", .class("govuk-button" + answer.kind.rawValue), .type("submit"),
            .name(name), .value(answer.value), Attribute("accesskey", answer.key),
            .data("key", answer.key), .data("prevent-double-click", "true")
        ) { answer.text }
    }
}
