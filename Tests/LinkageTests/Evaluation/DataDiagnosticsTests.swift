import Records
import Testing

@testable import Linkage

/// What can be said of records and rules before or without labels.
struct DataDiagnosticsTests {
    private static func table(_ rows: [[String?]]) -> RecordTable {
        InventedPeople.table(rows, columns: ["name", "town"])
    }

    private static let model = LinkageModel(
        linkType: .dedupeOnly, probabilityTwoRandomRecordsMatch: 1 / 9,
        comparisons: [
            Comparison(
                "name",
                [
                    .null("name"),
                    ComparisonLevel(
                        .exact("name"), label: "=", m: 0.8, u: 0.2, tfAdjustmentColumn: "name"),
                    ComparisonLevel(.otherwise, label: "other", m: 0.2, u: 0.8),
                ]),
            Comparison(
                "town",
                [
                    .null("town"), ComparisonLevel(.exact("town"), label: "=", m: 0.5, u: 0.25),
                    ComparisonLevel(.otherwise, label: "other", m: 0.5, u: 0.75),
                ]),
        ], blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("name"))])

    @Test func `a record is weighed against its own copy, rarity included`() {
        // log2(1/8) = -3; name 2 bits, its u 0.2 against 1/2 or 1/4; town 1 bit.
        let rows: [[String?]] = [
            ["Ann", "A"], ["Ann", nil], ["Bob", "A"], [nil, "B"], [nil, nil], ["Cyd", "C"],
        ]
        let weights = MatchWeights(
            Self.model, EncodedRecords([Self.table(rows)], for: Self.model))
        let common = logarithm2(0.2 / 0.5)
        let rare = logarithm2(0.2 / 0.25)

        let expected = [common, common - 1, rare, -2, -3, rare]
        for (found, wanted) in zip(weights.selfLinkWeights, expected) {
            #expect(abs(found - wanted) < 1e-9)
        }
        #expect(weights.unlinkables.count(below: -2.5) == 1)
        #expect(weights.unlinkables.count(below: -3) == 0)
        #expect(weights.unlinkables.share(below: 0) == 1)
        #expect(weights.unlinkables.share(below: -1.5) == 0.5)
        #expect(Unlinkables(selfLinkWeights: []).share(below: 0) == 0)
    }

    @Test func `rarity moves a level between the commonest value and the rarest`() throws {
        let rows: [[String?]] = [
            ["Ann", "A"], ["Ann", "A"], ["Ann", "A"], ["Bob", "A"], ["Bob", "A"], [nil, "A"],
        ]
        let weights = MatchWeights(
            Self.model, EncodedRecords([Self.table(rows)], for: Self.model))
        let range = try #require(weights.rarityRanges.first)
        #expect(weights.rarityRanges.count == 1)
        func weight(_ left: Int, _ right: Int) -> Double {
            weights.waterfall(
                RecordLocation(table: 0, row: left), RecordLocation(table: 0, row: right)
            ).evidence[0].matchWeight
        }
        #expect(abs(range.atCommonest - weight(0, 1)) < 1e-9)
        #expect(abs(range.atRarest - weight(3, 4)) < 1e-9)
        #expect(range.atRarest > range.atCommonest)
    }

    @Test func `fields are missed where the unlinkable lack them`() {
        let rows: [[String?]] = [
            ["Ann", "A"], ["Ann", nil], ["Bob", "A"], [nil, "B"], [nil, nil], ["Cyd", "C"],
        ]
        let weights = MatchWeights(
            Self.model, EncodedRecords([Self.table(rows)], for: Self.model))
        let fields = weights.missingFields(below: -1.5)
        #expect(fields.map(\.column) == ["name", "town"])
        #expect(fields.map(\.unlinkableWithout) == [2, 2])
        #expect(fields.map(\.allWithout) == [2, 2])
        #expect(weights.missingFields(below: -10).isEmpty)
    }

    @Test func `the unlinkable are those that a slow count finds, ties and all`() {
        var random = SplitMix64(seed: 4)
        let weights = (0..<300).map { _ in Double(Int.random(in: -20..<40, using: &random)) / 4 }
        let unlinkables = Unlinkables(selfLinkWeights: weights)
        for threshold in stride(from: -6.0, through: 11, by: 0.125) {
            #expect(unlinkables.count(below: threshold) == weights.count { $0 < threshold })
        }
    }

    @Test func `a record with a copy has the weight of the pair that the two make`() throws {
        let people = InventedPeople(count: 40, seed: 5)
        let model = try LinkageModel.people(.dedupeOnly).trained(on: people.tables, seed: 1).model
        let doubled = [people.tables[0], people.tables[0]]
        let weights = MatchWeights(model, EncodedRecords(doubled, for: model))
        let own = weights.selfLinkWeights
        for row in 0..<people.tables[0].rowCount {
            let pair = weights.waterfall(
                RecordLocation(table: 0, row: row), RecordLocation(table: 1, row: row))
            #expect(own[row] == pair.matchWeight)
        }
    }

    @Test func `a profile counts what a column holds, over all tables`() {
        let tables = [
            Self.table([["Ann", "A"], ["Ann", nil], [nil, "B"], ["Bob", ""]]),
            Self.table([["Bob", nil], ["Ann", nil]]),
        ]
        let name = ColumnProfile("name", in: tables)
        #expect(name.tables.map(\.filled) == [3, 2])
        #expect(name.tables.map(\.records) == [4, 2])
        #expect(name.distinctValues == 2)
        #expect(name.singleValues == 0)
        #expect(name.commonest.map(\.value) == ["Ann", "Bob"])
        #expect(name.commonest.map(\.count) == [3, 2])
        #expect(name.shareOfCommonest == 0.6)
        // (3·2 + 2·1) / (5·4)
        #expect(name.chanceOfAgreement == 0.4)
        let absent = ColumnProfile("uprn", in: tables)
        #expect(absent.completeness == 0)
        #expect(absent.chanceOfAgreement == nil)
        #expect(absent.shareOfCommonest == nil)
        #expect(ColumnProfile("name", in: []).completeness == 0)
    }

    @Test(arguments: [LinkType.linkOnly, .dedupeOnly])
    func `rules add what the cross product says, looked at or counted from keys`(
        linkType: LinkType
    ) {
        let people = InventedPeople(count: 60, seed: 13)
        let model = LinkageModel.people(linkType)
        let records = EncodedRecords(people.tables, for: model)
        let twin = CrossProduct(model, people.rows, columns: InventedPeople.columns)
        var seen: Set<[Int]> = []
        var (added, cumulative) = ([Int](), [Int]())
        for rule in model.blockingRulesToGeneratePredictions {
            var new = 0
            for left in twin.rows.indices {
                for right in twin.rows.indices where left < right && twin.mayMatch(left, right) {
                    guard rule.keys.allSatisfy({ twin.agree($0, left, right) }) else { continue }
                    if seen.insert([left, right]).inserted { new += 1 }
                }
            }
            added.append(new)
            cumulative.append(seen.count)
        }

        let looked = model.blockingContributions(in: records)
        #expect(looked.map(\.addedPairs) == added)
        #expect(looked.map(\.cumulativePairs) == cumulative)
        #expect(looked.allSatisfy { !$0.isCountedFromKeys })
        let counted = model.blockingContributions(in: records, limit: 0)
        #expect(counted.map(\.addedPairs) == added)
        #expect(counted.map(\.cumulativePairs) == cumulative)
        #expect(counted.allSatisfy { $0.isCountedFromKeys })
    }

    @Test func `joins in SQL are counted from keys too, and filters are not`() throws {
        let rules = [
            "l.name = r.name", "substr(l.name, 1, 1) = r.town", "l.town = r.town",
            "l.town = r.town and l.name <> r.name",
        ]
        let model = LinkageModel(
            linkType: .dedupeOnly, comparisons: Self.model.comparisons,
            blockingRulesToGeneratePredictions: try rules.map {
                BlockingRule(try Expression(sql: $0), sql: $0)
            })
        var random = SplitMix64(seed: 2)
        let rows = (0..<50).map { _ in
            [
                ["A", "Ab", "B", nil].randomElement(using: &random) ?? nil,
                ["A", "B", "C"].randomElement(using: &random),
            ]
        }
        let records = EncodedRecords([Self.table(rows)], for: model)

        let looked = model.blockingContributions(in: records)
        let counted = model.blockingContributions(in: records, limit: 0)
        #expect(looked.prefix(3).map(\.addedPairs) == counted.prefix(3).map(\.addedPairs))
        #expect((looked[1].addedPairs ?? 0) > 0)
        #expect(looked[3].addedPairs == 0)
        #expect(counted[3].addedPairs == nil)
        #expect(counted[3].cumulativePairs == nil)
    }

    @Test func `without rules every pair is one rule's`() {
        let model = LinkageModel(
            linkType: .dedupeOnly, comparisons: Self.model.comparisons,
            blockingRulesToGeneratePredictions: [])
        let records = EncodedRecords(
            [Self.table([["a", nil], [nil, nil], ["b", "c"]])], for: model)
        #expect(model.blockingContributions(in: records).map(\.addedPairs) == [3])
        #expect(records.possiblePairs(.dedupeOnly) == 3)
    }
}
