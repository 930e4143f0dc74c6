import Testing

struct BlankingTests {
    /// Source, and its code with every run of blanks as one space.
    static let samples: [(String, String)] = [
        ("a // b", "a "),
        ("a /* b /* c */ d */ e", "a e"),
        ("a = \"b\" + c", "a = \" \" + c"),
        (#"a = "\"b" + c"#, "a = \" \" + c"),
        (#"a = "x\(b("y"))z" + c"#, "a = \" (b(\" \")) \" + c"),
        (#"a = "\\" // b"#, "a = \" \" "),
        ("a = \"\"\"\n  b \" {\n  \"\"\" + c", "a = \"\"\"\n \n \"\"\" + c"),
        (##"a = #"b\(c)"d"# + e"##, "a = #\" \"# + e"),
        (##"a = #"b\#(c)"# + e"##, "a = #\" (c)\"# + e"),
        ("func `a { b`() {}", "func `_____`() {}"),
        ("a.split(/[\"{]/) + b", "a.split(/ /) + b"),
        ("a = b / c + d / e", "a = b / c + d / e"),
        ("a = (b / c) // d", "a = (b / c) "),
        ("#if os(Linux)", "#if os(Linux)"),
    ]

    @Test(arguments: samples)
    func `only code is left`(_ source: String, _ code: String) {
        let blanked = Blanking(source).code

        #expect(blanked.count == source.utf8.count)
        #expect(collapsed(String(decoding: blanked, as: UTF8.self)) == code)
    }

    @Test func `a literal that never ends is read to the end`() {
        for source in ["\"", "#\"", "\"\"\"\n{", "/*", "`", "\"\\", "\"\\(", "a = /"] {
            #expect(Blanking(source).code.count == source.utf8.count)
        }
    }

    @Test func `raw multi-line literals are known`() {
        let file = SourceFile(
            path: "A.swift", text: "a\nb = #\"\"\"\nc\n\"\"\"#\nd = \"\"\"\ne\n\"\"\"\n")

        #expect(file.literalLines == [2, 3, 4])
    }

    private func collapsed(_ text: String) -> String {
        text.reduce(into: "") { all, next in
            if next != " " || all.last != " " { all.append(next) }
        }
    }
}
