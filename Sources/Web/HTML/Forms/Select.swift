/// One answer of many.
struct Select: Part {
    let group: FormGroup
    let label: Label
    let choices: [Choice]
    let selected: String?

    /// `choices`: their hints and dividers are not shown.
    init(
        _ name: String, _ label: String, _ choices: [Choice], selected: String? = nil,
        hint: String? = nil, error: String? = nil, size: TextSize? = nil, isHeading: Bool = false
    ) {
        group = FormGroup(name, hint: hint, error: error)
        self.label = Label(text: label, id: name, size: size, isHeading: isHeading)
        self.choices = choices
        self.selected = selected
    }

    var html: HTML {
        let failed = group.error != nil
        let select = element(
            "select", .class("govuk-select" + (failed ? " govuk-select--error" : "")),
            .id(group.id), .name(group.id), .describedBy(group.describedBy),
            .optional("aria-invalid", failed ? "true" : nil)
        ) {
            for choice in choices {
                element(
                    "option", .value(choice.value), .flag("selected", if: choice.value == selected)
                ) { choice.text }
            }
        }
        return group.html(label: label.html, control: select)
    }
}
