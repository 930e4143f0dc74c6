import Exchange
import Governance

extension Server {
    /// The law catalogue and the questions to it, for everybody.
    func addLaw(to routes: Routes) {
        for path in ["/law", "/law.json"] {
            routes.get(path) { visit in try LawPage(visit).reply }
        }
        for path in ["/law/wizard", "/law/wizard.json"] {
            routes.get(path) { visit in try LawWizardPage(visit).reply }
        }
        routes.get("/law/{id}") { visit in try LawEntryPage(visit).reply }
    }
}
