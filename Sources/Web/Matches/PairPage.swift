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
    let progress: ReviewProgress
    /// The second answer about the pair, where the reader may know it.
    let second: Verdict?
    /// Whether differences are marked in the values.
    let isMarked: Bool
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
        progress = try await visit.store.progress(of: review.run.id, seenBy: person)
        second = try await visit.store.secondAnswer(to: id, seenBy: person)
        isMarked = visit.isMarked
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
            p {
                "\(Numerals.grouped(progress.decided)) of "
                "\(Numerals.grouped(progress.questions)) questions decided. "
                a("Go to decision", to: "#decision")
            }
            Inset {
                "A match is a question, never a verdict. It decides nothing: you do. "
                "Nothing changes for the person on this page, whatever you answer."
            }
            PairRecords(page: self)
            p {
                if isMarked {
                    a("Show the records without marks", to: "\(address)?marks=off")
                } else {
                    a("Mark what differs", to: address)
                }
            }
            if hasCluster, !review.awaitsSecond {
                p {
                    "Other records of this match may belong with these two. "
                    a("See the records together", to: together)
                }
            }
            columns {
                question
                PairEvidenceTable(
                    review: review, records: records, items: visit.store.reference.dictionary)
                PairDecision(page: self)
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
        return SecondAnswers.banner(visit) ?? saved?.banner
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

    private var together: String { "/pairs/\(review.pair.id)/together" }

    var address: String { "/pairs/\(review.pair.id)" }

    var queue: String { "/matches/\(review.run.id)/queue" }
}
