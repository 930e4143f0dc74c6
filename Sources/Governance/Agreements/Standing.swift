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
    }

    /// What the agreement is on a day; the last day counts as in force.
    public func standing(on date: CalendarDate) -> Standing {
        switch stage {
        case .draft: .draft
        case .awaitingApproval: .awaitingApproval
        case .suspended: .suspended
        case .retired: .retired
        case .approved:
            if date > terms.lastDay {
                .expired
            } else if date < terms.start {
                .notStarted
            } else if date > terms.review.saturating(months: 3) {
                .delisted
            } else {
                .inForce
            }
        }
    }

    /// How the review date lies to a day: due from three months before, overdue the day after.
    public func reviewStanding(on date: CalendarDate) -> ReviewStanding {
        if date > terms.review { return .overdue }
        return date >= terms.review.saturating(months: -3) ? .due : .notDue
    }
}
