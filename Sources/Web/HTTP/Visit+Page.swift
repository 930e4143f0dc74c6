import Exchange
import Governance

extension Visit {
    /// A page of this visit, with the right header, navigation and banners.
    ///
    /// `current`: the address of the navigation item that the page belongs to.
    func page(
        _ title: String, current: String? = nil, way: PageShell.Way = .none,
        notice: NotificationBanner? = nil, hasErrors: Bool = false, refreshSeconds: Int? = nil,
        @HTMLBuilder content: () -> HTML
    ) -> PageShell {
        PageShell(
            title, site: site, current: current, account: account, way: way, notice: notice,
            hasErrors: hasErrors, refreshSeconds: refreshSeconds, content: content)
    }

    private var account: Account? {
        session.map {
            Account(name: $0.person.name, organisation: $0.partnerName, csrf: csrf)
        }
    }

    private var site: Site {
        Site(
            partnership: "the \(store.settings.partnership) partnership", navigation: navigation,
            strip: desk.isDemonstration
                ? PhaseBanner(
                    "Demonstration", "Everything here is invented: bodies, people and data.")
                : nil)
    }

    /// Only places that the person may go to.
    private var navigation: [NavigationItem] {
        guard let person = session?.person else {
            return [
                NavigationItem("Home", to: "/"), NavigationItem("Register", to: "/register"),
                NavigationItem("Log", to: "/log"), NavigationItem("Sign in", to: "/sign-in"),
            ]
        }
        var items = [
            NavigationItem("My work", to: "/work"), NavigationItem("Partners", to: "/partners"),
            NavigationItem("Agreements", to: "/agreements"),
        ]
        if person.may(.loadData) { items.append(NavigationItem("Data", to: "/uploads")) }
        if person.may(.reviewMatch) || person.may(.runMatch) {
            items.append(NavigationItem("Matches", to: "/matches"))
        } else if person.may(.signMatchModel) {
            items.append(NavigationItem("Match models", to: "/matches/models"))
        }
        if person.may(.workCase) { items.append(NavigationItem("Cases", to: "/cases")) }
        items.append(NavigationItem("Register", to: "/register"))
        items.append(NavigationItem("Log", to: "/log"))
        if person.may(.manageAccounts) { items.append(NavigationItem("Accounts", to: "/accounts")) }
        return items
    }
}
