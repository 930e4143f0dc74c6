extension Rule {
    /// What each target may import; a change here needs a record in `docs/decisions`.
    static let allowedImports: [String: Set<String>] = [
        "Records": ["FoundationEssentials"],
        "Governance": ["FoundationEssentials", "Records"],
        "Decisions": ["FoundationEssentials", "Records", "Governance"],
        // Logarithms come from the C library; `tokens` bans its clock, files and random numbers.
        "Linkage": [
            "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
            "Records",
        ],
        "Transparency": ["FoundationEssentials", "Crypto"],
        "Casework": ["FoundationEssentials", "Records", "Governance"],
        "Exchange": core.union([
            "Foundation", "FoundationXML", "FoundationNetworking", "GRDB", "Logging", "Crypto",
            "CryptoExtras",
        ]),
        "Web": core.union([
            "Foundation", "Exchange", "Hummingbird", "HTTPTypes", "NIOCore", "Logging",
        ]),
        "DemoData": ["FoundationEssentials", "Records", "Governance", "Casework"],
        "CLI": core.union([
            "Foundation", "Exchange", "Web", "DemoData", "ArgumentParser", "Logging", "Yams",
            // The bench asks the server over HTTP; the parts of Foundation that do are apart here.
            "FoundationNetworking",
        ]),
        "embed": ["Foundation"],
        "EmbedFiles": ["Foundation", "PackagePlugin"],
    ]

    /// Modules that stay out of the build altogether, tests included.
    static let unwantedModules: Set = [
        "HummingbirdTesting", "AsyncHTTPClient", "NIOSSL", "XCTest", "Mustache", "SwiftCSV",
    ]

    static let imports = Rule(
        name: "each target imports only what the architecture allows",
        bad: [
            Sample("Sources/Web/Page.swift", "import GRDB\n"),
            Sample("Sources/Records/Postcode.swift", "public import Foundation\n"),
            Sample("Sources/Linkage/Blocking.swift", "import struct Governance.Partner\n"),
            Sample("Sources/Transparency/Tile.swift", "@preconcurrency import Records\n"),
            Sample("Sources/Extra/New.swift", "import Records\n"),
            Sample("Tests/WebTests/PageTests.swift", "import HummingbirdTesting\n"),
        ],
        good: [
            Sample("Sources/Web/Page.swift", "import Exchange\n// import GRDB\n"),
            Sample("Sources/Exchange/Store.swift", "public import GRDB\nimport Records\n"),
            Sample("Tests/ExchangeTests/StoreTests.swift", "@testable import Exchange\n"),
        ],
        check: { file in
            guard file.isSwift, file.path.contains("/") else { return [] }
            if file.isTest {
                return file.imports.filter { unwantedModules.contains($0.module) }
                    .map { ($0.line, "nothing may import `\($0.module)`") }
            }
            guard let allowed = allowedImports[file.target] else {
                return [(1, "target `\(file.target)` is not in the table of imports")]
            }
            return file.imports.filter { !allowed.contains($0.module) }
                .map { ($0.line, "`\(file.target)` may not import `\($0.module)`") }
        })

    static let verifier = Rule(
        name: "the command that checks the log trusts nothing of ours but Transparency",
        bad: [Sample("Sources/CLI/VerifyLog.swift", "import Transparency\nimport Exchange\n")],
        good: [
            Sample("Sources/CLI/VerifyLog.swift", "import ArgumentParser\nimport Transparency\n"),
            Sample("Sources/CLI/Serve.swift", "import Exchange\n"),
        ],
        check: { file in
            guard file.path.hasPrefix("Sources/CLI/VerifyLog") else { return [] }
            return file.imports
                .filter { $0.module != "Transparency" && allowedImports[$0.module] != nil }
                .map { ($0.line, "the check of the log may not import `\($0.module)`") }
        })
}

extension SourceFile {
    private static let importKinds: Set = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]

    /// The modules that the file imports and where.
    var imports: [(module: String, line: Int)] {
        tokens.indices.compactMap { index in
            guard tokens[index].text == "import", index + 2 < tokens.count else { return nil }
            let isKind = Self.importKinds.contains(tokens[index + 1].text)
            let name = tokens[isKind ? index + 2 : index + 1]
            return (name.text, name.line)
        }
    }
}
