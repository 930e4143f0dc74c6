extension Server {
    /// The review queue and the page of a pair.
    func addReviews(to routes: Routes) {
        _ = routes
    }
}
