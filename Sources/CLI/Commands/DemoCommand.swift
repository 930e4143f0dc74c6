import ArgumentParser
import DemoData
import Exchange
import Foundation
import Logging
import Records
import Web

/// Starts the demonstration.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Start an invented partnership with 2 files of 20,000 people and print its link.",
        discussion: """
            weft demo
            weft demo --port 9000 --people 2000
            weft demo --data demo-data      keeps the data; the next start goes on with it
            """)

    @Option(help: "The port to listen on, 0 for any free one.")
    var port = 8080

    @Option(
        help: "The folder for the data; without it, a temporary one that is removed at the end.")
    var data: String?

    @Option(help: "The number of people in each file.")
    var people = 20_000

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port must be between 0 and 65535.")
        }
        guard (10...1_000_000).contains(people) else {
            throw ValidationError("--people must be between 10 and 1000000.")
        }
    }

    func run() async throws {
        let folder =
            data.map { URL(filePath: $0, directoryHint: .isDirectory) }
            ?? FileManager.default.temporaryDirectory
            .appending(path: "weft-demo-\(UUID().uuidString.prefix(8))")
        defer { if data == nil { try? FileManager.default.removeItem(at: folder) } }
        let store = try await openOrMake(folder)
        let server = Server(
            store: store, port: port, hasSecureCookies: false, logger: Log.logger,
            sampleFiles: samples(in: folder, today: store.today))
        let port = port
        try await DailyWork.run(in: store) {
            try await Serving.run(server, port: port) { port in
                Output.write(Array("http://127.0.0.1:\(port)/\n".utf8))
                Failure.say("The demonstration is ready: open the link. Stop it with Ctrl-C.")
            }
        }
        try store.close()
    }

    private func openOrMake(_ folder: URL) async throws -> Store {
        let finished = folder.appending(path: "demonstration")
        if FileManager.default.fileExists(
            atPath: folder.appending(path: "weft.sqlite").path(percentEncoded: false))
        {
            let store = try await Store.open(at: folder)
            guard store.settings.isDemonstration else {
                throw Problem(
                    "`\(folder.path(percentEncoded: false))` holds real data; "
                        + "choose another folder for the demo.",
                    code: 5)
            }
            guard FileManager.default.fileExists(atPath: finished.path(percentEncoded: false))
            else {
                throw Problem(
                    "The demonstration in `\(folder.path(percentEncoded: false))` "
                        + "was not finished; remove the folder "
                        + "and start again.", code: 5)
            }
            return store
        }
        Failure.say("Making an invented partnership with \(people) people in each file …")
        let store = try Store.create(
            at: folder,
            settings: Store.Settings(
                partnership: DemoPartnership.name, origin: "weft.ambermere.example/log",
                isDemonstration: true))
        try await DemoSeed(store, people: people).run()
        try Data("\(people)\n".utf8).write(to: finished)
        return store
    }

    /// Samples of the people with whom the folder was made.
    private func samples(in folder: URL, today: CalendarDate) -> [String: [UInt8]] {
        let text = try? String(
            contentsOf: folder.appending(path: "demonstration"), encoding: .utf8)
        let count = text.flatMap { Int($0.trimmingCharacters(in: .newlines)) } ?? people
        return SampleFiles(
            of: DemoPeople(people: count, seed: DemoSeed.seed, today: today), today: today
        ).all
    }
}

/// Writes the demonstration's files with their truth.
struct DemoDataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-data",
        abstract: "Write invented council tax and electoral register files with known truth.",
        discussion: """
            weft demo-data --people 20000 --seed 7 --out demo-files
            weft demo-data --duplicates --people 1000000 --out demo-files
            """)

    @Option(help: "The number of people in each file, or of rows with --duplicates.")
    var people: Int

    @Flag(help: "Write one list instead in which three rows of ten are somebody's further row.")
    var duplicates = false

    @Option(help: "The seed: the same seed gives the same files.")
    var seed: UInt64 = 7

    @Option(help: "The folder to write to; it is made if it is missing.")
    var out: String

    @Option(help: "The day on which people have their ages.")
    var today: CalendarDate = CalendarDate(dayNumber: 20_779)

    func validate() throws {
        guard (0...10_000_000).contains(people) else {
            throw ValidationError("--people must be between 0 and 10000000.")
        }
    }

    func run() throws {
        let folder = URL(filePath: out, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if duplicates { return try writeDuplicates(folder.appending(path: "people.csv")) }
        let made = DemoPeople(people: people, seed: seed, today: today)
        for (name, bytes) in [
            ("council-tax.csv", made.councilTaxCSV()),
            ("electoral-register.csv", made.electoralRegisterCSV()),
            ("truth.csv", made.truthCSV()), ("situations.csv", made.situationsCSV()),
        ] {
            try Data(bytes).write(to: folder.appending(path: name))
            Output.write(
                Array("\(folder.appending(path: name).path(percentEncoded: false))\n".utf8))
        }
    }
    private func writeDuplicates(_ file: URL) throws {
        let path = file.path(percentEncoded: false)
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw Problem("`\(path)` cannot be written; check the folder's permissions.", code: 1)
        }
        let handle = try FileHandle(forWritingTo: file)
        var records = DuplicateRecords(records: people, seed: seed, today: today)
        try records.writeCSV { try handle.write(contentsOf: Data($0)) }
        try handle.close()
        Output.write(Array("\(path)\n".utf8))
    }
}
