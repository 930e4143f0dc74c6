import Exchange
import Governance
import HTTPTypes
import Records

/// Whether an assessment is needed, by the three lists.
struct ScreeningPage {
    let context: AssessmentVisit
    let screening: Screening

    init(_ visit: Visit, typed form: FormFields?) async throws {
        let context = try await AssessmentVisit(visit)
        try context.require(context.mayWrite, .assessImpact)
        self.context = context
        screening =
            form.map { form in
                let ticked = ScreeningCriterion.Source.allCases.flatMap { form.all($0.rawValue) }
                return Screening(
                    ticks: Set(ticked.compactMap { ScreeningCriterion.ID($0) }),
                    note: form["note"])
            } ?? context.assessment.screening ?? Screening(ticks: [], note: "")
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        context.reply("Is an assessment needed?", errors, status: status) {
            h1("Is an assessment needed?", caption: context.assessment.title)
            p("Tick what applies. What nobody ticks does not apply.")
            context.form("screening") {
                for list in ScreeningCriterion.Source.allCases {
                    Checkboxes(
                        list.rawValue, list.heading,
                        context.guide.criteria.filter { $0.list == list }.map {
                            Choice($0.id.rawValue, $0.label, hint: $0.meaning)
                        }, selected: Set(screening.ticks.map(\.rawValue)), hint: list.hint)
                }
                TextArea(
                    "note", "Why did you answer like this?", value: screening.note,
                    hint: "Without an assessment, this is the reason on record. Name no person.",
                    error: errors["note"], size: .medium)
                Button("Save")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await ScreeningPage(visit, typed: visit.form)
        guard !page.screening.note.isEmpty else {
            var errors = FormErrors()
            errors.add("note", "Write why you answered like this.")
            return page.reply(errors)
        }
        return try await page.context.save(.screening(page.screening), at: "note") {
            page.reply($0, status: $1)
        }
    }
}

/// The questions of one of the first four steps.
struct AssessmentStepPage {
    let context: AssessmentVisit
    let step: AssessmentStep
    let answers: [StepQuestion.ID: String]

    init(_ visit: Visit, typed form: FormFields?) async throws {
        let context = try await AssessmentVisit(visit)
        try context.require(context.mayWrite, .assessImpact)
        self.context = context
        guard let number = Int(visit.parameters["number"] ?? ""),
            let step = context.guide.steps.first(where: { $0.number == number }),
            !step.questions.isEmpty
        else {
            throw Refusal(
                .notFound, "not-found", "There is no such page.",
                fix: "Start from the assessment’s page.")
        }
        self.step = step
        let stored = context.assessment.answers
        answers = Dictionary(
            uniqueKeysWithValues: step.questions.map { question in
                (question.id, form?[question.id.rawValue] ?? stored[question.id] ?? "")
            })
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        context.reply("Step \(step.number): \(step.heading)", errors, status: status) {
            h1("Step \(step.number): \(step.heading)", caption: context.assessment.title)
            p(step.help)
            context.form("steps/\(step.number)") {
                for question in step.questions {
                    TextArea(
                        question.id.rawValue,
                        question.isRequired ? question.label : "\(question.label) (optional)",
                        value: answers[question.id] ?? "", hint: question.hint,
                        error: errors[question.id.rawValue], size: .medium)
                }
                Button("Save")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await AssessmentStepPage(visit, typed: visit.form)
        var errors = FormErrors()
        for question in page.step.questions
        where (page.answers[question.id] ?? "").count > Store.longestAssessmentText {
            errors.add(
                question.id.rawValue, "Shorten the answer to 10,000 characters or fewer.")
        }
        guard errors.isEmpty else { return page.reply(errors) }
        let first = page.step.questions[0].id.rawValue
        return try await page.context.save(.answers(page.answers), at: first) {
            page.reply($0, status: $1)
        }
    }
}

/// What is different at the person's own body.
struct LocalPartPage {
    let context: AssessmentVisit

    init(_ visit: Visit) async throws {
        let context = try await AssessmentVisit(visit)
        try context.require(context.mayWriteLocalPart, .assessImpact)
        self.context = context
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let typed = context.visit.form
        let stored = context.assessment.localParts[context.person.partner] ?? ""
        return context.reply("Your body’s part", errors, status: status) {
            h1("Your body’s part", caption: context.assessment.title)
            p(
                "The shared text holds for every controller. Say here what is different at "
                    + "\(context.name(context.person.partner)): systems, notices, people, checks. "
                    + "If nothing is, write so.")
            context.form("local") {
                TextArea(
                    "local", "What is different here?",
                    value: typed.has("local") ? typed["local"] : stored, rows: 8,
                    hint: "Name no person. You can change it until your body signs.",
                    error: errors["local"], size: .medium)
                Button("Save")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await LocalPartPage(visit)
        guard !visit.form["local"].isEmpty else {
            var errors = FormErrors()
            errors.add("local", "Write what is different, or that nothing is.")
            return page.reply(errors)
        }
        return try await page.context.save(.localPart(visit.form["local"]), at: "local") {
            page.reply($0, status: $1)
        }
    }
}
