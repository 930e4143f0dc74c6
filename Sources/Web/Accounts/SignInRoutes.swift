import Exchange
import Governance
import HTTPTypes
import Records

extension Server {
    /// Signing in and out, one-time links, and the one-click roles of a demonstration.
    func addAccounts(to routes: Routes) {
        routes.get("/sign-in") { visit in
            .page(try await SignInPage(visit).shell)
        }
        routes.post("/sign-in") { visit in try await Self.signIn(visit) }
        routes.post("/sign-out") { visit in
            if let token = visit.sessionToken { try await visit.store.signOut(token) }
            var reply = Reply.seeOther("/")
            reply.setCookie(visit.desk.sessionCookie, "", visit, expires: true)
            return reply
        }
        routes.get("/password/{link}") { visit in
            try await visit.checkLink()
            return .page(PasswordPage(visit, problem: nil).shell)
        }
        routes.post("/password/{link}") { visit in try await Self.choosePassword(visit) }
        if desk.isDemonstration {
            routes.post("/demo/sign-in") { visit in
                guard let id = Practitioner.ID(visit.form["person"]) else {
                    throw Refusal(.invalid, "person", "Choose one of the people on the page.")
                }
                let token = try await visit.store.signInToDemonstration(as: id)
                return visit.entered(token)
            }
        }
    }

    private static func signIn(_ visit: Visit) async throws -> Reply {
        do {
            let token = try await visit.store.signIn(
                email: visit.form["email"], password: visit.form.exactly("password"))
            return visit.entered(token)
        } catch let refusal as Refusal where refusal.kind == .notSignedIn {
            return .page(
                try await SignInPage(visit, problem: refusal).shell, status: refusal.status)
        }
    }

    private static func choosePassword(_ visit: Visit) async throws -> Reply {
        do {
            let account = try await visit.store.choosePassword(
                visit.form.exactly("password"), code: visit.parameters["link"] ?? "")
            let token = try await visit.store.signIn(
                email: account.email, password: visit.form.exactly("password"))
            return visit.entered(token)
        } catch let refusal as Refusal where refusal.reasons.first?.code == "password-short" {
            return .page(PasswordPage(visit, problem: refusal).shell, status: refusal.status)
        }
    }
}

extension Visit {
    /// The code of the session, as the browser sent it.
    var sessionToken: String? {
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                let name = parts.first?.drop(while: \.isWhitespace)
                if parts.count == 2, name == desk.sessionCookie[...] { return String(parts[1]) }
            }
        }
        return nil
    }

    /// Where to go after signing in: a path of this server only.
    var next: String {
        let path = form["next"].isEmpty ? query["next"] : form["next"]
        return path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\") ? path : "/work"
    }

    fileprivate func entered(_ token: String) -> Reply {
        var reply = Reply.seeOther(next)
        reply.setCookie(desk.sessionCookie, token, self)
        return reply
    }

    fileprivate func checkLink() async throws {
        guard try await store.isOpen(invitation: parameters["link"] ?? "") else {
            throw Refusal(
                .notFound, "link",
                "This link does not work: it was used already or is older than 7 days.",
                fix: "Ask the person who sent it for a new one.")
        }
    }
}

extension Reply {
    mutating func setCookie(_ name: String, _ value: String, _ visit: Visit, expires: Bool = false)
    {
        headers.append(
            HTTPField(
                name: .setCookie,
                value: Exchanging.cookie(
                    name, value, secure: visit.desk.hasSecureCookies, expires: expires)))
    }
}
