/// The state of a thing in one adjective.
///
/// It is never a link, and never only a colour.
struct StatusTag: Part, Hashable, Sendable {
    enum Colour: String, CaseIterable, Sendable {
        case teal
        case grey
        case green
        case blue
        case yellow
        case orange
        case red
        case purple
    }

    let text: String
    let colour: Colour

    init(_ text: String, _ colour: Colour = .teal) {
        self.text = text
        self.colour = colour
    }

    var html: HTML {
        strong(text, .class("govuk-tag govuk-tag--\(colour.rawValue)"))
    }
}

/// A mark for risk and urgency only.
struct Badge: Part, Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var html: HTML {
        strong(text, .class("moj-badge"))
    }
}
