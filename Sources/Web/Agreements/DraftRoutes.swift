import Exchange
import Governance
import Records

extension Server {
    /// Drafting: from a template to a text that is sent for approval.
    func addDrafts(to routes: Routes) {
        routes.get("/agreements/new") { visit in
            try visit.store.require(.draftAgreement, of: visit.person())
            return TemplatePage(visit: visit, isMissing: false).reply
        }
        routes.get("/agreements/new/parties") { visit in
            guard let page = try await NewPartiesPage(visit, typed: nil) else {
                return TemplatePage(visit: visit, isMissing: true).reply
            }
            return page.reply()
        }
        routes.post("/agreements") { visit in try await Self.draft(visit) }
        routes.get("/agreements/{id}/edit/{part}") { visit in
            try await DraftPartPage(Draft(visit)).reply
        }
        routes.post("/agreements/{id}/edit/{part}") { visit in try await Self.savePart(visit) }
        routes.post("/agreements/{id}/edit/{part}/removal") { visit in
            try await Self.removeFlow(visit)
        }
        routes.get("/agreements/{id}/flows/new") { visit in
            NewFlowPage(draft: try await Draft(visit), isMissing: false).reply
        }
        routes.post("/agreements/{id}/flows") { visit in try await Self.addFlow(visit) }
        routes.get("/agreements/{id}/send") { visit in
            .page(SendPage(draft: try await Draft(visit)).shell)
        }
        routes.post("/agreements/{id}/send") { visit in try await Self.send(visit) }
    }

    private static func draft(_ visit: Visit) async throws -> Reply {
        guard let page = try await NewPartiesPage(visit, typed: visit.form) else {
            return TemplatePage(visit: visit, isMissing: true).reply
        }
        guard let terms = page.terms else { return page.reply(page.errors) }
        let agreement = try await visit.store.draft(terms, by: page.person)
        return .seeOther("/agreements/\(agreement.id)")
    }

    private static func savePart(_ visit: Visit) async throws -> Reply {
        let draft = try await Draft(visit)
        var page = try DraftPartPage(typedInto: draft)
        guard !page.isStale, page.errors.isEmpty else { return page.reply }
        do {
            try await draft.save(page.changed)
        } catch let refusal as Refusal where refusal.isStale {
            page = try await DraftPartPage(typedInto: Draft(visit))
            return page.reply
        }
        return .seeOther("\(draft.home)?saved=\(page.part.code)")
    }

    private static func removeFlow(_ visit: Visit) async throws -> Reply {
        let draft = try await Draft(visit)
        guard case .flow(let number) = try draft.part() else {
            throw Refusal(.notFound, "not-found", "This part of a draft cannot be removed.")
        }
        try requireRead(draft)
        var terms = draft.terms
        terms.flows.remove(at: number - 1)
        try await draft.save(terms.renumbered)
        return .seeOther("\(draft.home)?saved=flows")
    }

    private static func addFlow(_ visit: Visit) async throws -> Reply {
        let draft = try await Draft(visit)
        guard let id = DatasetSpecification.ID(rawValue: visit.form["dataset"]),
            let dataset = draft.words.reference.dictionary.dataset(id)
        else { return NewFlowPage(draft: draft, isMissing: true).reply }
        try requireRead(draft)
        var terms = draft.terms
        terms.flows.append(
            DataFlow(
                clause: "", from: [], to: [], dataset: dataset.id, items: [],
                kinds: [.upload, .view]))
        try await draft.save(terms.renumbered)
        return .seeOther(DraftPart.flow(terms.flows.count).address(in: draft.agreement.id))
    }

    private static func requireRead(_ draft: Draft) throws {
        guard draft.isRead else {
            throw Refusal(
                .conflict, "changed-meanwhile",
                "Somebody else changed this draft since you opened it.",
                fix: "Look at the draft again and make your change there.")
        }
    }

    private static func send(_ visit: Visit) async throws -> Reply {
        let draft = try await Draft(visit)
        do {
            _ = try await visit.store.send(
                draft.agreement.id, reading: visit.form["read"], by: draft.person)
            return .seeOther("\(draft.home)?sent=1")
        } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
            let page = SendPage(draft: try await Draft(visit), refusal: refusal)
            return .page(page.shell, status: refusal.status)
        }
    }
}

extension SharingAgreement.Terms {
    /// The terms with their flows numbered 4.1, 4.2 and so on.
    fileprivate var renumbered: SharingAgreement.Terms {
        var terms = self
        for index in terms.flows.indices { terms.flows[index].clause = "4.\(index + 1)" }
        return terms
    }
}
