import Exchange
import Governance
import HTTPTypes
import Records

/// What a data protection officer advises.
struct AdvicePage {
    let context: AssessmentVisit

    init(_ visit: Visit) async throws {
        context = try await AssessmentVisit(visit)
        if context.assessment.authors.contains(context.person.id) {
            throw Refusal(
                .notPermitted, "adviser-wrote-it",
                "You wrote in this assessment, so you may not advise on it.",
                fix: "Ask another data protection officer of the controllers.")
        }
        try context.require(context.mayAdvise, .adviseOnImpact)
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let form = context.visit.form
        return context.reply("Advise", errors, status: status) {
            h1("Advise as data protection officer", caption: context.assessment.title)
            p {
                "Your advice stands in the assessment with your post. The lead follows it or "
                "overrules it with a reason that everybody who may read it sees. "
                a("Read the whole assessment", to: context.path)
            }
            HighRiskWarning(assessment: context.assessment)
            context.form("advice") {
                Radios(
                    "verdict", "What do you recommend?",
                    ImpactAdvice.Verdict.allCases.map { Choice($0.rawValue, $0.label) },
                    selected: form["verdict"], error: errors["verdict"])
                TextArea(
                    "text", "Your advice", value: form["text"], rows: 8,
                    hint: "What you looked at, what you think, what must change. Name no person.",
                    error: errors["text"], size: .medium)
                p("You advise as \(context.person.post), on \(context.visit.store.today.words).")
                Button("Give this advice")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await AdvicePage(visit)
        var errors = FormErrors()
        let verdict = ImpactAdvice.Verdict(rawValue: visit.form["verdict"])
        if verdict == nil { errors.add("verdict", "Choose what you recommend.") }
        if visit.form["text"].isEmpty { errors.add("text", "Write your advice.") }
        guard errors.isEmpty, let verdict else { return page.reply(errors) }
        let context = page.context
        return try await context.done("advised", at: "text") {
            _ = try await visit.store.advise(
                verdict, visit.form["text"], on: context.assessment.id,
                reading: visit.form["read"], by: context.person)
        } else: { errors, status in
            page.reply(errors, status: status)
        }
    }
}

/// Says that nobody can sign while a high risk is left.
struct HighRiskWarning: Part {
    let assessment: ImpactAssessment

    var html: HTML {
        HTML {
            if assessment.stage.isOpen, !assessment.stoppingRisks.isEmpty {
                WarningText(
                    "A high risk is left after the measures: "
                        + AgreementWords.joined(assessment.stoppingRisks.map(\.id.rawValue))
                        + ". Nobody can sign, and nobody can override that.")
                if assessment.needsPriorConsultation {
                    p(
                        "Lower it by further measures. Where a high risk to people cannot be "
                            + "lowered, the lead must consult the Information Commissioner before "
                            + "anything is shared (UK GDPR Article 36).")
                }
            }
        }
    }
}

/// What the lead answers to the advice.
struct AdviceAnswerPage {
    let context: AssessmentVisit
    let advice: ImpactAdvice

    init(_ visit: Visit) async throws {
        context = try await AssessmentVisit(visit)
        try context.require(context.mayAnswer, .signAssessment)
        guard let advice = context.assessment.advice.last else {
            throw Refusal(.conflict, "not-open", "Nobody has advised on this version.")
        }
        self.advice = advice
    }

    /// Whether a high risk leaves no answer that leads to the signatures.
    private var isStopped: Bool { !context.assessment.stoppingRisks.isEmpty }

    private var choices: [Choice] {
        var choices: [Choice] = []
        switch advice.verdict {
        case .goOn:
            if !isStopped {
                choices.append(
                    Choice("follow", "Follow it", hint: "The approvers are asked to sign."))
            }
        case .change:
            choices.append(
                Choice("follow", "Follow it", hint: "The assessment becomes a draft again."))
        case .stop:
            choices.append(
                Choice("follow", "Follow it", hint: "The assessment ends, and nothing is shared."))
        }
        if advice.verdict != .goOn, !isStopped {
            choices.append(
                Choice(
                    "overrule", "Overrule it",
                    hint: "The approvers are asked to sign. Your reason stands in the register of "
                        + "overruled advice."))
        }
        return choices
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let form = context.visit.form
        return context.reply("Answer the advice", errors, status: status) {
            h1("Answer the advice", caption: context.assessment.title)
            AdviceCard(advice: advice, body: context.name(advice.partner))
            HighRiskWarning(assessment: context.assessment)
            if choices.isEmpty {
                LinkButton("Take it back to the draft", to: "\(context.path)/reopen")
            } else {
                context.form("answer") {
                    Radios(
                        "answer", "What do you answer?", choices, selected: form["answer"],
                        error: errors["answer"])
                    TextArea(
                        "reason", "Why?", value: form["reason"],
                        hint: "Needed when you overrule the advice. Name no person.",
                        error: errors["reason"], size: .medium)
                    p(
                        "You answer as \(context.person.post) of "
                            + "\(context.name(context.person.partner)).")
                    Button("Answer")
                }
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await AdviceAnswerPage(visit)
        let (context, answer) = (page.context, visit.form["answer"])
        var errors = FormErrors()
        if !["follow", "overrule"].contains(answer) {
            errors.add("answer", "Choose what you answer.")
        }
        if answer == "overrule", visit.form["reason"].isEmpty {
            errors.add("reason", "Write why you overrule the advice.")
        }
        guard errors.isEmpty else { return page.reply(errors) }
        return try await context.done("answered", at: "answer") {
            _ = try await visit.store.answerAdvice(
                followed: answer == "follow", because: visit.form["reason"],
                on: context.assessment.id, reading: visit.form["read"], by: context.person)
        } else: { errors, status in
            page.reply(errors, status: status)
        }
    }
}

/// The signature of one controller.
struct AssessmentSignaturePage {
    let context: AssessmentVisit

    init(_ visit: Visit) async throws {
        context = try await AssessmentVisit(visit)
        try context.require(context.maySign, .signAssessment)
    }

    private var statements: [Choice] {
        [
            Choice("read", "I have read the assessment, its risks and the advice."),
            Choice("measures", "My body takes the measures that stand against its name."),
            Choice("accept", "My body accepts the risks that are left."),
        ]
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let one = context.assessment
        return context.reply("Sign", errors, status: status) {
            h1("Sign for \(context.name(context.person.partner))", caption: one.title)
            p {
                "You sign the shared text and your own body’s part. "
                a("Read the whole assessment", to: context.path)
            }
            if let advice = one.advice.last {
                AdviceCard(advice: advice, body: context.name(advice.partner))
            }
            RiskTable(context: context, isEditable: false)
            if one.localParts[context.person.partner] == nil, !context.isLead {
                WarningText(
                    "Your body has not written its part yet. An officer of your body does that "
                        + "first.")
            }
            HighRiskWarning(assessment: one)
            context.form("signature") {
                Checkboxes(
                    "statements", "Tick each statement to sign", statements,
                    error: errors["statements"])
                p(
                    "You sign as \(context.person.post) of "
                        + "\(context.name(context.person.partner)), on "
                        + "\(context.visit.store.today.words).")
                Button("Sign")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await AssessmentSignaturePage(visit)
        let ticked = Set(visit.form.all("statements"))
        guard page.statements.allSatisfy({ ticked.contains($0.value) }) else {
            var errors = FormErrors()
            errors.add("statements", "Tick each statement, or do not sign.")
            return page.reply(errors)
        }
        let context = page.context
        return try await context.done("signed", at: "statements") {
            _ = try await visit.store.sign(
                context.assessment.id, reading: visit.form["read"], by: context.person)
        } else: { errors, status in
            page.reply(errors, status: status)
        }
    }
}
