import Exchange
import HTTPTypes

extension Server {
    /// The log: its entries, its files in the tlog-tiles layout, how to check it.
    func addLog(to routes: Routes) {
        routes.get("/log") { visit in try await LogPage(visit).reply }
        routes.get("/log/{number}") { visit in try await LogEntryPage(visit).reply }
        for name in ["checkpoint", "vkey"] {
            routes.get("/log/\(name)") { visit in
                try await Self.logFile(name, type: "text/plain; charset=utf-8", visit)
            }
        }
        routes.get("/log/tile/**") { visit in
            let path = String(visit.path.dropFirst("/log/".count))
            var reply = try await Self.logFile(path, type: "application/octet-stream", visit)
            // A tile never changes: the log only grows (C2SP tlog-tiles).
            reply.headers[.cacheControl] = Asset.cacheControl
            return reply
        }
    }

    private static func logFile(_ path: String, type: String, _ visit: Visit) async throws -> Reply
    {
        guard let bytes = try await visit.store.logFile(path) else {
            throw Refusal(
                .notFound, "no-log-file", "The log has no such file.",
                fix: "The files that there are follow from the size in the checkpoint.")
        }
        return .bytes(bytes, type: type)
    }
}
