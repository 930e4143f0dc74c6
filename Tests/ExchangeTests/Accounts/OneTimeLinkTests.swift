import Exchange
import Governance
import Records
import Testing

/// The link with which an account's owner chooses a password.
struct OneTimeLinkTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }
    private let account = TwoBodies.account("new@example.org", [.analyst])
    private let password = "four unrelated words"

    init() async throws { bodies = try await TwoBodies() }

    @Test func `a link works once`() async throws {
        let code = try await store.invite(account, by: bodies.city)
        #expect(try await store.isOpen(invitation: code))

        let chosen = try await store.choosePassword(password, code: code)

        #expect(chosen == account)
        #expect(try await !store.isOpen(invitation: code))
        try await expectNoLink(code)
        _ = try await store.signIn(email: account.email, password: password)
    }

    @Test func `of many that use a link at once, one succeeds`() async throws {
        let code = try await store.invite(account, by: bodies.city)
        let (store, password) = (store, password)

        let done = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let used = try? await store.choosePassword("\(password) \(number)", code: code)
                    return used != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(done == 1)
    }

    @Test func `a link lasts seven days and not a second longer`() async throws {
        let code = try await store.invite(account, by: bodies.city)
        let last = store.at(TwoBodies.later(7 * 86_400 - 1))
        let after = store.at(TwoBodies.later(7 * 86_400))

        #expect(try await last.isOpen(invitation: code))
        #expect(try await !after.isOpen(invitation: code))
        try await expectNoLink(code, in: after)
        _ = try await last.choosePassword(password, code: code)
    }

    @Test func `a new link ends the old one`() async throws {
        let old = try await store.invite(account, by: bodies.city)

        let new = try await store.renewInvitation(of: account.id, by: bodies.city)

        #expect(old != new)
        try await expectNoLink(old)
        #expect(try await store.isOpen(invitation: new))
    }

    @Test func `an unknown link is answered like a used one`() async throws {
        for code in ["", "0", "'; DROP TABLE invitation; --", String(repeating: "a", count: 9_999)]
        {
            try await expectNoLink(code)
        }
    }

    @Test(arguments: [
        ("", "password-short"), ("eleven char", "password-short"),
        (String(repeating: "é", count: 11), "password-short"),
        (String(repeating: "a", count: 1_025), "password-long"),
    ])
    func `a password of the wrong length is refused and the link stays open`(
        password: String, code: String
    ) async throws {
        let link = try await store.invite(account, by: bodies.city)

        let refusal = try await TwoBodies.refusal {
            try await store.choosePassword(password, code: link)
        }

        #expect(refusal?.kind == .invalid)
        #expect(refusal?.reasons.map(\.code) == [code])
        #expect(try await store.isOpen(invitation: link))
    }

    private func expectNoLink(_ code: String, in moment: Store? = nil) async throws {
        let refusal = try await TwoBodies.refusal {
            try await (moment ?? store).choosePassword(password, code: code)
        }
        #expect(refusal?.kind == .invalid)
        #expect(refusal?.reasons.map(\.code) == ["link"])
    }
}
