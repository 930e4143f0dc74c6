import Exchange
import HTTPTypes

extension Server {
    /// Pages that everybody may read, files that pages need, and health.
    func addPublicPages(to routes: Routes) {
        routes.get("/") { visit in .page(try await HomePage(visit).shell) }
        routes.get("/healthz") { _ in .bytes(Array("ok\n".utf8), type: "text/plain") }
        routes.get("/readyz") { visit in
            _ = try await visit.store.logSummary()
            return .bytes(Array("ready\n".utf8), type: "text/plain")
        }
        routes.get("/assets/{hash}/{name}") { visit in
            guard let asset = Asset.at(path: visit.path) else {
                throw Refusal(.notFound, "not-found", "There is no such file.")
            }
            var reply = Reply.bytes(asset.bytes, type: asset.contentType)
            reply.headers[.cacheControl] = Asset.cacheControl
            return reply
        }
        for path in ["/register", "/register.json", "/register.csv"] {
            routes.get(path) { visit in try await RegisterPage(visit).reply }
        }
    }
}
