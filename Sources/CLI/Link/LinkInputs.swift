import ArgumentParser
import Foundation
import Linkage
import Records

/// The model and the files that are to be linked.
struct LinkOptions: ParsableArguments {
    @Option(help: "The model: YAML, or settings as Splink saves them, as JSON.")
    var model: String

    @Option(help: "A CSV file with records, in UTF-8 with headings; give it again for each file.")
    var input: [String]

    @Option(help: "How many threads to use; the result is the same for any number.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Refuse a rule that makes more pairs than this; 500 million unless given.")
    var pairsLimit: Int?

    @Flag(help: "Order unique ids as text even where all are numbers.")
    var textIds = false

    @Flag(help: "Write a summary as JSON to standard output.")
    var json = false

    func validate() throws {
        guard threads >= 1 else { throw ValidationError("Use at least one thread.") }
        guard !input.isEmpty else { throw ValidationError("Give at least one file: --input FILE.") }
        guard pairsLimit ?? 1 >= 1 else { throw ValidationError("The limit is at least one pair.") }
    }

    /// The model, with the limit of pairs that was given.
    func readModel() throws -> LinkageModel {
        limited(try LinkFiles.model(model))
    }

    /// A model with the limit of pairs that was given.
    func limited(_ model: LinkageModel) -> LinkageModel {
        guard let pairsLimit else { return model }
        return model.with(training: model.training.with(maximumPairsPerRule: pairsLimit))
    }

    /// What is wrong with a rule that makes too many pairs, and what to do here.
    static func sentence(_ refusal: BlockingRefusal) -> String {
        "\(refusal) If you have the time, raise the limit: --pairs-limit \(refusal.pairs)."
    }

    /// What the model says of households, where it was trained with them.
    func readHousehold() throws -> HouseholdModel? { try LinkFiles.household(model) }
}

/// Files of linkage, read and written.
enum LinkFiles {
    /// The model in a file.
    static func model(_ path: String) throws -> LinkageModel {
        let data = Data(try fileBytes(path))
        if OutlineFile.holdsYAML(path, data) {
            return try OutlineFile(path, data).outline().model
        }
        if let household = try household(path) { return household.model }
        do {
            return try JSONDecoder().decode(LinkageModel.self, from: data)
        } catch let error as DecodingError {
            throw Problem("The model `\(path)` cannot be used: \(sentence(error))")
        }
    }

    /// The model of households in a file; nil where it holds a plain model.
    static func household(_ path: String) throws -> HouseholdModel? {
        let data = Data(try fileBytes(path))
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            object["household_prior"] != nil
        else { return nil }
        do {
            let household = try JSONDecoder().decode(HouseholdModel.self, from: data)
            guard household.problems.isEmpty else {
                throw Problem(household.problems.joined(separator: " "))
            }
            return household
        } catch let error as DecodingError {
            throw Problem("The model `\(path)` cannot be used: \(sentence(error))")
        }
    }

    /// ` (line 3)` where a model in YAML names a column; else nothing.
    static func place(of column: String, in path: String) -> String {
        guard let data = (try? fileBytes(path)).map({ Data($0) }),
            OutlineFile.holdsYAML(path, data),
            let line = (try? OutlineFile(path, data))?.line(ofColumn: column)
        else { return "" }
        return " (line \(line))"
    }

    /// Writes a model.
    static func write(_ model: some Encodable, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try ResultFile.write(try encoder.encode(model) + Data("\n".utf8), to: path)
    }

    /// The table in a CSV file, or some of its columns.
    static func table(
        _ path: String, keeping isKept: (String) -> Bool = { _ in true }
    ) throws -> RecordTable {
        let bytes = try fileBytes(path, limit: 4_000_000_000)
        do {
            return try RecordTable(csv: bytes, keeping: isKept)
        } catch {
            throw Problem("The file `\(path)` \(error).")
        }
    }

    /// What is wrong with a model, and where.
    private static func sentence(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { key in
                key.intValue.map { "number \($0 + 1)" } ?? "`\(key.stringValue)`"
            }
            return path.isEmpty ? "" : " (at \(path.joined(separator: ", ")))"
        }
        return switch error {
        case .keyNotFound(let key, let context):
            "the key `\(key.stringValue)` is missing\(place(context))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "a value is not of the right kind\(place(context))."
        case .dataCorrupted(let context):
            context.debugDescription + place(context)
        default: "it is not in a form that Weft knows."
        }
    }
}

/// The records of several files in the order in which pairs are made, with their names.
struct LinkInputs {
    /// The name of each table, in order.
    let names: [String]
    /// The tables, their records in order.
    let tables: [RecordTable]
    /// The place of each table's file among those given.
    let files: [Int]
    /// Whether results say which table a record is of.
    let hasSources: Bool
    let model: LinkageModel

    /// Reads files for a model; a table is called as its file without the ending.
    ///
    /// As in Splink, the left record of a pair is the one with the smaller unique id, as a number
    /// where all are numbers. With several files it is the one of the file whose name comes
    /// first, then with the smaller id as text. So the order of rows does not matter.
    ///
    /// `mayRepeatNames`: whether several files may hold records of one source.
    init(
        _ options: LinkOptions, for model: LinkageModel, mayRepeatNames: Bool = false
    ) throws {
        var named: [(name: String, table: RecordTable, file: Int)] = []
        let needed = Set(
            model.columns.union([model.names.uniqueID, model.names.sourceDataset])
                .map { $0.lowercased() })
        for (file, path) in options.input.enumerated() {
            let table = try LinkFiles.table(path) { needed.contains($0.lowercased()) }
            try Self.refuseAbsentColumns(model, table, path, modelPath: options.model)
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            named += try Self.split(table, path, name, model).map { ($0.name, $0.table, file) }
        }
        for name in named.map(\.name)
        where !mayRepeatNames && named.count(where: { $0.name == name }) > 1 {
            throw Problem("Two files are both called `\(name)`; rename one of them.")
        }
        guard model.linkType != .linkOnly || named.count > 1 else {
            throw Problem(
                "The model only links records of different files, and there is one; "
                    + "give a second --input.")
        }
        let mark = model.linkType == .linkOnly && named.count == 2 ? "" : "-__-"
        named.sort { ($0.name + mark).utf8.lexicographicallyPrecedes(($1.name + mark).utf8) }
        hasSources = model.linkType != .dedupeOnly
        names = named.map(\.name)
        files = named.map(\.file)
        let isNumeric =
            model.linkType == .dedupeOnly && !options.textIds
            && named.allSatisfy { Self.hasNumbers($0.table, model.names.uniqueID) }
        let read = named.map {
            $0.table.sorted(by: model.names.uniqueID, asNumbers: isNumeric)
                .spelling(model.columns)
        }
        let numbers = model.calculatedColumns.union(
            model.orderedColumns.filter { name in read.allSatisfy { $0.hasOnlyNumbers(name) } })
        self.model = model.ordering(asNumbers: numbers)
        tables = read.map { $0.writingNumbers(numbers) }
    }

    /// The tables of one file: by its column of source datasets, where it has one.
    private static func split(
        _ table: RecordTable, _ path: String, _ name: String, _ model: LinkageModel
    ) throws -> [(name: String, table: RecordTable)] {
        try refuseIDs(table, path, model)
        guard model.linkType != .dedupeOnly, let sources = table.column(model.names.sourceDataset)
        else { return [(name, table)] }
        var rows: [String: [Int]] = [:]
        for row in 0..<table.rowCount { rows[sources[row] ?? name, default: []].append(row) }
        return rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { ($0.key, table.rows($0.value)) }
    }

    /// Every record needs an id of its own.
    private static func refuseIDs(
        _ table: RecordTable, _ path: String, _ model: LinkageModel
    ) throws {
        let name = model.names.uniqueID
        guard let ids = table.column(name) else {
            throw Problem(
                "The file `\(path)` has no column `\(name)`, by which the model tells records "
                    + "apart.")
        }
        let sources =
            model.linkType == .dedupeOnly ? nil : table.column(model.names.sourceDataset)
        if let row = ids.codes.firstIndex(of: 0) {
            throw Problem("The file `\(path)` has a record without `\(name)`: row \(row + 1).")
        }
        if ids.values.count == table.rowCount { return }
        var seen = Set<UInt64>()
        for row in 0..<table.rowCount {
            let key = UInt64(sources?.codes[row] ?? 0) << 32 | UInt64(ids.codes[row])
            guard seen.insert(key).inserted else {
                throw Problem(
                    "The file `\(path)` has two records with the `\(name)` “\(ids[row] ?? "")”; "
                        + "each record needs its own.")
            }
        }
    }

    private static func hasNumbers(_ table: RecordTable, _ name: String) -> Bool {
        guard let ids = table.column(name)?.values else { return false }
        return (0..<UInt32(ids.count)).allSatisfy { Int(ids[$0 + 1] ?? "") != nil }
    }

    private static func refuseAbsentColumns(
        _ model: LinkageModel, _ table: RecordTable, _ path: String, modelPath: String
    ) throws {
        let known = Set(table.columns.map { $0.name.lowercased() })
        for name in model.columns.sorted() where !known.contains(name.lowercased()) {
            let all = try LinkFiles.table(path).columns.map { "`\($0.name)`" }
            let source = URL(filePath: path).deletingPathExtension().lastPathComponent
            throw Problem(
                "The model reads the column `\(name)`\(LinkFiles.place(of: name, in: modelPath)), "
                    + "which `\(source)` does not have; it has \(all.joined(separator: ", ")).")
        }
    }

    /// The unique id of a record.
    func id(_ location: RecordLocation) -> String {
        tables[location.table][location.row, model.names.uniqueID] ?? ""
    }
}

extension RecordTable {
    /// The records by a column, as numbers or as text.
    fileprivate func sorted(by name: String, asNumbers: Bool) -> RecordTable {
        guard let ids = column(name) else { return self }
        let order =
            asNumbers
            ? ids.order(by: (0...UInt32(ids.values.count)).map { Int(ids.values[$0] ?? "") ?? 0 })
            : ids.order(by: ids.values.ranks)
        return order.map(rows) ?? self
    }

    /// Whether every value of a column is a number; so it is of a column that is not there.
    fileprivate func hasOnlyNumbers(_ name: String) -> Bool {
        guard let values = column(name)?.values, values.count > 0 else { return true }
        return (1...UInt32(values.count)).allSatisfy { Double(values[$0] ?? "") != nil }
    }

    /// The table with the numbers of some columns in one spelling: `1.0` and `01` become `1.0`.
    fileprivate func writingNumbers(_ names: Set<String>) -> RecordTable {
        guard columns.contains(where: { names.contains($0.name) }) else { return self }
        return RecordTable(
            columns: columns.map { column in
                guard names.contains(column.name) else { return column }
                var builder = Builder(columns: [column.name])
                for row in 0..<rowCount {
                    let text = column[row]
                    builder.append([text.map { Double($0).map { "\($0)" } ?? $0 }])
                }
                return builder.table().columns[0]
            })
    }

    /// The table with columns under further names that differ in capitals alone, as in SQL.
    fileprivate func spelling(_ names: Set<String>) -> RecordTable {
        let further = names.sorted().filter { column($0) == nil }.compactMap { name in
            columns.first { $0.name.lowercased() == name.lowercased() }.map {
                Column(name: name, values: $0.values, codes: $0.codes)
            }
        }
        return RecordTable(columns: columns + further)
    }
}

extension RecordTable.Column {
    /// The rows by what is given for each code; nil where they are in that order already.
    fileprivate func order(by key: [Int]) -> [Int]? {
        let keys = codes.map { key[Int($0)] }
        guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return nil }
        return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
}

extension ValueDictionary {
    /// The place of each code's value among all values in order of their bytes; 0 for code 0.
    fileprivate var ranks: [Int] {
        let codes = (0..<UInt32(count)).map { $0 + 1 }.sorted {
            bytes(of: $0).lexicographicallyPrecedes(bytes(of: $1))
        }
        var ranks = [Int](repeating: 0, count: count + 1)
        for (rank, code) in codes.enumerated() { ranks[Int(code)] = rank + 1 }
        return ranks
    }
}
