import Decisions
import Exchange
import Governance
import HTTPTypes
import Records

/// The page on which one part of a draft is changed.
struct DraftPartPage {
    let draft: Draft
    let part: DraftPart
    let answers: any DraftAnswers
    var errors = FormErrors()
    /// Whether somebody else changed the draft after this form was opened.
    var isStale = false

    /// The page with the answers that are stored.
    init(_ draft: Draft) throws {
        self.draft = draft
        part = try draft.part()
        answers = part.answers(in: draft, typed: nil)
    }

    /// The page with the answers of the form on hand.
    init(typedInto draft: Draft) throws {
        self.draft = draft
        part = try draft.part()
        if case .flow(let number) = part,
            draft.visit.form["dataset"] != draft.terms.flows[number - 1].dataset.rawValue
        {
            throw Refusal(
                .conflict, "changed-meanwhile",
                "Somebody else added or removed a data flow since you opened this one.",
                fix: "Go back to the draft and choose the data flow from the list.")
        }
        answers = part.answers(in: draft, typed: draft.visit.form)
        isStale = !draft.isRead
        errors = answers.errors(on: part, of: draft.terms)
    }

    /// The terms with the answers.
    var changed: SharingAgreement.Terms { answers.applied(to: draft.terms) }

    var reply: Reply {
        let status: HTTPResponse.Status =
            isStale ? .conflict : errors.isEmpty ? .ok : .unprocessableContent
        return .page(shell, status: status)
    }

    private var shown: FormErrors {
        guard isStale else { return errors }
        var all = FormErrors()
        all.add(
            "draft",
            "Somebody else changed this draft since you opened it. Your answers are kept here and "
                + "not saved. Compare them with what is saved now; then save them, or go back.",
            focus: "draft")
        for problem in errors.problems {
            all.add(problem.field, problem.message, focus: problem.target)
        }
        return all
    }

    private var shell: PageShell {
        draft.visit.page(
            title, current: "/agreements", way: .back(draft.home),
            hasErrors: isStale || !errors.isEmpty
        ) {
            ErrorSummary(shown)
            h1(title, caption: "Draft \(draft.agreement.id)")
            if isStale { savedNow }
            PostForm(
                part.address(in: draft.agreement.id), csrf: draft.visit.csrf, warnsUnsaved: true
            ) {
                hiddenInput("read", draft.terms.digest)
                answers.questions(errors)
                buttonGroup {
                    Button("Save")
                    a("Cancel", to: draft.home)
                }
            }
            if case .flow = part { removal }
        }
    }

    private var title: String {
        guard case .flow(let number) = part else { return part.title }
        let flow = draft.terms.flows[number - 1]
        return "Data flow \(flow.clause): \(draft.words.names.name(flow.dataset))"
    }

    private var savedNow: HTML {
        div(.id("draft"), .tabindex(-1)) {
            Details("What is saved now") {
                AgreementText(agreement: draft.agreement, words: draft.words, isEditable: false)
            }
        }
    }

    private var removal: HTML {
        Details("Remove this data flow") {
            p("The items of this data flow are then no longer shared under the agreement.")
            PostForm("\(part.address(in: draft.agreement.id))/removal", csrf: draft.visit.csrf) {
                hiddenInput("read", draft.terms.digest)
                Button("Remove this data flow", .warning)
            }
        }.html
    }
}

/// The page that adds a data flow to a draft: which data set.
struct NewFlowPage {
    let draft: Draft
    let isMissing: Bool

    var reply: Reply {
        var errors = FormErrors()
        if isMissing { errors.add("dataset", "Choose a data set.") }
        let choices = draft.words.reference.dictionary.datasets.map {
            Choice($0.id.rawValue, $0.title, hint: $0.description)
        }
        let shell = draft.visit.page(
            "Add a data flow", current: "/agreements", way: .back(draft.home),
            hasErrors: isMissing
        ) {
            ErrorSummary(errors)
            PostForm("\(draft.address)/flows", csrf: draft.visit.csrf) {
                hiddenInput("read", draft.terms.digest)
                Radios(
                    "dataset", "Which data set?", choices, error: errors["dataset"], size: .large,
                    isHeading: true)
                Button("Continue")
            }
        }
        return .page(shell, status: isMissing ? .unprocessableContent : .ok)
    }
}
