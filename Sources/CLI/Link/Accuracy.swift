import Foundation
import Linkage

/// How good the pairs are at one threshold, for people and for programs.
struct AccuracyPoint: Encodable {
    let thresholdWeight: Double
    let precision: Double
    let recall: Double
    let f1: Double
    let truePositives: Int
    let falsePositives: Int
    let falseNegatives: Int

    init(_ point: AccuracyCurve.Point) {
        thresholdWeight = point.threshold
        precision = point.precision
        recall = point.recall
        f1 = point.f1
        truePositives = point.truePositives
        falsePositives = point.falsePositives
        falseNegatives = point.falseNegatives
    }

    var words: String {
        String(
            format: "F1 %.4f, precision %.4f, recall %.4f from %.2f bits on.", f1, precision,
            recall, thresholdWeight)
    }
}

/// How good clusters are.
struct ClusterMeasures: Encodable {
    let records: Int
    let clusters: Int
    let persons: Int
    let pairwisePrecision: Double
    let pairwiseRecall: Double
    let pairwiseF1: Double
    let bCubedPrecision: Double
    let bCubedRecall: Double
    let bCubedF1: Double

    init(_ accuracy: ClusterAccuracy) {
        records = accuracy.records
        clusters = accuracy.clusters
        persons = accuracy.persons
        pairwisePrecision = accuracy.pairwisePrecision
        pairwiseRecall = accuracy.pairwiseRecall
        pairwiseF1 = accuracy.pairwiseF1
        bCubedPrecision = accuracy.bCubedPrecision
        bCubedRecall = accuracy.bCubedRecall
        bCubedF1 = accuracy.bCubedF1
    }

    var lines: [String] {
        [
            "\(clusters) clusters of \(records) records, of \(persons) people; lone records count.",
            String(
                format: "Pairs within clusters: F1 %.4f, precision %.4f, recall %.4f.", pairwiseF1,
                pairwisePrecision, pairwiseRecall),
            String(
                format: "B-cubed: F1 %.4f, precision %.4f, recall %.4f.", bCubedF1,
                bCubedPrecision, bCubedRecall),
        ]
    }
}

/// How many records cannot be matched.
struct UnlinkableSummary: Encodable {
    /// One threshold.
    struct Point: Encodable {
        let thresholdWeight: Double
        let records: Int
        let share: Double
    }

    let records: Int
    let atHalf: Point
    let atProbability95: Point
    let atBestF1: Point

    init(_ unlinkables: Unlinkables, bestThreshold: Double) {
        func point(_ threshold: Double) -> Point {
            Point(
                thresholdWeight: threshold, records: unlinkables.count(below: threshold),
                share: unlinkables.share(below: threshold))
        }
        records = unlinkables.selfLinkWeights.count
        atHalf = point(0)
        atProbability95 = point(matchWeight(ofProbability: 0.95))
        atBestF1 = point(bestThreshold)
    }

    var lines: [String] {
        [
            ("at even odds", atHalf), ("at a probability of 0.95", atProbability95),
            ("at the best threshold", atBestF1),
        ].map { words, point in
            "\(point.records) of \(records) records (\(Frequency.percent(point.share))) cannot be "
                + "matched to anything \(words)."
        }
    }
}
