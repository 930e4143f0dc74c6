/// What stands around an input: its label or legend, its hint and its error.
struct FormGroup {
    let id: String
    let hint: String?
    let error: String?

    /// Requires a name without blanks, as it is also the identifier.
    init(_ id: String, hint: String?, error: String?) {
        precondition(
            !id.isEmpty && id.utf8.allSatisfy { $0 > 0x20 }, "a field needs a name without blanks")
        self.id = id
        self.hint = hint
        self.error = error
    }

    /// The identifiers of hint and error, for `aria-describedby`.
    var describedBy: String? {
        let ids = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }]
        let present = ids.compactMap { $0 }
        return present.isEmpty ? nil : present.joined(separator: " ")
    }

    func html(label: HTML, control: HTML) -> HTML {
        wrapped {
            label
            hintAndError
            control
        }
    }

    /// A group of inputs under one legend.
    func fieldset(
        legend: Legend, role: String? = nil, @HTMLBuilder controls: () -> HTML
    ) -> HTML {
        wrapped {
            element(
                "fieldset", .class("govuk-fieldset"), .optional("role", role),
                .describedBy(describedBy)
            ) {
                legend
                hintAndError
                controls()
            }
        }
    }

    private func wrapped(@HTMLBuilder content: () -> HTML) -> HTML {
        let failed = error == nil ? "" : " govuk-form-group--error"
        return element(unchecked: "div", [.class("govuk-form-group" + failed)], content())
    }

    @HTMLBuilder private var hintAndError: HTML {
        if let hint {
            div(.class("govuk-hint"), .id("\(id)-hint")) { hint }
        }
        if let error {
            p(.class("govuk-error-message"), .id("\(id)-error")) {
                visuallyHidden("Error: ")
                error
            }
        }
    }
}

/// The words beside an input; on a page with one question they are the page's heading.
struct Label: Part {
    let text: String
    let id: String
    let size: TextSize?
    let isHeading: Bool

    var html: HTML {
        let classes = "govuk-label" + (size.map { " govuk-label--\($0.rawValue)" } ?? "")
        let label = element("label", .class(classes), .for(id)) { text }
        return isHeading
            ? element("h1", .class("govuk-label-wrapper")) { label } : label
    }
}

/// The words above a group of inputs; on a page with one question they are the page's heading.
struct Legend: Part {
    let text: String
    let size: TextSize?
    let isHeading: Bool

    init(_ text: String, size: TextSize? = .medium, isHeading: Bool = false) {
        self.text = text
        self.size = size
        self.isHeading = isHeading
    }

    var html: HTML {
        let classes =
            "govuk-fieldset__legend"
            + (size.map { " govuk-fieldset__legend--\($0.rawValue)" } ?? "")
        return element("legend", .class(classes)) {
            if isHeading {
                element("h1", .class("govuk-fieldset__heading")) { text }
            } else {
                text
            }
        }
    }
}

/// Several inputs that belong together under one legend.
struct Fieldset: Part {
    private let legend: Legend
    private let content: HTML

    init(_ legend: String, size: TextSize = .medium, @HTMLBuilder content: () -> HTML) {
        self.legend = Legend(legend, size: size)
        self.content = content()
    }

    var html: HTML {
        element("fieldset", .class("govuk-fieldset")) {
            legend
            content
        }
    }
}
