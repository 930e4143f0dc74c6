import GRDB
import Governance
import Records
import Testing

@testable import Exchange

/// Who may open which accounts, and what a closed one may still do.
struct AccountTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }

    init() async throws { bodies = try await TwoBodies() }

    @Test func `an officer opens accounts of the own body only`() async throws {
        let officer = try await bodies.person([.governanceOfficer])
        let own = TwoBodies.account("own@example.org", [.analyst])
        let other = TwoBodies.account("other@example.org", [.analyst], "tollesham")

        _ = try await store.invite(own, by: officer)
        let refusal = try await refusal { try await store.invite(other, by: officer) }

        #expect(refusal?.kind == .notPermitted)
        #expect(refusal?.reasons.map(\.code) == ["other-body"])
        #expect(try await store.account(email: other.email) == nil)
    }

    @Test func `an officer neither sees nor renews accounts of other bodies`() async throws {
        let officer = try await bodies.person([.governanceOfficer])

        let seen = try await store.accounts(seenBy: officer)
        let refusal = try await refusal {
            try await store.renewInvitation(of: bodies.district.id, by: officer)
        }

        #expect(seen.contains(officer))
        #expect(seen.allSatisfy { $0.partner == "saltmere" })
        #expect(refusal == Refusal.notFound("account"))
    }

    @Test func `an operator opens, sees and renews accounts of every body`() async throws {
        let `operator` = try await bodies.person([.operator])
        let other = TwoBodies.account("other@example.org", [.analyst], "tollesham")

        _ = try await store.invite(other, by: `operator`)
        _ = try await store.renewInvitation(of: other.id, by: `operator`)

        let seen = try await store.accounts(seenBy: `operator`)
        #expect(Set(seen.map(\.partner)) == ["saltmere", "tollesham"])
    }

    @Test(arguments: Practitioner.Role.allCases.filter { !$0.managesAccounts })
    func `other roles open no account and renew no link`(role: Practitioner.Role) async throws {
        let person = try await bodies.person([role])
        let account = TwoBodies.account("new@example.org", [.operator])

        #expect(
            try await refusal { try await store.invite(account, by: person) }?.kind
                == .notPermitted)
        #expect(
            try await refusal {
                try await store.renewInvitation(of: bodies.city.id, by: person)
            }?.kind == .notPermitted)
    }

    @Test(arguments: [
        "", "a", "@", "a@", "Upper@example.org", "a b@example.org", "a@example.org\n",
        String(repeating: "a", count: 250) + "@example.org",
    ])
    func `what is no address is refused`(email: String) async throws {
        let account = TwoBodies.account(email, [.analyst])
        let kind = try await refusal { try await store.invite(account, by: bodies.city) }?.kind
        #expect(kind == .invalid)
    }

    @Test func `an account needs a role, a body and an address of its own`() async throws {
        let faults: [(Practitioner, Refusal.Kind)] = [
            (TwoBodies.account("a@example.org", []), .invalid),
            (TwoBodies.account("a@example.org", [.analyst], "nowhere"), .notFound),
            (TwoBodies.account(bodies.city.email, [.analyst]), .conflict),
        ]
        for (account, kind) in faults {
            #expect(
                try await refusal { try await store.invite(account, by: bodies.city) }?.kind
                    == kind)
        }
    }

    @Test func `the first account and the first body are made once`() async throws {
        let account = TwoBodies.account("a@example.org", [.operator])

        #expect(try await refusal { try await store.inviteFirst(account) }?.kind == .conflict)
        #expect(
            try await refusal { try await store.joinFirst(TwoBodies.body("b", "B")) }?.kind
                == .conflict)
    }

    @Test func `a closed account loses its session, its sign-in and its roles`() async throws {
        let open = TwoBodies.account("a@example.org", Set(Practitioner.Role.allCases))
        let code = try await store.invite(open, by: bodies.city)
        _ = try await store.choosePassword("four unrelated words", code: code)
        let token = try await store.signIn(email: open.email, password: "four unrelated words")
        let closed = Practitioner(
            id: open.id, partner: open.partner, name: open.name, email: open.email,
            post: open.post, roles: open.roles, isActive: false)

        try await store.writer.write { db in try closed.save(db) }

        #expect(try await store.session(token) == .closed)
        let refusal = try await refusal {
            try await store.signIn(email: open.email, password: "four unrelated words")
        }
        #expect(refusal?.reasons.map(\.code) == ["wrong-password"])
        #expect(
            try await self.refusal { try await store.cases(seenBy: closed) }?.kind
                == .notPermitted)
    }

    private func refusal<Value>(_ operation: () async throws -> Value) async throws -> Refusal? {
        try await TwoBodies.refusal(operation)
    }
}

extension Practitioner.Role {
    fileprivate var managesAccounts: Bool { Action.manageAccounts.roles.contains(self) }
}

extension Result<Session, SessionEndError> {
    /// Whether the session has ended in one way.
    static func == (left: Self, right: SessionEnd) -> Bool {
        if case .failure(let error) = left { return error.end == right }
        return false
    }
}
