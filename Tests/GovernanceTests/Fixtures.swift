import Governance
import Records

/// A day written in the form `2027-05-31`.
func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("`\(text)` is not a day.") }
    return day
}

extension SharingAgreement.Terms {
    /// Terms without faults, of two councils and a fire service, for 2027.
    static func complete() -> Self {
        Self(
            title: "Discount review", category: "Fairness", summary: "Councils compare records.",
            purpose: "council-tax-accuracy", necessity: "Bills are wrong without it.",
            lead: "ambermere", parties: ["ambermere", "northwold", "fire"],
            flows: [
                DataFlow(
                    clause: "4.1", from: ["ambermere", "northwold"],
                    to: ["ambermere", "northwold"], dataset: "council-tax",
                    items: ["surname", "postcode"], kinds: [.match])
            ],
            gateways: ["lgfa-11"], lawfulBasis: .publicTask, start: day("2027-01-01"),
            lastDay: day("2027-12-31"), review: day("2027-05-31"), retentionMonths: 12)
    }
}

extension SharingAgreement {
    /// An agreement with these terms that every party approved on one day.
    static func approved(
        _ terms: Terms = .complete(), on date: CalendarDate = day("2026-12-01")
    ) throws -> SharingAgreement {
        var agreement = try SharingAgreement(id: "isp-0001", terms: terms).sent(on: date)
        for party in agreement.parties {
            agreement = try agreement.approved(
                by: party, Approval(post: "Chief Executive", date: date))
        }
        return agreement
    }
}
