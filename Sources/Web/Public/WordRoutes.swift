extension Server {
    /// Help, glossary, accessibility, privacy and cookies.
    func addWordPages(to routes: Routes) {
        _ = routes
    }
}
