import Testing

struct TidyTests {
    @Test(arguments: Rule.all)
    func `the tree keeps the rule`(_ rule: Rule) {
        let faults = SourceTree.files.flatMap(rule.faults)

        #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
    }

    @Test(arguments: Rule.all)
    func `the rule finds each bad sample`(_ rule: Rule) {
        #expect(!rule.bad.isEmpty)
        for sample in rule.bad {
            #expect(!rule.faults(in: sample.file).isEmpty, "not found: \(sample.text)")
        }
    }

    @Test(arguments: Rule.all)
    func `the rule lets each good sample pass`(_ rule: Rule) {
        #expect(!rule.good.isEmpty)
        for sample in rule.good {
            #expect(rule.faults(in: sample.file).isEmpty, "found: \(sample.text)")
        }
    }

    @Test func `the rules see the whole tree`() {
        let paths = Set(SourceTree.files.map(\.path))
        let targets = Set(SourceTree.files.filter(\.isProduct).map(\.target))

        #expect(paths.isSuperset(of: ["Package.swift", "Makefile", ".ci/run", "CONTRIBUTING.md"]))
        #expect(targets.isSuperset(of: Rule.core.union(["Exchange", "Web", "DemoData", "CLI"])))
        #expect(!paths.contains { $0.hasPrefix(".build") || $0.hasPrefix(".git/") })
    }

    @Test func `a fault names its file, line and reason`() {
        let sample = Rule.Sample("Sources/Web/Page.swift", "import Exchange\nimport GRDB\n")

        #expect(
            Rule.imports.faults(in: sample.file).map(\.description)
                == ["Sources/Web/Page.swift:2: `Web` may not import `GRDB`"])
    }
}
