import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Takes the review of an agreement up, as its lead.
    ///
    /// - Throws: `Refusal` when it is not signed, or a review is under way.
    public func openReview(of id: SharingAgreement.ID, by person: Practitioner) async throws
        -> SharingAgreement
    {
        try require(.draftAgreement, of: person)
        let date = today
        return try await steps(id, by: person) { history in
            let now = history.current(on: date)
            try Self.requireLead(person, of: now)
            return [(try now.underReview(on: date), "agreement-review-opened")]
        }
    }

    /// Ends a review: the agreement is still needed and its text stays, with a new review date.
    ///
    /// - Throws: `Refusal` when the date or the reason does not do, or somebody else leads it.
    public func reaffirm(
        _ id: SharingAgreement.ID, until next: CalendarDate, because reason: String,
        by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.draftAgreement, of: person)
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        let date = today
        return try await steps(id, by: person) { history in
            let now = history.current(on: date)
            try Self.requireLead(person, of: now)
            return [
                (
                    try now.reaffirmed(until: next, because: reason, on: date),
                    "agreement-reaffirmed"
                )
            ]
        }
    }

    /// Opens a new version as a draft, as the lead; the signed text stays in force.
    ///
    /// - Returns: the draft, with the terms of the text that counts.
    /// - Throws: `Refusal` when nothing is signed or a draft is open already.
    public func amend(
        _ id: SharingAgreement.ID, because reason: String, by person: Practitioner
    ) async throws -> SharingAgreement {
        try require(.draftAgreement, of: person)
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        let date = today
        return try await steps(id, by: person) { history in
            try Self.requireLead(person, of: history.current(on: date))
            let (current, draft) = try history.amended(because: reason, on: date)
            return [(current, "agreement-amended"), (draft, "agreement-drafted")]
        }
    }

    private static func requireLead(_ person: Practitioner, of agreement: SharingAgreement) throws {
        guard agreement.terms.lead == person.partner else {
            throw Refusal(
                .notPermitted, "not-lead", "Only the lead of an agreement reviews it.",
                fix: "Ask the lead; its page in the list of partners says how to reach it.")
        }
    }
}
