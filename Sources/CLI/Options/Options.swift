public import ArgumentParser
import Exchange
import Foundation
import Governance
public import Records

/// Where the data folder is.
struct DataOptions: ParsableArguments {
    @Option(help: "The data folder.")
    var data = "weft-data"

    var folder: URL { URL(filePath: data, directoryHint: .isDirectory) }

    func open() async throws -> Store { try await Store.open(at: folder) }
}

/// As whom the command acts; who may read the data folder may choose.
struct ActorOptions: ParsableArguments {
    @OptionGroup var dataOptions: DataOptions

    @Option(name: .customLong("as"), help: "The e-mail address of the account to act as.")
    var email: String

    @Flag(help: "Write JSON.")
    var json = false

    func open() async throws -> (Store, Practitioner) {
        let store = try await dataOptions.open()
        guard let person = try await store.account(email: email), person.isActive else {
            throw Problem(
                "There is no open account “\(email)”; list them with `weft user list`.", code: 4)
        }
        return (store, person)
    }

    /// Prints a value as JSON, or its lines.
    func show(_ value: some Encodable, lines: [String]) throws {
        try Output.show(value, json: json, lines: lines)
    }
}

/// Results go to standard output, as JSON or as lines for people.
enum Output {
    static func show(_ value: some Encodable, json: Bool, lines: [String]) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            write(Array(try encoder.encode(value)) + [UInt8(ascii: "\n")])
        } else {
            for line in lines { write(Array((line + "\n").utf8)) }
        }
    }

    static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }
}

/// Codes from the command line, refused with the rule they break.
extension Identifier: ExpressibleByArgument {
    /// A code that was typed.
    public init?(argument: String) { self.init(argument) }
}

extension CalendarDate: ExpressibleByArgument {
    /// A day that was typed, in any form that people use.
    public init?(argument: String) { self.init(written: argument) }
}

/// A file's bytes, or one clear sentence.
func fileBytes(_ path: String, limit: Int = 100_000_000) throws -> [UInt8] {
    // A link must not hide how large the file behind it is.
    let url = URL(filePath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(
        atPath: url.path(percentEncoded: false))
    guard let size = attributes?[.size] as? Int else {
        throw Problem("There is no file `\(path)`.")
    }
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
        throw Problem("`\(path)` is not a file but a folder or a device; choose a CSV file.")
    }
    guard size <= limit else {
        throw Problem(
            "`\(path)` is \(size / 1_000_000) MB; a file may have up to \(limit / 1_000_000) MB. "
                + "Split it into parts, each with its heading row.")
    }
    guard let data = try? Data(contentsOf: url) else {
        throw Problem("`\(path)` cannot be read; check its permissions.")
    }
    return Array(data)
}
