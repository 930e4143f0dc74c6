import Exchange
import Governance
import Records

extension Server {
    /// Versions, amendments and reviews of agreements.
    func addVersions(to routes: Routes) {
        for path in ["/reviews", "/reviews.json"] {
            routes.get(path) { visit in try await ReviewsPage(visit).reply }
        }
        for path in ["/agreements/{id}/versions", "/agreements/{id}/versions.json"] {
            routes.get(path) { visit in try await VersionsPage(visit).reply }
        }
        routes.get("/agreements/{id}/versions/{version}") { visit in
            try await Self.version(visit)
        }
        for ending in ["", ".json"] {
            routes.get("/agreements/{id}/versions/{version}/changes\(ending)") { visit in
                try await VersionChangesPage(visit).reply(json: !ending.isEmpty || visit.wantsJSON)
            }
        }
        routes.get("/agreements/{id}/versions/{version}/discard") { visit in
            try await StopPage(amendmentOf: visit).reply()
        }
        routes.post("/agreements/{id}/versions/{version}/discard") { visit in
            try await Self.discard(visit)
        }
        routes.get("/agreements/{id}/review") { visit in try await ReviewPage(visit).reply() }
        routes.post("/agreements/{id}/review") { visit in try await Self.review(visit) }
        routes.post("/agreements/{id}/review/opening") { visit in
            let person = try visit.person()
            let agreement = try await visit.store.openReview(of: visit.agreementID, by: person)
            return .seeOther("/agreements/\(agreement.id)/review?opened=1")
        }
    }

    private static func version(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        let text = visit.parameters["version"] ?? ""
        let number = Int(text.hasSuffix(".json") ? String(text.dropLast(5)) : text)
        let version = try await visit.store.history(of: visit.agreementID, seenBy: person)
            .versions.first { $0.version == number }
        guard let version, version.terms.parties.contains(person.partner) else {
            throw Refusal.notFound("version")
        }
        if visit.wantsJSON {
            return try await .json(
                AgreementRecord(version, AgreementWords(visit.store), on: visit.store.today))
        }
        if version.stage == .draft, person.may(.draftAgreement) {
            return .page(DraftPage(draft: try await Draft(visit, version: version)).shell)
        }
        return .page(try await AgreementPage(visit, version).shell)
    }

    private static func review(_ visit: Visit) async throws -> Reply {
        let page = try await ReviewPage(visit, typed: visit.form)
        guard page.errors.isEmpty, let outcome = page.outcome else {
            return page.reply(page.errors)
        }
        let (id, store) = (page.agreement.id, visit.store)
        do {
            switch outcome {
            case .reaffirmed:
                guard let next = page.next.date else { return page.reply(page.errors) }
                _ = try await store.reaffirm(
                    id, until: next, because: page.reason, by: page.person)
                return .seeOther("/agreements/\(id)?reaffirmed=1")
            case .amended:
                let draft = try await store.amend(id, because: page.reason, by: page.person)
                return .seeOther(draft.home)
            case .retired:
                return try await StopPage(visit, reviewed: page.reason).interruption(.retired)
            }
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            var errors = FormErrors()
            for reason in refusal.reasons {
                errors.add("outcome", "\(reason.sentence) \(reason.fix)")
            }
            return page.reply(errors)
        }
    }

    private static func discard(_ visit: Visit) async throws -> Reply {
        let page = try await StopPage(amendmentOf: visit)
        guard page.errors.isEmpty else { return page.reply(page.errors) }
        guard visit.form.has("confirmed") else { return page.interruption(.retired) }
        _ = try await visit.store.discardAmendment(
            of: page.agreement.id, because: page.reason, by: page.person)
        return .seeOther("/agreements/\(page.agreement.id)?discarded=1")
    }
}
