/// The top of every page: the mark, the service's name, and who is signed in.
struct SiteHeader: Part {
    let site: Site
    let account: Account?

    var html: HTML {
        element("header", .class("govuk-generic-header")) {
            div(.class("govuk-generic-header__container govuk-width-container")) {
                a(to: "/", .class("govuk-generic-header__link")) {
                    mark
                    span(site.serviceName, .class("govuk-generic-header__name"))
                }
                span(site.partnership, .class("govuk-generic-header__partnership"))
                if let account { signedIn(account) }
            }
        }
    }

    /// Three threads over and under each other; drawn in the colour of the text.
    private var mark: HTML {
        element(
            "svg", .class("govuk-generic-header__mark"), Attribute("viewBox", "0 0 32 32"),
            Attribute("focusable", "false"), .aria("hidden", "true")
        ) {
            path("M6 2v8M6 15v6M6 26v4M16 2v3M16 10v6M16 21v9M26 2v8M26 15v6M26 26v4")
            path("M2 7.5h1M9 7.5h14M29 7.5h1M2 18.5h11M19 18.5h11M2 23.5h1M9 23.5h14M29 23.5h1")
        }
    }

    private func path(_ data: String) -> HTML {
        element("path", Attribute("d", data))
    }

    private func signedIn(_ account: Account) -> HTML {
        div(.class("weft-account")) {
            span(.class("weft-account__name")) {
                visuallyHidden("Signed in as ")
                "\(account.name), \(account.organisation)"
            }
            PostForm(account.signOut, csrf: account.csrf, .class("weft-account__form")) {
                element("button", .class("weft-link-button"), .type("submit")) { "Sign out" }
            }
        }
    }
}

/// The few top sections of the service, with the current one marked.
struct ServiceNavigation: Part {
    let items: [NavigationItem]
    let current: String?

    init(_ items: [NavigationItem], current: String?) {
        self.items = items
        self.current = current
    }

    var html: HTML {
        guard !items.isEmpty else { return HTML() }
        return element(
            "nav", .class("govuk-service-navigation"), .aria("label", "Service navigation")
        ) {
            element(
                "ul", .class("govuk-service-navigation__list govuk-width-container")
            ) {
                for item in items { link(item) }
            }
        }
    }

    private func link(_ item: NavigationItem) -> HTML {
        let block = "govuk-service-navigation__item"
        let active = item.address == current
        return element("li", .class(active ? "\(block) \(block)--active" : block)) {
            a(
                item.text, to: item.address, .class("govuk-service-navigation__link"),
                .optional("aria-current", active ? "true" : nil))
        }
    }
}
