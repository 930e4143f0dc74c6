import Exchange
import Governance
import HTTPTypes
import Records

/// One risk: whom it hurts, how bad it is before and after the measures, who owns it.
struct RiskPage {
    let context: AssessmentVisit
    /// Nil for a new one.
    let risk: ImpactRisk?
    let form: FormFields?

    init(_ visit: Visit, isNew: Bool, typed form: FormFields?) async throws {
        let context = try await AssessmentVisit(visit)
        self.context = context
        self.form = form
        if isNew {
            risk = nil
            try context.require(context.mayWriteOwn, .assessImpact)
        } else {
            let id: ImpactRisk.ID = try visit.code("risk")
            guard let risk = context.assessment.risks.first(where: { $0.id == id }) else {
                throw Refusal(
                    .notFound, "not-found", "There is no such risk.",
                    fix: "Start from the assessment’s page.")
            }
            self.risk = risk
            try context.require(context.mayWrite(risk), .assessImpact)
        }
    }

    private var address: String { "risks/\(risk?.id.rawValue ?? "new")" }

    private func value(_ field: String, _ stored: String?) -> String {
        form?[field] ?? stored ?? ""
    }

    private func rating(_ when: String) -> RiskRating? {
        guard let likelihood = Int(form?["\(when)-likelihood"] ?? "").flatMap(Likelihood.init),
            let severity = Int(form?["\(when)-severity"] ?? "").flatMap(Severity.init)
        else { return nil }
        return RiskRating(likelihood, severity)
    }

    /// What was typed, and what is wrong with it.
    private var typed: (risk: ImpactRisk?, errors: FormErrors) {
        var errors = FormErrors()
        let subject = ImpactRisk.Subject(rawValue: form?["subject"] ?? "")
        if subject == nil { errors.add("subject", "Choose whom it would hurt.") }
        if value("text", nil).isEmpty { errors.add("text", "Write what may happen.") }
        if value("owner", nil).isEmpty { errors.add("owner", "Name the post that owns the risk.") }
        let before = rating("before")
        if before == nil {
            errors.add("before-likelihood", "Rate the risk before the measures, in both ways.")
        }
        let after = rating("after")
        let isHalf =
            (form?.has("after-likelihood") == true) != (form?.has("after-severity") == true)
        if isHalf { errors.add("after-likelihood", "Rate it in both ways, or in neither.") }
        guard errors.isEmpty, let subject, let before else { return (nil, errors) }
        let own = context.isLead ? Partner.ID(value("controller", nil)) : context.person.partner
        let risk = ImpactRisk(
            id: risk?.id ?? context.assessment.nextRisk, subject: subject,
            text: value("text", nil), before: before, after: after,
            measures: Set((form?.all("measures") ?? []).compactMap { ImpactMeasure.ID($0) }),
            owner: value("owner", nil), controller: own)
        return (risk, errors)
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let title = risk.map { "Risk \($0.id)" } ?? "Add a risk"
        return context.reply(title, errors, status: status) {
            h1(title, caption: context.assessment.title)
            library
            context.form(address) {
                questions(errors)
                Button("Save")
            }
            if let risk {
                PostForm("\(context.path)/\(address)/removal", csrf: context.visit.csrf) {
                    hiddenInput("seen", String(context.assessment.revision))
                    Button("Remove \(risk.id)", .secondary)
                }
            }
        }
    }

    private var library: HTML {
        Details("Risks that others have met") {
            bullets(
                context.guide.library.risks.map { "\($0.subject.label): \($0.text)" })
        }.html
    }

    @HTMLBuilder private func questions(_ errors: FormErrors) -> HTML {
        Radios(
            "subject", "Whom would it hurt?",
            ImpactRisk.Subject.allCases.map { Choice($0.rawValue, $0.label, hint: $0.hint) },
            selected: value("subject", risk?.subject.rawValue), error: errors["subject"])
        TextArea(
            "text", "What may happen?", value: value("text", risk?.text), rows: 3,
            hint: "Where it comes from and what it does. Name no person.", error: errors["text"],
            size: .medium)
        if context.isLead, context.assessment.controllers.count > 1 {
            Select(
                "controller", "Whose risk is it?",
                [Choice("", "All controllers")]
                    + context.assessment.controllers.sorted().map {
                        Choice($0.rawValue, context.name($0))
                    }, selected: value("controller", risk?.controller?.rawValue), size: .medium)
        }
        ratings("before", "before the measures", risk?.before, errors)
        measures
        ratings("after", "after the measures", risk?.after, errors)
        TextInput(
            "owner", "Who owns it?", value: value("owner", risk?.owner),
            hint: "A post, such as Head of Revenues; no name.", error: errors["owner"],
            size: .medium)
    }

    @HTMLBuilder private var measures: HTML {
        let all = context.assessment.measures
        if all.isEmpty {
            Inset("There are no measures yet. Add them on the assessment’s page, then come back.")
        } else {
            Checkboxes(
                "measures", "Which measures lower it?",
                all.map { Choice($0.id.rawValue, $0.text) },
                selected: form.map { Set($0.all("measures")) }
                    ?? Set((risk?.measures ?? []).map(\.rawValue)))
        }
    }

    @HTMLBuilder private func ratings(
        _ name: String, _ when: String, _ stored: RiskRating?, _ errors: FormErrors
    ) -> HTML {
        Radios(
            "\(name)-likelihood", "How likely is it \(when)?",
            Likelihood.allCases.map { Choice("\($0.rawValue)", $0.label) },
            selected: value("\(name)-likelihood", stored.map { "\($0.likelihood.rawValue)" }),
            error: errors["\(name)-likelihood"], isInline: true)
        Radios(
            "\(name)-severity", "How bad would it be \(when)?",
            Severity.allCases.map { Choice("\($0.rawValue)", $0.label) },
            selected: value("\(name)-severity", stored.map { "\($0.severity.rawValue)" }),
            error: errors["\(name)-severity"], isInline: true)
    }

    static func save(_ visit: Visit, isNew: Bool) async throws -> Reply {
        let page = try await RiskPage(visit, isNew: isNew, typed: visit.form)
        let typed = page.typed
        guard let risk = typed.risk else { return page.reply(typed.errors) }
        return try await page.context.save(.risk(risk), at: "text") {
            page.reply($0, status: $1)
        }
    }

    static func remove(_ visit: Visit) async throws -> Reply {
        let page = try await RiskPage(visit, isNew: false, typed: nil)
        guard let risk = page.risk else { return page.reply() }
        return try await page.context.save(.removeRisk(risk.id), at: "text") {
            page.reply($0, status: $1)
        }
    }
}

extension AssessmentVisit {
    /// Whether the person may change a risk: the lead all, others their own.
    func mayWrite(_ risk: ImpactRisk) -> Bool {
        mayWriteOwn && (isLead || risk.controller == person.partner)
    }

    /// Whether the person may change a measure: the lead all, others their own.
    func mayWrite(_ measure: ImpactMeasure) -> Bool {
        mayWriteOwn && (isLead || measure.body == person.partner)
    }
}
