import Records
import Testing

@testable import Linkage

struct BlockingTests {
    private let people = InventedPeople(count: 60, seed: 13)

    @Test(arguments: [LinkType.linkOnly, .dedupeOnly])
    func `counts per rule are those of the cross product`(linkType: LinkType) {
        let model = LinkageModel.people(linkType)
        let records = EncodedRecords(people.tables, for: model)
        let twin = CrossProduct(model, people.rows, columns: InventedPeople.columns)

        let counts = model.blockingCounts(in: records)

        var seen: Set<[Int]> = []
        for count in counts {
            var pairs: Set<[Int]> = []
            for left in twin.rows.indices {
                for right in twin.rows.indices where left < right && twin.mayMatch(left, right) {
                    if count.rule.keys.allSatisfy({ twin.agree($0, left, right) }) {
                        pairs.insert([left, right])
                    }
                }
            }
            #expect(count.pairs == pairs.count)
            #expect(count.newPairs == pairs.subtracting(seen).count)
            #expect(count.largestBlockPairs <= count.pairs)
            seen.formUnion(pairs)
        }
    }

    @Test func `a rule that makes too many pairs is refused with its numbers`() throws {
        let rows = Array(repeating: ["same" as String?, nil], count: 100)
        let table = InventedPeople.table(rows, columns: ["town", "name"])
        let model = LinkageModel(
            linkType: .dedupeOnly,
            comparisons: [
                Comparison("town", [ComparisonLevel(.exact("town"), label: "="), .otherwise])
            ], blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("town"))],
            training: TrainingPlan(maximumPairsPerRule: 4_949))

        let failure = try #require(throws: LinkageFailure.self) {
            try model.predictions(within: table, threshold: 0)
        }
        guard case .tooManyPairs(let refusal) = failure else {
            Issue.record("\(failure)")
            return
        }

        #expect(refusal.pairs == 4_950)
        #expect(refusal.limit == 4_949)
        #expect(refusal.description.contains("same town"))
        #expect(throws: TrainingFailure.tooManyPairs(refusal)) {
            try model.trained(on: [table], seed: 0)
        }
        let counts = model.blockingCounts(in: EncodedRecords([table], for: model), limit: 10)
        #expect(counts.map(\.newPairs) == [nil])
    }

    @Test func `a missing key never blocks`() {
        let rows: [[String?]] = [[nil, "x"], [nil, "x"], ["a", "x"], ["a", nil], ["", "x"]]
        let table = InventedPeople.table(rows, columns: ["one", "two"])
        let model = LinkageModel(
            linkType: .dedupeOnly, comparisons: [],
            blockingRulesToGeneratePredictions: [
                BlockingRule(ColumnKey("one"), ColumnKey("two")), BlockingRule(ColumnKey("one")),
            ])

        let counts = model.blockingCounts(in: EncodedRecords([table], for: model))

        #expect(counts.map(\.pairs) == [0, 1])
        #expect(counts.map(\.blockedRecords) == [1, 2])
    }

    @Test func `rules with more keys than fit a word still group rightly`() {
        var random = SplitMix64(seed: 1)
        let names = (0..<12).map { "c\($0)" }
        let rows = (0..<200).map { _ in
            names.map { _ -> String? in ["a", "b"][Int.random(in: 0...1, using: &random)] }
                .enumerated().map { $0.offset < 9 ? "a" : $0.element }
        }
        // Many further values make codes long.
        let noise = (0..<3_000).map { number in names.map { "\($0)-\(number)" as String? } }
        let table = InventedPeople.table(noise + rows, columns: names)
        let model = LinkageModel(
            linkType: .dedupeOnly, comparisons: [],
            blockingRulesToGeneratePredictions: [BlockingRule(keys: names.map { ColumnKey($0) })])

        let counts = model.blockingCounts(in: EncodedRecords([table], for: model))

        let groups = Dictionary(grouping: rows) { $0 }.values
        #expect(counts[0].pairs == groups.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 })
    }
}
