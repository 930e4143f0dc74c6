import Exchange
import Governance
import HTTPTypes
import Records

extension Server {
    /// Partners, their standing and the charter.
    func addPartners(to routes: Routes) {
        for path in ["/partners", "/partners.json"] {
            routes.get(path) { visit in try await PartnersPage(visit).reply }
        }
        routes.get("/partners/new") { visit in
            try visit.store.require(.addPartner, of: visit.person())
            return NewPartnerPage(visit, typed: nil).reply()
        }
        routes.post("/partners") { visit in try await Self.join(visit) }
        routes.get("/partners/{id}") { visit in try await PartnerPage(visit).reply }
        routes.get("/partners/{id}/standing") { visit in try await StandingPage(visit).reply }
        routes.post("/partners/{id}/standing") { visit in
            let page = try await StandingPage(visit)
            try await visit.store.change(page.partner.id, to: page.standing, by: page.person)
            return .seeOther("/partners/\(page.partner.id)?changed=1")
        }
        addAssurance(to: routes)
        addSuccessions(to: routes)
        routes.get("/partners/{id}/capacities") { visit in try await CapacityPage(visit).reply }
        routes.post("/partners/{id}/capacities") { visit in
            var page = try await CapacityPage(visit)
            return try await page.record()
        }
        routes.post("/partners/{id}/capacities/withdraw") { visit in
            try await CapacityPage(visit).withdraw()
        }
        routes.get("/charter") { visit in try await CharterPage(visit).reply }
        routes.post("/charter") { visit in try await Self.sign(visit) }
        routes.get("/charter/signed") { visit in try await CharterSignedPage(visit).reply }
    }

    private static func join(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        try visit.store.require(.addPartner, of: person)
        let page = NewPartnerPage(visit, typed: visit.form)
        guard page.errors.isEmpty, let partner = page.partner else {
            return page.reply(page.errors)
        }
        do {
            try await visit.store.join(partner, by: person)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            var errors = FormErrors()
            errors.add("name", refusal.sentence)
            return page.reply(errors, status: .conflict)
        }
        return .seeOther("/partners/\(partner.id)?joined=1")
    }

    private static func sign(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        try visit.store.require(.signCharter, of: person)
        var page = try await CharterPage(visit)
        let ticked = Set(visit.form.all("statements"))
        guard page.statements.allSatisfy({ ticked.contains($0.value) }) else {
            page.errors.add("statements", "Tick each statement to sign the charter.")
            return try page.reply
        }
        guard visit.form["version"] == visit.store.reference.charter.version else {
            throw Refusal(
                .conflict, "changed-meanwhile",
                "The charter has a new version since you opened it, so nothing was signed.",
                fix: "Read the new version, then sign it.")
        }
        try await visit.store.signCharter(by: person)
        return .seeOther("/charter/signed")
    }
}
