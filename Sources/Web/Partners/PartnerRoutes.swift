extension Server {
    /// Partners, the charter and their accounts.
    func addPartners(to routes: Routes) {
        _ = routes
    }
}
