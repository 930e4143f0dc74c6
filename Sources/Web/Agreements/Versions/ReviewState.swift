import Governance
import Records

/// How the review of an agreement stands on a day, as one tag.
struct ReviewState {
    let agreement: SharingAgreement
    let date: CalendarDate

    init(_ agreement: SharingAgreement, on date: CalendarDate) {
        self.agreement = agreement
        self.date = date
    }

    /// A code for JSON and for filters.
    var code: String {
        if agreement.standing(on: date) == .delisted { return "delisted" }
        let review = agreement.reviewStanding(on: date)
        if agreement.openReview != nil, review != .overdue { return "under-review" }
        return review.rawValue
    }

    /// A tag where somebody has to act.
    var tag: StatusTag? {
        switch code {
        case "delisted": StatusTag("Delisted", .red)
        case "under-review": StatusTag("Under review", .blue)
        case "overdue": StatusTag("Overdue", .red)
        case "due": StatusTag("Due", .yellow)
        default: nil
        }
    }

    /// What follows from it, in one sentence.
    var meaning: String {
        let until = agreement.lastListedDay.words
        switch code {
        case "delisted":
            return "It left the register after \(until), and nothing moves under it until its "
                + "review is done."
        case "overdue":
            return "Its review date has passed. Without a review it leaves the register after "
                + "\(until), and nothing moves under it from then on."
        case "under-review": return "The lead has taken its review up."
        case "due": return "Its review date is three months away or less."
        default: return "Its review is due from \(agreement.reviewDueFrom.words)."
        }
    }
}

extension SharingAgreement {
    /// The page of this version: of the agreement while there is no other, else its own.
    var home: String {
        version == 1 ? "/agreements/\(id)" : "/agreements/\(id)/versions/\(version)"
    }
}
