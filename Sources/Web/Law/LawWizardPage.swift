import Exchange
import Governance
import HTTPTypes
import Records

/// Asks who holds what, who wants it and why, and proposes laws with reasons against the rest.
struct LawWizardPage {
    let visit: Visit
    let answers: LawWizardAnswers

    private var reference: ReferenceData { visit.store.reference }

    init(_ visit: Visit) throws {
        self.visit = visit
        answers = LawWizardAnswers(
            query: visit.query, reference: visit.store.reference, today: visit.store.today)
    }

    var reply: Reply {
        get throws {
            if let question = answers.question {
                let record = LawAnswerRecord(reference.law.answer(to: question), reference)
                if visit.wantsJSON { return try .json(record) }
                return .page(LawAnswerPage(visit, question, record).shell)
            }
            let errors = answers.errors
            if visit.wantsJSON {
                guard answers.isAsked else {
                    throw Refusal(
                        .invalid, "question-missing", "Say who holds it, who asks and why.",
                        fix: "Give holder, receiver, purpose and class in the address.")
                }
                throw Refusal(
                    .invalid,
                    reasons: errors.problems.map {
                        Refusal.Reason(code: $0.field, sentence: $0.message)
                    })
            }
            return .page(
                form(errors), status: errors.isEmpty ? .ok : .unprocessableContent)
        }
    }

    private func form(_ errors: FormErrors) -> PageShell {
        visit.page("Which law may fit", way: .back("/law"), hasErrors: !errors.isEmpty) {
            ErrorSummary(errors)
            h1("Which law may fit")
            p(
                "Weft proposes laws from the catalogue and says why others do not fit. A person "
                    + "decides. Name nobody: these questions are about bodies and sorts of "
                    + "information only.")
            Inset("If somebody may be in danger now, share what is needed and record it after.")
            GetForm("/law/wizard") {
                bodyQuestions("holder", "Who holds the information?", errors)
                bodyQuestions("receiver", "Who would receive it?", errors)
                circumstances(errors)
                what(errors)
                Button("See which law may fit", guardsDoubleClick: false)
            }
        }
    }

    @HTMLBuilder private func bodyQuestions(
        _ name: String, _ title: String, _ errors: FormErrors
    ) -> HTML {
        Select(
            name, title,
            [Choice("", "Choose a sort of body")]
                + Partner.Kind.allCases.map { Choice($0.rawValue, $0.label) },
            selected: answers.query[name], error: errors[name], size: .medium)
        let chosen = Set(answers.query.all("\(name)-is"))
        Details("It is something more in law", isOpen: !chosen.isEmpty) {
            Checkboxes(
                "\(name)-is", "Tick only what somebody has made sure of",
                reference.law.capacities.compactMap { capacity in
                    capacity.question.map {
                        Choice(capacity.id.rawValue, capacity.label, hint: $0)
                    }
                }, selected: chosen, size: .small)
        }
    }

    @HTMLBuilder private func circumstances(_ errors: FormErrors) -> HTML {
        yesOrNo("same", "Is it one body that would use again what it holds?")
        yesOrNo("asked", "Has the receiver asked for it?")
        yesOrNo("agreed", "Does the person concerned agree?")
        let purposes = reference.purposes.map { Choice($0.id.rawValue, $0.label) }
        Select(
            "purpose", "What would it be used for?", [Choice("", "Choose a purpose")] + purposes,
            selected: answers.query["purpose"], error: errors["purpose"], size: .medium)
        Select(
            "held-for", "What does the holder keep it for?",
            [Choice("unknown", "I do not know yet"), Choice("other", "None of these")] + purposes,
            selected: answers.query["held-for"], error: errors["held-for"], size: .medium)
    }

    private func yesOrNo(_ name: String, _ question: String) -> HTML {
        Radios(
            name, question, [Choice("yes", "Yes"), Choice("no", "No")],
            selected: answers.query[name] == "yes" ? "yes" : "no", isInline: true
        ).html
    }

    @HTMLBuilder private func what(_ errors: FormErrors) -> HTML {
        Checkboxes(
            "class", "What sort of information is it?",
            InformationClass.allCases.map { Choice($0.rawValue, $0.label) },
            selected: answers.isAsked ? Set(answers.query.all("class")) : ["personal"],
            error: errors["class"])
        Select(
            "data-set", "Which data set, if one of these?",
            [Choice("", "No particular one")]
                + reference.dictionary.datasets.map { Choice($0.id.rawValue, $0.title) },
            selected: answers.query["data-set"], size: .medium)
        Select(
            "basis", "Which basis does the holder have in mind?",
            [Choice("", "None yet")]
                + SharingAgreement.LawfulBasis.allCases.map { Choice($0.rawValue, $0.label) },
            selected: answers.query["basis"],
            hint: "Under Article 6 of the UK GDPR.", size: .medium)
        TextInput(
            "date", "On which day?", value: answers.query["date"],
            hint: "Such as 27 March 2027. Leave it empty for today.", error: errors["date"],
            size: .medium)
    }
}
