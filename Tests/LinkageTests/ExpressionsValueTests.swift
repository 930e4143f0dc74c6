import Linkage
import Testing

struct ExpressionsValueTests {
    private func value(
        _ sql: String, left: [String: String] = [:], right: [String: String] = [:]
    ) throws -> Value {
        try Expression(sql: sql).value(
            left: { left[$0].map { Array($0.utf8) } }, right: { right[$0].map { Array($0.utf8) } })
    }

    @Test(arguments: [
        ("TRUE", "TRUE", "true", "true"), ("TRUE", "FALSE", "false", "true"),
        ("TRUE", "NULL", "null", "true"), ("FALSE", "FALSE", "false", "false"),
        ("FALSE", "NULL", "false", "null"), ("NULL", "NULL", "null", "null"),
    ])
    func `AND and OR have the three values of SQL`(
        _ left: String, _ right: String, _ both: String, _ either: String
    ) throws {
        for (first, second) in [(left, right), (right, left)] {
            #expect(try shown(value("\(first) AND \(second)")) == both)
            #expect(try shown(value("\(first) OR \(second)")) == either)
        }
    }

    @Test(arguments: [
        ("NOT NULL", "null"), ("NOT TRUE", "false"), ("NULL IS NULL", "true"),
        ("TRUE IS NULL", "false"), ("NULL IS TRUE", "false"), ("NULL IS NOT TRUE", "true"),
        ("FALSE IS FALSE", "true"), ("NULL IS FALSE", "false"), ("NULL IS NOT FALSE", "true"),
        ("NULL = NULL", "null"), ("'a' = NULL", "null"), ("'a' || NULL", "null"),
        ("1 + NULL", "null"), ("NULL IN ('a')", "null"), ("'b' IN ('a', NULL)", "null"),
        ("'a' IN ('a', NULL)", "true"), ("'a' NOT IN ('b', NULL)", "null"),
        ("NULL BETWEEN 1 AND 2", "null"), ("3 BETWEEN NULL AND 2", "false"),
        ("NULL IS NOT DISTINCT FROM NULL", "true"), ("'a' IS DISTINCT FROM NULL", "true"),
        ("coalesce(NULL, 'a')", "a"), ("concat('a', NULL, 1)", "a1"), ("least(2, NULL)", "2"),
        ("nullif('a', NULL)", "a"), ("nullif('a', 'a')", "null"), ("lower(NULL)", "null"),
        ("CASE WHEN NULL THEN 1 END", "null"), ("CASE WHEN NULL THEN 1 ELSE 2 END", "2"),
        ("CAST(NULL AS INTEGER)", "null"), ("[NULL, 'a'][1]", "null"), ("ELSE", "true"),
    ])
    func `the unknown value goes through expressions as in DuckDB`(
        _ sql: String, _ expected: String
    ) throws {
        #expect(try shown(value(sql)) == expected)
    }

    @Test func `columns are read from their own record, those without a side from the left`() throws
    {
        let (left, right) = (["n": "Ann"], ["n": "Bea"])
        #expect(try shown(value("n_l || n_r", left: left, right: right)) == "AnnBea")
        #expect(try shown(value("n", left: left, right: right)) == "Ann")
        #expect(try value("l.other IS NULL", left: left, right: right) == .boolean(true))
    }

    @Test func `a text beside a number is read as one`() throws {
        #expect(try value("a_l = 5", left: ["a": " 5.0 "]) == .boolean(true))
        #expect(try value("a_l < 10", left: ["a": "9"]) == .boolean(true))
        #expect(throws: EvaluationProblem.self) { try value("a_l = 5", left: ["a": "five"]) }
    }

    @Test func `columns that are calculated with are compared as numbers`() throws {
        let sql = """
            (ABS("n_l" - "n_r") / (CASE WHEN "n_r" > "n_l" THEN "n_r" ELSE "n_l" END)) < 0.1
            """
        #expect(try Expression(sql: sql).columnsReadAsNumbers == ["n"])
        #expect(try value(sql, left: ["n": "99"], right: ["n": "100"]) == .boolean(true))
        #expect(try value(sql, left: ["n": "9"], right: ["n": "10"]) == .boolean(false))
        #expect(try value(sql, left: ["n": "9"]) == .null)
    }

    @Test func `columns of dates may stay dates`() throws {
        let (left, right) = (["d": "2020-02-01"], ["d": "2020-01-31"])
        #expect(try value("l.d - r.d", left: left, right: right) == .integer(1))
        #expect(
            try value("ABS(EPOCH(d_l) - EPOCH(d_r)) <= 86400", left: left, right: right)
                == .boolean(true))
        #expect(
            try value("date_diff('month', d_r, d_l)", left: left, right: right) == .integer(1))
    }

    @Test func `texts written as lists are lists where lists are needed`() throws {
        let (left, right) = (["n": "[Ann, 'Bea Rose']"], ["n": "[\"Bea Rose\", NULL, Cat]"])
        #expect(
            try value("array_length(list_intersect(n_l, n_r)) >= 1", left: left, right: right)
                == .boolean(true))
        #expect(try shown(value("n_l[2]", left: left)) == "Bea Rose")
        #expect(try shown(value("n_l[-1]", left: left)) == "Bea Rose")
        #expect(try shown(value("n_l[2]", left: ["n": "Ann"])) == "n")
        #expect(throws: EvaluationProblem.self) {
            try value("array_length(n_l)", left: ["n": "Ann"])
        }
    }

    @Test func `a cast to FLOAT is compared in 32 bits`() throws {
        #expect(try value("CAST(a_l AS FLOAT) <= 0.1", left: ["a": "0.1"]) == .boolean(true))
        #expect(try value("CAST(a_l AS DOUBLE) <= 0.1", left: ["a": "0.1"]) == .boolean(true))
        #expect(
            try value("CAST(a_l AS FLOAT) = 0.1", left: ["a": "0.10000000149"]) == .boolean(true))
    }

    @Test func `the kilometres between two places are those that Splink's condition asks for`()
        throws
    {
        let condition = try #require(
            SplinkConditions.all.first { $0.contains("acos(") && $0.contains("<= 10") })
        let westminster = ["lat": "51.4995", "long": "-0.1248"]
        let near = ["lat": "51.5138", "long": "-0.0984"]
        let far = ["lat": "52.4862", "long": "-1.8904"]
        #expect(try value(condition, left: westminster, right: near) == .boolean(true))
        #expect(try value(condition, left: westminster, right: far) == .boolean(false))
        #expect(try value(condition, left: westminster, right: westminster) == .boolean(true))
    }

    @Test(arguments: [
        "CAST('x' AS INTEGER)", "CAST('3000000000' AS INTEGER)", "CAST('' AS DOUBLE)",
        "CAST('2021-02-30' AS DATE)", "CAST('maybe' AS BOOLEAN)", "CAST('a' AS VARCHAR[])",
        "hamming('a', 'ab')", "hamming('', '')", "jaccard('', 'a')", "1 % 0",
        "9223372036854775807 + 1", "strptime('x', '%Y')", "'a' AND TRUE", "'x' = 1",
    ])
    func `what has no value is a problem, and TRY_CAST makes it unknown`(_ sql: String) throws {
        let problem = #expect(throws: EvaluationProblem.self) { try value(sql) }
        #expect(problem?.sentence.hasSuffix(".") == true)
        if sql.hasPrefix("CAST") { #expect(try value("TRY_" + sql) == .null) }
    }

    @Test func `the values are those that DuckDB gave`() throws {
        for (sql, expected) in DuckDBAnswers.all {
            let found = try shown(value(sql))
            #expect(isSame(found, expected), "\(sql) is \(found), not \(expected)")
        }
        #expect(DuckDBAnswers.all.count > 300)
    }

    private func shown(_ value: Value) -> String {
        value == .null ? "null" : String(decoding: value.text, as: UTF8.self)
    }

    /// The same text, or numbers that differ by rounding alone.
    private func isSame(_ found: String, _ expected: String) -> Bool {
        if found == expected { return true }
        guard let left = Double(found), let right = Double(expected) else { return false }
        return abs(left - right) <= 1e-12 * max(abs(left), abs(right))
    }
}
