// swift-tools-version: 6.2
import PackageDescription

let flags: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A library of ours: `Sources/<name>`, the flags above.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [],
    exclude: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude,
        swiftSettings: flags, plugins: plugins)
}

/// The tests of a module: `Tests/<name>`, the flags above.
func tests(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: flags)
}

let package = Package(
    name: "weft",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "weft", targets: ["CLI"])],
    dependencies: [
        // One trait at the most on each package: with two, the package manager passes them in
        // random order and rebuilds everything that depends on it (docs/decisions/0003).
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
            traits: ["FullFoundation"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // The functional core: pure and synchronous.
        module("Records"),
        module("Governance", ["Records"]),
        module("Decisions", ["Records", "Governance"]),
        module("Linkage", ["Records"]),
        module("Transparency", [crypto]),
        module("Casework", ["Records", "Governance"]),
        // The shell.
        module(
            "Exchange",
            [
                "Records", "Governance", "Decisions", "Linkage", "Transparency", "Casework",
                grdb, logging, crypto, cryptoExtras,
            ],
            exclude: ["Data"], plugins: ["EmbedFiles"]),
        module(
            "Web",
            [
                "Records", "Governance", "Decisions", "Linkage", "Transparency", "Casework",
                "Exchange", hummingbird, logging,
            ],
            exclude: ["Assets"], plugins: ["EmbedFiles"]),
        module("DemoData", ["Records", "Governance", "Casework"]),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Records", "Governance", "Decisions", "Linkage", "Transparency", "Casework",
                "Exchange", "Web", "DemoData", argumentParser, logging, yams,
            ],
            swiftSettings: flags),
        // Build time only: turns data files into Swift literals, so that the product is one file.
        .executableTarget(name: "embed", swiftSettings: flags),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed"]),
        .systemLibrary(
            name: "CSQLiteHeaders", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

        tests("RecordsTests", ["Records"]),
        tests("GovernanceTests", ["Governance", "Records"]),
        tests("DecisionsTests", ["Decisions", "Governance", "Records"]),
        tests("LinkageTests", ["Linkage", "Records", "DemoData"]),
        tests("TransparencyTests", ["Transparency"], resources: [.copy("Vectors")]),
        tests("CaseworkTests", ["Casework", "Governance", "Records"]),
        tests("DemoDataTests", ["DemoData", "Casework", "Governance", "Records"]),
        tests(
            "ExchangeTests",
            [
                "Exchange", "Records", "Governance", "Decisions", "Linkage", "Transparency",
                "Casework", "DemoData", grdb, crypto,
            ],
            resources: [.copy("Log/Vectors")]),
        tests(
            "WebTests",
            [
                "Web", "Exchange", "Linkage", "Records", "Governance", "Casework", "DemoData",
                logging,
            ]),
        // Runs the built command as people do, so it needs none of its modules.
        tests("CLITests", []),
        tests("TidyTests", []),
    ],
    swiftLanguageModes: [.v6]
)
