import Decisions
import Exchange
import Governance
import Records
import Testing

struct MayLoadTests {
    @Test func `an agreement in force permits its items to its receivers`() async throws {
        let world = try await LoadWorld()
        let permission = try await world.store.mayLoad(
            "council-tax", under: world.agreement.id, by: world.analyst)

        #expect(permission.permits.map(\.request.to) == [LoadWorld.tollesham])
        #expect(!permission.items.contains("telephone"))
        #expect(permission.specification.items.allSatisfy { permission.items.contains($0.id) })
        #expect(permission.withheld.contains { $0.id == "middle-names" })
        #expect(
            permission.specification.items.count + permission.withheld.count
                == permission.dataset.items.count)
    }

    @Test(arguments: [Practitioner.Role.practitioner, .approver, .auditor, .operator, .leader])
    func `only a data analyst may load`(role: Practitioner.Role) async throws {
        let world = try await LoadWorld()
        let person = LoadWorld.person(LoadWorld.saltmere, [role])

        let refused = try await refusal {
            try await world.store.mayLoad("council-tax", under: world.agreement.id, by: person)
        }
        #expect(refused?.kind == .notPermitted)
        let batch = try world.batch(LoadWorld.accounts)
        let again = try await refusal {
            try await world.store.load(batch, digest: [], under: world.agreement.id, by: person)
        }
        #expect(again?.kind == .notPermitted)
    }

    @Test func `a suspended agreement is refused with its ground and its fix, and logged`()
        async throws
    {
        let world = try await LoadWorld()
        _ = try await world.store.stop(
            world.agreement.id, as: .suspended, because: "A letter came.", by: world.officer)

        let refused = try await refusal {
            try await world.store.mayLoad(
                "council-tax", under: world.agreement.id, by: world.analyst)
        }
        #expect(refused?.reasons.map(\.code) == ["not-in-force"])
        #expect(refused?.sentence.contains("is suspended") == true)
        #expect(refused?.reasons.allSatisfy { !$0.fix.isEmpty } == true)
        let line = try #require(
            try await world.log(world.officer).first { $0.type == "load-refused" })
        #expect(line.body?.contains("not-in-force") == true)
        #expect(line.by == world.analyst.id.rawValue)
    }

    @Test func `the decision is made again when the file is loaded, and a refusal is logged`()
        async throws
    {
        let world = try await LoadWorld()
        _ = try await world.store.mayLoad(
            "council-tax", under: world.agreement.id, by: world.analyst)
        let batch = try world.batch(LoadWorld.accounts)
        _ = try await world.store.stop(
            world.agreement.id, as: .suspended, because: "A letter came.", by: world.officer)

        let refused = try await refusal {
            try await world.store.load(
                batch, digest: [], under: world.agreement.id, by: world.analyst)
        }
        #expect(refused?.kind == .notPermitted)
        #expect(try await world.store.loads(seenBy: world.analyst).isEmpty)
        #expect(try await world.log(world.officer).contains { $0.type == "load-refused" })
        #expect(try await !world.log(world.officer).contains { $0.type == "data-loaded" })
    }

    @Test func `an agreement that has ended refuses the day after its last day`() async throws {
        let world = try await LoadWorld()
        let last = world.agreement.terms.lastDay
        let batch = try world.batch(LoadWorld.accounts)
        func store(on day: CalendarDate) -> Store {
            world.store.at(Timestamp(seconds: day.dayNumber * 86_400 + 12 * 3_600))
        }

        let after = try await refusal {
            try await store(on: last.adding(days: 1)).load(
                batch, digest: [], under: world.agreement.id, by: world.analyst)
        }
        #expect(after?.sentence.contains("has expired") == true)
    }

    @Test func `an agreement of others cannot be told from one that does not exist`() async throws {
        let world = try await LoadWorld()
        let others = try await refusal {
            try await world.store.mayLoad(
                "council-tax", under: world.agreement.id, by: world.outsider)
        }
        let none = try await refusal {
            try await world.store.mayLoad("council-tax", under: "isp-9999", by: world.outsider)
        }
        #expect(others?.kind == .notFound)
        #expect(others == none)
    }

    @Test func `words typed in place of a code do not reach the log`() async throws {
        let world = try await LoadWorld()
        _ = try await refusal {
            try await world.store.mayLoad("council-tax", under: "jane-doe", by: world.analyst)
        }
        let bodies = try await world.log(world.officer).compactMap(\.body)
        #expect(bodies.contains { $0.contains("not-found") })
        #expect(!bodies.contains { $0.contains("jane-doe") })
    }

    @Test func `a data set that no clause sends is refused with that ground`() async throws {
        let world = try await LoadWorld()
        let dataset = try #require(
            world.store.reference.dictionary.datasets.first {
                $0.id != "council-tax" && $0.id != "electoral-register"
            })
        let refused = try await refusal {
            try await world.store.mayLoad(dataset.id, under: world.agreement.id, by: world.analyst)
        }
        #expect(refused?.reasons.map(\.code) == ["no-flow"])
    }
}
