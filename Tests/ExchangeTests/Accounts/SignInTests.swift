import Exchange
import Governance
import Records
import Testing

/// Passwords, sessions and what ends them.
struct SignInTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }
    private let account = TwoBodies.account("new@example.org", [.analyst])
    private let password = "four unrelated words"

    init() async throws {
        bodies = try await TwoBodies()
        let code = try await bodies.store.invite(account, by: bodies.city)
        _ = try await bodies.store.choosePassword(password, code: code)
    }

    @Test func `an unknown address, a wrong password and no password get the same answer`()
        async throws
    {
        let unknown = try await refusal("nobody@example.org", password)
        let wrong = try await refusal(account.email, "five unrelated words")
        let unset = try await refusal(bodies.city.email, password)

        #expect(unknown?.kind == .notSignedIn)
        #expect(unknown?.reasons.map(\.code) == ["wrong-password"])
        #expect(unknown == wrong)
        #expect(unknown == unset)
    }

    @Test func `the address may be typed in any case and with blanks around it`() async throws {
        let token = try await store.signIn(email: " NEW@Example.org ", password: password)

        let session = try await store.session(token).get()

        #expect(session.person == account)
        #expect(session.partnerName == "Saltmere City Council")
        #expect(session.csrf != token)
    }

    @Test func `five wrong passwords lock the account for fifteen minutes`() async throws {
        for _ in 0..<5 { _ = try await refusal(account.email, "wrong") }

        #expect(try await refusal(account.email, password)?.reasons.map(\.code) == ["locked"])
        let last = store.at(TwoBodies.later(15 * 60 - 1))
        #expect(
            try await refusal(account.email, password, in: last)?.reasons.map(\.code) == ["locked"])
        let after = store.at(TwoBodies.later(15 * 60))
        for _ in 0..<4 { _ = try await refusal(account.email, "wrong", in: after) }
        _ = try await after.signIn(email: account.email, password: password)
    }

    @Test func `a right password before the fifth wrong one starts the count again`() async throws {
        for _ in 0..<2 {
            for _ in 0..<4 { _ = try await refusal(account.email, "wrong") }
            _ = try await store.signIn(email: account.email, password: password)
        }
    }

    @Test func `a second sign-in elsewhere ends the first and says so`() async throws {
        let first = try await store.signIn(email: account.email, password: password)
        let second = try await store.signIn(email: account.email, password: password)

        #expect(try await end(first) == .elsewhere)
        #expect(
            SessionEnd.elsewhere.sentence
                == "You signed in somewhere else, so this session has ended. Nothing that you "
                + "saved is lost: sign in again to go on here.")
        #expect(try await end(second) == nil)
    }

    @Test func `a session without a request for fifteen minutes has ended`() async throws {
        let token = try await store.signIn(email: account.email, password: password)

        #expect(try await end(token, after: 15 * 60 - 1) == nil)
        #expect(try await end(token, after: 30 * 60 - 2) == nil)
        #expect(try await end(token, after: 45 * 60 - 2) == .expired)
    }

    @Test func `a session ends after eight hours however busy it is`() async throws {
        let token = try await store.signIn(email: account.email, password: password)

        for minutes in stride(from: 10, to: 8 * 60, by: 10) {
            #expect(try await end(token, after: minutes * 60) == nil)
        }
        #expect(try await end(token, after: 8 * 3_600 - 1) == nil)
        #expect(try await end(token, after: 8 * 3_600) == .expired)
    }

    @Test func `signing out ends the session`() async throws {
        let token = try await store.signIn(email: account.email, password: password)

        try await store.signOut(token)

        #expect(try await end(token) == .unknown)
        #expect(try await end("") == .unknown)
    }

    @Test func `a new password ends the sessions of the old one`() async throws {
        let token = try await store.signIn(email: account.email, password: password)
        let code = try await store.renewInvitation(of: account.id, by: bodies.city)
        #expect(try await end(token) == nil)

        _ = try await store.choosePassword("five unrelated words", code: code)

        #expect(try await end(token) == .unknown)
        #expect(try await refusal(account.email, password) != nil)
    }

    @Test func `nobody signs in by one click outside a demonstration`() async throws {
        let refusal = try await TwoBodies.refusal {
            try await store.signInToDemonstration(as: account.id)
        }
        #expect(refusal?.kind == .notFound)
        #expect(try await store.demonstrationPeople().isEmpty)
    }

    private func end(_ token: String, after seconds: Int = 0) async throws -> SessionEnd? {
        switch try await store.at(TwoBodies.later(seconds)).session(token) {
        case .success: nil
        case .failure(let error): error.end
        }
    }

    private func refusal(_ email: String, _ password: String, in moment: Store? = nil)
        async throws -> Refusal?
    {
        try await TwoBodies.refusal {
            try await (moment ?? store).signIn(email: email, password: password)
        }
    }
}
