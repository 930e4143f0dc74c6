public import Records

/// One review of an agreement: what was asked, and what came of it (governance.md §1.3).
public struct AgreementReview: Codable, Hashable, Sendable {
    /// How a review ends.
    public enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
        /// Still needed, and the text stays as it was signed.
        case reaffirmed
        /// Still needed, with a new text that every party signs.
        case amended
        /// Not needed any more.
        case retired

        /// As people say it.
        public var label: String {
            switch self {
            case .reaffirmed: "Still needed, the text stays"
            case .amended: "Still needed, the text changes"
            case .retired: "Not needed any more"
            }
        }
    }

    /// The day on which the lead took the review up.
    public let opened: CalendarDate
    /// What came of it; nil while it is under way.
    public internal(set) var outcome: Outcome?
    /// The day of the outcome.
    public internal(set) var closed: CalendarDate?
    /// Why; it names no person.
    public internal(set) var reason: String
    /// The next review date, when the text was reaffirmed.
    public internal(set) var nextReview: CalendarDate?

    /// A review that was taken up on a day.
    public init(opened: CalendarDate) {
        self.opened = opened
        outcome = nil
        closed = nil
        reason = ""
        nextReview = nil
    }
}

extension SharingAgreement {
    /// The longest time between two reviews, in months.
    public static let longestReviewMonths = 36

    /// The review that is under way, if there is one.
    public var openReview: AgreementReview? {
        reviews.last.flatMap { $0.outcome == nil ? $0 : nil }
    }

    /// The agreement with a review taken up.
    ///
    /// - Throws: `Refusal.wrongStage` unless every party has signed, `.reviewOpen` when one is
    ///   under way.
    public func underReview(on date: CalendarDate) throws(Refusal) -> SharingAgreement {
        guard stage == .approved || stage == .suspended else { throw .wrongStage(stage) }
        if let open = openReview { throw .reviewOpen(since: open.opened) }
        if let replacedFrom, date >= replacedFrom { throw .replaced(from: replacedFrom) }
        var agreement = self
        agreement.reviews.append(AgreementReview(opened: date))
        return agreement
    }

    /// The same text with a new review date; nobody has to sign again.
    ///
    /// The review date stands in the signed text and stays there; the later one is kept beside it.
    /// A delisted agreement that is still within its last day is listed again.
    /// - Throws: `Refusal` when the stage is wrong, no reason is given, or the date is not after
    ///   today, after the last day, or further away than `longestReviewMonths`.
    public func reaffirmed(
        until next: CalendarDate, because reason: String, on date: CalendarDate
    ) throws(Refusal) -> SharingAgreement {
        guard !reason.isBlank else { throw .reasonMissing }
        guard next > date, next <= terms.lastDay,
            next <= date.saturating(months: Self.longestReviewMonths)
        else { throw .reviewDate(after: date, last: latestReview(from: date)) }
        return try closing(.reaffirmed, because: reason, on: date, next: next)
    }

    /// The latest day that may be the next review date.
    public func latestReview(from date: CalendarDate) -> CalendarDate {
        min(terms.lastDay, date.saturating(months: Self.longestReviewMonths))
    }

    /// The agreement with its review ended: a new text is being written, or it is not needed.
    func closing(
        _ outcome: AgreementReview.Outcome, because reason: String, on date: CalendarDate,
        next: CalendarDate? = nil
    ) throws(Refusal) -> SharingAgreement {
        guard stage == .approved || stage == .suspended else { throw .wrongStage(stage) }
        let open = openReview == nil ? try underReview(on: date) : self
        return open.reviewClosed(outcome, because: reason, on: date, next: next)
    }

    /// The agreement with the outcome of its open review; as it is when none is open.
    func reviewClosed(
        _ outcome: AgreementReview.Outcome, because reason: String, on date: CalendarDate,
        next: CalendarDate? = nil
    ) -> SharingAgreement {
        guard openReview != nil else { return self }
        var agreement = self
        let last = reviews.count - 1
        agreement.reviews[last].outcome = outcome
        agreement.reviews[last].closed = date
        agreement.reviews[last].reason = reason
        agreement.reviews[last].nextReview = next
        return agreement
    }
}
