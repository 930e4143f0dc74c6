import Testing

/// One thing that holds everywhere in the tree, with samples that show that it can be broken.
struct Rule: Sendable, CustomTestStringConvertible {
    /// What is wrong, and on which line.
    struct Fault: Equatable, CustomStringConvertible {
        let path: String
        let line: Int
        let reason: String

        var description: String { "\(path):\(line): \(reason)" }
    }

    /// A file as it might stand in the tree.
    struct Sample: Sendable {
        let path: String
        let text: String

        init(_ path: String, _ text: String) {
            (self.path, self.text) = (path, text)
        }

        var file: SourceFile { SourceFile(path: path, text: text) }
    }

    /// The rule as a sentence.
    let name: String
    /// Files that break it, each once.
    let bad: [Sample]
    /// Files that look like breaking it and do not.
    let good: [Sample]
    /// The lines of a file that break it, each with the reason.
    let check: @Sendable (SourceFile) -> [(line: Int, reason: String)]

    var testDescription: String { name }

    func faults(in file: SourceFile) -> [Fault] {
        check(file).map { Fault(path: file.path, line: $0.line, reason: $0.reason) }
    }

    static let all = [imports, verifier] + sizes + tokens + shapes + permits + texts

    /// The targets of the functional core.
    static let core: Set = [
        "Records", "Governance", "Decisions", "Linkage", "Transparency", "Casework",
    ]
}

extension SourceFile {
    /// Whether the file is Swift of one of our targets.
    var isProduct: Bool { isSwift && path.hasPrefix("Sources/") }

    /// Whether the file belongs to the functional core.
    var isCore: Bool { isProduct && Rule.core.contains(target) }

    /// Whether the file is Swift of a test target.
    var isTest: Bool { isSwift && path.hasPrefix("Tests/") }
}
