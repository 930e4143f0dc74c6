extension Rule {
    private static let vagueEndings = [
        "Manager", "Service", "Services", "Helper", "Helpers", "Util", "Utils", "Utilities", "Impl",
    ]
    private static let typeKeywords: Set = [
        "struct", "class", "enum", "actor", "protocol", "typealias",
    ]

    static let shapes = [names, docstrings, expectations, banners]

    private static let names = Rule(
        name: "no type is named after a vague role",
        bad: [
            Sample("Sources/Web/A.swift", "struct SessionManager {}"),
            Sample("Sources/Web/A.swift", "final class Helpers {}"),
            Sample("Tests/WebTests/A.swift", "enum TextUtils {}"),
        ],
        good: [
            Sample("Sources/Web/A.swift", "extension FileManager {}\nstruct ServiceAddress {}"),
            Sample("Sources/Web/A.swift", "class func manager() {}"),
        ],
        check: { file in
            zip(file.tokens, file.tokens.dropFirst()).filter { keyword, name in
                typeKeywords.contains(keyword.text)
                    && vagueEndings.contains(where: name.text.hasSuffix)
            }.map { ($1.line, "`\($1.text)` says nothing; name the thing itself") }
        })

    private static let docstrings = Rule(
        name: "every public declaration says what it is",
        bad: [
            Sample("Sources/Records/A.swift", "public struct A {}\n"),
            Sample(
                "Sources/Records/A.swift", "/// A.\npublic struct A {\n    public let b: Int\n}\n"),
            Sample("Sources/Records/A.swift", "// A.\n@inlinable\npublic func a() {}\n"),
            Sample("Sources/Records/A.swift", "@frozen public struct A {}\n"),
        ],
        good: [
            Sample("Sources/Records/A.swift", "/// A.\n@inlinable\npublic func a() {}\n"),
            Sample("Sources/Records/A.swift", "public import Crypto\nlet a = \"\npublic\"\n"),
            Sample("Sources/CLI/A.swift", "public struct A {}\n"),
        ],
        check: { file in
            guard file.isProduct, file.target != "CLI" else { return [] }
            let code = file.codeLines
            return code.indices.filter { index in
                isPublicDeclaration(code[index]) && !isDocumented(index, code: code, in: file)
            }.map { ($0 + 1, "the declaration has no documentation comment") }
        })

    /// Whether a line of code begins with `public`, attributes apart.
    private static func isPublicDeclaration(_ line: String) -> Bool {
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
        return words.first == "public" && words.dropFirst().first != "import"
            && words.dropFirst().first != "extension"
    }

    /// Whether a documentation comment ends right above a line and the attributes on top of it.
    private static func isDocumented(_ index: Int, code: [String], in file: SourceFile) -> Bool {
        var above = index - 1
        while above >= 0, code[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        guard above >= 0 else { return false }
        return file.lines[above].drop(while: { $0 == " " }).hasPrefix("///")
    }

    private static let expectations = Rule(
        name: "every file of tests expects something",
        bad: [
            Sample("Tests/WebTests/PageTests.swift", "@Test func a() { b() } // #expect(c)"),
            Sample("Tests/WebTests/PageTests.swift", "import Testing\n"),
        ],
        good: [
            Sample("Tests/WebTests/PageTests.swift", "@Test func a() { #expect(b()) }"),
            Sample("Tests/WebTests/PageTests.swift", "@Test func a() throws { try #require(b()) }"),
            Sample("Tests/WebTests/Fixture.swift", "let a = 1"),
        ],
        check: { file in
            let tests = file.lines(holding: "@Test")
            guard file.isTest, !tests.isEmpty || file.path.hasSuffix("Tests.swift") else {
                return []
            }
            let expects = ["#expect", "#require", "Issue.record"].contains {
                !file.lines(holding: $0).isEmpty
            }
            if tests.isEmpty { return [(1, "a file named after tests has none")] }
            return expects ? [] : [(tests[0], "no test of this file can fail")]
        })

    private static let banners = Rule(
        name: "no comment is a banner, and only long files have section marks",
        bad: [
            Sample("Sources/Web/A.swift", "// ------\nlet a = 1\n"),
            Sample("Sources/Web/A.swift", "// MARK: - Views\nlet a = 1\n"),
        ],
        good: [
            Sample("Sources/Web/A.swift", "let a = \"// MARK: - Views\"\n"),
            Sample(
                "Sources/Web/A.swift",
                "// MARK: Views\n" + String(repeating: "let a = 1\n", count: 200)),
        ],
        check: { file in
            guard file.isSwift else { return [] }
            return file.lines.enumerated().filter { _, line in
                let text = line.drop { $0 == " " }
                return text.hasPrefix("// MARK:") && file.lineCount < 200
                    || ["// --", "// ==", "// **", "// ##", "////"].contains(where: text.hasPrefix)
            }.map { ($0.offset + 1, "the comment only decorates") }
        })
}
