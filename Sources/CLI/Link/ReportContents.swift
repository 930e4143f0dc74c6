import Foundation
import Linkage
import Records
import Web

/// What goes into a report, counted.
struct ReportContents {
    let model: String
    let inputs: LinkInputs
    let weights: PairWeights
    let pairs: ReportPairs
    let training: LinkageReport.Training?
    let samples: Int
    let pairsPerHour: Double

    /// Thresholds in bits that every report shows: even bits, and probabilities of 95% and 99%.
    private static let thresholds = [-4.0, -2, 0, 2, 4, 4.25, 6, 6.625, 8, 10, 12, 16, 20]
    private static let sampledPatterns = 12

    var report: LinkageReport {
        var histogram = WeightHistogram([ScoredPair]())
        for pair in pairs.evaluated { histogram.add(pair.matchWeight) }
        let suggested = histogram.bestEstimate.threshold
        let curve = pairs.truth?.curve(pairs.file)
        let unlinkables = weights.unlinkables
        let patterns = PatternSummary.patterns(of: pairs.evaluated, samples: samples)
        return LinkageReport(
            modelName: URL(filePath: model).lastPathComponent, model: inputs.model,
            household: weights.household,
            inputs: zip(inputs.names, inputs.tables).map {
                LinkageReport.Input(name: $0, records: $1.rowCount)
            },
            columns: inputs.model.columns.sorted().map {
                ColumnProfile($0, in: inputs.tables)
            },
            possiblePairs: weights.records.possiblePairs(inputs.model.linkType),
            blocking: inputs.model.blockingContributions(in: weights.records),
            training: training, histogram: histogram, leastWeight: pairs.scoredFrom,
            thresholds: ThresholdTable(
                histogram, thresholds: Self.thresholds + [suggested], labels: curve,
                pairsPerHour: pairsPerHour),
            truth: curve.map { curve in
                LinkageReport.Truth(curve: curve, clusters: clusters(suggested))
            },
            rarity: weights.rarityRanges, unlinkables: unlinkables,
            missingFields: weights.missingFields(below: suggested),
            patterns: patterns, sampleColumns: columns, samples: shown(patterns))
    }

    private func clusters(_ threshold: Double) -> ClusterAccuracy? {
        pairs.truth.map { truth in
            var numbers: [PairTable.Record: String] = [:]
            for members in pairs.file.clusters(threshold: threshold) where members.count > 1 {
                for member in members { numbers[pairs.file.records[member]] = "\(members[0])" }
            }
            return truth.accuracy(ofClusters: numbers)
        }
    }

    /// The columns of samples: the id, then what the comparisons read.
    private var columns: [String] {
        let read = inputs.model.comparisons.reduce(into: Set<String>()) {
            $0.formUnion($1.columns)
        }
        return [inputs.model.names.uniqueID] + read.sorted()
    }

    private func shown(_ patterns: [PatternSummary]) -> [[LinkageReport.Sample]] {
        guard samples > 0 else { return [] }
        return patterns.prefix(Self.sampledPatterns).map { pattern in
            pattern.samples.map { place in
                let (left, right) = pairs.locations[place]
                return LinkageReport.Sample(
                    matchWeight: pairs.evaluated[place].matchWeight, left: values(left),
                    right: values(right))
            }
        }
    }

    private func values(_ location: RecordLocation) -> [String] {
        columns.map { inputs.tables[location.table][location.row, $0] ?? "" }
    }
}
