extension Server {
    /// The log: its entries, its files in the tlog-tiles layout, how to check it.
    func addLog(to routes: Routes) {
        _ = routes
    }
}
