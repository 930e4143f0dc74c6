/// A button that sends its form.
struct Button: Part {
    enum Kind: String, Sendable {
        case primary = ""
        case secondary = " govuk-button--secondary"
        case warning = " govuk-button--warning"
    }

    let text: String
    let kind: Kind
    let name: String?
    let value: String?
    let guardsDoubleClick: Bool

    /// `guardsDoubleClick`: with a script, a second click within a second does nothing.
    init(
        _ text: String, _ kind: Kind = .primary, name: String? = nil, value: String? = nil,
        guardsDoubleClick: Bool = true
    ) {
        self.text = text
        self.kind = kind
        self.name = name
        self.value = value
        self.guardsDoubleClick = guardsDoubleClick
    }

    var html: HTML {
        element(
            "button", .class("govuk-button" + kind.rawValue), .type("submit"),
            .optional("name", name), .optional("value", value),
            .optional("data-prevent-double-click", guardsDoubleClick ? "true" : nil)
        ) { text }
    }
}

/// A link that looks like a button, for the one way on from a page without a form.
struct LinkButton: Part {
    let text: String
    let address: String
    let kind: Button.Kind

    init(_ text: String, to address: String, _ kind: Button.Kind = .primary) {
        self.text = text
        self.address = address
        self.kind = kind
    }

    var html: HTML {
        a(text, to: address, .class("govuk-button" + kind.rawValue))
    }
}

/// Buttons and links in one row.
func buttonGroup(@HTMLBuilder content: () -> HTML) -> HTML {
    element(unchecked: "div", [.class("govuk-button-group")], content())
}
