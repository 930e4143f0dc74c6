extension Server {
    /// Comparing two loads, and the runs so far.
    func addRuns(to routes: Routes) {
        _ = routes
    }
}
