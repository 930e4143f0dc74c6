import Linkage
import Records
import Testing

struct BadInputTests {
    private let model = LinkageModel.people(.linkOnly)

    @Test func `empty tables and single records cannot train and give no pairs`() throws {
        let empty = InventedPeople.table([])
        let one = InventedPeople.table([InventedPeople(count: 3, seed: 1).rows[0][0]])

        #expect(throws: TrainingFailure.tooFewRecords(count: 0)) {
            try model.trained(on: [empty, empty], seed: 1)
        }
        #expect(throws: TrainingFailure.tooFewRecords(count: 1)) {
            try model.trained(on: [one, empty], seed: 1)
        }
        #expect(throws: TrainingFailure.tooFewRecords(count: 1)) {
            try LinkageModel.people(.dedupeOnly).trained(on: [one], seed: 1)
        }
        #expect(throws: TrainingFailure.tooFewRecords(count: 0)) {
            try model.trained(on: [RecordTable](), seed: 1)
        }
        #expect(try model.predictions(left: empty, right: one, threshold: -99).isEmpty)
    }

    @Test func `records without any value cannot train and give no pairs`() throws {
        let blank = InventedPeople.table(
            Array(repeating: InventedPeople.columns.map { _ in nil }, count: 10))

        #expect(throws: TrainingFailure.noTrainingPairs(rules: model.training.emRules)) {
            try model.trained(on: [blank, blank], seed: 1)
        }
        #expect(try model.predictions(left: blank, right: blank, threshold: -99).isEmpty)
    }

    @Test func `a table without any known column is treated as blank`() throws {
        let strange = InventedPeople.table([["x"], ["x"]], columns: ["colour"])
        let records = EncodedRecords([strange, strange], for: model)

        #expect(records.absentColumns == InventedPeople.columns.sorted())
        #expect(throws: TrainingFailure.noTrainingPairs(rules: model.training.emRules)) {
            try model.trained(on: records, seed: 1)
        }
    }

    @Test func `a missing column is reported and counts nothing`() throws {
        let people = InventedPeople(count: 150, seed: 17)
        let names = InventedPeople.columns.filter { $0 != "middle-names" }
        let tables = people.tables.map { $0.selecting(names) }
        let records = EncodedRecords(tables, for: model)

        let trained = try model.trained(on: records, seed: 1)
        let weights = trained.model.weights(for: records)

        #expect(trained.report.absentColumns == ["middle-names"])
        for pair in try weights.predictions(threshold: 0) {
            let evidence = weights.waterfall(pair.left, pair.right).evidence[1]
            #expect(evidence.matchWeight == 0)
            #expect(evidence.strength == .nothingToCompare)
        }
    }

    @Test func `a constant column says nothing`() throws {
        let people = InventedPeople(count: 150, seed: 17)
        let rows = people.rows.map { $0.map { row in row.indices.map { $0 == 5 ? "X" : row[$0] } } }
        let model = LinkageModel.people(.linkOnly, location: .separate)

        let trained = try model.trained(on: rows.map { InventedPeople.table($0) }, seed: 1)

        let town = try #require(
            trained.model.comparisons.first { $0.outputColumnName == "town" })
        #expect(town.comparisonLevels[1].uProbability == 1)
        for level in town.comparisonLevels { #expect(abs(level.matchWeight) < 0.01) }
    }

    @Test func `a pair with nothing to compare keeps the prior weight`() throws {
        let people = InventedPeople(count: 120, seed: 2)
        let trained = try model.trained(on: people.tables, seed: 1).model
        let blank = InventedPeople.table([InventedPeople.columns.map { _ in nil }])
        let records = EncodedRecords([blank, people.tables[1]], for: trained)

        let waterfall = trained.weights(for: records)
            .waterfall(RecordLocation(table: 0, row: 0), RecordLocation(table: 1, row: 0))

        #expect(waterfall.matchWeight == trained.priorMatchWeight)
        #expect(waterfall.evidence.allSatisfy { $0.strength == .nothingToCompare })
    }

    @Test func `a broken model is refused with every problem`() {
        let broken = LinkageModel(
            linkType: .dedupeOnly, probabilityTwoRandomRecordsMatch: 1,
            comparisons: [
                Comparison("a", [.null("a"), ComparisonLevel(.exact("a"), label: "=", m: 2)]),
                Comparison(
                    "a",
                    [
                        ComparisonLevel(
                            .jaro(column: "a", atLeast: 0.9), label: "~", tfAdjustmentColumn: "a"),
                        .otherwise,
                    ]),
            ], blockingRulesToGeneratePredictions: [],
            training: TrainingPlan(prior: .deterministic(rules: [], recall: 0)))

        #expect(broken.problems.count == 7)
        #expect(throws: TrainingFailure.invalidModel(problems: broken.problems)) {
            try broken.trained(on: [RecordTable](), seed: 1)
        }
        #expect(LinkageModel.people(.linkOnly).problems.isEmpty)
        #expect(LinkageModel.people(.dedupeOnly, location: .separate).problems.isEmpty)
    }

    @Test func `more level combinations than can be numbered are a problem`() {
        let levels = (0..<40).map { ComparisonLevel(.exact("c\($0)"), label: "\($0)") }
        let huge = LinkageModel(
            linkType: .dedupeOnly,
            comparisons: (0..<12).map { Comparison("c\($0)", levels + [.otherwise]) },
            blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("c0"))])

        #expect(huge.problems.count == 1)
    }

    @Test func `values that are no dates or postcodes are survived`() throws {
        let rows: [[String?]] = [
            ["Anna", "", "Cole", "31/02/1990", "Flat", "?", "not a postcode", "000"],
            ["Anna", "\u{0}", "Cole", "in spring", "Flat", "?", "not a postcode", "0"],
        ]
        let trained = try LinkageModel.people(.dedupeOnly)
            .trained(on: [InventedPeople.table(rows)], seed: 1)

        #expect(
            try trained.model.predictions(within: InventedPeople.table(rows), threshold: -50).count
                == 1)
    }
}
