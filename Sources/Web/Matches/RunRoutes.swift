import Exchange
import Governance
import HTTPTypes

extension Server {
    /// Comparing two loads, and the runs so far.
    func addRuns(to routes: Routes) {
        for path in ["/matches", "/matches.json"] {
            routes.get(path) { visit in try await RunListPage(visit).reply }
        }
        routes.get("/matches/new") { visit in .page(try await NewRunPage(visit).shell) }
        routes.post("/matches/new") { visit in try await Self.startRun(visit) }
        routes.get("/matches/{run}") { visit in try await RunPage(visit).reply }
    }

    private static func startRun(_ visit: Visit) async throws -> Reply {
        let person = try visit.matcher()
        var page = try await NewRunPage(visit)
        guard let (left, right) = page.chosen else {
            return .page(page.shell, status: .unprocessableContent)
        }
        do {
            let run = try await visit.store.match(left, with: right, by: person)
            return .seeOther("/matches/\(run.id)")
        } catch let refusal as Refusal where refusal.kind == .invalid && !visit.wantsJSON {
            page.refused(refusal)
            return .page(page.shell, status: refusal.status)
        }
    }
}

extension Visit {
    /// The signed-in person, who may compare loads.
    ///
    /// - Throws: `Refusal` when nobody is signed in or the role does not allow it.
    func matcher() throws -> Practitioner {
        let person = try person()
        guard person.may(.runMatch) else {
            throw Refusal(
                .notPermitted, "role", "Your role does not let you run a match.",
                fix: "Ask a colleague who is a data analyst.")
        }
        return person
    }
}
