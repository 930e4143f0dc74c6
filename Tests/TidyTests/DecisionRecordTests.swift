import Testing

struct DecisionRecordTests {
    private static let sections = ["## Status", "## Context", "## Decision", "## Consequences"]

    /// What is wrong with a record of a decision.
    private func faults(in record: SourceFile) -> [String] {
        Self.sections.filter { !record.lines.contains($0) }.map { "`\($0)` is missing" }
            + (record.lineCount > 60 ? ["the record is longer than a page"] : [])
            + (record.lines[0].hasPrefix("# ") ? [] : ["the record has no title"])
    }

    @Test func `each decision has its sections on one page`() {
        let records = SourceTree.files.filter { $0.path.hasPrefix("docs/decisions/") }

        #expect(!records.isEmpty)
        for record in records {
            #expect(faults(in: record).isEmpty, "\(record.path)")
        }
    }

    @Test func `decisions are numbered without a gap`() {
        let numbers = SourceTree.files.filter { $0.path.hasPrefix("docs/decisions/") }
            .map { Int($0.path.dropFirst("docs/decisions/".count).prefix(4)) }

        #expect(numbers == numbers.indices.map { $0 + 1 })
    }

    @Test func `a record without its sections is found`() {
        let record = SourceFile(path: "docs/decisions/0001-a.md", text: "A\n## Status\n")

        #expect(faults(in: record).count == 4)
    }
}
