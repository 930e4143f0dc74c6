extension Server {
    /// Help, glossary, accessibility, privacy and cookies.
    func addWordPages(to routes: Routes) {
        routes.get("/help") { visit in .page(try await HelpPage(visit).shell) }
        routes.get("/glossary") { visit in try GlossaryPage(visit).reply }
        routes.get("/accessibility") { visit in
            .page(AccessibilityPage(visit: visit, bodies: try await PublicContacts(visit)).shell)
        }
        routes.get("/privacy") { visit in
            .page(PrivacyPage(visit: visit, bodies: try await PublicContacts(visit)).shell)
        }
        routes.get("/cookies") { visit in .page(CookiesPage(visit: visit).shell) }
    }
}
