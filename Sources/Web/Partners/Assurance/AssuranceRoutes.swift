import Exchange
import Governance

extension Server {
    /// What bodies record to show that they look after information well.
    func addAssurance(to routes: Routes) {
        for ending in ["", ".json"] {
            routes.get("/partners/{id}/assurance\(ending)") { visit in
                try await AssurancePage(visit).reply
            }
        }
        routes.get("/partners/{id}/assurance/new") { visit in
            try await NewAssurancePage(visit, nil).reply()
        }
        routes.post("/partners/{id}/assurance") { visit in
            let page = try await NewAssurancePage(visit, visit.form)
            guard page.errors.isEmpty else { return page.reply(page.errors) }
            try await page.record(by: visit.person())
            return .seeOther("/partners/\(page.own.id)/assurance?kept=1")
        }
        routes.get("/partners/{id}/assurance/{assurance}/plan") { visit in
            try await StepForm(visit).reply()
        }
        routes.post("/partners/{id}/assurance/{assurance}/plan") { visit in
            let form = try await StepForm(visit, visit.form)
            guard form.errors.isEmpty, let step = form.step else { return form.reply(form.errors) }
            let kept = try await visit.store.plan(
                step, for: form.assurance.id, by: visit.person())
            return .seeOther("/partners/\(kept.partner)/assurance?kept=1")
        }
        routes.post("/partners/{id}/assurance/{assurance}/done") { visit in
            let kept = try await visit.store.finish(
                step: Int(visit.form["step"]) ?? -1, of: visit.code("assurance"),
                by: visit.person())
            return .seeOther("/partners/\(kept.partner)/assurance?kept=1")
        }
    }
}
