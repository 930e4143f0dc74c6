import Exchange
import HTTPTypes
import Hummingbird
import Logging

/// The way of every request: session, form, handler, reply, headers; refusals become pages here.
struct Routes {
    typealias Handler = @Sendable (Visit) async throws -> Reply

    let desk: Desk
    let router: Router<BasicRequestContext>
    private let logger: Logger

    init(_ desk: Desk, logger: Logger) {
        self.desk = desk
        self.logger = logger
        router = Router()
    }

    /// Answers GET, and HEAD without the body.
    func get(_ path: String, _ handler: @escaping Handler) {
        add(path, .get, maximumBytes: 0, handler)
        add(path, .head, maximumBytes: 0, handler)
    }

    /// Answers a form that was sent; the form's code is checked first.
    func post(_ path: String, _ handler: @escaping Handler) {
        add(path, .post, maximumBytes: 1 << 20, handler)
    }

    /// Answers a form with a file; `limit` is the most bytes of the whole form.
    func upload(
        _ path: String, limit: Int,
        _ handler: @escaping @Sendable (Visit, Multipart) async throws -> Reply
    ) {
        let (desk, logger) = (desk, logger)
        router.on(RouterPath(path), method: .post) { request, context in
            await Exchanging(desk: desk, logger: logger, request: request, context: context)
                .answer { exchange in
                    try exchange.refuseOversize(limit)
                    // A stranger's file is refused before a byte of it is read.
                    _ = try await exchange.visit(form: FormFields()).person()
                    let parts = try await Multipart.read(
                        request.body, type: request.headers[.contentType] ?? "", limit: limit)
                    let visit = try await exchange.visit(form: parts.fields)
                    try exchange.checkForm(visit)
                    return (visit, try await handler(visit, parts))
                }
        }
    }

    private func add(
        _ path: String, _ method: HTTPRequest.Method, maximumBytes: Int,
        _ handler: @escaping Handler
    ) {
        let (desk, logger) = (desk, logger)
        router.on(RouterPath(path), method: method) { request, context in
            await Exchanging(desk: desk, logger: logger, request: request, context: context)
                .answer { exchange in
                    let form = try await exchange.form(limit: maximumBytes)
                    let visit = try await exchange.visit(form: form)
                    if method == .post { try exchange.checkForm(visit) }
                    return (visit, try await handler(visit))
                }
        }
    }
}
