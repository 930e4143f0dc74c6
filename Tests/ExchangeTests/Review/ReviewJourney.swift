import Casework
import DemoData
import Exchange
import Foundation
import GRDB
import Governance
import Records

/// Two councils with an agreement in force, two loads and a match, in a store in memory.
struct ReviewJourney: Sendable {
    let store: Store
    let agreement: SharingAgreement.ID
    let run: MatchRun
    let reviewer: Practitioner
    let colleague: Practitioner
    let stranger: Practitioner
    let analyst: Practitioner
    let officer: Practitioner

    static let moment = Timestamp(seconds: 20_779 * 86_400 + 12 * 3_600)
    private static let own: Partner.ID = "saltmere-city-council"
    private static let other: Partner.ID = "tollesham-district-council"

    /// A journey with so many invented people; names and addresses of staff are canaries.
    init(people count: Int = 120, clock: Timestamp = Self.moment) async throws {
        store = try Store.inMemory(clock: { clock })
        analyst = Self.person("analyst-a", Self.own, .analyst)
        reviewer = Self.person("reviewer-a", Self.own, .practitioner)
        colleague = Self.person("colleague-a", Self.own, .practitioner)
        officer = Self.person("officer-a", Self.own, .governanceOfficer)
        stranger = Self.person("stranger-b", Self.other, .practitioner)
        let holder = Self.person("analyst-b", Self.other, .analyst)
        let approvers = [
            Self.person("approver-a", Self.own, .approver),
            Self.person("approver-b", Self.other, .approver),
        ]
        for (id, kind) in [(Self.own, Partner.Kind.cityCouncil), (Self.other, .districtCouncil)] {
            try await store.join(
                Partner(
                    id: id, name: "The body \(id)", kind: kind, registration: "Z1",
                    contact: "mail@example.org"),
                by: officer)
        }
        let keeper = Self.person("operator-a", Self.own, .operator)
        _ = try await store.inviteFirst(keeper)
        for account in [analyst, reviewer, colleague, officer, stranger, holder] + approvers {
            _ = try await store.invite(account, by: keeper)
        }
        for approver in approvers { try await store.signCharter(by: approver) }
        agreement = try await Self.agree(store, officer, approvers)
        let today = store.today
        let data = DemoPeople(people: count, seed: 7, today: today)
        let left = try await Self.load(
            data.councilTaxCSV(), "council-tax", store, agreement, analyst)
        let right = try await Self.load(
            data.electoralRegisterCSV(), "electoral-register", store, agreement, holder)
        run = try await store.match(left, with: right, by: analyst)
    }

    /// The pairs of the queue of open questions, in its order.
    func open() async throws -> [MatchPair] {
        try await store.queue(of: run.id, .open, page: 1, size: 100, seenBy: reviewer)
            .items.map(\.pair)
    }

    /// A confirmed pair with its case.
    func openedCase() async throws -> (pair: MatchPair.ID, id: Case.ID) {
        let pair = try await open()[0].id
        let result = try await store.review(pair, as: .same, seen: 0, by: reviewer)
        guard let id = result.opened else { throw Missing() }
        return (pair, id)
    }

    struct Missing: Error {}

    private static func agree(
        _ store: Store, _ officer: Practitioner, _ approvers: [Practitioner]
    ) async throws -> SharingAgreement.ID {
        guard
            let template = store.reference.templates.first(where: { $0.id == "council-tax-review" })
        else { throw Missing() }
        var terms = template.terms(
            lead: own, parties: [own: .cityCouncil, other: .districtCouncil], start: store.today)
        // The register's franchise stays with the body that holds it.
        for index in terms.flows.indices { terms.flows[index].items.remove("franchise") }
        let id = try await store.draft(terms, by: officer).id
        _ = try await store.send(id, by: officer)
        for approver in approvers { _ = try await store.approve(id, by: approver) }
        return id
    }

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

    private static func person(
        _ id: Practitioner.ID, _ partner: Partner.ID, _ role: Practitioner.Role
    ) -> Practitioner {
        Practitioner(
            id: id, partner: partner, name: "Canary Name \(id)",
            email: "canary-mail-\(id)@example.org", post: "Canary post", roles: [role])
    }
}
