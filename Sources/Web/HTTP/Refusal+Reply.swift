import Exchange
import HTTPTypes

extension Refusal {
    /// The HTTP status of a refusal.
    var status: HTTPResponse.Status {
        switch kind {
        case .notSignedIn: .unauthorized
        case .notPermitted: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .invalid: .unprocessableContent
        case .tooLarge: .contentTooLarge
        case .unavailable: .internalServerError
        }
    }

    /// A page that says what is wrong and what to do, or the same as JSON (RFC 9457).
    ///
    /// Somebody who is not signed in is led to the sign-in page and back.
    func reply(_ visit: Visit?, path: String, isGet: Bool) async -> Reply {
        if visit?.wantsJSON == true || visit == nil {
            return (try? .json(Problem(self), status: status, type: "application/problem+json"))
                ?? Reply(status: status, headers: [:], body: [])
        }
        guard let visit else { return Reply(status: status, headers: [:], body: []) }
        if kind == .notSignedIn, isGet, path != "/sign-in" {
            let reason = reasons.first?.code.split(separator: "-").last.map(String.init) ?? ""
            return .seeOther("/sign-in?next=\(path)&reason=\(reason)")
        }
        return .page(
            visit.page(title, hasErrors: true) {
                h1(title)
                for reason in reasons {
                    p(reason.sentence)
                    if !reason.fix.isEmpty { Inset(reason.fix) }
                }
                p { a("Go to the home page", to: visit.session == nil ? "/" : "/work") }
            }, status: status)
    }

    private var title: String {
        switch kind {
        case .notSignedIn: "Sign in again"
        case .notPermitted: "You cannot do this"
        case .notFound: "Page not found"
        case .conflict: "This cannot be done now"
        case .invalid: "There is a problem"
        case .tooLarge: "The file is too large"
        case .unavailable: "Sorry, there is a problem with the service"
        }
    }
}

/// A refusal in the form of RFC 9457.
private struct Problem: Encodable {
    struct Reason: Encodable {
        let code: String
        let sentence: String
        let fix: String
    }

    let type: String
    let title: String
    let status: Int
    let errors: [Reason]

    init(_ refusal: Refusal) {
        type = "about:blank"
        title = refusal.sentence
        status = refusal.status.code
        errors = refusal.reasons.map {
            Reason(code: $0.code, sentence: $0.sentence, fix: $0.fix)
        }
    }
}
