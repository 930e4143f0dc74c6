import Testing

@testable import Exchange

/// Where the values of a JSON text begin.
struct JSONLinesTests {
    @Test func `values are found by the names and indices that lead to them`() {
        let lines = JSONLines(
            """
            {
              "a": 1,
              "list": [
                {"x": "one \\" two"},
                {
                  "x": null,
                  "y": [true,
                    -1.5e3]
                }
              ]
            }
            """)

        #expect(lines.broken == nil)
        #expect(lines.line(of: []) == 1)
        #expect(lines.line(of: ["a"]) == 2)
        #expect(lines.line(of: ["list", "0", "x"]) == 4)
        #expect(lines.line(of: ["list", "1"]) == 5)
        #expect(lines.line(of: ["list", "1", "y", "1"]) == 8)
        #expect(lines.line(of: ["list", "1", "missing", "0"]) == 5)
        #expect(lines.line(of: ["nothing"]) == 1)
    }

    @Test(arguments: [
        ("", 1), ("{", 1), ("{\n\"a\" 1}", 2), ("{\n\"a\": 1\n\"b\": 2}", 3), ("[1,\n\n]", 3),
        ("{\"a\": \"open\n}", 1), ("{}\n\n{}", 3), ("{\n\"a\": }", 2), ("{1: 2}", 1),
    ])
    func `the line on which a text stops being JSON is told`(text: String, line: Int) {
        #expect(JSONLines(text).broken == line)
    }

    @Test func `a text that nests without end is refused`() {
        #expect(JSONLines(String(repeating: "[", count: 100_000)).broken == 1)
    }
}
