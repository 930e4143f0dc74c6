extension Server {
    /// Cases and their steps.
    func addCases(to routes: Routes) {
        _ = routes
    }
}
