import Linkage
import Records
import Testing

struct CrossProductTests {
    @Test(arguments: LocationEvidence.allCases, [LinkType.linkOnly, .dedupeOnly])
    func `the fast path finds the pairs and weights of the full cross product`(
        location: LocationEvidence, linkType: LinkType
    ) throws {
        let people = InventedPeople(count: 90, seed: 11)
        let untrained = LinkageModel.people(linkType, location: location)
        let records = EncodedRecords(people.tables, for: untrained)
        let model = try untrained.trained(on: records, seed: 5).model

        let all = CrossProduct(model, people.rows, columns: InventedPeople.columns)
            .predictions(threshold: -30)

        for threshold in [-30.0, 0, 6] {
            let pairs = try model.weights(for: records).predictions(threshold: threshold)
            let twin = all.filter { $0.value >= threshold }

            #expect(pairs.count == twin.count)
            #expect(!pairs.isEmpty)
            for pair in pairs {
                let key = [records.record(at: pair.left), records.record(at: pair.right)]
                let weight = try #require(twin[key])
                #expect(abs(pair.matchWeight - weight) < 1e-9)
            }
        }
    }

    @Test func `every kind of condition agrees with its definition`() {
        let people = InventedPeople(count: 36, seed: 3)
        let conditions: [Condition] = [
            .levenshtein(column: "surname", atMost: 1),
            .damerauLevenshtein(column: "surname", atMost: 1),
            .damerauLevenshtein(column: "surname", atMost: 3),
            .levenshtein(column: "address", atMost: 2), .jaro(column: "forename", atLeast: 0.8),
            .jaroWinkler(column: "address", atLeast: 0.85),
            .dateWithin(column: "date-of-birth", days: 3_000),
            .datesTransposed(column: "date-of-birth"), .columnsSwapped("forename", "surname"),
            .columnsSwapped("forename", "middle-names"),
            .equal(ColumnKey("address", .houseNumber)),
            .equal(ColumnKey("date-of-birth", .yearAndMonth)),
            .equal(ColumnKey("postcode", .postcodeArea)), .missing(column: "uprn"),
            .all([.exact("town"), .jaro(column: "surname", atLeast: 0.7)]),
            .any([.exact("forename"), .exact("uprn")]),
        ]
        let model = LinkageModel(
            linkType: .dedupeOnly,
            comparisons: conditions.enumerated().map { number, condition in
                Comparison("c\(number)", [ComparisonLevel(condition, label: "holds"), .otherwise])
            },
            blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("town"))],
            columnForms: LinkageModel.people(.dedupeOnly).columnForms)
        let records = EncodedRecords(people.tables, for: model)
        let weights = model.weights(for: records)
        let twin = CrossProduct(model, people.rows, columns: InventedPeople.columns)

        for left in 0..<records.count {
            for right in (left + 1)..<records.count {
                let waterfall = weights.waterfall(
                    records.location(of: right), records.location(of: left))
                let levels = model.comparisons.map { twin.level(of: $0, left, right) }
                #expect(waterfall.evidence.map(\.comparisonVectorValue) == levels.map { 1 - $0 })
            }
        }
    }

    @Test func `a pair's waterfall adds up to its weight`() throws {
        let people = InventedPeople(count: 90, seed: 2)
        let untrained = LinkageModel.people(.linkOnly)
        let records = EncodedRecords(people.tables, for: untrained)
        let weights = try untrained.trained(on: records, seed: 1).model.weights(for: records)

        for pair in try weights.predictions(threshold: -10) {
            let waterfall = weights.waterfall(pair.left, pair.right)
            let sum = waterfall.evidence.reduce(waterfall.priorMatchWeight) { $0 + $1.matchWeight }

            #expect(waterfall.matchWeight == pair.matchWeight)
            #expect(abs(sum - pair.matchWeight) < 1e-9)
            #expect(waterfall.evidence.allSatisfy { !$0.label.isEmpty })
        }
    }
}
