extension Rule {
    private static let longFile = String(repeating: "let a = 1\n", count: 401)
    private static let fullFile = String(repeating: "let a = 1\n", count: 400)

    private static func function(lines: Int) -> String {
        "func f() {\n" + String(repeating: "    // }\n", count: lines - 2) + "}\n"
    }

    static let sizes = [
        Rule(
            name: "a file has at most 400 lines",
            bad: [
                Sample("Sources/Records/Long.swift", longFile),
                Sample("Tests/Browser/long.py", longFile),
            ],
            good: [Sample("Sources/Records/Full.swift", fullFile)],
            check: { file in
                guard file.isSwift || file.path.hasSuffix(".py"), file.lineCount > 400 else {
                    return []
                }
                return [(file.lineCount, "the file has \(file.lineCount) lines; split it")]
            }),
        Rule(
            name: "a function has at most 70 lines",
            bad: [
                Sample("Sources/Web/Page.swift", function(lines: 71)),
                Sample(
                    "Sources/Web/Page.swift",
                    "struct S {\n" + function(lines: 80).replacing("func f()", with: "var f: Int")
                        + "}\n"),
            ],
            good: [Sample("Sources/Web/Page.swift", function(lines: 70))],
            check: { file in
                FunctionExtent.all(in: file.tokens).filter { $0.lineCount > 70 }.map {
                    ($0.firstLine, "`\($0.name)` has \($0.lineCount) lines; split it")
                }
            }),
        Rule(
            name: "a line of Swift has at most 100 columns",
            bad: [
                Sample("Sources/Web/Page.swift", String(repeating: "a", count: 101)),
                Sample("Package.swift", "let a = \"" + String(repeating: "a", count: 100) + "\""),
            ],
            good: [
                Sample("Sources/Web/Page.swift", String(repeating: "é", count: 100)),
                Sample("Sources/Web/Style.css", String(repeating: "a", count: 101)),
                Sample(
                    "Sources/Web/Page.swift",
                    "let a = #\"\"\"\n" + String(repeating: "a", count: 101) + "\n\"\"\"#\n"),
            ],
            check: { file in
                guard file.isSwift else { return [] }
                return file.lines.enumerated().filter { index, line in
                    line.utf8.count > 100 && line.count > 100
                        && !file.literalLines.contains(index + 1)
                }.map { ($0.offset + 1, "the line has \($0.element.count) columns") }
            }),
    ]
}
