extension Server {
    /// What waits for the person who is signed in.
    func addWork(to routes: Routes) {
        routes.get("/work") { visit in .page(try await WorkPage(visit).shell) }
    }
}
