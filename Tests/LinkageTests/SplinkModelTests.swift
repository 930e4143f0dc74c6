import Foundation
import Records
import Testing

@testable import Linkage

/// Models in Splink's own form, on generated tables, against expressions taken one by one.
struct SplinkModelTests {
    static let columns = ["unique_id", "first_name", "surname", "dob", "postcode", "amount"]

    /// Conditions of levels, of the forms that Splink's libraries write.
    static let conditions = [
        #""first_name_l" = "first_name_r""#, #""surname_l" = "surname_r""#,
        #""dob_l" = "dob_r""#, #"lower("surname_l") = lower("surname_r")"#,
        #"levenshtein("surname_l", "surname_r") <= 1"#,
        #"levenshtein("surname_l", "surname_r") < 3"#,
        #"damerau_levenshtein("dob_l", "dob_r") <= 1"#,
        #"jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.88"#,
        #"jaro_similarity("surname_l", "surname_r") > 0.7"#,
        #""first_name_l" = "surname_r" AND "surname_l" = "first_name_r""#,
        #""first_name_l" = "surname_r""#,
        #"NULLIF(regexp_extract("postcode_l", '^[A-Z]{1,2}'), '') = "#
            + #"NULLIF(regexp_extract("postcode_r", '^[A-Z]{1,2}'), '')"#,
        #"substr("postcode_l", 1, 3) = substr("postcode_r", 1, 3)"#,
        #"ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) "#
            + #"- EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 31557600"#,
        #"NOT ("first_name_l" = "first_name_r") AND NOT "surname_l" IS NULL"#,
        #"NOT ("surname_l" <> "surname_r" OR "dob_l" <> "dob_r")"#,
        #"coalesce("first_name_l", 'none') = coalesce("first_name_r", 'none')"#,
        #"jaccard("first_name_l", "first_name_r") >= 0.5"#,
        #""surname_l" || "dob_l" = "surname_r" || "dob_r""#,
        #"length("surname_l") > length("surname_r")"#,
        #"CAST("amount_l" AS DOUBLE) = CAST("amount_r" AS DOUBLE)"#,
        #"CASE WHEN "surname_l" = "surname_r" THEN "dob_l" <> "dob_r" ELSE false END"#,
        #""first_name_l" IN ('Ann', 'Bob') AND "first_name_r" = "first_name_l""#,
    ]

    static let rules = [
        "l.surname = r.surname", "l.first_name = r.surname",
        "substr(l.dob, 1, 4) = substr(r.dob, 1, 4) AND l.postcode = r.postcode",
        "l.dob = r.dob OR l.postcode = r.postcode",
        "l.dob = r.dob AND l.surname <> r.surname",
        "(l.surname = r.surname OR l.dob = r.dob) AND length(l.first_name) > 2",
        "levenshtein(l.surname, r.surname) <= 1", "l.first_name < r.first_name AND l.dob = r.dob",
        "lower(l.surname) = lower(r.first_name) AND l.postcode = r.postcode",
    ]

    /// A model of some conditions and rules, as the JSON of Splink.
    static func model(seed: Int, _ linkType: String) throws -> LinkageModel {
        var random = SplitMix64(seed: UInt64(seed))
        let comparisons = (0..<3).map { number in
            let levels = (0..<3).map { _ in
                conditions[Int.random(in: 0..<conditions.count, using: &random)]
            }
            let column = ["first_name", "surname", "dob"][number]
            let null = level(
                #""\#(column)_l" IS NULL OR "\#(column)_r" IS NULL"#, ["is_null_level": true])
            let exact = level(
                #""\#(column)_l" = "\#(column)_r""#,
                [
                    "m_probability": 0.8, "u_probability": 0.01, "tf_adjustment_column": column,
                    "tf_adjustment_weight": 0.5, "tf_minimum_u_value": 0.03,
                ])
            let middle = levels.enumerated().map { place, sql in
                level(sql, ["m_probability": 0.1 / Double(place + 1), "u_probability": 0.05])
            }
            let rest = level("ELSE", ["m_probability": 0.02, "u_probability": 0.7])
            return [
                "output_column_name": "c\(number)",
                "comparison_levels": [null, exact] + middle + [rest],
            ]
        }
        let settings: [String: Any] = [
            "link_type": linkType, "probability_two_random_records_match": 0.01,
            "comparisons": comparisons,
            "blocking_rules_to_generate_predictions": (0..<3).map { _ in
                [
                    "blocking_rule": rules[Int.random(in: 0..<rules.count, using: &random)],
                    "sql_dialect": "duckdb",
                ]
            },
        ]
        return try JSONDecoder().decode(
            LinkageModel.self, from: try JSONSerialization.data(withJSONObject: settings))
    }

    private static func level(_ sql: String, _ more: [String: Any]) -> [String: Any] {
        more.merging(["sql_condition": sql, "label_for_charts": sql]) { first, _ in first }
    }

    static func rows(seed: Int, count: Int) -> [[String?]] {
        var random = SplitMix64(seed: UInt64(seed))
        let names = [
            "Ann", "Anne", "ANN", "Bob", "Bobb", "Zoë", "Zoe", "O'Neil", "Smith", "Smyth", "",
        ]
        let dates = ["1980-01-31", "1980-01-13", "1981-01-31", "1980-02-30", "19800131", "", "x"]
        let postcodes = ["AB1 2CD", "AB1 2CE", "AB12 3CD", "A1 1AA", "", "1AB"]
        let amounts = ["1", "1.0", "2.5", "", "-3"]
        return (0..<count).map { row in
            [
                "\(row)", names[Int.random(in: 0..<names.count, using: &random)],
                names[Int.random(in: 0..<names.count, using: &random)],
                dates[Int.random(in: 0..<dates.count, using: &random)],
                postcodes[Int.random(in: 0..<postcodes.count, using: &random)],
                amounts[Int.random(in: 0..<amounts.count, using: &random)],
            ]
        }
    }

    static func table(_ rows: [[String?]]) -> RecordTable {
        var builder = RecordTable.Builder(columns: columns)
        for row in rows { builder.append(row) }
        return builder.table()
    }

    @Test(arguments: ["dedupe_only", "link_only", "link_and_dedupe"])
    func `generated models score generated tables as their expressions say`(
        linkType: String
    ) throws {
        for seed in 0..<25 {
            let model = try Self.model(seed: seed, linkType)
            let parts = [
                Self.rows(seed: seed + 1_000, count: 25), Self.rows(seed: seed, count: 20),
            ]
            let tables = linkType == "dedupe_only" ? [parts[0]] : parts
            let records = EncodedRecords(tables.map(Self.table), for: model)
            let twin = try ExpressionCrossProduct(model, tables, columns: Self.columns)
                .predictions()
            let pairs = try model.weights(for: records).predictions(threshold: -.infinity)

            #expect(pairs.count == twin.count, "seed \(seed)")
            for pair in pairs {
                let key = [records.record(at: pair.left), records.record(at: pair.right)]
                let weight = try #require(twin[key], "seed \(seed): \(key)")
                #expect(abs(pair.matchWeight - weight) < 1e-9, "seed \(seed): \(key)")
            }
            let strong = try model.weights(for: records).predictions(threshold: 2, threads: 3)
            #expect(strong == pairs.filter { $0.matchWeight >= 2 }, "seed \(seed)")
        }
    }

    @Test func `a model comes back from its JSON as it was`() throws {
        for seed in 0..<10 {
            let model = try Self.model(seed: seed, "dedupe_only")
            let data = try JSONEncoder().encode(model)

            #expect(try JSONDecoder().decode(LinkageModel.self, from: data) == model)
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("sql_condition") && !text.contains("\"condition\""))
        }
    }

    @Test(arguments: [
        (#""a_l" ="#, "sql_condition"), (#"frobnicate("a_l") = 1"#, "frobnicate"),
    ])
    func `a condition that cannot be read is refused with what it is`(sql: String, said: String) {
        let settings: [String: Any] = [
            "link_type": "dedupe_only",
            "comparisons": [
                ["output_column_name": "a", "comparison_levels": [["sql_condition": sql]]]
            ],
        ]
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(
                LinkageModel.self, from: try JSONSerialization.data(withJSONObject: settings))
        }
        #expect(error.map { "\($0)".contains(said) } == true)
    }

    @Test func `a key that is not known is refused by name`() {
        let text = #"{"link_type": "dedupe_only", "comparisons": [], "comparsions": []}"#
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(LinkageModel.self, from: Data(text.utf8))
        }
        #expect(error.map { "\($0)".contains("comparsions") } == true)
    }

    @Test func `missing probabilities count as Splink counts them`() throws {
        let text = """
            {"link_type": "dedupe_only", "comparisons": [{"output_column_name": "a",
            "comparison_levels": [{"sql_condition": "a_l = a_r"}, {"sql_condition": "ELSE"}]}]}
            """
        let model = try JSONDecoder().decode(LinkageModel.self, from: Data(text.utf8))
        let levels = model.withSplinkDefaults.comparisons[0].comparisonLevels

        let m: [Double?] = [0.95, 0.05]
        // 10 bits for, and 5 bits against.
        let u: [Double?] = [0.95 / 1024, 1.6]

        #expect(levels.map(\.mProbability) == m)
        #expect(levels.map(\.uProbability) == u)
    }
}
