import Foundation
import Linkage
import Records

/// The pairs of a report, read from a file or scored anew, with what is known of them.
struct ReportPairs {
    /// Without a file, pairs below this weight are not scored: one in a thousand matches.
    static let leastWeight = -10.0

    let evaluated: [EvaluatedPair]
    /// The places of both records of each pair, where the inputs have them.
    let locations: [(left: RecordLocation, right: RecordLocation)]
    /// The pairs by the names of their records.
    let file: PairTable
    let truth: TruthLabels?
    /// The least weight that was scored, where the pairs were scored here.
    let scoredFrom: Double?

    init(
        _ path: String?, _ truth: String?, _ options: LinkOptions, _ inputs: LinkInputs,
        _ weights: PairWeights
    ) throws {
        let vectors: [[Int]]
        if let path {
            file = try PairTable(path)
            locations = try Self.locations(file, path, inputs)
            vectors = try file.comparisonVectors(inputs.gammaHeadings)
            scoredFrom = nil
        } else {
            let scored = try weights.pairs(threshold: Self.leastWeight, threads: options.threads)
            file = PairTable(scored, inputs)
            locations = scored.map { ($0.left, $0.right) }
            var known: [[Int]: [Int]] = [:]
            vectors = scored.map { pair in
                let vector = weights.patternLayout.comparisonVector(of: pair.pattern)
                if let same = known[vector] { return same }
                known[vector] = vector
                return vector
            }
            scoredFrom = Self.leastWeight
        }
        let labels = try truth.map { [file] in try TruthLabels($0, options.input, file) }
        self.truth = labels
        evaluated = file.pairs.enumerated().map { place, pair in
            EvaluatedPair(
                comparisonVector: vectors[place], matchWeight: pair.weight,
                isMatch: labels?.isMatch[place])
        }
    }

    private static func locations(
        _ file: PairTable, _ path: String, _ inputs: LinkInputs
    ) throws -> [(left: RecordLocation, right: RecordLocation)] {
        guard file.hasSources == inputs.hasSources, file.idHeading == inputs.model.names.uniqueID
        else {
            throw Problem("The pairs in `\(path)` are not of this model; their headings differ.")
        }
        var known: [PairTable.Record: RecordLocation] = [:]
        for (table, records) in inputs.tables.enumerated() {
            let source = inputs.hasSources ? inputs.names[table] : ""
            let ids = records.column(inputs.model.names.uniqueID)
            for row in 0..<records.rowCount {
                known[PairTable.Record(source: source, id: ids?[row] ?? "")] =
                    RecordLocation(table: table, row: row)
            }
        }
        let found = try file.records.map { record in
            guard let location = known[record] else {
                throw Problem(
                    "The pairs in `\(path)` name the record `\(record.id)`, which no input has.")
            }
            return location
        }
        return file.pairs.map { (found[$0.left], found[$0.right]) }
    }
}

extension LinkInputs {
    /// The headings of comparison vector values in a file of pairs.
    var gammaHeadings: [String] {
        model.comparisons.map {
            (model.names.comparisonVectorPrefix + $0.outputColumnName).replacing(" ", with: "_")
        }
    }
}

extension PairTable {
    /// Pairs that were scored just now, as if read from the file that they would make.
    init(_ scored: [ScoredPair], _ inputs: LinkInputs) {
        var numbers: [RecordLocation: Int] = [:]
        for pair in scored {
            numbers[pair.left] = 0
            numbers[pair.right] = 0
        }
        let locations = numbers.keys.sorted()
        for (number, location) in locations.enumerated() { numbers[location] = number }
        self.init(
            records: locations.map { location in
                Record(
                    source: inputs.hasSources ? inputs.names[location.table] : "",
                    id: inputs.id(location))
            },
            pairs: scored.map { pair in
                Pair(
                    numbers[pair.left] ?? 0, numbers[pair.right] ?? 0,
                    weight: pair.matchWeight)
            }, idHeading: inputs.model.names.uniqueID,
            sourceHeading: inputs.hasSources ? inputs.model.names.sourceDataset : nil,
            table: RecordTable(columns: []))
    }
}
