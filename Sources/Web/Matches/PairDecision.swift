import Casework
import Exchange
import Governance
import Records

/// The three answers about a pair, with a reason from a list; or what stands and why.
struct PairDecision: Part {
    let page: PairPage

    private var visit: Visit { page.visit }
    private var standing: PairStanding { page.standing }

    var html: HTML {
        HTML {
            if page.review.awaitsSecond {
                blind
            } else if standing.isCaseUnderWay, let id = standing.openedCase {
                h2("The decision stands", .id("decision"))
                p {
                    "Work on the case "
                    a(standing.caseReference ?? "of this pair", to: "/cases/\(id)")
                    " has begun. If the records are about different people after all, record it "
                    "there."
                }
            } else {
                open
            }
            skip
        }
    }

    @HTMLBuilder private var open: HTML {
        if let verdict = standing.item.verdict { decided(verdict) }
        form(
            "review",
            standing.item.verdict == nil ? "Are these the same person?" : "Change the decision")
        p("Your answer, your account and the time go into the log.", .class("govuk-hint"))
    }

    @HTMLBuilder private var blind: HTML {
        h2("Give a second answer")
        p(
            "A colleague has decided this pair. It belongs to a sample of one question in ten that "
                + "two people look at. You do not see the first answer, so that yours is your own. "
                + "The first decision stands whatever you answer.")
        form("second", "Are these the same person?")
        p(
            "Your answer, your account and the time go into the log, and whether both answers are "
                + "the same.", .class("govuk-hint"))
    }

    private func form(_ step: String, _ legend: String) -> PostForm {
        PostForm("\(page.address)/\(step)", csrf: visit.csrf) {
            hiddenInput("seen", String(page.review.verdictCount))
            if visit.isFromTogether { hiddenInput("from", "together") }
            if !page.isMarked { hiddenInput("marks", "off") }
            if let problem = page.problem {
                p(.class("govuk-error-message")) {
                    visuallyHidden("Error: ")
                    problem
                }
            }
            Select(
                "reason", "Reason (optional)", Self.reasons, selected: visit.form["reason"],
                hint: "The word in brackets is the answer that the reason goes with.")
            ReviewDecision(legend) {
                ReviewDecision.Answer("same", "Same person", key: "s")
                ReviewDecision.Answer("different", "Different people", key: "d")
                ReviewDecision.Answer("not-sure", "Not sure – second look", key: "n")
            }
        }
    }

    private static var reasons: [Choice] {
        [Choice("", "No reason given")]
            + VerdictReason.allCases.map {
                Choice($0.rawValue, "\($0.label) (\($0.verdict.shortWord))")
            }
    }

    @HTMLBuilder private func decided(_ verdict: Verdict) -> HTML {
        p {
            "Decided: "
            strong(verdict.label)
            if let reason = standing.item.reason { " – \(reason.label.lowercasedFirst)" }
            if let who = standing.decidedBy { ", by \(page.colleagues[who] ?? who.rawValue)" }
            if let moment = standing.decidedAt {
                ", on "
                moment.londonTime
            }
            "."
        }
        if let second = page.second {
            p {
                second == verdict
                    ? "A second person gave the same answer."
                    : "A second person answered “\(second.label)”. Talk about it before you go on."
            }
        }
        if let id = standing.openedCase {
            p {
                "It opened the case "
                a(standing.caseReference ?? "of this pair", to: "/cases/\(id)")
                "."
            }
        }
        if let session = visit.session, standing.decidedBy == session.person.id {
            PostForm("\(page.address)/undo", csrf: visit.csrf) {
                Button("Take back my decision", .secondary)
            }
        }
    }

    @HTMLBuilder private var skip: HTML {
        p {
            if page.review.awaitsSecond {
                a(
                    "Back to the pairs that want a second answer",
                    to: "\(page.queue)?show=second-answer")
            } else if let next = standing.next {
                a("Skip to the next pair", to: "/pairs/\(next)\(page.isMarked ? "" : "?marks=off")")
            } else {
                a("Back to the queue: no other question is open", to: page.queue)
            }
        }
    }
}

extension Verdict {
    /// In a word or two, for lists of reasons.
    fileprivate var shortWord: String {
        switch self {
        case .same: "same"
        case .different: "different"
        case .notSure: "not sure"
        }
    }
}
