import Exchange
import Foundation
import Governance
import Records
import Testing

/// Two councils with an officer and approvers, for the tests of agreements.
struct Councils: Sendable {
    let officer: Practitioner
    let approver: Practitioner
    let otherApprover: Practitioner

    static let own: Partner.ID = "saltmere-city-council"
    static let other: Partner.ID = "tollesham-district-council"

    init(_ site: TestSite) async throws {
        officer = try await site.person(Self.own, [.governanceOfficer])
        approver = try await site.person(Self.own, [.approver])
        otherApprover = try await site.person(Self.other, [.approver], kind: .districtCouncil)
    }
}

extension TestSite {
    /// The terms that the template for council tax makes for the two councils.
    func terms(start: CalendarDate = day("2026-11-22")) throws -> SharingAgreement.Terms {
        let template = try #require(
            store.reference.templates.first { $0.id == "council-tax-review" })
        return template.terms(
            lead: Councils.own,
            parties: [Councils.own: .cityCouncil, Councils.other: .districtCouncil], start: start)
    }

    /// A draft of those terms.
    func draft(by councils: Councils) async throws -> SharingAgreement.ID {
        try await store.draft(terms(), by: councils.officer).id
    }

    /// The same draft, sent for approval.
    func sent(by councils: Councils) async throws -> SharingAgreement.ID {
        try await store.send(draft(by: councils), by: councils.officer).id
    }

    /// The same agreement, approved by both.
    func inForce(by councils: Councils) async throws -> SharingAgreement.ID {
        let id = try await sent(by: councils)
        _ = try await store.approve(id, by: councils.approver)
        return try await store.approve(id, by: councils.otherApprover).id
    }
}

extension TestBrowser {
    /// The value of a hidden field of the last page.
    func hidden(_ name: String) -> String {
        guard let start = page.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    /// A page that must be there and well made.
    @discardableResult
    func page(_ path: String) async throws -> Answer {
        let answer = try await get(path)
        #expect(answer.status == 200, "\(path)")
        let problems = HTMLLint.problems(in: answer.text)
        #expect(problems.isEmpty, "\(path): \(problems)")
        return answer
    }
}
