extension Rule {
    /// A rule that no file of some kind holds any of these phrases in its code.
    private static func ban(
        _ phrases: [String], _ name: String, bad: [Sample], good: [Sample],
        where applies: @escaping @Sendable (SourceFile) -> Bool
    ) -> Rule {
        Rule(name: name, bad: bad, good: good) { file in
            guard applies(file) else { return [] }
            return phrases.flatMap { phrase in
                file.lines(holding: phrase).map { ($0, "`\(phrase)` may not stand here") }
            }
        }
    }

    private static func core(_ text: String) -> Sample {
        Sample("Sources/Records/Sample.swift", text)
    }

    static let tokens = [
        ban(
            [
                "Date()", "Date.now", "Clock()", "ContinuousClock", "SuspendingClock",
                "clock_gettime", "gettimeofday",
            ],
            "the core has no clock",
            bad: ["let a = Date()", "let a = Foundation.Date()", "let a: ContinuousClock"].map(
                core),
            good: ["let a = CalendarDate()", "// Date()", "let a = \"Date()\""].map(core),
            where: \.isCore),
        ban(
            [
                "UUID()", ".random", "SystemRandomNumberGenerator", ".randomElement()",
                ".shuffled()", ".shuffle()", "Hasher()", ".hashValue", "rand(", "getrandom",
                "arc4random",
            ],
            "the core has no randomness",
            bad: [
                "let a = UUID()", "let a = Int.random(in: 0...1)", "let a = b.shuffled()",
                "var a = SystemRandomNumberGenerator()", "let a = \"\\(b.hashValue)\"",
            ].map(core),
            good: [
                "let a = b.shuffled(using: &generator)", "let a = UUID(b)", "let a = .randomly",
                "func hash(into hasher: inout Hasher) {}",
            ].map(core),
            where: \.isCore),
        ban(
            [
                "FileManager", "print(", "Process", "ProcessInfo", "FileHandle", "getenv",
                "readLine(",
            ],
            "the core has no input or output",
            bad: ["print(a)", "let a = FileManager.default", "let a = Process()"].map(core),
            good: ["let a = fingerprint(b)", "let a = ProcessingPurpose()"].map(core),
            where: \.isCore),
        ban(
            ["Task {", "Task.detached", "async", "await"], "the core is synchronous",
            bad: ["Task { }", "Task{ }", "func a() async {}", "let a = await b"].map(core),
            good: ["/// Not async.", "let asynchrony = 1", "let a: Task"].map(core),
            where: \.isCore),
        ban(
            ["try!", "@unchecked Sendable", "nonisolated(unsafe)"],
            "nothing switches a check of the compiler off",
            bad: [
                Sample("Sources/Web/Page.swift", "let a = try! b()"),
                Sample("Tests/WebTests/Page.swift", "final class A: @unchecked Sendable {}"),
            ],
            good: [Sample("Sources/Web/Page.swift", "let a = try b() // not try!")],
            where: \.isSwift),
        ban(
            [".write {", ".writeWithoutTransaction {", "DatabaseQueue", "DatabasePool", "GRDB"],
            "only Exchange opens a transaction",
            bad: [
                Sample("Sources/Web/Page.swift", "try await store.writer.write { db in }"),
                Sample("Sources/CLI/Serve.swift", "let a = try GRDB.DatabaseQueue"),
            ],
            good: [
                Sample("Sources/Exchange/Store.swift", "try await writer.write { db in }"),
                Sample("Sources/Web/Page.swift", "try await writer.write(page)"),
            ],
            where: { $0.isProduct && $0.target != "Exchange" }),
    ]
}
