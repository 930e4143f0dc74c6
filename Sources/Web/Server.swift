public import Exchange
public import Logging
import Hummingbird
import NIOCore

/// The web server of one partnership.
///
/// It speaks plain HTTP and listens on one address; outside a demonstration a reverse proxy on the
/// same machine adds TLS.
public struct Server: Sendable {
    let desk: Desk
    private let host: String
    private let port: Int
    private let logger: Logger

    /// A server over a store.
    ///
    /// `port`: 0 lets the system choose.
    /// `hasSecureCookies`: false only where browsers come to a loopback address without TLS.
    /// `sampleFiles`: files by name that a demonstration offers to try loading with.
    public init(
        store: Store, host: String = "127.0.0.1", port: Int, hasSecureCookies: Bool,
        logger: Logger, sampleFiles: [String: [UInt8]] = [:]
    ) {
        desk = Desk(
            store: store, staging: Staging(), hasSecureCookies: hasSecureCookies,
            sampleFiles: sampleFiles)
        self.host = host
        self.port = port
        self.logger = logger
    }

    /// Serves until the task is cancelled or the process is asked to stop.
    ///
    /// `started`: called once with the port on which it listens.
    public func run(started: @escaping @Sendable (Int) -> Void) async throws {
        let routes = Routes(desk, logger: logger)
        addAll(to: routes)
        let application = Application(
            responder: Responder(
                desk: desk, logger: logger, router: routes.router.buildResponder()),
            configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? port) },
            logger: logger)
        try await application.runService()
    }

    private func addAll(to routes: Routes) {
        addPublicPages(to: routes)
        addAccounts(to: routes)
        addPartners(to: routes)
        addAgreements(to: routes)
        addAssessments(to: routes)
        addWork(to: routes)
        addAccountPages(to: routes)
        addUploads(to: routes)
        addRuns(to: routes)
        addModels(to: routes)
        addReviews(to: routes)
        addCases(to: routes)
        addLaw(to: routes)
        addLog(to: routes)
        addWordPages(to: routes)
    }
}

/// Answers with a page of ours where the router has none.
private struct Responder: HTTPResponder {
    let desk: Desk
    let logger: Logger
    let router: RouterResponder<BasicRequestContext>

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let response = try await router.respond(to: request, context: context)
        // The router answers an unknown path by itself, without the headers of our pages.
        guard response.status == .notFound, response.headers[.contentSecurityPolicy] == nil else {
            return response
        }
        return await Exchanging(desk: desk, logger: logger, request: request, context: context)
            .answerUnknown()
    }
}
