import ArgumentParser
import Foundation
import Linkage
import Records

/// The clusters of an earlier time.
struct ClusterPast: ParsableArguments {
    @Option(help: "The CSV file with the clusters of an earlier time, whose ids are kept.")
    var previous: String?

    @Option(help: "A CSV file to write to what became of the earlier clusters.")
    var history: String?

    func validate() throws {
        guard history == nil || previous != nil else {
            throw ValidationError("--history goes with --previous, the clusters of before.")
        }
    }

    /// Clusters with their ids, and what happened to those of before.
    func named(
        _ clusters: [[Int]], _ file: PairFile
    ) throws -> (clusters: [NamedCluster], events: [ClusterEvent]?) {
        guard let previous else {
            let named = clusters.map {
                NamedCluster(id: file.records[$0[0]].compound, members: $0)
            }
            return (named, nil)
        }
        let old = try ClusterFile(previous)
        let history = ClusterHistory(
            from: try old.clusters(numbered: file.records, previous), to: clusters,
            firstID: { file.records[$0].compound })
        if let path = self.history { try ClusterHistoryFile.write(history.events, to: path) }
        return (history.clusters, history.events)
    }
}

/// Clusters in a file: a row a record, after the id of its cluster.
struct ClusterFile {
    /// The cluster of each record, in the order of the file.
    private(set) var rows: [(cluster: String, record: PairFile.Record)] = []
    /// What the columns of a record are called.
    private(set) var recordHeadings: [String] = []

    /// Reads a file that `weft link cluster` wrote.
    init(_ path: String) throws {
        var headings: [String] = []
        var rows: [(cluster: String, record: PairFile.Record)] = []
        var seen: Set<PairFile.Record> = []
        try CSVChunks(path).forEachRow { row, line in
            let fields = (0..<row.count).map { String(decoding: row.field($0), as: UTF8.self) }
            if headings.isEmpty {
                headings = fields
                guard headings.first == "cluster_id", (2...3).contains(headings.count) else {
                    throw Problem(
                        "The file `\(path)` does not hold clusters: its columns are not "
                            + "`cluster_id` and the name of a record.")
                }
                return
            }
            guard fields.count == headings.count else {
                throw Problem(
                    "The file `\(path)` has \(fields.count) values on line \(line) and "
                        + "\(headings.count) headings; correct that line.")
            }
            let record = PairFile.Record(
                source: fields.count == 3 ? fields[1] : "", id: fields[fields.count - 1])
            guard seen.insert(record).inserted else {
                throw Problem(
                    "The file `\(path)` has the record `\(record.compound)` twice, again on line "
                        + "\(line); a record is in one cluster.")
            }
            rows.append((fields[0], record))
        }
        guard !headings.isEmpty else {
            throw Problem("The file `\(path)` is empty; it needs a row of headings.")
        }
        recordHeadings = Array(headings.dropFirst())
        self.rows = rows
    }

    /// The clusters with records by their place in a list; further records follow its end.
    func clusters(
        numbered records: RecordList, _ path: String
    ) throws -> [NamedCluster] {
        let hasSources = !records.allSatisfy(\.source.isEmpty)
        guard records.isEmpty || hasSources == (recordHeadings.count == 2) else {
            throw Problem(
                "The file `\(path)` names records "
                    + (hasSources ? "without" : "with") + " their source, unlike the pairs.")
        }
        var numbers = Dictionary(
            uniqueKeysWithValues: records.enumerated().map { ($0.element, $0.offset) })
        var members: [String: [Int]] = [:]
        for (cluster, record) in rows.sorted(by: { $0.record < $1.record }) {
            let number = numbers[record] ?? numbers.count
            numbers[record] = number
            members[cluster, default: []].append(number)
        }
        return members.map { NamedCluster(id: $0.key, members: $0.value.sorted()) }
            .sorted { $0.members[0] < $1.members[0] }
    }
}

/// What became of clusters, as a file.
enum ClusterHistoryFile {
    /// Writes a row for each way that records went; one for what was created or removed.
    static func write(_ events: [ClusterEvent], to path: String) throws {
        var csv = CSVWriter(
            headings: [
                "event", "previous_cluster_id", "cluster_id", "records", "records_before",
                "records_after",
            ], for: .programs)
        for event in events {
            let counts = ["\(event.recordsBefore)", "\(event.recordsAfter)"]
            for flow in event.flows {
                csv.append(
                    [event.kind.rawValue, flow.previousID, flow.id, "\(flow.records)"] + counts)
            }
            guard event.flows.isEmpty else { continue }
            let isGone = event.kind == .removed
            csv.append(
                [event.kind.rawValue] + (isGone ? [event.id, ""] : ["", event.id]) + ["0"]
                    + counts)
        }
        try ResultFile.write(csv.bytes, to: path)
    }
}
