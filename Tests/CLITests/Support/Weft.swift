import Foundation
import Testing

/// The built `weft` command, run as a process in a folder that stays as long as it is held.
struct Weft: Sendable {
    /// How a run ended and what it printed.
    struct Ending: Sendable {
        let code: Int32
        let output: String
        let messages: String
    }

    /// The folder in which it runs; paths in arguments are relative to it.
    let place: Folder
    private var folder: URL { place.url }

    /// The command lies beside the bundle of the tests.
    private static let binary: URL? = {
        let places = [CommandLine.arguments.first, Bundle.main.executablePath].compactMap { $0 }
        let folders = places.map { URL(filePath: $0).deletingLastPathComponent() }
        return folders.map { $0.appending(path: "weft") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
    }()

    func callAsFunction(_ arguments: String...) throws -> Ending { try run(arguments) }

    /// Runs the command to its end; its answers go through files, which never fill up.
    func run(_ arguments: [String]) throws -> Ending {
        let (process, output, messages) = try started(arguments)
        process.waitUntilExit()
        return Ending(
            code: process.terminationStatus, output: try text(output), messages: try text(messages))
    }

    /// Starts the command; the files hold what it has printed so far.
    ///
    /// `blocks`: the system ends it as soon as it writes more than so many half kilobytes.
    func started(
        _ arguments: [String], fileLimit blocks: Int? = nil
    ) throws -> (Process, output: URL, messages: URL) {
        let binary = try #require(Self.binary, "Build the product `weft` first.")
        let process = Process()
        process.executableURL = blocks == nil ? binary : URL(filePath: "/bin/sh")
        process.currentDirectoryURL = folder
        process.arguments = arguments
        if let blocks {
            process.arguments =
                [
                    "-c", "ulimit -c 0; ulimit -f \(blocks); exec \"$0\" \"$@\"",
                    binary.path(percentEncoded: false),
                ] + arguments
        }
        process.standardInput = FileHandle.nullDevice
        let (output, messages) = (try file(), try file())
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        return (process, output, messages)
    }

    private func file() throws -> URL {
        let file = folder.appending(path: "answer-\(UUID().uuidString)")
        try Data().write(to: file)
        return file
    }

    func text(_ file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}

/// A folder of its own that is removed at the end of a test.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "weft cli \(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var weft: Weft { Weft(place: self) }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: url.appending(path: name))
    }

    /// A data folder `data` with one council, whose officer is jo@example.org.
    func makeData() throws {
        let made = try weft(
            "init", "--data", "data", "--partnership", "North Shire", "--origin",
            "weft.example.org/log", "--body", "Saltmere City Council", "--kind", "city-council",
            "--name", "Jo Brown", "--email", "jo@example.org", "--post", "Chief Executive")
        try #require(made.code == 0, "\(made.messages)")
    }

    /// An account of the council with one role.
    func invite(_ role: String) throws {
        let made = try weft(
            "user", "invite", "--data", "data", "--as", "jo@example.org", "--partner",
            "saltmere-city-council", "--name", "Test Person", "--email", "\(role)@example.org",
            "--post", "Tester", "--role", role)
        try #require(made.code == 0, "\(made.messages)")
    }
}

/// What people must never read: names of Swift types, traces, errors of Foundation.
let forbidden = [
    "Error Domain", "NSCocoa", "NSPOSIX", "UserInfo", "Swift.", "DecodingError", "DatabaseError",
    "SQLite error", "Optional(", "Fatal error", "Stack dump", "%20", "(null)",
]
