/// What every page of one partnership's service has in common.
struct Site: Sendable {
    let serviceName: String
    let partnership: String
    let navigation: [NavigationItem]
    let strip: PhaseBanner?
    let footer: [NavigationItem]

    init(
        serviceName: String = "Weft", partnership: String, navigation: [NavigationItem],
        strip: PhaseBanner? = nil, footer: [NavigationItem] = Site.footerLinks
    ) {
        self.serviceName = serviceName
        self.partnership = partnership
        self.navigation = navigation
        self.strip = strip
        self.footer = footer
    }

    static let footerLinks = [
        NavigationItem("Accessibility", to: "/accessibility"),
        NavigationItem("Privacy", to: "/privacy"),
        NavigationItem("Cookies", to: "/cookies"),
        NavigationItem("Help", to: "/help"),
        NavigationItem("Glossary", to: "/glossary"),
    ]
}

/// A link of the service navigation, a sub-navigation, tabs, breadcrumbs or the footer.
struct NavigationItem: Hashable, Sendable {
    let text: String
    let address: String

    init(_ text: String, to address: String) {
        self.text = text
        self.address = address
    }
}

/// Who is signed in, as the header shows it.
struct Account: Sendable {
    let name: String
    let organisation: String
    let csrf: CSRFToken
    let signOut: String

    init(name: String, organisation: String, csrf: CSRFToken, signOut: String = "/sign-out") {
        self.name = name
        self.organisation = organisation
        self.csrf = csrf
        self.signOut = signOut
    }
}

/// The strip at the top that says what kind of service this is: a demonstration, a trial.
struct PhaseBanner: Part, Sendable {
    let tag: String
    let message: HTML

    init(_ tag: String, _ message: HTML) {
        self.tag = tag
        self.message = message
    }

    static let demonstration = PhaseBanner(
        "Demonstration", "Every person, street and organisation here is invented.")

    var html: HTML {
        div(.class("govuk-phase-banner weft-strip"), .role("region"), .aria("label", tag)) {
            element("p", .class("govuk-phase-banner__content govuk-width-container")) {
                strong(tag, .class("govuk-tag govuk-phase-banner__content__tag"))
                span(.class("govuk-phase-banner__text")) { message }
            }
        }
    }
}
