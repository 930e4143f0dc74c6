import Linkage
import Testing

struct ExpressionsReadingTests {
    private func read(_ sql: String) throws -> Expression { try Expression(sql: sql) }

    @Test func `every condition that Splink writes is read, printed and read again`() throws {
        for condition in SplinkConditions.all {
            let tree = try Expression(sql: condition)
            #expect(try Expression(sql: tree.sql) == tree, "\(condition)")
        }
        #expect(SplinkConditions.all.count > 470)
    }

    @Test func `columns belong to the side that their suffix or their alias names`() throws {
        let expected = Expression.comparison(
            .equal, .column("first name", .left), .column("first name", .right))
        #expect(try read(#""first name_l" = "first name_r""#) == expected)
        #expect(try read(#"l."first name" = R.`first name`"#) == expected)
        #expect(try read("surname") == .column("surname", nil))
        #expect(try read("l.surname_l") == .column("surname_l", .left))
        #expect(try read("_l") == .column("_l", nil))
    }

    @Test(arguments: [
        ("1 + 2 * 3", "(1 + (2 * 3))"), ("1 - 2 - 3", "((1 - 2) - 3)"),
        ("1 - (2 - 3)", "(1 - (2 - 3))"), ("'a' || 1 + 2", "('a' || (1 + 2))"),
        ("a OR b AND c", "(a OR (b AND c))"), ("NOT a = b", "(NOT (a = b))"),
        ("NOT a AND b", "((NOT a) AND b)"), ("NOT a IS NULL", "(NOT (a IS NULL))"),
        ("a = b IS NULL", "((a = b) IS NULL)"), ("a IS NULL = b", "((a IS NULL) = b)"),
        ("a || b LIKE 'c'", "((a || b) LIKE 'c')"), ("a < b + 1", "(a < (b + 1))"),
        ("a = 1 BETWEEN 0 AND 2", "(a = (1 BETWEEN 0 AND 2))"), ("-2 ^ 2", "((-2) ^ 2)"),
        ("2 ** 3 ^ 2", "((2 ** 3) ^ 2)"), ("-a::INT", "(-(a::INT))"), ("a[1][2]", "((a[1])[2])"),
        ("a BETWEEN 1 AND 2 AND b", "((a BETWEEN 1 AND 2) AND b)"), ("a == b", "(a = b)"),
        ("a != b", "(a <> b)"), ("a % b / c", "((a % b) / c)"), ("- - 2", "2"),
    ])
    func `operators bind as in DuckDB`(_ sql: String, _ bracketed: String) throws {
        #expect(try read(sql) == read(bracketed))
    }

    @Test func `conditions joined by AND or by OR lie flat`() throws {
        let names = ["a", "b", "c", "d"].map { Expression.column($0, nil) }
        #expect(try read("a AND (b AND c) AND d") == .all(names))
        #expect(try read("a or b OR (c oR d)") == .any(names))
    }

    @Test func `shorter forms become the tests that they stand for`() throws {
        let (a, b) = (Expression.column("a", .left), Expression.column("a", .right))
        #expect(try read("a_l NOTNULL") == .not(.isNull(a)))
        #expect(try read("a_l IN ('x')") == .comparison(.equal, a, .constant(.text("x"))))
        #expect(
            try read("a_l NOT BETWEEN 1 AND a_r")
                == .not(
                    .all([
                        .comparison(.greaterOrEqual, a, .constant(.integer(1))),
                        .comparison(.lessOrEqual, a, b),
                    ])))
        #expect(try read("a_l IS NOT TRUE") == read("NOT coalesce(a_l, FALSE)"))
        #expect(try read("SUBSTRING(a_l FROM 2 FOR 3)") == read("substr(a_l, 2, 3)"))
        #expect(try read("YEAR(a_l)") == read("date_part('year', a_l)"))
        #expect(try read("EXTRACT(month FROM a_l)") == read("month(a_l)"))
        #expect(try read("POSITION('x' IN a_l)") == read("strpos(a_l, 'x')"))
        #expect(try read("list_extract(a_l, 1)") == read("a_l[1]"))
        #expect(
            try read("CASE a_l WHEN 1 THEN 2 END") == read("CASE WHEN a_l = 1 THEN 2 ELSE NULL END")
        )
    }

    @Test func `the function over all pairs of elements is one node`() throws {
        let sql = """
            list_max(list_transform(flatten(list_transform(n_l, x -> list_transform(n_r,
            y -> [x, y]))), pair -> jaro_winkler_similarity(pair[1], pair[2])))
            """
        let function = PairwiseFunction(.jaroWinklerSimilarity, isGreatest: true)
        let expected = Expression.pairwise(function, .column("n", .left), .column("n", .right))
        #expect(try read(sql) == expected)
        #expect(try read(expected.sql) == expected)
    }

    @Test func `constants keep what is written`() throws {
        #expect(try read("'it''s'") == .constant(.text("it's")))
        #expect(try read("-5") == .constant(.integer(-5)))
        #expect(try read("2629800.0") == .constant(.number(2_629_800)))
        #expect(try read("1.5e-3") == .constant(.number(0.0015)))
        #expect(try read(".5") == .constant(.number(0.5)))
        #expect(try read("5.") == .constant(.number(5)))
        #expect(try read("5.e2 -- five hundred") == .constant(.number(500)))
        #expect(try read("/* nothing */ Null") == .constant(.null))
        #expect(try read(" else ") == .otherwise)
        #expect(try read("'e\u{301}''\u{301}'").sql == "'e\u{301}''\u{301}'")
    }

    @Test(arguments: [
        ("", 1, "A value is expected instead of the end."),
        ("a = ", 5, "A value is expected instead of the end."),
        ("a = b c", 7, "The condition should end before `c`."),
        ("é = foo(1)", 5, "`foo` is no function that conditions know."),
        ("a = 'b", 5, "A quotation mark is not closed."),
        ("a = \"\"", 5, "A name in quotes is empty."),
        ("a ; b", 3, "The character `;` has no meaning here."),
        ("m.x = 1", 1, "Columns belong to `l` or `r`; `m` is not known."),
        ("l.x.y", 4, "Parts of a column cannot be named with `.`."),
        ("a < b < c", 7, "Comparisons cannot follow each other; join them with AND."),
        ("lower(a, b)", 1, "`lower` takes 1 value, not 2."),
        ("CAST(a AS BLOB)", 11, "The type `BLOB` is not known."),
        ("(a = b", 7, "`)` is expected instead of the end."),
        ("a LIKE b", 8, "The pattern after LIKE must be a text in quotes."),
        ("a IS 1", 6, "NULL, TRUE, FALSE or DISTINCT FROM is expected instead of `1`."),
        ("1x", 1, "A number runs into a word; put a space between them."),
        ("1e", 1, "The exponent of a number is missing."),
        (
            "try_strptime(a, '%Q')", 17,
            "The date format `%Q` is empty or has a sign that is not known."
        ),
        (
            "try_strptime(a, b)", 17,
            "The date format must be a text in quotes or a list of such texts."
        ),
        (
            "regexp_matches(a, '(')", 19,
            "The pattern `(` has a bracket that is not closed, at its character 2."
        ),
        ("regexp_extract(a, 'b', 'c')", 24, "The group must be a number from 0 to 9."),
        ("regexp_replace(a, 'b', '\\1')", 24, "The pattern has no group 1."),
        ("date_diff('eon', a, b)", 11, "The part `eon` of a date is not known."),
        ("SELECT 1", 1, "A value is expected instead of `SELECT`."),
        (
            "list_max(a)", 10,
            "Of functions over lists, only the best value over all pairs of elements of two lists"
                + " is known, in the shape that Splink writes."
        ),
        ("a /* b", 3, "A comment is not closed."),
        ("a = NOT b", 5, "`NOT` needs brackets around it here."),
    ])
    func `a refusal tells the column and what is wrong`(
        _ sql: String, _ column: Int, _ sentence: String
    ) {
        let problem = #expect(throws: ExpressionProblem.self) { try Expression(sql: sql) }
        #expect(problem?.column == column)
        #expect(problem?.sentence == sentence)
        #expect(problem?.expression == sql)
    }

    @Test func `deep nesting is refused, however it is made`() {
        let deep = [
            String(repeating: "(", count: 300) + "a" + String(repeating: ")", count: 300),
            String(repeating: "NOT ", count: 300) + "a",
            String(repeating: "-", count: 1) + "a"
                + String(repeating: " + a", count: 300), "a" + String(repeating: "[1]", count: 300),
            "a" + String(repeating: "::TEXT", count: 300),
            String(repeating: "lower(", count: 300) + "a" + String(repeating: ")", count: 300),
        ]
        for sql in deep {
            let problem = #expect(throws: ExpressionProblem.self) { try Expression(sql: sql) }
            #expect(problem?.sentence == "The condition is nested more than 200 deep.")
        }
    }

    @Test func `a condition that doubles itself is refused`() {
        let sql = "a" + String(repeating: " BETWEEN 1 AND 2 IS NULL", count: 60)
        let problem = #expect(throws: ExpressionProblem.self) { try Expression(sql: sql) }
        #expect(problem?.sentence == "The condition has more than 20000 parts.")
    }

    @Test func `a long chain of conditions is read`() throws {
        let sql = Array(repeating: "a_l = a_r", count: 2000).joined(separator: " AND ")
        guard case .all(let parts) = try read(sql) else {
            Issue.record("The chain is not flat.")
            return
        }
        #expect(parts.count == 2000)
    }
}
