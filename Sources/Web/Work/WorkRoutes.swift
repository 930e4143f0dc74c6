extension Server {
    /// What waits for the person who is signed in.
    func addWork(to routes: Routes) {
        _ = routes
    }
}
