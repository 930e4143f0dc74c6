import Casework
import Exchange
import Governance
import HTTPTypes
import Linkage
import Records

/// Second answers to the sample of a run: the routes and the words.
enum SecondAnswers {
    /// Word of a second answer that was just saved.
    static func banner(_ visit: Visit) -> NotificationBanner? {
        switch visit.query["answered"] {
        case "same":
            NotificationBanner(.success, "Saved. The first answer was the same.")
        case "other":
            NotificationBanner(
                .success,
                "Saved. The first answer was another, so the pair is listed under “Two answers”.")
        default: nil
        }
    }

    /// How far two people agree, in words; nil as long as no pair has two answers.
    static func words(_ agreement: ReviewAgreement) -> String? {
        guard let share = agreement.share else { return nil }
        let pairs = agreement.pairs == 1 ? "1 pair" : "\(agreement.pairs) pairs"
        let chance = agreement.kappa.map {
            " Agreement beyond chance (Cohen’s kappa) is \(Numerals.decimal($0, places: 2)): 1 "
                + "would be full agreement, 0 no more than by chance."
        }
        return "Two people looked at \(pairs) of the sample and gave the same answer to "
            + "\(agreement.agreed), \(Frequency.percent(share))." + (chance ?? "")
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let person = try visit.person()
        let id: MatchPair.ID = try visit.code("id")
        let (verdict, reason, problem) = visit.answer
        guard let verdict, problem == nil else {
            let page = try await PairPage(visit, id, problem: problem ?? Visit.noAnswer)
            return .page(page.shell, status: .unprocessableContent)
        }
        do {
            let result = try await visit.store.secondReview(
                id, as: verdict, because: reason, by: person)
            let page =
                result.next.map { "/pairs/\($0)?" }
                ?? "/matches/\(result.run)/queue?show=second-answer&"
            return .seeOther(
                "\(page)answered=\(result.agrees ? "same" : "other")"
                    + (visit.isMarked ? "" : "&marks=off"))
        } catch let refusal as Refusal where refusal.kind == .conflict && !visit.wantsJSON {
            return try await ReviewConflictPage(visit, id, refusal).reply
        }
    }
}

extension Visit {
    static let noAnswer = "Choose one of the three answers."

    /// Whether differences are marked in the values of a pair.
    var isMarked: Bool { query["marks"] != "off" && form["marks"] != "off" }

    /// The answer and the reason that a form sent, or what is wrong with them.
    var answer: (verdict: Verdict?, reason: VerdictReason?, problem: String?) {
        guard let verdict = Verdict(rawValue: form["decision"]) else {
            return (nil, nil, Self.noAnswer)
        }
        guard !form["reason"].isEmpty else { return (verdict, nil, nil) }
        guard let reason = VerdictReason(rawValue: form["reason"]) else {
            return (verdict, nil, "Choose a reason from the list, or none.")
        }
        guard reason.verdict == verdict else {
            return (
                verdict, nil,
                "The reason “\(reason.label)” goes with the answer “\(reason.verdict.label)”. "
                    + "Choose another reason, or none."
            )
        }
        return (verdict, reason, nil)
    }
}
