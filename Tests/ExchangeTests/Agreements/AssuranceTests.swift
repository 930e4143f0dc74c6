import Governance
import Records
import Testing

@testable import Exchange

struct AssuranceTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }

    init() async throws { bodies = try await TwoBodies() }

    private func record(_ level: String = "Standards met") async throws -> Assurance {
        try await store.record(
            .securityToolkit, level: level, evidence: "The toolkit's public search",
            checkedOn: store.today, lastDay: store.today.adding(months: 12), by: bodies.city)
    }

    @Test func `what a body records is there for all, renewals beside what was before`()
        async throws
    {
        let first = try await record()
        let second = try await record("Standards exceeded")
        let all = try await store.assurances(of: ["saltmere", "tollesham"])

        #expect(Set(all) == [first, second])
        #expect(try await store.assurances(of: ["tollesham"]).isEmpty)
        #expect(all.standing(.securityToolkit, on: store.today) == .holds)
    }

    @Test func `steps are planned and done once, and each deed is in the log`() async throws {
        let kept = try await record()
        let step = Assurance.Step("Train staff", owner: "Head of training", due: store.today)
        let planned = try await store.plan(step, for: kept.id, by: bodies.city)
        #expect(planned.standing(on: store.today.adding(days: 1)) == .late)
        let done = try await store.finish(step: 0, of: kept.id, by: bodies.city)

        #expect(done.plan[0].done == store.today)
        #expect(try await store.assurances(of: ["saltmere"]) == [done])
        #expect(
            try await kind { try await store.finish(step: 0, of: kept.id, by: bodies.city) }
                == .conflict)
        let types = try await store.logLines(page: 1, size: 3, seenBy: bodies.city).0.map(\.type)
        #expect(types == ["assurance-step-done", "assurance-planned", "assurance-recorded"])
        let text = try await store.logLines(page: 1, size: 3, seenBy: bodies.city).0
            .compactMap(\.body).joined()
        #expect(!text.contains("Train staff") && text.contains("\"dspt\""))
    }

    @Test func `another body changes nothing, and finds out nothing`() async throws {
        let kept = try await record()
        let step = Assurance.Step("Anything", owner: "Anybody", due: store.today)

        for id in [kept.id, "no-such-code"] {
            #expect(
                try await kind { try await store.plan(step, for: id, by: bodies.district) }
                    == .notFound)
            #expect(
                try await kind { try await store.finish(step: 0, of: id, by: bodies.district) }
                    == .notFound)
        }
    }

    @Test(arguments: Practitioner.Role.allCases)
    func `only the role for it records`(role: Practitioner.Role) async throws {
        let person = try await bodies.person([role])
        let refused = try await kind {
            try await store.record(
                .training, level: "All", evidence: "Ask", checkedOn: store.today, lastDay: nil,
                by: person)
        }

        #expect((refused != .notPermitted) == Action.keepAssurance.roles.contains(role))
    }

    @Test(arguments: [
        ("", "x", 0, 1), ("x", " ", 0, 1), ("x", "x", 1, 2), ("x", "x", 0, -1),
        (String(repeating: "x", count: 201), "x", 0, 1),
    ])
    func `what cannot be is refused`(
        level: String, evidence: String, checked: Int, last: Int
    ) async throws {
        #expect(
            try await kind {
                try await store.record(
                    .registration, level: level, evidence: evidence,
                    checkedOn: store.today.adding(days: checked),
                    lastDay: store.today.adding(days: last), by: bodies.city)
            } == .invalid)
        #expect(try await store.assurances(of: ["saltmere"]).isEmpty)
    }

    private func kind<Value>(_ operation: () async throws -> Value) async throws -> Refusal.Kind? {
        try await TwoBodies.refusal(operation)?.kind
    }
}
