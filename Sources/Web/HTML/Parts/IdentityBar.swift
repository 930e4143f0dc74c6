/// Whose or what record this is, above everything about it.
struct IdentityBar: Part {
    let title: String
    let details: HTML
    let actions: HTML

    /// `details`: short facts or tags after the title; `actions`: links or buttons at the end.
    init(
        _ title: String, @HTMLBuilder details: () -> HTML = { HTML() },
        @HTMLBuilder actions: () -> HTML = { HTML() }
    ) {
        self.title = title
        self.details = details()
        self.actions = actions()
    }

    var html: HTML {
        section(.class("moj-identity-bar"), .aria("label", "About this record")) {
            div(.class("moj-identity-bar__details")) {
                span(title, .class("moj-identity-bar__title"))
                if !details.isEmpty { div(.class("moj-identity-bar__facts")) { details } }
            }
            if !actions.isEmpty { div(.class("moj-identity-bar__actions")) { actions } }
        }
    }
}
