import Exchange
import Governance
import HTTPTypes
import Records

extension Server {
    /// Drafting, approving and reading agreements.
    func addAgreements(to routes: Routes) {
        for path in ["/agreements", "/agreements.json"] {
            routes.get(path) { visit in try await AgreementsPage(visit).reply }
        }
        addDrafts(to: routes)
        routes.get("/agreements/{id}") { visit in try await Self.agreement(visit) }
        routes.get("/agreements/{id}/approval") { visit in try await Self.approval(visit) }
        routes.post("/agreements/{id}/approval") { visit in try await Self.approve(visit) }
        routes.post("/agreements/{id}/refusal") { visit in try await Self.refuse(visit) }
        routes.get("/agreements/{id}/stop") { visit in try await StopPage(visit).reply() }
        routes.post("/agreements/{id}/stop") { visit in try await Self.stop(visit) }
        addVersions(to: routes)
        addDocuments(to: routes)
        addAgreementFiles(to: routes)
        routes.get("/register/{id}") { visit in try await PublicAgreementPage(visit).reply }
    }

    private static func agreement(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        let agreement = try await visit.store.agreement(visit.agreementID, seenBy: person)
        if visit.wantsJSON {
            return try await .json(
                AgreementRecord(
                    agreement, AgreementWords(visit.store), on: visit.store.today))
        }
        if agreement.stage == .draft, person.may(.draftAgreement) {
            return .page(DraftPage(draft: try await Draft(visit)).shell)
        }
        return .page(try await AgreementPage(visit, agreement).shell)
    }

    private static func approval(_ visit: Visit) async throws -> Reply {
        let page = try await ApprovalPage(visit)
        if let shell = try await ApprovedPage(page).shell { return .page(shell) }
        return page.isOpen ? page.reply : .seeOther(page.agreement.home)
    }

    private static func approve(_ visit: Visit) async throws -> Reply {
        var page = try await ApprovalPage(visit)
        let ticked = Set(visit.form.all("statements"))
        guard page.statements.allSatisfy({ ticked.contains($0.value) }) else {
            page.errors.add("statements", "Tick each statement, or refuse the agreement.")
            page.status = .unprocessableContent
            return page.reply
        }
        do {
            _ = try await visit.store.approve(
                page.agreement.id, reading: visit.form["read"], by: page.person)
            return .seeOther("/agreements/\(page.agreement.id)/approval")
        } catch let refusal as Refusal where refusal.isStale {
            return try await ApprovalPage.stale(visit, refusal, at: "statements")
        }
    }

    private static func refuse(_ visit: Visit) async throws -> Reply {
        var page = try await ApprovalPage(visit)
        guard visit.form["reason"].count <= 1_000 else {
            page.errors.add("reason", "Shorten the reason to 1,000 characters or fewer.")
            page.status = .unprocessableContent
            return page.reply
        }
        do {
            _ = try await visit.store.refuse(
                page.agreement.id, reading: visit.form["read"], because: visit.form["reason"],
                by: page.person)
            return .seeOther("\(page.agreement.home)?refused=1")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            page.errors.add("reason", "Write what must change.")
            page.status = .unprocessableContent
            return page.reply
        } catch let refusal as Refusal where refusal.isStale {
            return try await ApprovalPage.stale(visit, refusal, at: "reason")
        }
    }

    private static func stop(_ visit: Visit) async throws -> Reply {
        let page = try await StopPage(visit)
        guard page.errors.isEmpty, let step = page.step else { return page.reply(page.errors) }
        guard visit.form.has("confirmed") else { return page.interruption(step) }
        _ = try await visit.store.stop(
            page.agreement.id, as: step, because: page.reason, by: page.person)
        return .seeOther("/agreements/\(page.agreement.id)?stopped=1")
    }
}

extension ApprovalPage {
    /// The page with the new text, after the old one was decided on.
    fileprivate static func stale(_ visit: Visit, _ refusal: Refusal, at field: String)
        async throws -> Reply
    {
        var page = try await ApprovalPage(visit)
        guard page.isOpen else { throw refusal }
        page.errors.add(field, "\(refusal.sentence) Read it again, then decide.")
        page.status = .conflict
        return page.reply
    }
}

extension Refusal {
    /// Whether somebody else changed the thing after the form was opened.
    var isStale: Bool { reasons.first?.code == "changed-meanwhile" }
}

extension Visit {
    /// The agreement that the path names; the path may end in `.json`.
    var agreementID: SharingAgreement.ID {
        get throws {
            let text = parameters["id"] ?? ""
            let code = text.hasSuffix(".json") ? String(text.dropLast(5)) : text
            guard let id = SharingAgreement.ID(code) else {
                throw Refusal(
                    .notFound, "not-found", "There is no such page.",
                    fix: "Check the address, or start from the list of agreements.")
            }
            return id
        }
    }
}
