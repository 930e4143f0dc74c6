/// Word of something that has just happened, or that the reader should know, above the heading.
struct NotificationBanner: Part, Sendable {
    enum Kind: Sendable {
        case success
        case important
    }

    /// A button that takes back what has just been done.
    struct Undo: Sendable {
        let action: String
        let csrf: CSRFToken
        let text: String

        init(_ action: String, csrf: CSRFToken, text: String = "Undo") {
            self.action = action
            self.csrf = csrf
            self.text = text
        }
    }

    let kind: Kind
    let message: HTML
    let undo: Undo?

    init(_ kind: Kind, _ message: HTML, undo: Undo? = nil) {
        self.kind = kind
        self.message = message
        self.undo = undo
    }

    var html: HTML {
        let block = "govuk-notification-banner"
        let success = kind == .success
        return div(
            .class(success ? "\(block) \(block)--success" : block),
            .role(success ? "alert" : "region"), .aria("labelledby", "notification-title"),
            .flag("data-notification", if: success)
        ) {
            div(.class("\(block)__header")) {
                element("h2", .class("\(block)__title"), .id("notification-title")) {
                    success ? "Done" : "Important"
                }
            }
            div(.class("\(block)__content")) {
                p(.class("\(block)__heading")) { message }
                if let undo { form(undo) }
            }
        }
    }

    private func form(_ undo: Undo) -> HTML {
        PostForm(undo.action, csrf: undo.csrf) {
            element("button", .class("weft-link-button"), .type("submit")) { undo.text }
        }.html
    }
}
