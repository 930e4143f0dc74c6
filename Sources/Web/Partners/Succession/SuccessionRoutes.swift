import Exchange
import Governance

extension Server {
    /// Bodies whose tasks pass to others.
    func addSuccessions(to routes: Routes) {
        routes.get("/successions") { visit in .page(try await SuccessionsPage(visit).shell) }
        routes.get("/successions/new") { visit in
            try await NewSuccessionPage(visit, typed: nil).reply()
        }
        routes.post("/successions") { visit in try await NewSuccessionPage.plan(visit) }
        for ending in ["", ".json", ".csv"] {
            routes.get("/successions/{id}\(ending)") { visit in
                try await SuccessionPage(visit).reply(ending)
            }
        }
        routes.post("/successions/{id}/drafts") { visit in
            let id: Succession.ID = try visit.code("id")
            let drafts = try await visit.store.prepareSuccession(id, by: visit.person())
            return .seeOther("/successions/\(id)?drafted=\(drafts.count)")
        }
        routes.get("/successions/{id}/day") { visit in
            try await SuccessionPage(visit).interruption
        }
        routes.post("/successions/{id}/day") { visit in
            let id: Succession.ID = try visit.code("id")
            _ = try await visit.store.vestSuccession(id, by: visit.person())
            return .seeOther("/successions/\(id)?done=1")
        }
        routes.post("/successions/{id}/withdrawal") { visit in
            let id: Succession.ID = try visit.code("id")
            _ = try await visit.store.withdrawSuccession(id, by: visit.person())
            return .seeOther("/successions/\(id)?withdrawn=1")
        }
    }
}
