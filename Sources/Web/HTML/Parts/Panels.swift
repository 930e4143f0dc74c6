/// The green box of a confirmation page: what is done, and its reference.
///
/// It holds no links.
struct Panel: Part {
    let title: String
    let message: HTML

    /// The title is the page's only heading.
    init(_ title: String, @HTMLBuilder message: () -> HTML = { HTML() }) {
        self.title = title
        self.message = message()
    }

    var html: HTML {
        div(.class("govuk-panel govuk-panel--confirmation")) {
            element("h1", .class("govuk-panel__title")) { title }
            if !message.isEmpty { div(.class("govuk-panel__body")) { message } }
        }
    }
}

/// The page that stops the reader before something unusual that cannot be undone.
///
/// The title is the page's only heading; the way on and the way back follow the message.
struct InterruptionPanel: Part {
    let title: String
    private let content: HTML

    init(_ title: String, @HTMLBuilder content: () -> HTML) {
        self.title = title
        self.content = content()
    }

    var html: HTML {
        div(.class("govuk-panel govuk-panel--interruption")) {
            element("h1", .class("govuk-panel__title")) { title }
            div(.class("govuk-panel__body")) { content }
        }
    }
}

/// Text set apart from the rest.
struct Inset: Part {
    private let content: HTML

    init(_ text: String) {
        content = HTML(text)
    }

    init(@HTMLBuilder content: () -> HTML) {
        self.content = content()
    }

    var html: HTML {
        div(.class("govuk-inset-text")) { content }
    }
}

/// What may go wrong, said before it can.
struct WarningText: Part {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var html: HTML {
        div(.class("govuk-warning-text")) {
            span("!", .class("govuk-warning-text__icon"), .aria("hidden", "true"))
            element("strong", .class("govuk-warning-text__text")) {
                visuallyHidden("Warning: ")
                text
            }
        }
    }
}

/// More for those who want it, folded away.
struct Details: Part {
    let summary: String
    let isOpen: Bool
    private let content: HTML

    init(_ summary: String, isOpen: Bool = false, @HTMLBuilder content: () -> HTML) {
        self.summary = summary
        self.isOpen = isOpen
        self.content = content()
    }

    var html: HTML {
        element("details", .class("govuk-details"), .flag("open", if: isOpen)) {
            element("summary", .class("govuk-details__summary")) {
                span(summary, .class("govuk-details__summary-text"))
            }
            div(.class("govuk-details__text")) { content }
        }
    }
}
