import Records
import Testing

@testable import Linkage

struct PriorTests {
    private static func model(_ names: [String], rounds: [[String]]) -> LinkageModel {
        LinkageModel(
            linkType: .dedupeOnly,
            comparisons: names.map { name in
                Comparison(
                    name, [.null(name), ComparisonLevel(.exact(name), label: "="), .otherwise])
            },
            blockingRulesToGeneratePredictions: names.map { BlockingRule(ColumnKey($0)) },
            training: TrainingPlan(
                emRules: rounds.map { names in
                    BlockingRule(keys: names.map { ColumnKey($0) })
                }))
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `people of one home do not pass for matches when λ is learnt`(seed: UInt64) throws {
        // Homes of four who share three columns; a third of the people stand there twice, and
        // half of the days of birth are missing.
        var random = SplitMix64(seed: seed)
        var (rows, matches) = ([[String?]](), 0.0)
        for person in 0..<1_200 {
            let home = UInt64(person / 4)
            let day = Int.random(in: 0..<9_000, using: &random)
            let forename = Int.random(in: 0..<30, using: &random)
            let copies = Int.random(in: 0..<3, using: &random) == 0 ? 2 : 1
            if copies == 2 { matches += 1 }
            for _ in 0..<copies {
                let isBlank = Bool.random(using: &random)
                rows.append([
                    "f\(forename)", isBlank ? nil : "d\(day)",
                    "s\(SplitMix64.mixed(home &+ seed) % 150)", "a\(home)",
                    "p\(SplitMix64.mixed(home &* 3 &+ seed) % 200)",
                ])
            }
        }
        let names = ["forename", "born", "surname", "address", "postcode"]
        let trained = try Self.model(names, rounds: [["born"], ["forename", "surname"]])
            .trained(on: [InventedPeople.table(rows, columns: names)], seed: 5)

        let found = trained.report.expectedMatches
        #expect(found > 0.8 * matches && found < 1.5 * matches, "\(found) of \(matches)")
    }

    @Test func `agreement of one person's records is not taken for chance`() throws {
        // Three records of each of 300 people; nobody shares a number with another.
        let rows = (0..<900).map { record -> [String?] in
            let person = UInt64(record / 3)
            let isSlip = SplitMix64.mixed(UInt64(record) &+ 99) % 20 == 0
            func pick(_ count: UInt64, _ salt: UInt64) -> String {
                "v\(SplitMix64.mixed(person &* 7 &+ salt) % count)"
            }
            return [pick(40, 1), pick(60, 2), isSlip ? nil : "n\(person)"]
        }
        let names = ["first", "second", "number"]
        let trained = try Self.model(names, rounds: names.map { [$0] })
            .trained(on: [InventedPeople.table(rows, columns: names)], seed: 1)

        // Of all pairs that agree on the number, none is of two people.
        let u = trained.model.comparisons[2].comparisonLevels[1].uProbability ?? 1
        let share = 900.0 / (900 * 899 / 2)
        #expect(u < share / 20, "\(u) of \(share)")
        #expect(abs(trained.report.expectedMatches - 900) < 45)
    }
}
