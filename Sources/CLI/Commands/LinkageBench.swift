import ArgumentParser
import DemoData
import Foundation
import Linkage
import Records

/// Measures what stays the same, new records against many, and moves of weights and thresholds.
///
/// Targets L8, L9 and L10, on an invented county with duplicates.
struct LinkageBench {
    let records: Int
    let seed: UInt64

    private typealias Column = LinkageModel.PeopleColumn
    private static let idColumn = "unique_id"
    private static let columns = [
        idColumn, Column.forename, Column.surname, Column.dateOfBirth, Column.address,
        Column.town, Column.postcode,
    ]
    /// How many new records come at once, and how many more one by one.
    private static let (batch, single) = (10_000, 200)
    private static let threshold = 4.0

    func run() throws {
        let (old, new, more) = county()
        let untrained = LinkageModel.people(.dedupeOnly)
        let encoded = EncodedRecords([old], for: untrained)
        let model = try untrained.trained(on: encoded, seed: seed).model
        try sameBytes(model, old)
        let weights = model.weights(for: encoded)
        let start = ContinuousClock.now
        let run = try ScoredRun(weights, floor: 0)
        show("L10: \(records) rows scored, \(run.links.count) pairs kept", start, "-")
        moves(run, model)
        try newRecords(model, old, new, more, run)
    }

    /// The rows that are there, those that come at once and those that come one by one.
    private func county() -> (RecordTable, RecordTable, [RecordTable]) {
        let start = ContinuousClock.now
        let all = records + Self.batch + Self.single
        var (old, new) = (Self.builder, Self.builder)
        var more: [RecordTable] = []
        // New rows are spread over all, so that most of their duplicates are there before them.
        let step = all / (Self.batch + Self.single)
        var chosen = 0
        for (number, row) in DuplicateRecords(
            records: all, seed: seed, today: CalendarDate(dayNumber: 20_779)
        ).enumerated() {
            let fields = [
                row.id, row.firstName, row.surname, row.dateOfBirth?.description, row.address,
                row.town, row.postcode,
            ]
            guard number % step == 0, chosen < Self.batch + Self.single else {
                old.append(fields)
                continue
            }
            chosen += 1
            if chosen % ((Self.batch + Self.single) / Self.single) == 0, more.count < Self.single {
                var one = Self.builder
                one.append(fields)
                more.append(one.table())
            } else {
                new.append(fields)
            }
        }
        show("\(records) rows made", start, "-")
        return (old.table(), new.table(), more)
    }

    private static var builder: RecordTable.Builder { RecordTable.Builder(columns: columns) }

    // L8

    private func sameBytes(_ model: LinkageModel, _ table: RecordTable) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "weft-bench-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try LinkFiles.write(model, to: folder.appending(path: "model.json").path)
        // A step that has no factor in common with the count visits every row once.
        let count = table.rowCount
        let step = sequence(first: 7_919) { $0 + 2 }.first { Self.shareNoFactor($0, count) } ?? 1
        var written: [(pairs: Data, clusters: Data)] = []
        for (name, order) in [
            ("rows", Array(0..<count)), ("turned", (0..<count).map { $0 * step % count }),
        ] {
            try write(table.rows(order), model, to: folder.appending(path: "people.csv"))
            for threads in name == "rows" ? [1, 2, 3] : [2] {
                written.append(try linked(folder, threads))
            }
        }
        let isSame = written.allSatisfy { $0 == written[0] }
        BenchCommand.print(
            "L8: same bytes of pairs and clusters for 1, 2 and 3 threads and rows in another order",
            isSame ? "yes, \(written[0].pairs.count) and \(written[0].clusters.count) bytes" : "NO",
            "yes")
    }

    private static func shareNoFactor(_ one: Int, _ other: Int) -> Bool {
        var (a, b) = (one, other)
        while b != 0 { (a, b) = (b, a % b) }
        return a == 1
    }

    /// Writes a table; columns that the model reads and the table lacks are empty.
    private func write(_ table: RecordTable, _ model: LinkageModel, to file: URL) throws {
        let absent = model.columns.filter { table.column($0) == nil }.sorted()
        var csv = CSVWriter(headings: table.columns.map(\.name) + absent, for: .programs)
        for row in 0..<table.rowCount {
            csv.append(table.columns.map { $0[row] ?? "" } + absent.map { _ in "" })
        }
        try Data(csv.bytes).write(to: file)
    }

    /// The files that predicting and clustering write.
    private func linked(_ folder: URL, _ threads: Int) throws -> (Data, Data) {
        func path(_ name: String) -> String { folder.appending(path: name).path }
        let options = try LinkOptions.parse([
            "--model", path("model.json"), "--input", path("people.csv"), "--threads", "\(threads)",
        ])
        let inputs = try LinkInputs(options, for: try options.readModel())
        let weights = MatchWeights(
            inputs.model, EncodedRecords(inputs.tables, for: inputs.model))
        let pairs = try weights.predictions(threshold: Self.threshold, threads: threads)
        var writer = try PairWriter(path("pairs.csv"), inputs, weights)
        try writer.write(pairs)
        let file = try PairFile(path("pairs.csv"))
        try file.write(file.clusters(threshold: Self.threshold), to: path("clusters.csv"))
        return (
            try Data(contentsOf: folder.appending(path: "pairs.csv")),
            try Data(contentsOf: folder.appending(path: "clusters.csv"))
        )
    }

    // L9

    private func newRecords(
        _ model: LinkageModel, _ old: RecordTable, _ new: RecordTable, _ more: [RecordTable],
        _ run: ScoredRun
    ) throws {
        var start = ContinuousClock.now
        var index = LinkageIndex(model)
        try index.append(old)
        index.refreshTermFrequencies()
        index.reserveRoom()
        show("L9: \(records) rows indexed", start, "-")
        let id: (Int) -> String = { index.id(of: $0) }
        let before = run.clusters(at: Self.threshold).map {
            NamedCluster(id: id($0[0]), members: $0)
        }
        var register = ClusterRegister(recordCount: old.rowCount, before, firstID: id)
        start = .now
        let (pairs, events) = try add(new, to: &index, &register)
        show(
            "L9: \(new.rowCount) new rows added, \(pairs) pairs, \(events) clusters changed", start,
            "1 s")
        var times: [Duration] = []
        for table in more {
            start = .now
            _ = try add(table, to: &index, &register)
            times.append(.now - start)
        }
        times.sort()
        BenchCommand.print(
            "L9: one new row added, median and longest of \(times.count)",
            "\(times[times.count / 2]), \(times[times.count - 1])", "5 ms")
        BenchCommand.print("most memory so far", "\(Stages.peakMemory) MB", "-")
    }

    private func add(
        _ table: RecordTable, to index: inout LinkageIndex, _ register: inout ClusterRegister
    ) throws -> (pairs: Int, events: Int) {
        let new = try index.append(table)
        let pairs = try index.pairs(with: new, threshold: 0, threads: 2)
        register.grow(to: index.count)
        let links = pairs.map { Link($0.leftRow, $0.rightRow, weight: $0.matchWeight) }
        let events = register.join(links, threshold: Self.threshold) { [index] in
            index.id(of: $0)
        }
        return (pairs.count, events.count)
    }

    // L10

    private func moves(_ run: ScoredRun, _ model: LinkageModel) {
        var start = ContinuousClock.now
        let clusters = run.clusters(at: Self.threshold + 2)
        let estimate = run.estimate(at: Self.threshold + 2)
        show(
            "L10: threshold moved to \(Self.threshold + 2) bits: "
                + words(estimate, clusters.count), start, "0.5 s")
        start = .now
        let level = model.comparisons[0].comparisonLevels[1]
        let move = ScoredRun.LevelMove(
            comparison: 0, value: model.comparisons[0].comparisonVectorValue(ofLevel: 1),
            weight: level.matchWeight - 1)
        let moved = run.moving([move])
        let groups = moved.clusters(at: Self.threshold)
        show(
            "L10: one weight moved by a bit: "
                + words(moved.estimate(at: Self.threshold), groups.count)
                + ", \(moved.hiddenPairs(at: Self.threshold)) more pairs possible", start, "0.5 s")
    }

    private func words(_ estimate: ThresholdEstimate, _ clusters: Int) -> String {
        "\(estimate.pairs) pairs, expected precision \(BenchCommand.three(estimate.precision)), "
            + "\(clusters) clusters"
    }

    private func show(
        _ name: String, _ start: ContinuousClock.Instant, _ target: String
    ) {
        BenchCommand.print(name, "\(ContinuousClock.now - start)", target)
    }
}
