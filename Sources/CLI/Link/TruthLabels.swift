import Foundation
import Linkage
import Records

/// What is known of the pairs of a file and of the persons behind records.
struct TruthLabels {
    /// The persons of records; nobody's records are each somebody else's.
    private let persons: [PairTable.Record: String]
    /// Pairs that match, in the file or not.
    let matchCount: Int
    /// Whether each pair of the file matches.
    let isMatch: [Bool]
    /// All records of the inputs.
    let records: [PairTable.Record]
    /// The pairs that may match and do not.
    let nonMatches: Int

    /// Reads a column of the inputs or a file of matching pairs.
    init(_ truth: String, _ inputs: [String], _ file: PairTable) throws {
        let isFile = FileManager.default.fileExists(atPath: truth)
        let read = try Self.read(inputs, isFile ? nil : truth, file)
        records = read.map(\.record)
        let isLinkOnly = file.hasSources && file.linksOnlySources
        let possible = Self.pairs(of: [records.map(\.source)], isLinkOnly: isLinkOnly)
        if isFile {
            let known = try PairTable(truth, hasWeights: false)
            let matches = Set(known.pairs.map { Self.key(known, $0) })
            matchCount = matches.count
            isMatch = file.pairs.map { matches.contains(Self.key(file, $0)) }
            persons = known.clusters(threshold: 0).reduce(into: [:]) { persons, members in
                for member in members { persons[known.records[member]] = "\(members[0])" }
            }
        } else {
            let found = read.compactMap { read in read.person.map { (read.record, $0) } }
            let persons = Dictionary(found, uniquingKeysWith: { first, _ in first })
            isMatch = file.pairs.map { pair in
                guard let person = persons[file.records[pair.left]] else { return false }
                return person == persons[file.records[pair.right]]
            }
            let groups = Dictionary(grouping: persons, by: \.value).values
            matchCount = Self.pairs(
                of: groups.map { $0.map(\.key.source) }, isLinkOnly: isLinkOnly)
            self.persons = persons
        }
        nonMatches = max(0, possible - matchCount)
    }

    /// The pairs with what is known of them.
    func curve(_ file: PairTable) -> AccuracyCurve {
        AccuracyCurve(
            zip(file.pairs, isMatch).map { (weight: $0.weight, isMatch: $1) }, matches: matchCount,
            nonMatches: .allPairs(nonMatches))
    }

    /// How clusters agree with the persons; a record in none is alone.
    func accuracy(ofClusters clusters: [PairTable.Record: String]) -> ClusterAccuracy {
        ClusterAccuracy(records.map { (cluster: clusters[$0], person: persons[$0]) })
    }

    private static func key(_ file: PairTable, _ pair: PairTable.Pair) -> Set<PairTable.Record> {
        [file.records[pair.left], file.records[pair.right]]
    }

    /// The records of the inputs, with the person of each where a column says so.
    private static func read(
        _ inputs: [String], _ column: String?, _ file: PairTable
    ) throws -> [(record: PairTable.Record, person: String?)] {
        var records: [(record: PairTable.Record, person: String?)] = []
        for path in inputs {
            let table = try LinkFiles.table(path)
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            for needed in [column, file.idHeading].compactMap({ $0 })
            where table.column(needed) == nil {
                throw Problem("The file `\(path)` has no column `\(needed)`.")
            }
            let ids = table.column(file.idHeading)
            let people = column.flatMap { table.column($0) }
            let sources = file.sourceHeading.flatMap { table.column($0) }
            for row in 0..<table.rowCount {
                let source = file.hasSources ? sources?[row] ?? name : ""
                records.append(
                    (PairTable.Record(source: source, id: ids?[row] ?? ""), people?[row]))
            }
        }
        return records
    }

    /// All pairs within groups, given by their sources; of different sources where only those link.
    private static func pairs(of groups: [[String]], isLinkOnly: Bool) -> Int {
        groups.reduce(0) { count, group in
            let sizes = group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            let within = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
            return count + group.count * (group.count - 1) / 2 - (isLinkOnly ? within : 0)
        }
    }
}

extension ClusterFile {
    /// The cluster of each record.
    var clusters: [PairTable.Record: String] {
        Dictionary(rows.map { ($0.record, $0.cluster) }, uniquingKeysWith: { first, _ in first })
    }
}
