import DemoData
import Exchange
import Foundation
import Governance
import Records

/// Two councils on a test site with an agreement, two loads and a match between them.
struct TestMatch: Sendable {
    let run: MatchRun
    let agreement: SharingAgreement.ID
    let reviewer: Practitioner
    let colleague: Practitioner
    let stranger: Practitioner
    let analyst: Practitioner
    let auditor: Practitioner
    let people: DemoPeople

    /// `accounts`, `register`: what is done to the bytes of a file before they are loaded.
    init(
        _ site: TestSite, people count: Int = 60,
        accounts: @Sendable (DemoPeople) -> [UInt8] = { $0.councilTaxCSV() },
        register: @Sendable (DemoPeople) -> [UInt8] = { $0.electoralRegisterCSV() }
    ) async throws {
        let store = site.store
        let (own, other): (Partner.ID, Partner.ID) = ("saltmere-city-council", "tollesham-council")
        analyst = try await site.person(own, [.analyst])
        reviewer = try await site.person(own, [.practitioner])
        colleague = try await site.person(own, [.practitioner])
        auditor = try await site.person(own, [.auditor])
        let officer = try await site.person(own, [.governanceOfficer, .approver])
        stranger = try await site.person(other, [.practitioner], kind: .districtCouncil)
        let holder = try await site.person(other, [.analyst, .approver])
        let template = store.reference.templates.first { $0.id == "council-tax-review" }
        guard
            let terms = template?.terms(
                lead: own, parties: [own: .cityCouncil, other: .districtCouncil],
                start: store.today)
        else { throw Missing() }
        agreement = try await store.draft(terms, by: officer).id
        _ = try await store.send(agreement, by: officer)
        for approver in [officer, holder] { _ = try await store.approve(agreement, by: approver) }
        people = DemoPeople(people: count, seed: 7, today: store.today)
        let left = try await Self.load(
            accounts(people), "council-tax", store, agreement, analyst)
        let right = try await Self.load(
            register(people), "electoral-register", store, agreement, holder)
        run = try await store.match(left, with: right, by: analyst)
    }

    struct Missing: Error {}

    private static func load(
        _ bytes: [UInt8], _ dataset: DatasetSpecification.ID, _ store: Store,
        _ agreement: SharingAgreement.ID, _ person: Practitioner
    ) async throws -> Load.ID {
        guard let specification = store.reference.dictionary.dataset(dataset) else {
            throw Missing()
        }
        let file = try TableFile.read(bytes)
        let batch = try file.checked(
            .proposed(for: file, dataset: specification, remembered: [:]), against: specification,
            today: store.today)
        return try await store.load(
            batch, digest: Store.digest(of: bytes), under: agreement, by: person
        ).id
    }
}

extension TestBrowser.Answer {
    /// The first address in the page that begins so, up to the next quotation mark.
    func link(_ start: String) -> String? {
        guard let place = text.range(of: "\"\(start)") else { return nil }
        return start + String(text[place.upperBound...].prefix { $0 != "\"" })
    }

    /// What the title says.
    var title: String {
        guard let start = text.range(of: "<title>"), let end = text.range(of: "</title>") else {
            return ""
        }
        return String(text[start.upperBound..<end.lowerBound])
    }
}
