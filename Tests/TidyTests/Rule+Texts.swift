import Foundation

extension Rule {
    // The words are put together here, so that this file does not hold them.
    private static let reminders = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
    private static let hosts = [
        ["pypi", "org"], ["pythonhosted", "org"], ["registry", "npmjs"], ["npmjs", "com"],
        ["crates", "io"], ["rubygems", "org"], ["proxy", "golang"], ["deb", "debian"],
        ["archive", "ubuntu"], ["index-", "url"],
    ].map { $0[0] + ($0[0].hasSuffix("-") ? "" : ".") + $0[1] }
    private static let hostWords = [
        "regis" + "try", "arti" + "factory", "ne" + "xus", "mir" + "ror",
    ]
    private static let machineFolders = ["home", "Users", "root"].map { "/\($0)/" }

    static let texts = [reminder, unfinished, host, machinePath]

    private static func sample(_ text: String) -> Sample { Sample("docs/page.md", text) }

    private static let reminder = Rule(
        name: "nothing is left to be done in the text",
        bad: reminders.map { sample("// \($0): later") },
        good: [sample("mktemp -d weft.XXXXXX"), sample("TODOS")],
        check: { file in
            file.textLines { line in
                line.split { !$0.isLetter }.contains { reminders.contains(String($0)) }
            }.map { ($0, "do it now, or say in an issue what is missing") }
        })

    private static let unfinished = Rule(
        name: "no code stops because it is not written yet",
        bad: ["unimplemented", "not implemented", "Not yet implemented"].map {
            Sample("Sources/Web/A.swift", "fatalError(\"\($0)\")")
        },
        good: [Sample("Sources/Web/A.swift", "preconditionFailure(\"the day is out of range\")")],
        check: { file in
            file.lines(holding: "fatalError(").filter {
                file.lines[$0 - 1].lowercased().contains("implemented")
            }.map { ($0, "write it or leave it out") }
        })

    private static let host = Rule(
        name: "nothing names the host of a package registry",
        bad: hosts.map { sample("see https://\($0)/simple") }
            + hostWords.map { sample("curl https://\($0).example.org:8443/packages") },
        good: [
            sample("https://github.com/groue/GRDB.swift"), sample("the public register"),
            sample("a \(hostWords[0]) of agreements, https://example.org/\(hostWords[0])"),
        ],
        check: { file in
            file.textLines { line in
                hosts.contains(where: line.contains)
                    || line.hosts.contains { host in
                        hostWords.contains(where: host.contains)
                    }
            }.map { ($0, "the host of a package registry depends on the machine") }
        })

    private static let machinePath = Rule(
        name: "nothing names a folder of one machine",
        bad: [
            sample("cd " + SourceTree.root.path(percentEncoded: false) + "Sources"),
            sample("cp weft " + machineFolders[0] + "someone/bin"),
        ],
        good: [sample("/var/lib/weft/data"), sample("a link to /work?page=2")],
        check: { file in
            let folders =
                machineFolders
                + [SourceTree.root.path(percentEncoded: false)].filter { $0.count > 6 }
            return file.textLines { line in folders.contains(where: line.contains) }
                .map { ($0, "the path exists on one machine only") }
        })
}

extension SourceFile {
    /// The numbers of the lines, comments and literals included, that a test picks.
    fileprivate func textLines(where matches: (String) -> Bool) -> [Int] {
        lines.indices.filter { matches(lines[$0]) }.map { $0 + 1 }
    }
}

extension String {
    /// The hosts of the addresses that stand in the text.
    fileprivate var hosts: [Substring] {
        ranges(of: "://").map { self[$0.upperBound...].prefix { !"/ \"'>)".contains($0) } }
    }
}
