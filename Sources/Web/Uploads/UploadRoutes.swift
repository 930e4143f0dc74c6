extension Server {
    /// Loading a file: choose, map, check, accept; and what was loaded.
    func addUploads(to routes: Routes) {
        _ = routes
    }
}
