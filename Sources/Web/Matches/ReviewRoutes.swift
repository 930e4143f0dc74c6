import Casework
import Exchange
import Governance
import HTTPTypes
import Records

extension Server {
    /// The review queue, the page of a pair, and the records that belong with it.
    func addReviews(to routes: Routes) {
        routes.get("/matches/{run}/queue") { visit in try await QueuePage(visit).reply }
        routes.get("/pairs/{id}") { visit in
            try await PairPage(visit, visit.code("id")).reply
        }
        routes.get("/pairs/{id}/together") { visit in try await ClusterPage(visit).reply }
        routes.post("/pairs/{id}/review") { visit in try await Self.review(visit) }
        routes.post("/pairs/{id}/second") { visit in try await SecondAnswers.save(visit) }
        routes.post("/matches/{run}/take") { visit in
            let run: MatchRun.ID = try visit.code("run")
            let count = try await visit.store.takeNext(of: run, by: visit.person())
            return .seeOther("/matches/\(run)/queue?show=mine&taken=\(count)")
        }
        routes.post("/matches/{run}/release") { visit in
            let run: MatchRun.ID = try visit.code("run")
            let count = try await visit.store.release(of: run, by: visit.person())
            return .seeOther("/matches/\(run)/queue?released=\(count)")
        }
        routes.post("/pairs/{id}/undo") { visit in try await Self.undoReview(visit) }
    }

    private static func review(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        let id: MatchPair.ID = try visit.code("id")
        let (verdict, reason, problem) = visit.answer
        guard let verdict, problem == nil, let seen = Int(visit.form["seen"]) else {
            let page = try await PairPage(visit, id, problem: problem ?? Visit.noAnswer)
            return .page(page.shell, status: .unprocessableContent)
        }
        do {
            let result = try await visit.store.review(
                id, as: verdict, because: reason, seen: seen, by: person)
            let next = result.next.map { "/pairs/\($0)" } ?? "/matches/\(result.run)/queue"
            let page = visit.isFromTogether ? "/pairs/\(id)/together" : next
            return .seeOther("\(page)?after=\(id)\(visit.isMarked ? "" : "&marks=off")")
        } catch let refusal as Refusal where refusal.kind == .conflict && !visit.wantsJSON {
            return try await ReviewConflictPage(visit, id, refusal).reply
        }
    }

    private static func undoReview(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        let id: MatchPair.ID = try visit.code("id")
        do {
            _ = try await visit.store.undoReview(id, by: person)
            return .seeOther("/pairs/\(id)?undone=yes")
        } catch let refusal as Refusal where refusal.kind == .conflict && !visit.wantsJSON {
            return try await ReviewConflictPage(visit, id, refusal).reply
        }
    }
}

extension Visit {
    /// Whether the pair was opened from the picture of its records, which the answer leads back to.
    var isFromTogether: Bool { [query["from"], form["from"]].contains("together") }
}

/// The page that says why a decision was not saved, with the ways on from it.
struct ReviewConflictPage {
    let visit: Visit
    let refusal: Refusal
    let standing: PairStanding

    init(_ visit: Visit, _ id: MatchPair.ID, _ refusal: Refusal) async throws {
        self.visit = visit
        self.refusal = refusal
        standing = try await visit.store.standing(of: id, seenBy: visit.person())
    }

    var reply: Reply {
        .page(
            visit.page("Your decision was not saved", current: "/matches", hasErrors: true) {
                h1("Your decision was not saved")
                for reason in refusal.reasons {
                    p(reason.sentence)
                    if !reason.fix.isEmpty { p(reason.fix) }
                }
                if let verdict = standing.item.verdict {
                    p("The decision that stands is “\(verdict.label)”.")
                }
                buttonGroup {
                    LinkButton("Open the pair again", to: "/pairs/\(standing.item.id)")
                    if let id = standing.openedCase {
                        a("Open the case \(standing.caseReference ?? "")", to: "/cases/\(id)")
                    }
                    a("Back to the queue", to: "/matches/\(standing.run)/queue")
                }
            }, status: .conflict)
    }
}

/// Word of the decision that was saved last, with the button that takes it back.
struct ReviewNotice {
    let standing: PairStanding
    let csrf: CSRFToken

    /// The notice of the pair that `after` in the address names, if the person decided it last.
    static func saved(_ visit: Visit) async throws -> ReviewNotice? {
        guard let id = MatchPair.ID(visit.query["after"]) else { return nil }
        let person = try visit.person()
        guard let standing = try? await visit.store.standing(of: id, seenBy: person),
            standing.decidedBy == person.id
        else { return nil }
        return ReviewNotice(standing: standing, csrf: visit.csrf)
    }

    var banner: NotificationBanner {
        NotificationBanner(
            .success,
            HTML {
                "Saved: \(standing.item.verdict?.label ?? "")."
                if let id = standing.openedCase, let reference = standing.caseReference {
                    " The pair raises a question, so a case was opened: "
                    a(reference, to: "/cases/\(id)")
                    "."
                }
            },
            undo: standing.isCaseUnderWay
                ? nil : .init("/pairs/\(standing.item.id)/undo", csrf: csrf))
    }
}
