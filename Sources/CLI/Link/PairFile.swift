import Foundation
import Linkage
import Records

/// Pairs in a file, with the records that they are of.
struct PairFile {
    /// A record as the file names it; the table is empty where there is only one.
    struct Record: Hashable, Comparable {
        let source: String
        let id: String

        /// The name as Splink joins it.
        var compound: String { source.isEmpty ? id : source + "-__-" + id }

        static func < (left: Record, right: Record) -> Bool {
            left.compound.utf8.lexicographicallyPrecedes(right.compound.utf8)
        }
    }

    /// One pair.
    typealias Pair = Link

    /// The records, in the order of their names.
    let records: RecordList
    /// The pairs in the order of the file.
    let pairs: [Pair]
    /// What the ids are called, without a side.
    let idHeading: String
    /// What the names of tables are called, where there are several.
    let sourceHeading: String?

    /// Whether records are of several tables.
    var hasSources: Bool { sourceHeading != nil }

    /// Whether no pair is of one table.
    var linksOnlySources: Bool {
        pairs.allSatisfy { records[$0.left].source != records[$0.right].source }
    }

    /// Reads a file whose first two or four columns name two records.
    ///
    /// `hasWeights`: whether the next column must be `match_weight`; without it weights are 0.
    /// `leastWeight`: weaker pairs are passed over, but for the records that they name.
    init(_ path: String, hasWeights: Bool = true, leastWeight: Double = -.infinity) throws {
        var reading = try PairReading(path, hasWeights: hasWeights, leastWeight: leastWeight)
        try CSVChunks(path).forEachRow { try reading.add($0, $1) }
        try reading.finish()
        idHeading = reading.idHeading
        sourceHeading = reading.sourceHeading
        let (records, places) = reading.records
        self.records = records
        pairs = reading.pairs.map {
            Link(places[$0.left], places[$0.right], weight: $0.weight)
        }
    }

    /// Scored pairs as their file would be read again.
    init(_ scored: [ScoredPair], _ inputs: LinkInputs) {
        let names = ScoredNames(scored, inputs)
        let links = scored.map {
            Link(names.number($0.left), names.number($0.right), weight: $0.matchWeight)
        }
        idHeading = inputs.model.names.uniqueID
        sourceHeading = inputs.hasSources ? inputs.model.names.sourceDataset : nil
        let (records, places) = names.records
        self.records = records
        pairs = links.map { Link(places[$0.left], places[$0.right], weight: $0.weight) }
    }

    /// Records linked by chains of pairs, each cluster and all clusters in order.
    func clusters(threshold: Double) -> [[Int]] {
        Clustering.connectedComponents(of: records.count, pairs, threshold: threshold)
    }

    /// Writes a row a record; a cluster is called after its first record.
    func write(_ clusters: [[Int]], to path: String) throws {
        try write(
            clusters.map { NamedCluster(id: records[$0[0]].compound, members: $0) }, to: path)
    }

    /// Writes a row a record, under the ids that clusters have.
    func write(_ clusters: [NamedCluster], to path: String) throws {
        var rows = try CSVRows(path, headings: ["cluster_id"] + recordHeadings)
        for cluster in clusters {
            let id = CSVRows.field(cluster.id)
            for member in cluster.members {
                try rows.append { buffer in
                    buffer += id
                    buffer.append(0x2C)
                    records.append(member, to: &buffer)
                }
            }
        }
        try rows.close()
    }

    /// The headings of the columns that name a record.
    var recordHeadings: [String] { (sourceHeading.map { [$0] } ?? []) + [idHeading] }

    /// What is written for a record in those columns.
    func fields(of record: Int) -> [String] {
        (sourceHeading == nil ? [] : [records[record].source]) + [records[record].id]
    }
}

/// Pairs on their way from rows of a file.
private struct PairReading {
    private(set) var idHeading = ""
    private(set) var sourceHeading: String?
    private(set) var pairs: [Link] = []
    private let path: String
    private let hasWeights: Bool
    private let leastWeight: Double
    private var columns = 0
    /// How many columns name one record.
    private var half = 0
    private var weightColumn: Int?
    private var ids = NameTable()
    private var sources = NameTable()
    /// Each record by the codes of its source and its id, and its number.
    private var numbers: [UInt64: Int] = [:]
    private var names: [RecordList.Name] = []

    init(_ path: String, hasWeights: Bool, leastWeight: Double) throws {
        self.path = path
        self.hasWeights = hasWeights
        self.leastWeight = leastWeight
    }

    /// The records in the order of their names, and where each of those met went.
    var records: (list: RecordList, places: [Int]) {
        RecordList.inOrder(ids, half == 2 ? sources : nil, names)
    }

    mutating func add(_ row: CSVRow, _ line: Int) throws {
        guard half > 0 else { return try addHeadings(row) }
        guard row.count == columns else {
            throw Problem(
                "The file `\(path)` has \(row.count) values on line \(line) and \(columns) "
                    + "headings; correct that line.")
        }
        let (left, right) = (number(row, 0), number(row, half))
        guard let weightColumn else {
            pairs.append(Link(left, right, weight: 0))
            return
        }
        guard let weight = row.number(weightColumn) else {
            throw Problem(
                "The file `\(path)` has no number as `match_weight` on line \(line).")
        }
        if weight >= leastWeight { pairs.append(Link(left, right, weight: weight)) }
    }

    /// Refuses a file without headings, and ids that are not text.
    func finish() throws {
        guard half > 0 else {
            throw Problem("The file `\(path)` is empty; it needs a row of headings.")
        }
        for values in [ids, sources] {
            guard values.isText else {
                throw Problem("The file `\(path)` is not UTF-8 text; save it as CSV UTF-8.")
            }
        }
    }

    private mutating func addHeadings(_ row: CSVRow) throws {
        let headings = try PairHeadings(
            (0..<row.count).map { String(decoding: row.field($0), as: UTF8.self) }, of: path,
            hasWeights: hasWeights)
        weightColumn = hasWeights ? headings.weight : nil
        (columns, half) = (headings.count, headings.half)
        (idHeading, sourceHeading) = (headings.id, headings.source)
    }

    /// The number of the record that the columns from one on name.
    private mutating func number(_ row: CSVRow, _ column: Int) -> Int {
        let source = half == 2 ? sources.code(row, column) : 0
        let id = ids.code(row, column + half - 1)
        // With one table, ids are numbered as records are.
        if half == 1 {
            if id == names.count { names.append(RecordList.Name(source: 0, id: id)) }
            return id
        }
        let key = UInt64(source) << 32 | UInt64(id)
        if let number = numbers[key] { return number }
        names.append(RecordList.Name(source: source, id: id))
        numbers[key] = names.count - 1
        return names.count - 1
    }
}
