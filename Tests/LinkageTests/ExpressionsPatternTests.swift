import Linkage
import Testing

struct ExpressionsPatternTests {
    private func shown(_ sql: String) throws -> String {
        let value = try Expression(sql: sql).value(left: { _ in nil }, right: { _ in nil })
        return String(decoding: value.text, as: UTF8.self)
    }

    @Test(arguments: [
        ("abc", "b", "b"), ("abab", "(ab)+", "abab"), ("aaa", "a*?", ""), ("aaa", "a{2}", "aa"),
        ("aaaa", "a{2,3}?", "aa"), ("abcd", "(?:a|ab)(?:c|bcd)", "abcd"), ("ab", "a|ab", "a"),
        ("a\nb", "a.b", ""), ("a\nb", "(?s)a.b", "a\nb"), ("x1", "[^\\d]", "x"), ("x]", "[]]", "]"),
        ("a-b", "[a\\-]+", "a-"), ("a-b", "[-a]+", "a-"), ("Été", "(?i)ÉTÉ", "Été"),
        ("a b", "\\bb\\b", "b"), ("日本", ".", "日"), ("a{1", "a{1", "a{1"),
        ("AB", "[[:upper:]]+", "AB"),
        ("a+b", "\\+", "+"), ("é", "\\x{e9}", "é"), ("\t", "\\x09", "\t"), ("aXb", "(?i:x)b", "Xb"),
        ("", "^$", ""), ("b", "(?P<n>b)", "b"), ("a\nb", "(?m)^b$", "b"),
        ("SW1A 1AA", "^[A-Za-z]{1,2}", "SW"),
    ])
    func `the first match is the one that RE2 prefers`(
        _ text: String, _ pattern: String, _ found: String
    ) throws {
        #expect(try shown("regexp_extract('\(text)', '\(pattern)')") == found)
    }

    @Test(arguments: [
        "(", ")", "[a", "a**", "*", "a{2}{3}", "a++", "\\", "\\y", "\\1", "\\pL", "(?=a)", "(?!a)",
        "(?<=a)b", "[z-a]", "a{3,2}", "a{1001}", "[[:nonsense:]]", "(?P<>a)", "\\x{110000}",
        "(?U)a",
    ])
    func `a pattern that is not known is refused`(_ pattern: String) {
        #expect(throws: ExpressionProblem.self, "\(pattern)") {
            try Expression(sql: "regexp_matches(a, '\(pattern)')")
        }
    }

    @Test func `groups, replacing and splitting are DuckDB's`() throws {
        #expect(try shown("regexp_extract('ab', '(b)(x)?', 2)").isEmpty)
        #expect(try shown("regexp_extract('ab', 'b', 1)").isEmpty)
        #expect(try shown("regexp_replace('abc', '(b)', '[\\1\\0]')") == "a[bb]c")
        #expect(try shown("regexp_replace('abc', '', '-', 'g')") == "-a-b-c-")
        #expect(try shown("regexp_replace('aAa', 'a', 'b', 'gi')") == "bbb")
        #expect(try shown("regexp_replace('aa', 'a', 'b')") == "ba")
        #expect(try shown("string_split_regex('a1b22c', '[0-9]+')") == "[a, b, c]")
        #expect(try shown("regexp_full_match('abc', 'b')") == "false")
    }

    @Test func `what would fill the memory or take for ever is refused`() {
        #expect(throws: ExpressionProblem.self) {
            try Expression(sql: "regexp_matches(a, '(?:(?:(?:){1000}){1000}){1000}')")
        }
        let long = String(repeating: "a", count: 5000)
        let growing = "replace(replace('aaaaaaaaaa', 'a', '\(long)'), 'a', '\(long)')"
        #expect(throws: EvaluationProblem.self) { try shown(growing) }
    }

    @Test func `a pattern that makes other engines slow takes linear time`() throws {
        let text = String(repeating: "a", count: 2000)
        #expect(try shown("regexp_matches('\(text)', '^(a+)+$')") == "true")
        #expect(try shown("regexp_matches('\(text)b', '^(a|a)*$')") == "false")
    }
}
