import Foundation
import Linkage
import Records

/// What `weft link cluster --json` prints for one threshold.
struct ClusterReport: Encodable {
    /// How well clusters hold together.
    struct Weakness: Encodable {
        /// Clusters that fall in two without one of their links.
        let clustersWithBridges: Int
        let bridges: Int
        /// The mean share of linked pairs in clusters of three records or more.
        let meanDensity: Double?
        let weakestLinkWeight: Double?
    }

    let clusters: Int
    let records: Int
    let largest: Int
    let threshold: ChosenThreshold
    /// How many clusters there are of each size.
    let sizes: [String: Int]
    let weakness: Weakness?
    let linksLeftOut: Int?
    /// How many events of each kind there were.
    let events: [String: Int]?
    let stages: [Stages.Stage]
    let peakMemoryMegabytes = Stages.peakMemory

    init(
        clusters: [[Int]], threshold: ChosenThreshold, anatomies: [ClusterAnatomy]?, leftOut: Int?,
        events: [ClusterEvent]?, stages: [Stages.Stage]
    ) {
        self.threshold = threshold
        self.clusters = clusters.count
        records = clusters.reduce(0) { $0 + $1.count }
        largest = clusters.map(\.count).max() ?? 0
        sizes = clusters.reduce(into: [:]) { $0["\($1.count)", default: 0] += 1 }
        weakness = anatomies.map(Self.weakness)
        linksLeftOut = leftOut
        self.events = events.map { $0.reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 } }
        self.stages = stages
    }

    private static func weakness(_ anatomies: [ClusterAnatomy]) -> Weakness {
        // Two records always have one link, which says nothing.
        let large = anatomies.filter { $0.members.count > 2 }
        let densities = large.compactMap(\.density)
        return Weakness(
            clustersWithBridges: large.count { !$0.bridges.isEmpty },
            bridges: large.reduce(0) { $0 + $1.bridges.count },
            meanDensity: densities.isEmpty
                ? nil : densities.reduce(0, +) / Double(densities.count),
            weakestLinkWeight: anatomies.compactMap { $0.weakest?.weight }.min())
    }

    func lines(_ output: String) -> [String] {
        var lines = ["\(clusters) clusters are in \(output)."]
        if let linksLeftOut, linksLeftOut > 0 {
            lines.append("\(linksLeftOut) links were left out: they would join what must not be.")
        }
        if let events {
            let words = events.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            lines.append(
                words.isEmpty
                    ? "No cluster has changed." : "Clusters: \(words.joined(separator: ", ")).")
        }
        return lines
    }
}

/// What `weft link cluster --json` prints for several thresholds.
struct ThresholdReport: Encodable {
    /// One threshold; names as in Splink's summary.
    struct Line: Encodable {
        let thresholdMatchProbability: Double
        let thresholdMatchWeight: Double
        let numClusters: Int
        let maxClusterSize: Int
        let avgClusterSize: Double

        init(_ summary: ClusterSummary) {
            thresholdMatchProbability = matchProbability(ofWeight: summary.threshold)
            // JSON has no infinity.
            thresholdMatchWeight = min(
                max(summary.threshold, -Double.greatestFiniteMagnitude),
                Double.greatestFiniteMagnitude)
            numClusters = summary.groups
            maxClusterSize = summary.largest
            avgClusterSize = summary.meanSize
        }

        var words: String {
            String(format: "From %.3f bits on: ", thresholdMatchWeight)
                + "\(numClusters) clusters, the largest of \(maxClusterSize) records."
        }
    }

    let thresholds: [Line]
    let stages: [Stages.Stage]
    let peakMemoryMegabytes = Stages.peakMemory
}

/// A row for each cluster: how well it holds together.
struct ClusterDetails {
    private let file: PairFile
    private let clusters: [NamedCluster]
    private let anatomies: [ClusterAnatomy]

    init(_ file: PairFile, _ clusters: [NamedCluster], _ anatomies: [ClusterAnatomy]) {
        (self.file, self.clusters, self.anatomies) = (file, clusters, anatomies)
    }

    /// Writes clusters of two records or more, measures called as in Splink.
    func write(to path: String) throws {
        var csv = CSVWriter(
            headings: [
                "cluster_id", "n_nodes", "n_edges", "density", "cluster_centralisation",
                "weakest_link_weight", "weakest_link_l", "weakest_link_r", "bridges",
                "weakest_bridge_weight", "weakest_bridge_l", "weakest_bridge_r",
            ], for: .programs)
        for (cluster, anatomy) in zip(clusters, anatomies) where cluster.members.count > 1 {
            csv.append(
                [
                    cluster.id, "\(cluster.members.count)", "\(anatomy.linkCount)",
                    anatomy.density.map { "\($0)" } ?? "",
                    anatomy.centralisation.map { "\($0)" } ?? "",
                ] + fields(anatomy.weakest) + ["\(anatomy.bridges.count)"]
                    + fields(anatomy.weakestBridge))
        }
        try ResultFile.write(csv.bytes, to: path)
    }

    private func fields(_ link: Link?) -> [String] {
        guard let link else { return ["", "", ""] }
        return [
            "\(link.weight)", file.records[link.left].compound, file.records[link.right].compound,
        ]
    }
}

extension PairFile {
    /// Writes a row a record with its cluster at each of several thresholds, as Splink does.
    func write(_ columns: [(heading: String, firsts: [Int])], to path: String) throws {
        var rows = try CSVRows(path, headings: recordHeadings + columns.map(\.heading))
        var names: [[UInt8]] = []
        for record in records { names.append(CSVRows.field(record.compound)) }
        for record in records.indices {
            var row = records.row(record)
            for column in columns { row += [0x2C] + names[column.firsts[record]] }
            try rows.append(row)
        }
        try rows.close()
    }
}
