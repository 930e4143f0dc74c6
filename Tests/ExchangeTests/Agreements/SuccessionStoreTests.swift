import Exchange
import Foundation
import Governance
import Records
import Testing

/// Two councils merge in the store: what is prepared, what flows when, and what stays.
struct SuccessionStoreTests {
    private let bodies: TwoBodies
    private let stranger: Practitioner
    private let successor: Practitioner
    private var store: Store { bodies.store }

    private static let days = 40

    init() async throws {
        bodies = try await TwoBodies()
        stranger = try await bodies.stranger()
        try await bodies.store.join(TwoBodies.body("new", "The New Council"), by: bodies.city)
        let account = TwoBodies.account(
            "new@example.org", [.governanceOfficer, .approver, .analyst], "new")
        _ = try await bodies.store.invite(account, by: bodies.city)
        successor = account
    }

    private var vesting: CalendarDate { store.today.adding(days: Self.days) }

    /// An agreement of both councils and the fire service, in force.
    private func agreed() async throws -> SharingAgreement {
        var terms = try bodies.terms()
        terms.parties.insert(stranger.partner)
        terms.flows[0].to.insert(stranger.partner)
        let id = try await store.draft(terms, by: bodies.city).id
        _ = try await store.send(id, by: bodies.city)
        for person in [bodies.city, bodies.district] { _ = try await store.approve(id, by: person) }
        return try await store.approve(id, by: stranger)
    }

    @Test func `T14: two districts merge, and no history is rewritten`() async throws {
        let before = try await agreed()
        let plan = try await store.planSuccession(
            of: [bodies.city.partner, bodies.district.partner], to: ["new"], on: vesting,
            under: "SI 2027/000 (invented)", by: bodies.city)
        let seen = try await store.succession(plan.id, seenBy: successor)
        #expect(seen.lines.map(\.agreement) == [before.id] && seen.lines[0].step == .amend)
        #expect(seen.lines[0].signatories == ["fire", "new"])
        #expect(seen.posts.contains { $0.open == ["new"] })
        #expect(seen.withoutCharter == ["new"])

        let drafts = try await store.prepareSuccession(plan.id, by: bodies.city)
        #expect(drafts.map(\.version) == [2] && drafts[0].terms.start == vesting)
        #expect(try await store.prepareSuccession(plan.id, by: bodies.city).isEmpty)
        try await store.signCharter(by: successor)
        _ = try await store.send(before.id, by: successor)
        for person in [successor, stranger] { _ = try await store.approve(before.id, by: person) }
        #expect(
            try await store.succession(plan.id, seenBy: stranger(orOperator: bodies.city))
                .lines.map(\.step) == [.done])
        #expect(try await store.agreement(before.id, seenBy: stranger).version == 1)

        let later = store.at(TwoBodies.later(Self.days * 86_400))
        _ = try await later.vestSuccession(plan.id, by: bodies.city)
        let history = try await later.history(of: before.id, seenBy: stranger)
        #expect(history.versions[0].terms == before.terms)
        #expect(history.versions[0].approvals == before.approvals)
        #expect(history.versions[0].terms.digest == before.terms.digest)
        #expect(history.current(on: later.today).version == 2)
        #expect(try await later.register().map(\.version) == [2])
        let old = try await later.partner(bodies.city.partner)
        #expect(old.standing == .withdrawn && old.successors == ["new"])
    }

    private func stranger(orOperator person: Practitioner) -> Practitioner { person }

    @Test func `nothing flows to or from the successor before its own signature`() async throws {
        let before = try await agreed()
        let plan = try await store.planSuccession(
            of: [bodies.city.partner, bodies.district.partner], to: ["new"], on: vesting,
            under: "Order", by: bodies.city)
        _ = try await store.prepareSuccession(plan.id, by: bodies.city)
        try await store.signCharter(by: successor)
        let later = store.at(TwoBodies.later(Self.days * 86_400))
        _ = try await later.vestSuccession(plan.id, by: bodies.city)
        let dataset = before.terms.flows[0].dataset

        for person in [successor, bodies.city] {
            let refusal = try await TwoBodies.refusal {
                try await later.mayLoad(dataset, under: before.id, by: person)
            }
            #expect(refusal != nil)
        }
    }

    @Test func `it waits for its day and for the charter, and is planned once`() async throws {
        let plan = try await store.planSuccession(
            of: [bodies.district.partner], to: ["new"], on: vesting, under: "Order",
            by: bodies.city)
        let later = store.at(TwoBodies.later(Self.days * 86_400))

        #expect(
            try await code { try await store.vestSuccession(plan.id, by: bodies.city) }
                == "too-early")
        #expect(
            try await code { try await later.vestSuccession(plan.id, by: bodies.city) }
                == "charter-missing")
        #expect(
            try await code {
                try await store.planSuccession(
                    of: [bodies.district.partner], to: ["fire"], on: vesting, under: "Order",
                    by: bodies.city)
            } == "succession-exists")
        _ = try await store.withdrawSuccession(plan.id, by: bodies.city)
        #expect(
            try await code { try await store.prepareSuccession(plan.id, by: bodies.city) }
                == "wrong-stage")
    }

    @Test func `only the operator arranges it, and bodies without a part do not see it`()
        async throws
    {
        let plan = try await store.planSuccession(
            of: [bodies.district.partner], to: ["new"], on: vesting, under: "Order",
            by: bodies.city)

        #expect(
            try await TwoBodies.refusal {
                try await store.prepareSuccession(plan.id, by: successor)
            }?.kind == .notPermitted)
        #expect(
            try await TwoBodies.refusal {
                try await store.succession(plan.id, seenBy: stranger)
            }?.kind == .notFound)
    }

    private func code<Value>(_ body: () async throws -> Value) async throws -> String? {
        try await TwoBodies.refusal(body)?.reasons.first?.code
    }
}
