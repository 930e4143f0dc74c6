/// The link back to the page before, above the heading.
struct BackLink: Part {
    let address: String
    let text: String

    init(_ address: String, text: String = "Back") {
        self.address = address
        self.text = text
    }

    var html: HTML {
        element("nav", .aria("label", text)) {
            a(text, to: address, .class("govuk-back-link"))
        }
    }
}

/// The way from the top of the service to this page; the page itself is not in it.
struct Breadcrumbs: Part {
    let items: [NavigationItem]

    init(_ items: [NavigationItem]) {
        self.items = items
    }

    var html: HTML {
        element("nav", .class("govuk-breadcrumbs"), .aria("label", "Breadcrumb")) {
            element("ol", .class("govuk-breadcrumbs__list")) {
                for item in items {
                    element("li", .class("govuk-breadcrumbs__list-item")) {
                        a(item.text, to: item.address, .class("govuk-breadcrumbs__link"))
                    }
                }
            }
        }
    }
}

/// The sections of one thing, beside or above its content.
struct SubNavigation: Part {
    let label: String
    let items: [NavigationItem]
    let current: String

    init(_ label: String, _ items: [NavigationItem], current: String) {
        self.label = label
        self.items = items
        self.current = current
    }

    var html: HTML {
        element("nav", .class("moj-sub-navigation"), .aria("label", label)) {
            element("ul", .class("moj-sub-navigation__list")) {
                for item in items {
                    element("li", .class("moj-sub-navigation__item")) {
                        a(
                            item.text, to: item.address, .class("moj-sub-navigation__link"),
                            .optional("aria-current", item.address == current ? "page" : nil))
                    }
                }
            }
        }
    }
}

/// Tabs as links: each is a page of its own, so they work without a script.
struct Tabs: Part {
    let label: String
    let items: [NavigationItem]
    let current: String

    init(_ label: String, _ items: [NavigationItem], current: String) {
        self.label = label
        self.items = items
        self.current = current
    }

    var html: HTML {
        element("nav", .class("govuk-tabs"), .aria("label", label)) {
            element("ul", .class("govuk-tabs__list")) {
                for item in items { tab(item) }
            }
        }
    }

    private func tab(_ item: NavigationItem) -> HTML {
        let block = "govuk-tabs__list-item"
        let selected = item.address == current
        return element("li", .class(selected ? "\(block) \(block)--selected" : block)) {
            a(
                item.text, to: item.address, .class("govuk-tabs__tab"),
                .optional("aria-current", selected ? "page" : nil))
        }
    }
}
