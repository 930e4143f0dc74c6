import Casework
import Exchange
import Governance
import Records

/// One case: what it lets the body ask, what happened, and what can be done now.
struct CasePage {
    let visit: Visit
    let file: Case
    let standing: CaseStanding
    let colleagues: [Practitioner.ID: String]

    private static let workflow = Workflow.councilTax

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        let id: Case.ID = try visit.code("id")
        file = try await visit.store.case(id, readBy: person).file
        standing = try await visit.store.standing(of: id, seenBy: person)
        colleagues = try await visit.store.colleagues(of: person)
    }

    var stage: Workflow.Stage { file.stage(in: Self.workflow) }

    var openSteps: [Workflow.Step] { Self.workflow.open(at: stage) }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(CaseJSON(self)) : .page(shell) }
    }

    private var shell: PageShell {
        visit.page(
            "Case \(file.reference)", current: "/cases", way: .back("/cases"), notice: notice
        ) {
            h1(Self.workflow.title, caption: "Case \(file.reference)")
            IdentityBar(file.reference) {
                CaseWords.tag(stage)
                span(" \(file.question?.shortWords ?? "No question recorded")")
            }
            Inset {
                "Weft does not change any bill. The bill changes only in the billing system, and "
                "only a named person decides."
            }
            columns {
                question
                if let outcome = file.outcome { summary(outcome) }
                steps
                h2("What happened so far")
                timeline
            } side: {
                facts
            }
        }
    }

    private var notice: NotificationBanner? {
        guard let last = file.events.last, visit.query["saved"] == String(last.number),
            last.by == visit.session?.person.id
        else { return nil }
        return NotificationBanner(.success, "Saved. \(CaseWords.done(last.step)).")
    }

    @HTMLBuilder private var question: HTML {
        h2("What it lets you ask")
        if let question = file.question {
            p(question.sentence)
            h3("Check these first")
            p("Most cases have an ordinary explanation. Rule these out before you ask anybody.")
            bullets(question.explanations)
        } else {
            p("None recorded.")
        }
    }

    private func summary(_ outcome: CaseOutcome) -> SummaryList {
        SummaryList(card: "Outcome") {
            SummaryRow("Outcome", outcome.kind.label)
            SummaryRow("From", outcome.effective?.words, absent: "No date recorded")
            SummaryRow("More is billed", Pence(outcome.billedPence).description)
        }
    }

    @HTMLBuilder private var steps: HTML {
        h2("What you can do now")
        if openSteps.isEmpty { p("Nothing is open.") }
        for step in openSteps {
            div {
                LinkButton(
                    step.label, to: "/cases/\(file.id)/steps/\(step.code)",
                    step == openSteps.first ? .primary : .secondary)
                p(step.hint)
            }
        }
    }

    @HTMLBuilder private var facts: HTML {
        h2("About this case", size: .small)
        p {
            "Opened on "
            standing.summary.openedAt.londonTime
            " by \(name(standing.openedBy))."
        }
        p {
            "The discount is worth "
            strong(Pence(standing.summary.yearlyPence).description)
            " a year."
        }
        p { a("See the two records", to: "/pairs/\(standing.pair)") }
    }

    private var timeline: Timeline {
        Timeline {
            Timeline.Entry(
                "The case was opened", by: name(standing.openedBy),
                when: standing.summary.openedAt.londonWords,
                datetime: standing.summary.openedAt.description
            ) {
                p("The two records were confirmed as one person.")
            }
            for event in file.events { entry(event) }
        }
    }

    private func entry(_ event: CaseEvent) -> Timeline.Entry {
        Timeline.Entry(
            CaseWords.done(event.step), by: name(event.by), when: event.at.londonWords,
            datetime: event.at.description
        ) {
            if let outcome = event.outcome {
                p {
                    strong(outcome.kind.label)
                    if let day = outcome.effective { ", from \(day.words)" }
                    if outcome.billedPence > 0 { ", \(Pence(outcome.billedPence)) more is billed" }
                    "."
                }
            }
            for line in event.note.split(whereSeparator: \.isNewline) { p(String(line)) }
        }
    }

    private func name(_ id: Practitioner.ID) -> String { colleagues[id] ?? id.rawValue }
}

/// A case for other programs.
private struct CaseJSON: Encodable {
    struct Outcome: Encodable {
        let kind: String
        let effective: String?
        let billedPence: Int

        init(_ outcome: CaseOutcome) {
            kind = outcome.kind.rawValue
            effective = outcome.effective?.description
            billedPence = outcome.billedPence
        }
    }

    struct Event: Encodable {
        let number: Int
        let step: String
        let stage: String
        let at: String
        let by: String
        let note: String
        let outcome: Outcome?
    }

    let id: String
    let reference: String
    let question: String?
    let stage: String
    let openedAt: String
    let openedBy: String
    let pair: String
    let yearlyPence: Int
    let openSteps: [String]
    let events: [Event]
    let outcome: Outcome?

    init(_ page: CasePage) {
        id = page.file.id.rawValue
        reference = page.file.reference
        question = page.file.question?.code
        stage = page.stage.rawValue
        openedAt = page.standing.summary.openedAt.description
        openedBy = page.standing.openedBy.rawValue
        pair = page.standing.pair.rawValue
        yearlyPence = page.standing.summary.yearlyPence
        openSteps = page.openSteps.map(\.code)
        events = page.file.events.map {
            Event(
                number: $0.number, step: $0.step, stage: $0.stage.rawValue,
                at: $0.at.description, by: $0.by.rawValue, note: $0.note,
                outcome: $0.outcome.map(Outcome.init))
        }
        outcome = page.file.outcome.map(Outcome.init)
    }
}
