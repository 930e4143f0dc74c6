func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element(unchecked: "div", attributes, content())
}

func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element(unchecked: "section", attributes, content())
}

func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element(unchecked: "article", attributes, content())
}

func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element(unchecked: "span", attributes, content())
}

func span(_ text: String, _ attributes: Attribute...) -> HTML {
    element(unchecked: "span", attributes, HTML(text))
}

/// A paragraph of body text.
func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element(unchecked: "p", classed(attributes, "govuk-body"), content())
}

func p(_ text: String, _ attributes: Attribute...) -> HTML {
    element(unchecked: "p", classed(attributes, "govuk-body"), HTML(text))
}

func strong(_ text: String, _ attributes: Attribute...) -> HTML {
    element(unchecked: "strong", attributes, HTML(text))
}

func code(_ text: String) -> HTML {
    element(unchecked: "code", [], HTML(text))
}

/// A link; unsafe addresses leave the text without a link.
func a(_ text: String, to address: String, _ attributes: Attribute...) -> HTML {
    element(unchecked: "a", classed(attributes, "govuk-link") + [.href(address)], HTML(text))
}

func a(to address: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element(unchecked: "a", classed(attributes, "govuk-link") + [.href(address)], content())
}

/// A link whose words need more for people who hear them out of place: "Change *lead partner*".
func a(_ text: String, hidden: String, to address: String) -> HTML {
    a(to: address) {
        text
        visuallyHidden(" " + hidden)
    }
}

/// A date or time that people read, with the machine's form beside it.
func time(_ text: String, datetime: String) -> HTML {
    element(unchecked: "time", [.datetime(datetime)], HTML(text))
}

/// Text for screen readers only.
func visuallyHidden(_ text: String) -> HTML {
    element(unchecked: "span", [.class("govuk-visually-hidden")], HTML(text))
}

func sectionBreak() -> HTML {
    voidElement("hr", [.class("govuk-section-break govuk-section-break--visible")])
}

/// A bulleted list of short texts.
func bullets(_ items: [String]) -> HTML {
    list("ul", "govuk-list govuk-list--bullet", items.map { HTML($0) })
}

/// A list of anything, without bullets.
func plainList(@CellBuilder items: () -> [HTML]) -> HTML {
    list("ul", "govuk-list", items())
}

func bullets(@CellBuilder items: () -> [HTML]) -> HTML {
    list("ul", "govuk-list govuk-list--bullet", items())
}

func numbered(@CellBuilder items: () -> [HTML]) -> HTML {
    list("ol", "govuk-list govuk-list--number", items())
}

private func list(_ name: StaticString, _ classes: String, _ items: [HTML]) -> HTML {
    var content = HTML()
    for item in items { content.append("li", [], content: item) }
    return element(unchecked: name, [.class(classes)], content)
}

/// Two columns at desktop width, two thirds and one third; one below the other on a phone.
func columns(
    @HTMLBuilder main: () -> HTML, @HTMLBuilder side: () -> HTML = { HTML() }
) -> HTML {
    div(.class("govuk-grid-row")) {
        element(unchecked: "div", [.class("govuk-grid-column-two-thirds")], main())
        let beside = side()
        if !beside.isEmpty {
            element(unchecked: "div", [.class("govuk-grid-column-one-third")], beside)
        }
    }
}

/// A list with its filter: beside it at desktop width, above it on a phone.
func filteredList(_ filter: FilterForm, @HTMLBuilder results: () -> HTML) -> HTML {
    div(.class("govuk-grid-row govuk-grid-row--filter")) {
        div { filter }
        element(unchecked: "div", [], results())
    }
}
