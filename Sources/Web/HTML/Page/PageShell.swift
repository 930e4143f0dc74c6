/// A whole page: head, header, navigation, main content and footer.
struct PageShell: Part {
    /// How the reader gets back or up.
    enum Way: Sendable {
        case none
        case back(String)
        case breadcrumbs([NavigationItem])
    }

    let title: String
    let site: Site
    let current: String?
    let account: Account?
    let way: Way
    let notice: NotificationBanner?
    let hasErrors: Bool
    let refreshSeconds: Int?
    let content: HTML

    /// `title`: what the page is, without personal data: titles end up in histories;
    /// `current`: the address of the navigation item that this page belongs to;
    /// `refreshSeconds`: the page loads itself again after so many seconds, for progress pages.
    init(
        _ title: String, site: Site, current: String? = nil, account: Account? = nil,
        way: Way = .none, notice: NotificationBanner? = nil, hasErrors: Bool = false,
        refreshSeconds: Int? = nil, @HTMLBuilder content: () -> HTML
    ) {
        self.title = title
        self.site = site
        self.current = current
        self.account = account
        self.way = way
        self.notice = notice
        self.hasErrors = hasErrors
        self.refreshSeconds = refreshSeconds
        self.content = content()
    }

    var html: HTML {
        var page = HTML(reserving: content.bytes.count + 8_192)
        page.appendUnchecked("<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">\n")
        page.append("head", [], content: head)
        page.open(
            "body",
            [
                .class("govuk-template__body"),
                .optional("data-refresh-seconds", refreshSeconds.map(String.init)),
            ])
        page.append(header)
        page.append(wayAndMain)
        page.append(footer)
        page.close("body")
        page.appendUnchecked("\n</html>\n")
        return page
    }

    private var fullTitle: String {
        (hasErrors ? "Error: " : "") + "\(title) – \(site.serviceName)"
    }

    @HTMLBuilder private var head: HTML {
        voidElement("meta", [Attribute("charset", "utf-8")])
        element("title") { fullTitle }
        meta("viewport", "width=device-width, initial-scale=1")
        meta("format-detection", "telephone=no, date=no, address=no, email=no")
        meta("referrer", "same-origin")
        if let refreshSeconds {
            element("noscript") {
                voidElement(
                    "meta",
                    [
                        Attribute("http-equiv", "refresh"),
                        Attribute("content", String(refreshSeconds)),
                    ])
            }
        }
        linked("stylesheet", Asset.styleSheet)
        linked("icon", Asset.icon)
        element(unchecked: "script", [.source(Asset.script.path), .flag("defer")], HTML())
    }

    private func meta(_ name: String, _ content: String) -> HTML {
        voidElement("meta", [.name(name), Attribute("content", content)])
    }

    private func linked(_ relation: String, _ asset: Asset) -> HTML {
        voidElement("link", [Attribute("rel", relation), .href(asset.path)])
    }

    @HTMLBuilder private var header: HTML {
        a("Skip to main content", to: "#main-content", .class("govuk-skip-link"))
        if let strip = site.strip { strip }
        SiteHeader(site: site, account: account)
        ServiceNavigation(site.navigation, current: current)
    }

    private var wayAndMain: HTML {
        div(.class("govuk-width-container")) {
            switch way {
            case .none: HTML()
            case .back(let address): BackLink(address)
            case .breadcrumbs(let items): Breadcrumbs(items)
            }
            element(
                "main", .class("govuk-main-wrapper"), .id("main-content"), .tabindex(-1)
            ) {
                notice
                content
            }
        }
    }

    private var footer: HTML {
        element("footer", .class("govuk-footer")) {
            div(.class("govuk-width-container")) {
                element("nav", .aria("label", "Footer")) {
                    element("ul", .class("govuk-footer__inline-list")) {
                        for item in site.footer {
                            element("li", .class("govuk-footer__inline-list-item")) {
                                a(item.text, to: item.address, .class("govuk-footer__link"))
                            }
                        }
                    }
                }
                p("\(site.serviceName), run by \(site.partnership).", .class("govuk-footer__meta"))
            }
        }
    }
}
