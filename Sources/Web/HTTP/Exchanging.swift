import Exchange
import HTTPTypes
import Hummingbird
import Logging

/// One request on its way to its answer.
struct Exchanging: Sendable {
    let desk: Desk
    let logger: Logger
    let request: Request
    let context: BasicRequestContext

    /// Runs a handler; whatever it throws becomes a page or a problem in JSON.
    func answer(
        _ handle: @Sendable (Exchanging) async throws -> (Visit, Reply)
    ) async -> Response {
        var reply: Reply
        do {
            let (visit, answered) = try await handle(self)
            reply = answered
            addFormCookie(visit, to: &reply)
        } catch {
            reply = await failure(error)
        }
        secure(&reply)
        var response = reply.response
        if request.method == .head { response.body = .init() }
        return response
    }

    /// The answer to a path that no handler has.
    func answerUnknown() async -> Response {
        await answer { _ in
            throw Refusal(
                .notFound, "not-found", "There is no page at this address.",
                fix: "Check the address, or start from the home page.")
        }
    }

    /// The visit of this request, with its session.
    func visit(form: FormFields) async throws -> Visit {
        var session: Session?
        var ended: SessionEnd?
        if let token = request.cookies[desk.sessionCookie]?.value {
            switch try await desk.store.session(token) {
            case .success(let found): session = found
            case .failure(let error): ended = error.end
            }
        }
        let formCode = request.cookies[desk.formCookie]?.value ?? Self.newFormCode()
        return Visit(
            desk: desk, path: request.uri.path, parameters: parameters,
            query: FormFields(urlEncoded: request.uri.query ?? ""), form: form,
            headers: request.headers, authority: request.head.authority,
            session: session, ended: ended, csrf: CSRFToken(session?.csrf ?? formCode))
    }

    /// The form that was sent, of at most `limit` bytes.
    func form(limit: Int) async throws -> FormFields {
        guard request.method == .post else { return FormFields() }
        try refuseOversize(limit)
        let body = try await request.body.collect(upTo: limit)
        return FormFields(urlEncoded: String(buffer: body))
    }

    /// Refuses a request that says it is larger than allowed, before its body is read.
    func refuseOversize(_ limit: Int) throws {
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard length <= limit else { throw Multipart.tooLarge(limit) }
    }

    /// Refuses a form that did not come from one of our pages (OWASP ASVS 5.0 §3.5).
    func checkForm(_ visit: Visit) throws {
        let isSameSite = ["same-origin", "none", nil].contains(request.headers[.secFetchSite])
        guard isSameSite, visit.form[CSRFToken.field] == visit.csrf.text else {
            if visit.session == nil, let ended = visit.ended {
                throw Refusal(.notSignedIn, "signed-out-\(ended.rawValue)", ended.sentence)
            }
            throw Refusal(
                .notPermitted, "form-code", "This form is no longer valid, so nothing was changed.",
                fix: "Go back, load the page again and send the form once more.")
        }
    }

    private var parameters: [String: String] {
        Dictionary(
            context.parameters.map { (String($0.key), String($0.value)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func failure(_ error: any Error) async -> Reply {
        let visit = try? await visit(form: FormFields())
        let refusal = Self.refusal(error)
        if refusal.kind == .unavailable {
            logger.error("request failed", metadata: ["error": "\(type(of: error))"])
        }
        return await refusal.reply(visit, path: request.uri.path, isGet: request.method == .get)
    }

    private static func refusal(_ error: any Error) -> Refusal {
        switch error {
        case let refusal as Refusal: refusal
        case let error as HTTPError where error.status == .contentTooLarge:
            Refusal(.tooLarge, "too-large", "The form is larger than this page takes.")
        default:
            Refusal(
                .unavailable, "unavailable", "Sorry, something went wrong and nothing was changed.",
                fix: "Try again. If it happens again, tell the operator what you did and when.")
        }
    }

    private func addFormCookie(_ visit: Visit, to reply: inout Reply) {
        guard visit.session == nil, request.cookies[desk.formCookie] == nil else { return }
        reply.headers.append(
            HTTPField(
                name: .setCookie,
                value: Self.cookie(desk.formCookie, visit.csrf.text, secure: desk.hasSecureCookies))
        )
    }

    /// A cookie for this host only, which scripts cannot read.
    static func cookie(_ name: String, _ value: String, secure: Bool, expires: Bool = false)
        -> String
    {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "")
            + (expires ? "; Max-Age=0" : "")
    }

    private static func newFormCode() -> String {
        (0..<16).map { _ in String(UInt8.random(in: .min ... .max), radix: 16) }.joined()
    }

    private func secure(_ reply: inout Reply) {
        reply.headers[.contentSecurityPolicy] = Asset.contentSecurityPolicy
        reply.headers[.xContentTypeOptions] = "nosniff"
        reply.headers[.referrerPolicy] = "same-origin"
        if reply.headers[.cacheControl] == nil { reply.headers[.cacheControl] = "no-store" }
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}
