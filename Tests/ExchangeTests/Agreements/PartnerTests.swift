import Exchange
import Governance
import Records
import Testing

/// Bodies that join, sign the charter, are suspended and leave.
struct PartnerTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }

    init() async throws { bodies = try await TwoBodies() }

    @Test func `a body that joins has applied until it signs the charter`() async throws {
        try await store.join(TwoBodies.body("fire", "The Fire Service"), by: bodies.city)
        let chief = TwoBodies.account("chief@example.org", [.approver], "fire")
        _ = try await store.invite(chief, by: bodies.city)
        #expect(try await store.partner("fire").standing == .applied)

        let signed = try await store.signCharter(by: chief)

        #expect(signed.standing == .active)
        #expect(signed.charter?.charter == store.reference.charter.version)
        #expect(signed.charter?.date == store.today)
        #expect(try await kind { try await store.signCharter(by: chief) } == .conflict)
    }

    @Test(arguments: [
        ("saltmere", "Another name"), ("another", "Saltmere City Council"),
        ("another", "SALTMERE CITY COUNCIL"),
    ])
    func `a code and a name are taken once`(id: String, name: String) async throws {
        let body = TwoBodies.body(try #require(Partner.ID(id)), name)
        #expect(try await kind { try await store.join(body, by: bodies.city) } == .conflict)
        #expect(try await store.partners().count == 2)
    }

    @Test(arguments: ["", "  ", "\n"])
    func `a body has a name`(name: String) async throws {
        let body = TwoBodies.body("nameless", name)
        #expect(try await kind { try await store.join(body, by: bodies.city) } == .invalid)
    }

    @Test(arguments: Practitioner.Role.allCases)
    func `only the roles for it join, sign and suspend`(role: Practitioner.Role) async throws {
        let person = try await bodies.person([role])
        func isAllowed<Value>(_ operation: () async throws -> Value) async throws -> Bool {
            try await kind(operation) != .notPermitted
        }

        #expect(
            try await isAllowed { try await store.join(TwoBodies.body("c", "C"), by: person) }
                == Action.addPartner.roles.contains(role))
        #expect(
            try await isAllowed { try await store.signCharter(by: person) }
                == Action.signCharter.roles.contains(role))
        #expect(
            try await isAllowed {
                try await store.change("tollesham", to: .suspended, by: person)
            } == Action.changeStanding.roles.contains(role))
    }

    @Test func `a body that has left does not come back`() async throws {
        try await store.change("tollesham", to: .suspended, by: bodies.city)
        try await store.change("tollesham", to: .active, by: bodies.city)
        try await store.change("tollesham", to: .withdrawn, by: bodies.city)

        #expect(
            try await kind { try await store.change("tollesham", to: .active, by: bodies.city) }
                == .conflict)
        #expect(try await kind { try await store.signCharter(by: bodies.district) } == .conflict)
        #expect(
            try await kind { try await store.change("nobody", to: .suspended, by: bodies.city) }
                == .notFound)
    }

    private func kind<Value>(_ operation: () async throws -> Value) async throws -> Refusal.Kind? {
        try await TwoBodies.refusal(operation)?.kind
    }
}
