@testable import Governance
import Decisions
import Records
import Testing

struct MinimisationTests {
    static let columns = ["surname", "shoe-size", "postcode", "Band", "uprn", "band", ""]

    /// A table with some of the columns, in some order, with gaps.
    static func table(_ random: inout SeededRandom) -> RecordTable {
        let names = random.some(of: columns, percent: 60).shuffled(using: &random)
        var builder = RecordTable.Builder(columns: names)
        for row in 0..<random.below(4) {
            builder.append(names.map { random.chance(80) ? "\($0) \(row)" : nil })
        }
        return builder.table()
    }

    /// The plain world's permit for one data set and sender, with the items that it grants.
    static func permit(_ items: Set<DataItem.ID>, months: Int = 6) throws -> Permit {
        var world = World.plain()
        world.agreements[0].terms.flows[0].items = items
        world.agreements[0].terms.retentionMonths = months
        world.request = world.request.with(items: Set(World.items))
        return try #require(world.decision.permit)
    }

    @Test func `a table keeps the columns that some permit grants and no other`() throws {
        var random = SeededRandom(seed: 7)
        for round in 0..<300 {
            let table = Self.table(&random)
            let permits = try (0..<(1 + random.below(3))).map { _ in
                try Self.permit(Set(random.some(of: World.items, percent: 40) + ["uprn"]))
            }
            let granted = permits.flatMap { $0.items.map(\.rawValue) }

            let minimised = table.minimised(under: permits)

            let kept = minimised.table.columns
            #expect(kept.allSatisfy { granted.contains($0.name) }, "round \(round)")
            #expect(kept == table.columns.filter { granted.contains($0.name) }, "round \(round)")
            #expect(Set(minimised.dropped).isDisjoint(with: granted), "round \(round)")
            #expect(minimised.dropped.count + kept.count == table.columns.count, "round \(round)")
            #expect(minimised.permits == permits)
        }
    }

    @Test func `columns that are no items are left out and named in order`() throws {
        var builder = RecordTable.Builder(columns: ["Notes", "surname", "shoe-size", ""])
        builder.append(["private", "Fenn", "7", "x"])

        let minimised = builder.table().minimised(under: [try Self.permit(["surname"])])

        #expect(minimised.table.columns.map(\.name) == ["surname"])
        #expect(minimised.table[0, "surname"] == "Fenn")
        #expect(minimised.dropped == ["Notes", "shoe-size", ""])
    }

    @Test func `a table without rows, or without granted columns, holds nothing`() throws {
        let permit = try Self.permit(["surname"])
        let empty = RecordTable(columns: []).minimised(under: [permit])
        let titles = RecordTable.Builder(columns: ["surname"]).table().minimised(under: [permit])
        var builder = RecordTable.Builder(columns: ["postcode"])
        builder.append(["ZZ1 1AA"])
        let foreign = builder.table().minimised(under: [permit])

        #expect(empty.table.columns.isEmpty && empty.dropped.isEmpty)
        #expect(titles.table.columns.count == 1 && titles.table.rowCount == 0)
        #expect(foreign.table.columns.isEmpty && foreign.table.rowCount == 0)
        #expect(foreign.dropped == ["postcode"])
    }

    @Test func `the earliest delete-by day of all permits counts`() throws {
        let permits = try [9, 3, 6].map { try Self.permit(["surname"], months: $0) }

        let minimised = RecordTable(columns: []).minimised(under: permits)

        #expect(minimised.deleteBy == day("2027-09-01"))
    }

    @Test func `no permit, or permits of two senders or data sets, is a fault of the program`()
        async
    {
        await #expect(processExitsWith: .failure) {
            _ = RecordTable(columns: []).minimised(under: [])
        }
        await #expect(processExitsWith: .failure) {
            let here = try MinimisationTests.permit(["surname"])
            var world = World.plain()
            world.agreements[0].terms.flows[0].dataset = "electoral"
            world.request = world.request.with(dataset: "electoral")
            let there = try #require(world.decision.permit)
            _ = RecordTable(columns: []).minimised(under: [here, there])
        }
    }
}

struct DisclosedRecordTests {
    @Test func `P7: a disclosed record has the granted items and nothing else`() {
        var disclosed = 0
        for seed in 70_000..<72_000 {
            guard let permit = World(seed: seed).decision.permit else { continue }
            var random = SeededRandom(seed: seed)
            var record: [DataItem.ID: String] = [:]
            for item in World.items + ["shoe-size"] where random.chance(70) {
                record[item] = random.chance(90) ? "value of \(item)" : ""
            }

            let shown = permit.disclosing(record)

            disclosed += 1
            #expect(shown.fields.map(\.item) == permit.items.sorted(), "seed \(seed)")
            for field in shown.fields {
                let held = record[field.item].flatMap { $0.isEmpty ? nil : $0 }
                #expect(field.value == held, "seed \(seed)")
            }
            #expect(shown.withheld == permit.withheld.sorted(), "seed \(seed)")
            #expect(shown.grants == permit.grants, "seed \(seed)")
        }
        #expect(disclosed > 200)
    }

    @Test func `what is withheld looks the same whether it is held or not`() throws {
        let permit = try MinimisationTests.permit(["surname"])

        let held = permit.disclosing(["surname": "Fenn", "band": "C", "shoe-size": "7"])
        let notHeld = permit.disclosing(["surname": "Fenn"])

        #expect(held == notHeld)
        #expect(held.withheld == ["band", "date-of-birth", "postcode", "uprn"])
    }

    @Test func `an empty record shows each granted item as not held`() throws {
        let shown = try MinimisationTests.permit(["surname", "band"]).disclosing([:])

        #expect(shown.fields.map(\.item) == ["band", "surname"])
        #expect(shown.fields.allSatisfy { $0.value == nil })
        #expect(shown.grants["band"]?.clause == "4.1")
    }

    @Test func `a body reads its own record whole, and nobody else does`() throws {
        let record: [DataItem.ID: String] = ["uprn": "1", "surname": "Fenn", "band": ""]
        let own = try #require(
            DisclosedRecord.own(record, of: "ambermere", readBy: "ambermere"))

        #expect(own.fields.map(\.item) == ["band", "surname", "uprn"])
        #expect(own.fields.map(\.value) == [nil, "Fenn", "1"])
        #expect(own.withheld.isEmpty && own.grants.isEmpty)
        #expect(DisclosedRecord.own(record, of: "ambermere", readBy: "northwold") == nil)
    }
}
