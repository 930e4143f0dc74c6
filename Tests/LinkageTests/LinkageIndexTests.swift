import Foundation
import Records
import Testing

@testable import Linkage

/// New records against an index, held against predicting over everything.
struct LinkageIndexTests {
    /// A record's source and row there.
    private struct Place: Hashable {
        let source: Int
        let row: Int
    }

    private static let lists = """
        {"link_type": "dedupe_only", "probability_two_random_records_match": 0.01,
         "comparisons": [{"output_column_name": "dob", "comparison_levels": [
          {"sql_condition": "dob_l IS NULL OR dob_r IS NULL", "is_null_level": true},
          {"sql_condition": "dob_l = dob_r", "m_probability": 0.8, "u_probability": 0.1,
           "tf_adjustment_column": "dob"},
          {"sql_condition": "ELSE", "m_probability": 0.2, "u_probability": 0.9}]}],
         "blocking_rules_to_generate_predictions": [
          {"blocking_rule": "l.surname = r.surname AND l.dob <> r.dob",
           "arrays_to_explode": ["surname"]},
          "l.dob = r.dob",
          {"blocking_rule": "l.surname = r.first_name",
           "arrays_to_explode": ["surname", "first_name"]}]}
        """

    private func listRows(_ seed: Int) -> [[String?]] {
        var random = SplitMix64(seed: UInt64(seed))
        func list() -> String {
            let names = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                ["Ann", "Bob", "Cyd", "Dee", "Eve"][Int.random(in: 0..<5, using: &random)]
            }
            return "[" + names.joined(separator: ", ") + "]"
        }
        return SplinkModelTests.rows(seed: seed, count: 24).map { row in
            [row[0], list(), list()] + row[3...]
        }
    }

    @Test(arguments: ["dedupe_only", "link_only", "link_and_dedupe"])
    func `any split in any order gives the pairs of predicting over everything`(
        linkType: String
    ) throws {
        for seed in 0..<20 {
            let model = try SplinkModelTests.model(seed: seed, linkType)
            let rows = [
                SplinkModelTests.rows(seed: seed + 1_000, count: 25),
                SplinkModelTests.rows(seed: seed, count: 20),
            ]
            try check(model, linkType == "dedupe_only" ? [rows[0]] : rows, seed)
        }
    }

    @Test func `lists that count by element give the pairs of predicting over everything`() throws {
        let model = try JSONDecoder().decode(LinkageModel.self, from: Data(Self.lists.utf8))
        for seed in 0..<20 { try check(model, [listRows(seed)], seed) }
    }

    @Test func `without a rule every pair is made`() throws {
        let model = try SplinkModelTests.model(seed: 3, "dedupe_only")
        let every = LinkageModel(
            linkType: .dedupeOnly, comparisons: model.comparisons,
            blockingRulesToGeneratePredictions: [])
        try check(every, [SplinkModelTests.rows(seed: 5, count: 18)], 5)
    }

    private func check(_ model: LinkageModel, _ rows: [[[String?]]], _ seed: Int) throws {
        let records = EncodedRecords(rows.map(SplinkModelTests.table), for: model)
        let all = try model.weights(for: records).predictions(threshold: -.infinity)
        var random = SplitMix64(seed: UInt64(seed + 77))
        var order = rows.indices.flatMap { source in
            rows[source].indices.map { Place(source: source, row: $0) }
        }
        order.shuffle(using: &random)
        var index = LinkageIndex(model, hasNumericIDs: true)
        var places: [Place] = []
        var batches: [Range<Int>] = []
        while places.count < order.count {
            // Records of one source at a time, few or many.
            let source = order[places.count].source
            let batch = order[places.count...].prefix(Int.random(in: 1...9, using: &random))
                .prefix { $0.source == source }
            let table = SplinkModelTests.table(batch.map { rows[$0.source][$0.row] })
            batches.append(try index.append(table, source: "s\(source)"))
            places += batch
        }
        index.refreshTermFrequencies()
        for batch in batches {
            let found = try index.pairs(
                with: batch, threshold: -.infinity, threads: seed % 3 + 1)
            let arrivals = Dictionary(
                uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
            func arrival(_ location: RecordLocation) -> Int {
                arrivals[Place(source: location.table, row: location.row)] ?? -1
            }
            let expected = all.filter {
                batch.contains(max(arrival($0.left), arrival($0.right)))
            }
            #expect(
                found.map { [places[$0.leftRow], places[$0.rightRow]] }
                    == expected.map { pair in
                        [pair.left, pair.right].map { Place(source: $0.table, row: $0.row) }
                    }, "seed \(seed)")
            #expect(found.map(\.matchWeight) == expected.map(\.matchWeight), "seed \(seed)")
            #expect(found.map(\.pattern) == expected.map(\.pattern), "seed \(seed)")
        }
    }

    @Test func `term frequencies are those that were counted last`() throws {
        let model = try SplinkModelTests.model(seed: 4, "dedupe_only")
        let rows = SplinkModelTests.rows(seed: 9, count: 40)
        let (old, new) = (
            SplinkModelTests.table(Array(rows[..<15])), SplinkModelTests.table(Array(rows[15...]))
        )
        var index = LinkageIndex(model, hasNumericIDs: true)
        try index.append(old)
        index.refreshTermFrequencies()
        let added = try index.append(new)

        let everything = EncodedRecords([old, new], for: model)
        let counted = MatchWeights.frequencies(model, EncodedRecords([old], for: model))
        let expected = try MatchWeights(model, everything, counted).predictions(threshold: 0)
            .filter { everything.record(at: $0.right) >= 15 }
        let found = try index.pairs(with: added, threshold: 0)

        #expect(!found.isEmpty)
        #expect(found.map(\.matchWeight) == expected.map(\.matchWeight))
    }

    @Test func `an id that is there already is refused, and nothing is added`() throws {
        let model = try SplinkModelTests.model(seed: 1, "link_and_dedupe")
        let rows = SplinkModelTests.rows(seed: 1, count: 6)
        var index = LinkageIndex(model)
        try index.append(SplinkModelTests.table(Array(rows[..<4])), source: "a")

        #expect(throws: IndexRefusal.repeatedID("3")) {
            try index.append(SplinkModelTests.table([rows[5], rows[3]]), source: "a")
        }
        #expect(throws: IndexRefusal.repeatedID("5")) {
            try index.append(SplinkModelTests.table([rows[5], rows[5]]), source: "a")
        }
        #expect(throws: IndexRefusal.missingID(row: 1)) {
            try index.append(SplinkModelTests.table([rows[5], [nil] + rows[4].dropFirst()]))
        }
        #expect(index.count == 4 && index.record("5", source: "a") == nil)
        // Another source may use the same ids.
        #expect(try index.append(SplinkModelTests.table(rows), source: "b") == 4..<10)
        #expect(index.record("5", source: "b") == 9)
        #expect(index.id(of: 9) == "5" && index.source(of: 9) == "b")
    }

    @Test func `too many pairs are refused before any is made`() throws {
        let model = LinkageModel(
            linkType: .dedupeOnly,
            comparisons: [
                Comparison("town", [ComparisonLevel(.exact("town"), label: "="), .otherwise])
            ], blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("town"))],
            training: TrainingPlan(maximumPairsPerRule: 99))
        var index = LinkageIndex(model)
        var builder = RecordTable.Builder(columns: ["unique_id", "town"])
        for row in 0..<100 { builder.append(["\(row)", "Saffend"]) }
        try index.append(builder.table())
        #expect(throws: LinkageFailure.self) { try index.pairs(with: 99..<100, threshold: 0) }
        #expect(try index.pairs(with: 100..<100, threshold: 0).isEmpty)
    }
}
