import Exchange
import Foundation
import Governance
import Records

/// A small partnership: two councils with an agreement, and a fire service outside of it.
struct LoadWorld {
    static let saltmere: Partner.ID = "saltmere-city-council"
    static let tollesham: Partner.ID = "tollesham-district-council"
    static let fire: Partner.ID = "ambermere-fire"
    /// A demonstration, because there everybody gets an account without an operator.
    static let settings = Store.Settings(
        partnership: "Ambermere", origin: "weft.test/log", isDemonstration: true)
    static let moment = Timestamp(seconds: 20_779 * 86_400 + 12 * 3_600)

    let store: Store
    /// Loads and runs matches for Saltmere.
    let analyst: Practitioner
    /// Loads for Tollesham.
    let receiver: Practitioner
    /// Loads for the fire service, which is no party.
    let outsider: Practitioner
    /// Drafts, approves and stops agreements for Saltmere.
    let officer: Practitioner
    /// Approves for Tollesham.
    let approver: Practitioner
    let agreement: SharingAgreement

    init(_ store: Store? = nil) async throws {
        let store = try store ?? Store.inMemory(settings: Self.settings) { Self.moment }
        self.store = store
        officer = Self.person(Self.saltmere, [.governanceOfficer, .approver, .auditor])
        approver = Self.person(Self.tollesham, [.governanceOfficer, .approver])
        let chief = Self.person(Self.fire, [.governanceOfficer, .approver])
        analyst = Self.person(Self.saltmere, [.analyst, .practitioner])
        receiver = Self.person(Self.tollesham, [.analyst])
        outsider = Self.person(Self.fire, [.analyst, .practitioner])
        for (officer, kind) in [
            (officer, Partner.Kind.cityCouncil), (approver, .districtCouncil), (chief, .fire),
        ] {
            try await Self.join(officer, kind, store)
        }
        for person in [analyst, receiver, outsider] { _ = try await store.inviteFirst(person) }
        agreement = try await Self.agree(Self.terms(store), officer, approver, store)
    }

    /// The demonstration's discount review between the two councils, without middle names.
    static func terms(_ store: Store) throws -> SharingAgreement.Terms {
        guard
            let template = store.reference.templates.first(where: { $0.id == "council-tax-review" })
        else { throw CocoaError(.fileNoSuchFile) }
        var terms = template.terms(
            lead: saltmere, parties: [saltmere: .cityCouncil, tollesham: .districtCouncil],
            start: store.today)
        for index in terms.flows.indices { terms.flows[index].items.remove("middle-names") }
        return terms
    }

    static func agree(
        _ terms: SharingAgreement.Terms, _ officer: Practitioner, _ approver: Practitioner,
        _ store: Store
    ) async throws -> SharingAgreement {
        let draft = try await store.draft(terms, by: officer)
        _ = try await store.send(draft.id, by: officer)
        _ = try await store.approve(draft.id, by: officer)
        return try await store.approve(draft.id, by: approver)
    }

    static func person(_ body: Partner.ID, _ roles: Set<Practitioner.Role>) -> Practitioner {
        Practitioner(
            id: Store.newAccountID(), partner: body, name: "Test Person",
            email: "\(UUID().uuidString.lowercased())@example.org", post: "Tester", roles: roles)
    }

    private static func join(_ officer: Practitioner, _ kind: Partner.Kind, _ store: Store)
        async throws
    {
        let body = Partner(
            id: officer.partner, name: "The \(officer.partner) body", kind: kind,
            registration: "Z0000001", contact: "mail@example.org")
        try await store.join(body, by: officer)
        _ = try await store.inviteFirst(officer)
        try await store.signCharter(by: officer)
    }

    /// A file checked against the whole data set, surplus items and all.
    func batch(_ file: String, _ id: DatasetSpecification.ID = "council-tax") throws
        -> CheckedBatch
    {
        try batch(Array(file.utf8), id)
    }

    func batch(_ bytes: [UInt8], _ id: DatasetSpecification.ID) throws -> CheckedBatch {
        guard let dataset = store.reference.dictionary.dataset(id) else {
            throw CocoaError(.fileNoSuchFile)
        }
        let file = try TableFile.read(bytes)
        return try file.checked(
            .proposed(for: file, dataset: dataset), against: dataset, today: store.today)
    }

    /// Loads the standard file for Saltmere.
    func load() async throws -> Receipt {
        try await store.load(
            batch(Self.accounts), digest: Store.digest(of: Array(Self.accounts.utf8)),
            under: agreement.id, by: analyst)
    }

    /// Two good rows and a bad one, with three items that the agreement does not list.
    static let accounts = """
        Acct Ref,First Name,Middle Names,Last Name,D.O.B.,Prop Addr,P/Code,Disc Code,Telephone,\
        E-mail
        60000001,Zephyrine,Ottoline,Quillfeather,31/03/1980,2 Tansy Row,CM13 0ZA,SPD,07700 900123,\
        canary.mail@example.org
        60000002,Barnaby,,Thistledown,,4 Tansy Row,CM13 0ZA,NON,07700 900456,\
        second.canary@example.org
        60000003,Bad,,Date,31/02/1980,6 Tansy Row,CM13 0ZA,NON,,

        """

    /// Everything that the log says to somebody who may read all of it.
    func log(_ person: Practitioner) async throws -> [LogLine] {
        try await store.logLines(page: 1, size: 500, seenBy: person).lines
    }
}

/// The refusal that an operation throws, or nil when it succeeds.
func refusal<Value>(_ operation: () async throws -> Value) async throws -> Refusal? {
    do {
        _ = try await operation()
        return nil
    } catch let refusal as Refusal {
        return refusal
    }
}
