import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link evaluate`: how well pairs agree with what is known.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure pairs against what is known to be true.")

    @Option(help: "The CSV file with pairs that `weft link predict` wrote.")
    var pairs: String

    @Option(
        help: """
            The column of the input whose equal values say that records match, or a CSV file \
            with pairs that match, their columns called as in the file of pairs.
            """)
    var truth: String

    @Option(help: "A CSV file with records; give it again for each file.")
    var input: [String]

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        let file = try PairFile(pairs)
        let labels = try TruthLabels(truth, input, file)
        let curve = labels.curve(file)
        guard let best = curve.max(by: { $0.f1 < $1.f1 }) else {
            throw Problem("The file `\(pairs)` holds no pair, so there is nothing to measure.")
        }
        let summary = Summary(
            truePairs: labels.matchCount, predictedPairs: file.pairs.count, best: best,
            atHalf: labels.point(file, threshold: 0),
            atProbability95: labels.point(file, threshold: matchWeight(ofProbability: 0.95)))
        try Output.show(summary, json: json, lines: summary.lines)
    }

    /// What `--json` prints.
    struct Summary: Encodable {
        let truePairs: Int
        let predictedPairs: Int
        let best: AccuracyPoint
        let atHalf: AccuracyPoint
        let atProbability95: AccuracyPoint

        var lines: [String] {
            [
                "\(truePairs) pairs are known to match; the file holds \(predictedPairs) pairs.",
                "Best F1: \(best.words)", "At even odds: \(atHalf.words)",
                "At a probability of 0.95: \(atProbability95.words)",
            ]
        }
    }
}

/// How good the pairs are at one threshold.
struct AccuracyPoint: Encodable {
    let thresholdWeight: Double
    let precision: Double
    let recall: Double
    let f1: Double

    init(threshold: Double, right: Int, predicted: Int, matches: Int) {
        thresholdWeight = threshold
        precision = predicted == 0 ? 1 : Double(right) / Double(predicted)
        recall = matches == 0 ? 1 : Double(right) / Double(matches)
        f1 = predicted + matches == 0 ? 1 : 2 * Double(right) / Double(predicted + matches)
    }

    var words: String {
        String(
            format: "F1 %.4f, precision %.4f, recall %.4f from %.2f bits on.", f1, precision,
            recall, thresholdWeight)
    }
}

/// What is known of the pairs of a file.
struct TruthLabels {
    /// Pairs that match, in the file or not.
    let matchCount: Int
    /// Whether each pair of the file matches.
    private let isMatch: [Bool]

    /// Reads a column of the inputs or a file of matching pairs.
    init(_ truth: String, _ inputs: [String], _ file: PairFile) throws {
        if FileManager.default.fileExists(atPath: truth) {
            let known = try PairFile(truth, hasWeights: false)
            let matches = Set(known.pairs.map { Self.key(known, $0) })
            matchCount = matches.count
            isMatch = file.pairs.map { matches.contains(Self.key(file, $0)) }
            return
        }
        let groups = try Self.groups(truth, inputs, file)
        isMatch = file.pairs.map { pair in
            guard let group = groups[file.records[pair.left]] else { return false }
            return group == groups[file.records[pair.right]]
        }
        matchCount = Self.matchCount(groups, isLinkOnly: file.hasSources && file.linksOnlySources)
    }

    private static func key(_ file: PairFile, _ pair: PairFile.Pair) -> Set<PairFile.Record> {
        [file.records[pair.left], file.records[pair.right]]
    }

    private static func groups(
        _ column: String, _ inputs: [String], _ file: PairFile
    ) throws -> [PairFile.Record: String] {
        var groups: [PairFile.Record: String] = [:]
        for path in inputs {
            let table = try LinkFiles.table(path)
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            for needed in [column, file.idHeading] where table.column(needed) == nil {
                throw Problem("The file `\(path)` has no column `\(needed)`.")
            }
            for row in 0..<table.rowCount {
                guard let group = table[row, column] else { continue }
                let source = file.sourceHeading.map { table[row, $0] ?? name } ?? ""
                let id = table[row, file.idHeading] ?? ""
                groups[PairFile.Record(source: source, id: id)] = group
            }
        }
        return groups
    }

    /// All pairs of one group; of different tables alone where only those are linked.
    private static func matchCount(
        _ groups: [PairFile.Record: String], isLinkOnly: Bool
    ) -> Int {
        var sizes: [String: [String: Int]] = [:]
        for (record, group) in groups { sizes[group, default: [:]][record.source, default: 0] += 1 }
        return sizes.values.reduce(0) { count, sources in
            let total = sources.values.reduce(0, +)
            let within = sources.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
            return count + total * (total - 1) / 2 - (isLinkOnly ? within : 0)
        }
    }

    /// The measures at a threshold in bits.
    func point(_ file: PairFile, threshold: Double) -> AccuracyPoint {
        var (right, predicted) = (0, 0)
        for (pair, isMatch) in zip(file.pairs, isMatch) where pair.weight >= threshold {
            predicted += 1
            right += isMatch ? 1 : 0
        }
        return AccuracyPoint(
            threshold: threshold, right: right, predicted: predicted, matches: matchCount)
    }

    /// The measures at the weight of every pair, from the highest down.
    func curve(_ file: PairFile) -> [AccuracyPoint] {
        let order = file.pairs.indices.sorted { file.pairs[$0].weight > file.pairs[$1].weight }
        var (right, points) = (0, [AccuracyPoint]())
        for (place, index) in order.enumerated() {
            right += isMatch[index] ? 1 : 0
            let weight = file.pairs[index].weight
            if place + 1 < order.count, file.pairs[order[place + 1]].weight == weight { continue }
            points.append(
                AccuracyPoint(
                    threshold: weight, right: right, predicted: place + 1, matches: matchCount))
        }
        return points
    }
}
