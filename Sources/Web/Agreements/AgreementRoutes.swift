extension Server {
    /// Drafting, approving and reading agreements.
    func addAgreements(to routes: Routes) {
        _ = routes
    }
}
