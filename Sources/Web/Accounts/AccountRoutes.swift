extension Server {
    /// Accounts of the own body: opening, closing, new links.
    func addAccountPages(to routes: Routes) {
        _ = routes
    }
}
