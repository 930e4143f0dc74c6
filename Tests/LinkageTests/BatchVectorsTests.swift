import Records
import Testing

@testable import Linkage

/// Pairs compared in batches against pairs compared one by one.
struct BatchVectorsTests {
    private static let conditions: [Condition] = [
        .missing(column: "uprn"), .exact("surname"), .exact("forename"), .exact("town"),
        .equal(ColumnKey("postcode", .postcodeArea)), .columnsSwapped("forename", "surname"),
        .dateWithin(column: "date-of-birth", days: 400),
        .datesTransposed(column: "date-of-birth"),
        .levenshtein(column: "date-of-birth", atMost: 2),
        .damerauLevenshtein(column: "surname", atMost: 1),
        .jaro(column: "address", atLeast: 0.7),
        .all([.jaroWinkler(column: "forename", atLeast: 0.9), .exact("surname")]),
        .any([.jaroWinkler(column: "surname", atLeast: 0.8), .missing(column: "forename")]),
    ]

    /// A model of random levels of random conditions.
    private static func model(_ comparisons: Int, _ random: inout SplitMix64) -> LinkageModel {
        LinkageModel(
            linkType: .dedupeOnly,
            comparisons: (0..<comparisons).map { number in
                let null = ComparisonLevel(
                    .missing(column: InventedPeople.columns[number % 8]), label: "null",
                    isNullLevel: true)
                let levels = conditions.shuffled(using: &random)
                    .prefix(Int.random(in: 1...4, using: &random))
                    .map { ComparisonLevel($0, label: "holds") }
                return Comparison("c\(number)", [null] + levels + [.otherwise])
            },
            blockingRulesToGeneratePredictions: [
                BlockingRule(ColumnKey("town")), BlockingRule(ColumnKey("surname")),
                BlockingRule(ColumnKey("forename")),
            ],
            columnForms: LinkageModel.people(.dedupeOnly).columnForms)
    }

    @Test(arguments: [1, 3, 8, 18], [1, 2])
    func `patterns counted in batches are those of the pairs one by one`(
        comparisons: Int, seed: Int
    ) throws {
        var random = SplitMix64(seed: UInt64(seed * 100 + comparisons))
        let model = Self.model(comparisons, &random)
        let people = InventedPeople(count: 450, seed: UInt64(seed))
        let records = EncodedRecords([people.tables[0]], for: model)
        let layout = try #require(PatternLayout(model.comparisons))
        let rules = model.blockingRulesToGeneratePredictions
        let blocking = Blocking(rules, .dedupeOnly, records)
        let all = Array(model.comparisons.indices)

        let counts = model.patternCounts(blocking, over: all, layout, threads: 2)

        var vectors = ComparisonVectors(model.comparisons, layout, records)
        var twin: [UInt64: Int] = [:]
        for left in 0..<records.count {
            for right in (left + 1)..<records.count {
                let isMade = rules.contains { rule in
                    rule.keys.allSatisfy { key in
                        let place = records.layout.position(of: .key(key))
                        let code = records.cells[left * records.width + place]
                        return code != 0 && code == records.cells[right * records.width + place]
                    }
                }
                if isMade { twin[vectors.pattern(left, right, over: all), default: 0] += 1 }
            }
        }
        #expect(records.count > 2 * PairBatch.pairs)
        #expect(
            Dictionary(uniqueKeysWithValues: counts.entries.map { ($0.pattern, $0.count) }) == twin)
    }

    @Test func `more keys than a word has bits choose the same pairs`() {
        let people = InventedPeople(count: 120, seed: 4)
        let rules = (1...40).map { BlockingRule(ColumnKey("address", .prefix(length: $0))) }
            .reversed()
        let model = LinkageModel(
            linkType: .dedupeOnly, comparisons: [],
            blockingRulesToGeneratePredictions: Array(rules),
            columnForms: LinkageModel.people(.dedupeOnly).columnForms)
        let records = EncodedRecords([people.tables[0]], for: model)

        var found: Set<[Int]> = []
        var count = 0
        Blocking(Array(rules), .dedupeOnly, records).forEachPair { left, right in
            found.insert([left, right])
            count += 1
        }
        var alone: Set<[Int]> = []
        Blocking([BlockingRule(ColumnKey("address", .prefix(length: 1)))], .dedupeOnly, records)
            .forEachPair { alone.insert([$0, $1]) }

        #expect(count == found.count)
        #expect(found == alone)
        #expect(count > 100)
    }
}
