public import Records

/// A day on which the lead of an agreement has to be told about its review.
public struct ReviewNotice: Codable, Hashable, Sendable {
    /// What there is to tell.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// The review date is three months away or less.
        case due
        /// The review date has passed.
        case overdue
        /// Three months have passed since: the agreement has left the register.
        case delisted

        /// As people say it.
        public var label: String {
            switch self {
            case .due: "Review due"
            case .overdue: "Review overdue"
            case .delisted: "Delisted"
            }
        }
    }

    /// What there is to tell.
    public let kind: Kind
    /// The first day on which it is so.
    public let from: CalendarDate
}

extension SharingAgreement {
    /// What the lead has to be told about the review by a day, the earliest first.
    ///
    /// Each kind comes once for each review date. Nothing comes for a text that was never signed,
    /// has ended, or was replaced, and nothing that would begin after the last day.
    public func notices(on date: CalendarDate) -> [ReviewNotice] {
        guard stage == .approved || stage == .suspended, date >= terms.start else { return [] }
        let end = min(date, terms.lastDay)
        return [
            ReviewNotice(kind: .due, from: reviewDueFrom),
            ReviewNotice(kind: .overdue, from: reviewDate.next),
            ReviewNotice(kind: .delisted, from: lastListedDay.next),
        ].filter { notice in
            notice.from <= end && replacedFrom.map { notice.from < $0 } ?? true
        }
    }
}
