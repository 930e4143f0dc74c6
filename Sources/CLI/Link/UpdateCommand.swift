import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link update`: pairs new records with all, and carries the clusters on.
struct UpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Pair new records with all, and carry clusters on.",
        discussion: """
            The pairs are those of `weft link predict` over all files in which at least one record \
            is new. How common values are is counted over the records of --input, so that a \
            weight does not hang on what else is new; a value that is new counts as one that a \
            single record has. With --count-new it is counted over all.
            """)

    @OptionGroup var options: LinkOptions

    @Option(help: "A CSV file with new records; give it again for each file.")
    var new: [String]

    @Flag(help: "Count how common values are over the new records too.")
    var countNew = false

    @Option(
        parsing: .unconditional,
        help: "Keep pairs of at least this match weight, in bits; without it, all pairs.")
    var thresholdWeight: Double?

    @Option(help: "The CSV file to write the pairs to.")
    var output: String

    @OptionGroup var grouping: UpdateClusters

    func validate() throws {
        guard !new.isEmpty else { throw ValidationError("Give at least one file: --new FILE.") }
        guard grouping.clusters == nil || grouping.threshold(thresholdWeight) != nil else {
            throw ValidationError(
                "To carry clusters on, say from which weight on pairs are joined: "
                    + "--cluster-threshold-weight W.")
        }
    }

    func run() throws {
        try OutputPaths.check(output, grouping.clustersOutput, grouping.history)
        var stages = Stages()
        let read = try options.readModel()
        guard read.problems.isEmpty else { throw Problem(read.problems.joined(separator: " ")) }
        stages.begin("Reading the records")
        var files = options
        files.input += new
        let inputs = try LinkInputs(files, for: read.withSplinkDefaults, mayRepeatNames: true)
        stages.begin("Indexing the records that are there")
        var indexed = IndexedInputs(
            inputs, try options.readHousehold(), textIds: options.textIds)
        try indexed.append { inputs.files[$0] < options.input.count }
        indexed.index.refreshTermFrequencies()
        indexed.index.reserveRoom()
        let known = indexed.index.count
        stages.begin("Pairing the new records")
        try indexed.append { inputs.files[$0] >= options.input.count }
        if countNew { indexed.index.refreshTermFrequencies() }
        let pairs = try indexed.pairs(
            with: known..<indexed.index.count, threshold: thresholdWeight ?? -.infinity,
            threads: options.threads)
        var events: [ClusterEvent]?
        if let threshold = grouping.threshold(thresholdWeight), grouping.clusters != nil {
            stages.begin("Carrying the clusters on")
            events = try grouping.update(indexed, known, pairs, threshold)
        }
        stages.begin("Writing the pairs")
        let none = MatchWeights(inputs.model, EncodedRecords([], for: inputs.model))
        var writer = try PairWriter(output, inputs, none.patternLayout)
        try writer.write(pairs.map(indexed.located))
        let summary = Summary(
            records: known, newRecords: indexed.index.count - known, pairs: pairs.count,
            events: events.map { $0.reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 } },
            stages: stages.ended())
        try Output.show(summary, json: options.json, lines: summary.lines(output))
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let records: Int
        let newRecords: Int
        let pairs: Int
        /// How many events of each kind there were.
        let events: [String: Int]?
        let stages: [Stages.Stage]
        let peakMemoryMegabytes = Stages.peakMemory

        func lines(_ output: String) -> [String] {
            let words = events.map { $0.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" } }
            return [
                "\(pairs) pairs of \(newRecords) new records with each other and with \(records) "
                    + "others are in \(output)."
            ]
                + (words.map {
                    [
                        $0.isEmpty
                            ? "No cluster has changed."
                            : "Clusters: \($0.joined(separator: ", "))."
                    ]
                } ?? [])
        }
    }
}

/// Records of files in an index, and which is which.
struct IndexedInputs {
    let inputs: LinkInputs
    var index: LinkageIndex
    /// Where each record of the index is in the inputs.
    private(set) var locations: [RecordLocation] = []

    init(_ inputs: LinkInputs, _ household: HouseholdModel?, textIds: Bool) {
        self.inputs = inputs
        let name = inputs.model.names.uniqueID
        let areNumbers = inputs.tables.allSatisfy { table in
            guard let values = table.column(name)?.values, values.count > 0 else { return true }
            return (1...UInt32(values.count)).allSatisfy { Int(values[$0] ?? "") != nil }
        }
        index = LinkageIndex(
            inputs.model, household: household,
            hasNumericIDs: inputs.model.linkType == .dedupeOnly && !textIds && areNumbers)
    }

    /// Adds the tables whose numbers fit.
    mutating func append(where isIncluded: (Int) -> Bool) throws {
        for number in inputs.tables.indices where isIncluded(number) {
            let table = inputs.tables[number]
            do {
                try index.append(table, source: inputs.names[number])
            } catch {
                throw Problem("The records of `\(inputs.names[number])` cannot be added. \(error)")
            }
            locations += (0..<table.rowCount).map { RecordLocation(table: number, row: $0) }
        }
    }

    func pairs(
        with new: Range<Int>, threshold: Double, threads: Int
    ) throws -> [ScoredPair] {
        do {
            return try index.pairs(with: new, threshold: threshold, threads: threads)
        } catch {
            throw Problem("\(error)")
        }
    }

    /// A pair of the index as one of the inputs.
    func located(_ pair: ScoredPair) -> ScoredPair {
        ScoredPair(
            left: locations[pair.leftRow], right: locations[pair.rightRow], pattern: pair.pattern,
            matchWeight: pair.matchWeight)
    }

    /// A record's name as Splink joins it.
    func compound(_ record: Int) -> String {
        PairFile.Record(source: index.source(of: record), id: index.id(of: record)).compound
    }
}

/// The clusters that new records change.
struct UpdateClusters: ParsableArguments {
    @Option(help: "The CSV file with the clusters so far.")
    var clusters: String?

    @Option(
        parsing: .unconditional,
        help: "Join pairs of at least this weight, in bits; without it, all pairs that are kept.")
    var clusterThresholdWeight: Double?

    @Option(help: "The CSV file to write the clusters to, those that did not change included.")
    var clustersOutput: String?

    @Option(help: "A CSV file to write to what became of the clusters.")
    var history: String?

    func validate() throws {
        guard clusters != nil || clustersOutput == nil && history == nil else {
            throw ValidationError(
                "--clusters-output and --history go with --clusters, the clusters so far.")
        }
    }

    /// From which weight on pairs are joined.
    func threshold(_ kept: Double?) -> Double? { clusterThresholdWeight ?? kept }

    /// Joins the new pairs to the clusters so far, writes them and tells what changed.
    func update(
        _ indexed: IndexedInputs, _ known: Int, _ pairs: [ScoredPair], _ threshold: Double
    ) throws -> [ClusterEvent] {
        var register = ClusterRegister(
            recordCount: known, try previous(indexed, known), firstID: indexed.compound)
        register.grow(to: indexed.index.count)
        let links = pairs.map { Link($0.leftRow, $0.rightRow, weight: $0.matchWeight) }
        let events = register.join(links, threshold: threshold, firstID: indexed.compound)
        if let clustersOutput { try write(&register, indexed, to: clustersOutput) }
        if let history { try ClusterHistoryFile.write(events, to: history) }
        return events
    }

    private func previous(_ indexed: IndexedInputs, _ known: Int) throws -> [NamedCluster] {
        guard let clusters else { return [] }
        var members: [String: [Int]] = [:]
        for (cluster, record) in try ClusterFile(clusters).rows {
            guard let number = indexed.index.record(record.id, source: record.source),
                number < known
            else {
                throw Problem(
                    "The file `\(clusters)` has the record `\(record.compound)`, which no file "
                        + "of --input has.")
            }
            members[cluster, default: []].append(number)
        }
        return members.map { NamedCluster(id: $0.key, members: $0.value.sorted()) }
            .sorted { $0.members[0] < $1.members[0] }
    }

    /// Clusters and their members in the order of ids, as `weft link cluster` writes them.
    private func write(
        _ register: inout ClusterRegister, _ indexed: IndexedInputs, to path: String
    ) throws {
        let names = indexed.inputs.model.names
        let hasSources = indexed.inputs.hasSources
        var csv = CSVWriter(
            headings: ["cluster_id"] + (hasSources ? [names.sourceDataset] : []) + [names.uniqueID],
            for: .programs)
        let sorted = register.clusters(firstID: indexed.compound).map { cluster in
            NamedCluster(
                id: cluster.id, members: cluster.members.sorted(by: indexed.index.precedes))
        }.sorted { indexed.index.precedes($0.members[0], $1.members[0]) }
        for cluster in sorted {
            for member in cluster.members {
                csv.append(
                    [cluster.id] + (hasSources ? [indexed.index.source(of: member)] : [])
                        + [indexed.index.id(of: member)])
            }
        }
        try ResultFile.write(csv.bytes, to: path)
    }
}
