public import Records

extension SharingAgreement {
    /// What an agreement is on a day, from its stage and its dates.
    public enum Standing: String, Codable, Hashable, Sendable, CaseIterable {
        /// Being written.
        case draft
        /// With the approvers.
        case awaitingApproval = "awaiting-approval"
        /// Approved, before its first day.
        case notStarted = "not-started"
        /// Decides what may be shared.
        case inForce = "in-force"
        /// Stopped for now.
        case suspended
        /// Past its last day.
        case expired
        /// Three months past its review date: taken off the register (WEISF's rule).
        case delisted
        /// Ended before its last day.
        case retired
        /// A later version has taken its place.
        case replaced

        /// As people say it.
        public var label: String {
            switch self {
            case .draft: "Draft"
            case .awaitingApproval: "Awaiting approval"
            case .notStarted: "Not started"
            case .inForce: "In force"
            case .suspended: "Suspended"
            case .expired: "Expired"
            case .delisted: "Delisted"
            case .retired: "Retired"
            case .replaced: "Replaced"
            }
        }
    }

    /// How the review date lies to a day (governance.md §1.3).
    public enum ReviewStanding: String, Codable, Hashable, Sendable {
        /// More than three months away.
        case notDue = "not-due"
        /// Within three months.
        case due
        /// Past.
        case overdue

        /// How a review date lies to a day.
        public init(review: CalendarDate, on date: CalendarDate) {
            if date > review {
                self = .overdue
            } else {
                self = date >= review.saturating(months: -3) ? .due : .notDue
            }
        }
    }

    /// The review date that counts: the one that was signed, or that of the last reaffirmation.
    public var reviewDate: CalendarDate {
        reviews.last { $0.outcome == .reaffirmed }?.nextReview ?? terms.review
    }

    /// The last day on which the agreement is listed although its review is overdue.
    public var lastListedDay: CalendarDate { Self.lastListedDay(review: reviewDate) }

    /// The first day on which the review counts as due: three months before its date.
    public var reviewDueFrom: CalendarDate { reviewDate.saturating(months: -3) }

    /// What the agreement is on a day; the last day counts as in force.
    public func standing(on date: CalendarDate) -> Standing {
        switch stage {
        case .draft: .draft
        case .awaitingApproval: .awaitingApproval
        case .retired: .retired
        case .approved, .suspended:
            if let replacedFrom, date >= replacedFrom {
                .replaced
            } else if stage == .suspended {
                .suspended
            } else if date > terms.lastDay {
                .expired
            } else if date < terms.start {
                .notStarted
            } else if date > lastListedDay {
                .delisted
            } else {
                .inForce
            }
        }
    }

    /// How the review date lies to a day: due from three months before, overdue the day after.
    public func reviewStanding(on date: CalendarDate) -> ReviewStanding {
        ReviewStanding(review: reviewDate, on: date)
    }

    /// The last day on which an agreement with a review date is listed, three months after it.
    public static func lastListedDay(review: CalendarDate) -> CalendarDate {
        review.saturating(months: 3)
    }
}
