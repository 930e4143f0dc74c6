import Casework
import Exchange
import HTTPTypes
import Records

extension Server {
    /// Cases and their steps.
    func addCases(to routes: Routes) {
        routes.get("/cases") { visit in try await CaseListPage(visit).reply }
        routes.get("/cases/{id}") { visit in try await CasePage(visit).reply }
        routes.get("/cases/{id}/steps/{step}") { visit in
            let page = try await CaseStepPage(visit)
            return page.isOpen ? .page(page.shell) : .page(page.notOpen, status: .conflict)
        }
        routes.post("/cases/{id}/steps/{step}") { visit in try await Self.advance(visit) }
    }

    private static func advance(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        let page = try await CaseStepPage(visit)
        let form = CaseForm(visit.form, for: page.step)
        guard let command = form.command else {
            return .page(page.showing(form).shell, status: .unprocessableContent)
        }
        do {
            let file = try await visit.store.advance(page.standing.id, command, by: person)
            return .seeOther("/cases/\(file.id)?saved=\(file.events.count)")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return .page(
                page.showing(form.refused(refusal.sentence)).shell, status: .unprocessableContent)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            // Read again, so that the form that is sent next stands on the newest events.
            let fresh = try await CaseStepPage(visit)
            let refused = fresh.showing(form.refused(refusal.sentence))
            return .page(refused.isOpen ? refused.shell : refused.notOpen, status: .conflict)
        }
    }
}
