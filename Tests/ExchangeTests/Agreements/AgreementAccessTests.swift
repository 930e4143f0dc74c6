import Exchange
import Governance
import Records
import Testing

/// Who may take which step of an agreement, and what happens when two take one at once.
struct AgreementAccessTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }

    init() async throws { bodies = try await TwoBodies() }

    @Test(arguments: Practitioner.Role.allCases)
    func `each step is open to its roles only`(role: Practitioner.Role) async throws {
        let draft = try await store.draft(bodies.terms(), by: bodies.city)
        let person = try await bodies.person([role])
        for (action, kind) in try await steps(of: draft, by: person) {
            #expect((kind == .notPermitted) == !action.roles.contains(role), "\(action)")
        }
    }

    @Test func `another body neither sees an agreement nor takes a step of it`() async throws {
        let draft = try await store.draft(bodies.terms(), by: bodies.city)
        let stranger = try await bodies.stranger()

        #expect(try await store.agreements(seenBy: stranger).isEmpty)
        #expect(
            try await TwoBodies.refusal { try await store.agreement(draft.id, seenBy: stranger) }
                == TwoBodies.refusal { try await store.agreement("isp-9999", seenBy: stranger) })
        for (action, kind) in try await steps(of: draft, by: stranger) {
            #expect(kind == .notFound, "\(action)")
        }
        #expect(try await store.agreement(draft.id, seenBy: bodies.city) == draft)
    }

    @Test func `of two people who revise one draft, the second is told`() async throws {
        let draft = try await store.draft(bodies.terms(), by: bodies.city)
        var (first, second) = (draft.terms, draft.terms)
        first.title = "The title of the city"
        second.title = "The title of the district"
        _ = try await store.revise(draft.id, to: first, from: draft.terms, by: bodies.city)

        let refusal = try await TwoBodies.refusal {
            try await store.revise(draft.id, to: second, from: draft.terms, by: bodies.district)
        }

        #expect(refusal?.kind == .conflict)
        #expect(refusal?.reasons.map(\.code) == ["changed-meanwhile"])
        let kept = try await store.agreement(draft.id, seenBy: bodies.district)
        #expect(kept.terms == first)
    }

    @Test func `of many who revise at the same moment, one succeeds`() async throws {
        let draft = try await store.draft(bodies.terms(), by: bodies.city)
        let (store, city) = (store, bodies.city)

        let done = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                var terms = draft.terms
                terms.title = "Title \(number)"
                group.addTask { [terms] in
                    let revised = try? await store.revise(
                        draft.id, to: terms, from: draft.terms, by: city)
                    return revised != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(done == 1)
    }

    @Test func `parties that approve at the same moment are all counted`() async throws {
        let id = try await store.draft(bodies.terms(), by: bodies.city).id
        _ = try await store.send(id, by: bodies.city)
        let (store, people) = (store, [bodies.city, bodies.district])

        await withTaskGroup(of: Void.self) { group in
            for person in people + people {
                group.addTask { _ = try? await store.approve(id, by: person) }
            }
        }

        let agreement = try await store.agreement(id, seenBy: bodies.city)
        #expect(agreement.stage == .approved)
        #expect(Set(agreement.approvals.keys) == ["saltmere", "tollesham"])
    }

    @Test func `drafts of the same moment get numbers of their own`() async throws {
        let terms = try bodies.terms()
        let (store, city) = (store, bodies.city)

        let ids = try await withThrowingTaskGroup(of: SharingAgreement.ID.self) { group in
            for _ in 0..<8 {
                group.addTask { try await store.draft(terms, by: city).id }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }

        #expect(ids.count == 8)
        #expect(
            try await TwoBodies.refusal {
                try await store.draft(terms, as: ids.sorted()[0], by: city)
            }?.kind == .conflict)
    }

    /// What each step of a draft is refused with, or nil where it was done.
    private func steps(of draft: SharingAgreement, by person: Practitioner) async throws
        -> [(Action, Refusal.Kind?)]
    {
        let (id, terms) = (draft.id, draft.terms)
        return [
            (
                .approveAgreement,
                try await kind { try await store.approve(id, by: person) }
            ),
            (
                .approveAgreement,
                try await kind { try await store.refuse(id, because: "x", by: person) }
            ),
            (
                .stopAgreement,
                try await kind {
                    try await store.stop(id, as: .suspended, because: "x", by: person)
                }
            ),
            (
                .draftAgreement,
                try await kind {
                    try await store.revise(id, to: terms, from: terms, by: person)
                }
            ),
            (.draftAgreement, try await kind { try await store.send(id, by: person) }),
        ]
    }

    private func kind<Value>(_ operation: () async throws -> Value) async throws -> Refusal.Kind? {
        try await TwoBodies.refusal(operation)?.kind
    }
}
