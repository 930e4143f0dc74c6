import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link label-sample`: which pairs people should label next.
struct LabelSampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label-sample", abstract: "Choose the pairs whose labels would teach most.",
        discussion: """
            Pairs near the threshold come first, and of each combination of levels only a few, so \
            that rare combinations are asked about too. The same file gives the same pairs.
            """)

    @Option(help: "The CSV file with pairs that `weft link predict` wrote.")
    var pairs: String

    @Option(help: "How many pairs to choose.")
    var count: Int

    @Option(
        parsing: .unconditional,
        help: "The threshold in bits; without it, the one with the best expected F1.")
    var thresholdWeight: Double?

    @Option(
        help: """
            A CSV file with labels so far: pairs as in the file of pairs and a column `is_match` \
            with 1 or 0; empty is no label.
            """)
    var labels: String?

    @Option(help: "The CSV file to write the chosen pairs to.")
    var output: String

    @Flag(help: "Write a summary as JSON to standard output.")
    var json = false

    func validate() throws {
        guard count >= 1 else { throw ValidationError("Choose at least one pair.") }
    }

    func run() throws {
        try OutputPaths.check(output)
        let file = try PairTable(pairs)
        let vectors = try file.comparisonVectors()
        let known = try labels.map { try LabelFile($0).labels } ?? [:]
        let evaluated = file.pairs.enumerated().map { place, pair in
            EvaluatedPair(
                comparisonVector: vectors[place], matchWeight: pair.weight,
                isMatch: known[file.names(of: pair)])
        }
        let threshold = thresholdWeight ?? file.histogram.bestEstimate.threshold
        let choices = LabelSampling.choices(count, of: evaluated, threshold: threshold)
        try write(choices, of: file)
        let patterns = Set(choices.map { evaluated[$0.place].comparisonVector }).count
        let summary = Summary(
            pairs: file.pairs.count, labelled: evaluated.count { $0.isMatch != nil },
            chosen: choices.count, patterns: patterns, thresholdWeight: threshold)
        try Output.show(summary, json: json, lines: [summary.sentence + " They are in \(output)."])
    }

    /// The chosen pairs as the file has them, with an empty column for the label.
    private func write(_ choices: [LabelSampling.Choice], of file: PairTable) throws {
        let columns = file.table.columns.filter { $0.name != "is_match" }
        var csv = CSVWriter(
            headings: columns.map(\.name) + ["worth", "pairs_of_pattern", "is_match"],
            for: .programs)
        for choice in choices {
            csv.append(
                columns.map { $0[choice.place] ?? "" }
                    + ["\(choice.worth)", "\(choice.pairsOfPattern)", ""])
        }
        try ResultFile.write(csv.bytes, to: output)
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let pairs: Int
        let labelled: Int
        let chosen: Int
        let patterns: Int
        let thresholdWeight: Double

        var sentence: String {
            "\(chosen) of \(pairs) pairs were chosen, of \(patterns) combinations of levels, "
                + String(format: "around %.2f bits.", thresholdWeight)
        }
    }
}

/// Labels that people gave, by pair.
private struct LabelFile {
    let labels: [Set<PairTable.Record>: Bool]

    init(_ path: String) throws {
        let file = try PairTable(path, hasWeights: false)
        guard let column = file.table.column("is_match") else {
            throw Problem("The file `\(path)` has no column `is_match` with labels.")
        }
        var labels: [Set<PairTable.Record>: Bool] = [:]
        for (row, pair) in file.pairs.enumerated() {
            switch column[row]?.lowercased() {
            case nil: continue
            case "1", "true", "yes": labels[file.names(of: pair)] = true
            case "0", "false", "no": labels[file.names(of: pair)] = false
            case .some(let other):
                throw Problem(
                    "The file `\(path)` has the label “\(other)” in row \(row + 1); write 1 for a "
                        + "match and 0 for none.")
            }
        }
        self.labels = labels
    }
}

extension PairTable {
    /// The two records of a pair, in any order.
    func names(of pair: Pair) -> Set<Record> { [records[pair.left], records[pair.right]] }

    /// The weights of the pairs.
    var histogram: WeightHistogram {
        var histogram = WeightHistogram([ScoredPair]())
        for pair in pairs { histogram.add(pair.weight) }
        return histogram
    }

    /// The comparison vector of each pair; equal ones share their room.
    ///
    /// `names`: the columns, in order; without them, all whose names begin with `gamma_`.
    func comparisonVectors(_ names: [String]? = nil) throws -> [[Int]] {
        let prefix = ColumnNames().comparisonVectorPrefix
        let wanted = names ?? table.columns.map(\.name).filter { $0.hasPrefix(prefix) }
        guard !wanted.isEmpty else {
            throw Problem(
                "The pairs do not say how they compare: no column begins with `\(prefix)`. Write "
                    + "them with `weft link predict`.")
        }
        let columns = try wanted.map { name in
            guard let column = table.column(name) else {
                throw Problem(
                    "The pairs have no column `\(name)`, so they are not of this model; write them "
                        + "with `weft link predict` and the same model.")
            }
            return (column.codes, try Self.levels(column))
        }
        var interned: [[Int]: [Int]] = [:]
        return (0..<table.rowCount).map { row in
            let vector = columns.map { codes, levels in levels[Int(codes[row])] }
            if let known = interned[vector] { return known }
            interned[vector] = vector
            return vector
        }
    }

    /// The level for each code of a column; a missing one is nothing to compare.
    private static func levels(_ column: RecordTable.Column) throws -> [Int] {
        try [-1]
            + (0..<column.values.count).map { place in
                let text = column.values[UInt32(place + 1)] ?? ""
                guard let level = Int(text), level >= -1 else {
                    throw Problem(
                        "The column `\(column.name)` of the pairs holds “\(text)”, which is no "
                            + "level: -1 or a whole number from 0.")
                }
                return level
            }
    }
}
