import Casework
import Decisions
import Exchange
import Governance
import Records

/// Two records side by side, with the question whether they are about the same person.
struct PairPage {
    let visit: Visit
    let review: PairReview
    let standing: PairStanding
    let records: RecordComparison
    let names: Names
    let colleagues: [Practitioner.ID: String]
    let saved: ReviewNotice?
    let problem: String?
    /// Whether other records of the run belong with these two.
    let hasCluster: Bool

    init(_ visit: Visit, _ id: MatchPair.ID, problem: String? = nil) async throws {
        self.visit = visit
        self.problem = problem
        let person = try visit.person()
        review = try await visit.store.pair(id, readBy: person)
        standing = try await visit.store.standing(of: id, seenBy: person)
        names = try await visit.store.names()
        colleagues = try await visit.store.colleagues(of: person)
        saved = try await ReviewNotice.saved(visit)
        records = review.comparison(visit.store.reference.dictionary)
        hasCluster = try await visit.store.hasCluster(around: id, seenBy: person)
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(PairJSON(self)) : .page(shell) }
    }

    var shell: PageShell {
        visit.page(
            "Are these the same person?", current: "/matches",
            way: .back(visit.isFromTogether ? together : queue), notice: notice,
            hasErrors: problem != nil
        ) {
            ErrorSummary(errors)
            h1("Are these the same person?", caption: caption)
            p { a("Go to decision", to: "#decision") }
            Inset {
                "A match is a question, never a verdict. It decides nothing: you do. "
                "Nothing changes for the person on this page, whatever you answer."
            }
            PairRecords(page: self)
            if hasCluster {
                p {
                    "Other records of this match may belong with these two. "
                    a("See the records together", to: together)
                }
            }
            columns {
                question
                PairEvidenceTable(
                    review: review, records: records, items: visit.store.reference.dictionary)
                decision
            } side: {
                PairSources(page: self)
            }
            PairRemainders(page: self)
        }
    }

    private var errors: FormErrors {
        var errors = FormErrors()
        if let problem { errors.add("decision", problem) }
        return errors
    }

    private var notice: NotificationBanner? {
        if visit.query["undone"] == "yes", standing.item.verdict == nil {
            return NotificationBanner(
                .success, "Your decision was taken back. The pair is open again.")
        }
        return saved?.banner
    }

    private var caption: String {
        let place =
            standing.position.map {
                "Question \(Numerals.grouped($0)) of \(Numerals.grouped(standing.questions))"
            } ?? "A pair without a question"
        return
            "\(place), \(names.agreements[review.run.agreement] ?? review.run.agreement.rawValue)"
    }

    @HTMLBuilder private var question: HTML {
        h2("What it would let you ask")
        if let question = review.pair.question {
            p(question.sentence)
            p {
                "The discount is worth "
                strong(Pence(review.pair.yearlyPence).description)
                " a year."
            }
            h3("Often this is why")
            bullets(question.explanations)
        } else {
            p("Nothing. The records raise no question, so your answer opens no case.")
        }
    }

    @HTMLBuilder private var decision: HTML {
        if standing.isCaseUnderWay, let id = standing.openedCase {
            h2("The decision stands", .id("decision"))
            p {
                "Work on the case "
                a(standing.caseReference ?? "of this pair", to: "/cases/\(id)")
                " has begun. If the records are about different people after all, record it there."
            }
        } else {
            if let verdict = standing.item.verdict { decided(verdict) }
            PostForm("/pairs/\(review.pair.id)/review", csrf: visit.csrf) {
                hiddenInput("seen", String(review.verdictCount))
                if visit.isFromTogether { hiddenInput("from", "together") }
                if let problem {
                    p(.class("govuk-error-message")) {
                        visuallyHidden("Error: ")
                        problem
                    }
                }
                ReviewDecision(
                    standing.item.verdict == nil
                        ? "Are these the same person?" : "Change the decision"
                ) {
                    ReviewDecision.Answer("same", "Same person", key: "s")
                    ReviewDecision.Answer("different", "Different people", key: "d")
                    ReviewDecision.Answer("not-sure", "Not sure – second look", key: "n")
                }
            }
            p("Your answer, your account and the time go into the log.", .class("govuk-hint"))
        }
        skip
    }

    @HTMLBuilder private func decided(_ verdict: Verdict) -> HTML {
        p {
            "Decided: "
            strong(verdict.label)
            if let who = standing.decidedBy { ", by \(colleagues[who] ?? who.rawValue)" }
            if let moment = standing.decidedAt {
                ", on "
                moment.londonTime
            }
            "."
        }
        if let id = standing.openedCase {
            p {
                "It opened the case "
                a(standing.caseReference ?? "of this pair", to: "/cases/\(id)")
                "."
            }
        }
        if let session = visit.session, standing.decidedBy == session.person.id {
            PostForm("/pairs/\(review.pair.id)/undo", csrf: visit.csrf) {
                Button("Take back my decision", .secondary)
            }
        }
    }

    @HTMLBuilder private var skip: HTML {
        p {
            if let next = standing.next {
                a("Skip to the next pair", to: "/pairs/\(next)")
            } else {
                a("Back to the queue: no other question is open", to: queue)
            }
        }
    }

    private var together: String { "/pairs/\(review.pair.id)/together" }

    private var queue: String { "/matches/\(review.run.id)/queue" }
}
