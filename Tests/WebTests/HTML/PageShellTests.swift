import Testing

@testable import Web

struct PageShellTests {
    @Test func `a page has its language, its title and nothing inline`() {
        let page = PageShell("A & B", site: GalleryPages.site) { h1("A & B") }.html.markup

        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\""))
        #expect(page.contains("<title>A &amp; B – Weft</title>"))
        #expect(page.contains("<link rel=\"stylesheet\" href=\"\(Asset.styleSheet.path)\">"))
        #expect(page.contains("<script src=\"\(Asset.script.path)\" defer></script>"))
        #expect(page.contains("name=\"format-detection\""))
        #expect(!page.contains("http-equiv"))
    }

    @Test func `a page with errors says so in its title`() {
        let page = PageShell("Sign in", site: GalleryPages.site, hasErrors: true) { h1("Sign in") }

        #expect(page.html.markup.contains("<title>Error: Sign in – Weft</title>"))
    }

    @Test func `the skip link comes first and the strip is always there`() throws {
        let page = PageShell("A", site: GalleryPages.site) { h1("A") }.html.markup
        let body = try #require(page.firstRange(of: "<body")).upperBound
        let link = try #require(page[body...].firstRange(of: "<a ")).lowerBound

        #expect(page[link...].hasPrefix("<a class=\"govuk-skip-link\" href=\"#main-content\">"))
        #expect(page.contains("Every person, street and organisation here is invented."))
    }

    @Test func `the current section is marked, and only that one`() {
        let page = PageShell("A", site: GalleryPages.site, current: "/cases") { h1("A") }
        let current = MarkupTree(page.html.markup).elements.filter { $0["aria-current"] != nil }

        #expect(current.map(\.text) == ["Cases"])
    }

    @Test func `signing out is a form with a token, there only for those who are signed in`() {
        let signedIn = PageShell("A", site: GalleryPages.site, account: GalleryPages.account) {}
        let stranger = PageShell("A", site: GalleryPages.site) {}

        #expect(signedIn.html.markup.contains("action=\"/sign-out\" method=\"post\""))
        #expect(signedIn.html.markup.contains("name=\"csrf\" value=\"token\""))
        #expect(!stranger.html.markup.contains("<form"))
    }

    @Test func `the footer leads to what every service owes its users`() {
        let page = PageShell("A", site: GalleryPages.site) {}.html.markup

        for address in ["/accessibility", "/privacy", "/cookies", "/help", "/glossary"] {
            #expect(page.contains("href=\"\(address)\""))
        }
    }

    @Test func `a progress page refreshes by itself`() {
        let page = PageShell("A", site: GalleryPages.site, refreshSeconds: 5) {}.html.markup

        #expect(page.contains("<meta http-equiv=\"refresh\" content=\"5\">"))
    }
}
