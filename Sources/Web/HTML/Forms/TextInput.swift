/// One line of text.
struct TextInput: Part {
    enum Kind: Sendable {
        case text
        case search
        case email
        case password
        case wholeNumber
        case telephone
    }

    let group: FormGroup
    let label: Label
    let kind: Kind
    let value: String
    let characters: Int?
    let autocomplete: String?
    let spellcheck: Bool

    /// `name`: the field's name, and its identifier;
    /// `characters`: how many characters wide: 2, 3, 4, 5, 10, 20 or 30; else the whole width;
    /// `autocomplete`: the purpose of the field in the words of the HTML standard;
    /// `isHeading`: the label is the page's only heading.
    init(
        _ name: String, _ label: String, kind: Kind = .text, value: String = "",
        hint: String? = nil, error: String? = nil, characters: Int? = nil,
        autocomplete: String? = nil, spellcheck: Bool = true, size: TextSize? = nil,
        isHeading: Bool = false
    ) {
        group = FormGroup(name, hint: hint, error: error)
        self.label = Label(text: label, id: name, size: size, isHeading: isHeading)
        self.kind = kind
        self.value = value
        self.characters = characters
        self.autocomplete = autocomplete
        self.spellcheck = spellcheck
    }

    var html: HTML {
        group.html(label: label.html, control: voidElement("input", attributes))
    }

    private var attributes: [Attribute] {
        [
            .class(classes), .id(group.id), .name(group.id), .type(type),
            .optional("value", value.isEmpty || kind == .password ? nil : value),
            .optional("inputmode", kind == .wholeNumber ? "numeric" : nil),
            .optional("autocomplete", autocomplete),
            .optional("spellcheck", spellcheck && kind == .text ? nil : "false"),
            .describedBy(group.describedBy),
            .optional("aria-invalid", group.error == nil ? nil : "true"),
        ]
    }

    private var classes: String {
        let width = characters.map { " govuk-input--width-\($0)" } ?? ""
        return "govuk-input" + width + (group.error == nil ? "" : " govuk-input--error")
    }

    private var type: String {
        switch kind {
        case .text, .wholeNumber: "text"
        case .search: "search"
        case .email: "email"
        case .password: "password"
        case .telephone: "tel"
        }
    }
}

/// Several lines of text.
struct TextArea: Part {
    let group: FormGroup
    let label: Label
    let value: String
    let rows: Int
    let spellcheck: Bool

    init(
        _ name: String, _ label: String, value: String = "", rows: Int = 5, hint: String? = nil,
        error: String? = nil, spellcheck: Bool = true, size: TextSize? = nil,
        isHeading: Bool = false
    ) {
        group = FormGroup(name, hint: hint, error: error)
        self.label = Label(text: label, id: name, size: size, isHeading: isHeading)
        self.value = value
        self.rows = rows
        self.spellcheck = spellcheck
    }

    var html: HTML {
        let failed = group.error != nil
        let area = element(
            "textarea", .class("govuk-textarea" + (failed ? " govuk-textarea--error" : "")),
            .id(group.id), .name(group.id), Attribute("rows", String(rows)),
            .optional("spellcheck", spellcheck ? nil : "false"), .describedBy(group.describedBy),
            .optional("aria-invalid", failed ? "true" : nil)
        ) { "\n" + value }
        return group.html(label: label.html, control: area)
    }
}
