import Testing

extension CommandTests {
    /// `weft link condition`.
    struct LinkConditionTests {
        private func run(_ condition: String, _ pairs: String, _ more: String...) throws
            -> Weft.Ending
        {
            let folder = try Folder()
            try folder.write(pairs, to: "pairs.csv")
            return try folder.weft.run(
                ["link", "condition", "--condition", condition, "pairs.csv"] + more)
        }

        @Test func `each pair has one line, true, false or null`() throws {
            let pairs = "name_l,name_r\nAnn,Anne\nAnn,Bea\n,Ann\n\"\",a\n"
            let ending = try run(#"levenshtein("name_l", "name_r") <= 1"#, pairs)

            #expect(ending.code == 0)
            #expect(ending.output == "true\nfalse\nnull\ntrue\n")
            #expect(ending.messages.isEmpty)
        }

        @Test func `values are printed on one line each`() throws {
            let ending = try run("name_l", "name_l\n\"a\nb\"\n\"say \"\"c\\\"\"\"\n", "--values")

            #expect(ending.output == "a\\nb\nsay \"c\\\\\"\n")
        }

        @Test(arguments: [
            ("name_l =", "name_l,name_r\na,b\n", "Column 9 of the condition"),
            ("foo(name_l)", "name_l\na\n", "`foo` is no function"),
            ("name_l = 1", "name_l\na\n", "Pair 1 has no result."),
            ("name_l", "name_l\na\n", "not true or false"),
            ("TRUE", "", "is empty"), ("TRUE", "a,b\n1\n", "Line 2 of `pairs.csv` has 1 fields"),
            ("TRUE", "a\n\"1\n", "is not closed"),
        ])
        func `what cannot be done is told in one sentence`(
            condition: String, pairs: String, sentence: String
        ) throws {
            let ending = try run(condition, pairs)

            #expect(ending.code == 3)
            #expect(ending.output.isEmpty)
            #expect(ending.messages.contains(sentence), "\(ending.messages)")
            #expect(ending.messages.split(separator: "\n").count == 1, "\(ending.messages)")
        }

        @Test func `a missing file is told`() throws {
            let ending = try Folder().weft("link", "condition", "--condition", "TRUE", "no.csv")

            #expect(ending.code == 3)
            #expect(ending.messages == "There is no file `no.csv`.\n")
        }
    }
}
