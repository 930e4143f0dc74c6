import Exchange
import Governance
import Records
import Testing

/// An agreement's way from draft to in force, and everything that is refused on it.
struct AgreementTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }
    private var city: Practitioner { bodies.city }
    private var district: Practitioner { bodies.district }

    init() async throws { bodies = try await TwoBodies() }

    @Test func `nothing is in force before every party has approved`() async throws {
        let id = try await store.draft(bodies.terms(), by: city).id
        #expect(id == "isp-0001")
        try await expect(.draft, id)

        _ = try await store.send(id, by: city)
        try await expect(.awaitingApproval, id)
        _ = try await store.approve(id, by: city)
        try await expect(.awaitingApproval, id)
        _ = try await store.approve(id, by: district)

        try await expect(.inForce, id)
    }

    @Test func `it is never in force before the day of the last signature`() async throws {
        let start = store.today.adding(days: -30)
        let month = store.at(TwoBodies.later(-30 * 86_400))
        let id = try await month.draft(bodies.terms(start: start), by: city).id
        _ = try await month.send(id, by: city)
        _ = try await store.at(TwoBodies.later(-20 * 86_400)).approve(id, by: city)

        let signed = try await store.approve(id, by: district)

        #expect(signed.terms.start == store.today)
        #expect(signed.standing(on: store.today.adding(days: -1)) == .notStarted)
        #expect(signed.standing(on: store.today) == .inForce)
        #expect(try await month.register().isEmpty)
        #expect(try await store.register().map(\.id) == [id])
    }

    @Test func `a start in the future is waited for`() async throws {
        let id = try await inForce(start: store.today.adding(days: 10))

        try await expect(.notStarted, id)
        #expect(try await store.at(TwoBodies.later(10 * 86_400)).register().map(\.id) == [id])
    }

    @Test func `it ends after its last day`() async throws {
        let id = try await inForce()
        let days = try await store.agreement(id, seenBy: city).terms.lastDay.dayNumber
        let review = try await store.agreement(id, seenBy: city).terms.review

        #expect(review.dayNumber < days)
        #expect(
            try await store.at(Timestamp(seconds: (days + 1) * 86_400 + 43_200)).register().isEmpty)
    }

    @Test func `a refusal takes it back to draft and voids the approvals`() async throws {
        let id = try await sent()
        _ = try await store.approve(id, by: city)

        let refused = try await store.refuse(
            id, because: " Clause 4.1 goes too far. ", by: district)

        #expect(refused.stage == .draft)
        #expect(refused.approvals.isEmpty)
        #expect(refused.refusals == ["tollesham": "Clause 4.1 goes too far."])
        try await expect(.draft, id)
    }

    @Test func `it is suspended, resumed and ended with a reason`() async throws {
        let id = try await inForce()
        #expect(
            try await kind { try await store.stop(id, as: .suspended, because: " ", by: city) }
                == .invalid)

        _ = try await store.stop(id, as: .suspended, because: "A breach", by: district)
        try await expect(.suspended, id)
        _ = try await store.stop(id, as: .approved, because: "It is mended", by: city)
        try await expect(.inForce, id)
        _ = try await store.stop(id, as: .retired, because: "The purpose is met", by: city)
        try await expect(.retired, id)

        #expect(
            try await kind { try await store.stop(id, as: .approved, because: "x", by: city) }
                == .conflict)
    }

    @Test func `a body without the charter, or suspended, approves nothing`() async throws {
        let id = try await sent()
        try await store.change("tollesham", to: .suspended, by: city)

        let refusal = try await TwoBodies.refusal { try await store.approve(id, by: district) }

        #expect(refusal?.kind == .conflict)
        #expect(refusal?.reasons.map(\.code) == ["charter-missing"])
        try await expect(.awaitingApproval, id)
    }

    @Test func `a step that is not open now is a conflict`() async throws {
        let draft = try await store.draft(bodies.terms(), by: city)
        #expect(try await kind { try await store.approve(draft.id, by: city) } == .conflict)
        #expect(
            try await kind { try await store.refuse(draft.id, because: "x", by: city) }
                == .conflict)
        #expect(
            try await kind {
                try await store.stop(draft.id, as: .suspended, because: "x", by: city)
            }
                == .conflict)
        _ = try await store.send(draft.id, by: city)
        #expect(try await kind { try await store.send(draft.id, by: city) } == .conflict)
        #expect(
            try await kind {
                try await store.revise(draft.id, to: draft.terms, from: draft.terms, by: city)
            } == .conflict)
        _ = try await store.approve(draft.id, by: city)
        #expect(try await kind { try await store.approve(draft.id, by: city) } == .conflict)
    }

    @Test func `incomplete terms name every fault when they are sent`() async throws {
        var terms = try bodies.terms()
        (terms.title, terms.summary, terms.gateways) = ("", " ", [])
        let id = try await store.draft(terms, by: city).id

        let refusal = try await TwoBodies.refusal { try await store.send(id, by: city) }

        #expect(refusal?.kind == .invalid)
        #expect(refusal?.reasons.map(\.code) == ["noTitle", "noSummary", "noGateway"])
    }

    @Test func `a party that is not a partner and a text without the own body are refused`()
        async throws
    {
        var unknown = try bodies.terms()
        unknown.parties.insert("nobody")
        #expect(try await kind { try await store.draft(unknown, by: city) } == .notFound)
        var foreign = try bodies.terms()
        foreign.parties.remove("saltmere")
        #expect(try await kind { try await store.draft(foreign, by: city) } == .notPermitted)
        let draft = try await store.draft(bodies.terms(), by: city)
        #expect(
            try await kind {
                try await store.revise(draft.id, to: foreign, from: draft.terms, by: city)
            } == .notPermitted)
        #expect(try await store.agreement(draft.id, seenBy: city) == draft)
    }

    private func sent(start: CalendarDate? = nil) async throws -> SharingAgreement.ID {
        let id = try await store.draft(bodies.terms(start: start), by: city).id
        _ = try await store.send(id, by: city)
        return id
    }

    private func inForce(start: CalendarDate? = nil) async throws -> SharingAgreement.ID {
        let id = try await sent(start: start)
        for person in [city, district] { _ = try await store.approve(id, by: person) }
        return id
    }

    private func expect(_ standing: SharingAgreement.Standing, _ id: SharingAgreement.ID)
        async throws
    {
        #expect(
            try await store.agreement(id, seenBy: district).standing(on: store.today) == standing)
        #expect(try await store.register().map(\.id) == (standing == .inForce ? [id] : []))
    }

    private func kind<Value>(_ operation: () async throws -> Value) async throws -> Refusal.Kind? {
        try await TwoBodies.refusal(operation)?.kind
    }
}
