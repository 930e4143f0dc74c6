import Exchange
import Governance
import Records

extension Server {
    /// Accounts of the own body: opening, closing, new links; and one's own account.
    func addAccountPages(to routes: Routes) {
        for path in ["/accounts", "/accounts.json"] {
            routes.get(path) { visit in try await AccountsPage(visit).reply }
        }
        routes.get("/accounts/new") { visit in
            try await NewAccountPage(visit, typed: nil).reply()
        }
        routes.post("/accounts") { visit in try await Self.openAccount(visit) }
        routes.post("/accounts/{id}/link") { visit in
            let person = try visit.person()
            let account = try await visit.store.account(visit.code("id"), managedBy: person)
            let code = try await visit.store.renewInvitation(of: account.id, by: person)
            return .page(AccountLinkPage(visit: visit, account: account, code: code).shell)
        }
        routes.get("/accounts/{id}/closure") { visit in try await ClosurePage(visit).reply }
        routes.post("/accounts/{id}/closure") { visit in
            try await Self.set(visit, isActive: false)
        }
        routes.post("/accounts/{id}/reopening") { visit in
            try await Self.set(visit, isActive: true)
        }
        routes.get("/account") { visit in .page(try OwnAccountPage(visit).shell) }
        routes.post("/account/password") { visit in try await Self.changePassword(visit) }
    }

    private static func openAccount(_ visit: Visit) async throws -> Reply {
        let page = try await NewAccountPage(visit, typed: visit.form)
        guard page.errors.isEmpty, let account = page.account else {
            return page.reply(page.errors)
        }
        do {
            let code = try await visit.store.invite(account, by: page.person)
            return .page(AccountLinkPage(visit: visit, account: account, code: code).shell)
        } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
            var errors = FormErrors()
            errors.add("email", refusal.sentence)
            return page.reply(errors, status: refusal.status)
        }
    }

    private static func set(_ visit: Visit, isActive: Bool) async throws -> Reply {
        let id: Practitioner.ID = try visit.code("id")
        try await visit.store.setAccount(id, isActive: isActive, by: visit.person())
        return .seeOther("/accounts?changed=\(isActive ? "open" : "closed")")
    }

    private static func changePassword(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        do {
            try await visit.store.changePassword(
                from: visit.form.exactly("old"), to: visit.form.exactly("new"), by: person)
            return .seeOther("/account?changed=1")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return .page(
                try OwnAccountPage(visit, problem: refusal).shell, status: refusal.status)
        }
    }
}
