import Exchange
import Governance
import HTTPTypes

extension Server {
    /// Impact assessments, the risk register and the register of overruled advice.
    func addAssessments(to routes: Routes) {
        for path in ["/assessments", "/assessments.json"] {
            routes.get(path) { visit in try await AssessmentsPage(visit).reply }
        }
        for path in ["/assessments/overrides", "/assessments/overrides.json"] {
            routes.get(path) { visit in try await OverridesPage(visit).reply }
        }
        for path in ["/risks", "/risks.json", "/risks.csv"] {
            routes.get(path) { visit in try await RiskRegisterPage(visit).reply }
        }
        routes.get("/assessments/new") { visit in
            try await NewAssessmentPage(visit, typed: nil).reply()
        }
        routes.post("/assessments") { visit in try await NewAssessmentPage.draft(visit) }
        routes.get("/assessments/{id}") { visit in try await AssessmentPage(visit).reply }
        routes.get("/assessments/{id}/versions/{version}") { visit in
            try await AssessmentPage(visit).reply
        }
        addAssessmentText(to: routes)
        addAssessmentLists(to: routes)
        addAssessmentSteps(to: routes)
    }

    /// Details, screening, answers and local parts.
    private func addAssessmentText(to routes: Routes) {
        routes.get("/assessments/{id}/details") { visit in
            try await AssessmentDetailsPage(visit, typed: nil).reply()
        }
        routes.post("/assessments/{id}/details") { visit in
            try await AssessmentDetailsPage.save(visit)
        }
        routes.get("/assessments/{id}/agreements") { visit in
            try await AssessmentAgreementsPage.reply(visit)
        }
        routes.post("/assessments/{id}/agreements") { visit in
            try await AssessmentAgreementsPage.save(visit)
        }
        routes.get("/assessments/{id}/screening") { visit in
            try await ScreeningPage(visit, typed: nil).reply()
        }
        routes.post("/assessments/{id}/screening") { visit in
            try await ScreeningPage.save(visit)
        }
        routes.get("/assessments/{id}/steps/{number}") { visit in
            try await AssessmentStepPage(visit, typed: nil).reply()
        }
        routes.post("/assessments/{id}/steps/{number}") { visit in
            try await AssessmentStepPage.save(visit)
        }
        routes.get("/assessments/{id}/local") { visit in try await LocalPartPage(visit).reply() }
        routes.post("/assessments/{id}/local") { visit in try await LocalPartPage.save(visit) }
    }

    /// Risks and measures.
    private func addAssessmentLists(to routes: Routes) {
        routes.get("/assessments/{id}/risks/new") { visit in
            try await RiskPage(visit, isNew: true, typed: nil).reply()
        }
        routes.post("/assessments/{id}/risks/new") { visit in
            try await RiskPage.save(visit, isNew: true)
        }
        routes.get("/assessments/{id}/risks/{risk}") { visit in
            try await RiskPage(visit, isNew: false, typed: nil).reply()
        }
        routes.post("/assessments/{id}/risks/{risk}") { visit in
            try await RiskPage.save(visit, isNew: false)
        }
        routes.post("/assessments/{id}/risks/{risk}/removal") { visit in
            try await RiskPage.remove(visit)
        }
        routes.get("/assessments/{id}/measures/new") { visit in
            try await MeasurePage(visit, isNew: true, typed: nil).reply()
        }
        routes.post("/assessments/{id}/measures/new") { visit in
            try await MeasurePage.save(visit, isNew: true)
        }
        routes.get("/assessments/{id}/measures/{measure}") { visit in
            try await MeasurePage(visit, isNew: false, typed: nil).reply()
        }
        routes.post("/assessments/{id}/measures/{measure}") { visit in
            try await MeasurePage.save(visit, isNew: false)
        }
        routes.post("/assessments/{id}/measures/{measure}/removal") { visit in
            try await MeasurePage.remove(visit)
        }
        routes.post("/assessments/{id}/measures/{measure}/completion") { visit in
            try await MeasurePage.complete(visit)
        }
    }

    /// Advice, signatures and ends.
    private func addAssessmentSteps(to routes: Routes) {
        routes.post("/assessments/{id}/send") { visit in
            let context = try await AssessmentVisit(visit)
            _ = try await visit.store.sendForAdvice(
                context.assessment.id, seen: context.seen, by: context.person)
            return .seeOther("\(context.path)?done=sent")
        }
        routes.post("/assessments/{id}/screening-out") { visit in
            let context = try await AssessmentVisit(visit)
            _ = try await visit.store.screenOut(
                context.assessment.id, seen: context.seen, by: context.person)
            return .seeOther("\(context.path)?done=screened-out")
        }
        routes.post("/assessments/{id}/amendments") { visit in
            let context = try await AssessmentVisit(visit)
            _ = try await visit.store.amendAssessment(context.assessment.id, by: context.person)
            return .seeOther("\(context.path)?done=amended")
        }
        routes.get("/assessments/{id}/advice") { visit in try await AdvicePage(visit).reply() }
        routes.post("/assessments/{id}/advice") { visit in try await AdvicePage.save(visit) }
        routes.get("/assessments/{id}/answer") { visit in
            try await AdviceAnswerPage(visit).reply()
        }
        routes.post("/assessments/{id}/answer") { visit in
            try await AdviceAnswerPage.save(visit)
        }
        routes.get("/assessments/{id}/signature") { visit in
            try await AssessmentSignaturePage(visit).reply()
        }
        routes.post("/assessments/{id}/signature") { visit in
            try await AssessmentSignaturePage.save(visit)
        }
        for step in AssessmentEndPage.Step.allCases {
            routes.get("/assessments/{id}/\(step.rawValue)") { visit in
                try await AssessmentEndPage(visit, step).reply()
            }
            routes.post("/assessments/{id}/\(step.rawValue)") { visit in
                try await AssessmentEndPage.save(visit, step)
            }
        }
        routes.get("/assessments/{id}/consultation") { visit in
            try await ConsultationPage(visit).reply()
        }
        routes.post("/assessments/{id}/consultation") { visit in
            try await ConsultationPage.save(visit)
        }
    }
}
