/// The secret of a session that a form brings back, to show that the form was ours.
struct CSRFToken: Hashable, Sendable {
    static let field = "csrf"

    let text: String

    init(_ text: String) {
        self.text = text
    }

    var html: HTML { hiddenInput(Self.field, text) }
}

/// A value that goes with a form unseen.
func hiddenInput(_ name: String, _ value: String) -> HTML {
    voidElement("input", [.type("hidden"), .name(name), .value(value)])
}

/// A form that changes something; it cannot be written without a token.
struct PostForm: Part {
    private let attributes: [Attribute]
    private let csrf: CSRFToken
    private let content: HTML

    /// `takesFiles`: the form has a file input;
    /// `warnsUnsaved`: with a script, the browser asks before unsaved answers are lost.
    init(
        _ action: String, csrf: CSRFToken, takesFiles: Bool = false, warnsUnsaved: Bool = false,
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML
    ) {
        self.attributes =
            [
                .action(action), Attribute("method", "post"), .flag("novalidate"),
                .optional("enctype", takesFiles ? "multipart/form-data" : nil),
                .flag("data-warn-unsaved", if: warnsUnsaved),
            ] + attributes
        self.csrf = csrf
        self.content = content()
    }

    var html: HTML {
        HTML.form(attributes, csrf.html, content)
    }
}

/// A form that only asks: a search or a filter, whose answers stand in the address.
struct GetForm: Part {
    private let attributes: [Attribute]
    private let content: HTML

    init(_ action: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) {
        self.attributes =
            [.action(action), Attribute("method", "get"), .flag("novalidate")] + attributes
        self.content = content()
    }

    var html: HTML {
        HTML.form(attributes, HTML(), content)
    }
}

extension HTML {
    fileprivate static func form(
        _ attributes: [Attribute], _ token: HTML, _ content: HTML
    ) -> HTML {
        var form = HTML()
        form.open("form", attributes)
        form.append(token)
        form.append(content)
        form.close("form")
        return form
    }
}
