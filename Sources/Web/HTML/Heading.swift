/// The four sizes of headings, labels and legends.
enum TextSize: String, Sendable {
    case small = "s"
    case medium = "m"
    case large = "l"
    case extraLarge = "xl"
}

/// The page's one heading; the caption above it says what the page belongs to.
func h1(
    _ text: String, caption: String? = nil, size: TextSize = .large, _ attributes: Attribute...
) -> HTML {
    HTML {
        if let caption { span(caption, .class("govuk-caption-\(size.rawValue)")) }
        heading("h1", size, HTML(text), attributes)
    }
}

func h2(_ text: String, size: TextSize = .medium, _ attributes: Attribute...) -> HTML {
    heading("h2", size, HTML(text), attributes)
}

func h3(_ text: String, size: TextSize = .small, _ attributes: Attribute...) -> HTML {
    heading("h3", size, HTML(text), attributes)
}

func h4(_ text: String, size: TextSize = .small, _ attributes: Attribute...) -> HTML {
    heading("h4", size, HTML(text), attributes)
}

/// A heading whose level is only known to the caller: 1 to 4.
func heading(_ text: String, level: Int, size: TextSize, _ attributes: Attribute...) -> HTML {
    let names: [StaticString] = ["h1", "h2", "h3", "h4"]
    precondition((1...4).contains(level), "a heading is of level 1 to 4")
    return heading(names[level - 1], size, HTML(text), attributes)
}

private func heading(
    _ name: StaticString, _ size: TextSize, _ content: HTML, _ attributes: [Attribute]
) -> HTML {
    element(
        unchecked: name, classed(attributes, "govuk-heading-\(size.rawValue)"), content)
}
