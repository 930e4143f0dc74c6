import Exchange
import Foundation
import Linkage

/// What a version makes of two loads, in counts.
struct ShownExamination: Encodable {
    struct Column: Encodable {
        let column: String
        let left: Double
        let right: Double
        /// Records that lack a value and cannot reach the cut-off.
        let unlinkableWithout: Int
    }

    struct Pattern: Encodable {
        let comparisonVector: [Int]
        let pairs: Int
        let lowestWeight: Double
        let highestWeight: Double
        let expectedMatches: Double
    }

    let records: Int
    let pairs: Int
    let cutOffBits: Double
    let unlinkableRecords: Int
    let columns: [Column]
    let patterns: [Pattern]

    init(_ found: ModelDiagnostics, cutOffBits: Double) {
        records = found.records
        pairs = found.pairs
        self.cutOffBits = cutOffBits
        unlinkableRecords = found.unlinkables.count(below: cutOffBits)
        columns = found.completeness.map { column in
            Column(
                column: column.column, left: column.left, right: column.right,
                unlinkableWithout: found.missingFields.first { $0.column == column.column }?
                    .unlinkableWithout ?? 0)
        }
        patterns = found.patterns.map {
            Pattern(
                comparisonVector: $0.comparisonVector, pairs: $0.pairs,
                lowestWeight: $0.lowestWeight, highestWeight: $0.highestWeight,
                expectedMatches: $0.expectedMatches)
        }
    }

    var lines: [String] {
        [
            "\(records) records make \(pairs) pairs of \(patterns.count) patterns.",
            "\(unlinkableRecords) records say too little to reach the cut-off.",
        ]
            + columns.map {
                "\($0.column)\t"
                    + String(
                        format: "filled in %.1f%% of the left and %.1f%% of the right",
                        $0.left * 100, $0.right * 100)
            }
    }
}

/// The cut-off of a version, and the three to choose from.
struct ShownCutOffs: Encodable {
    struct Choice: Encodable {
        /// Nil for the cut-off that the version has.
        let aim: String?
        let bits: Double
        let pairs: Int
        let expectedWrongLinks: Double
        let expectedMissedLinks: Double
        let reviewHours: Double

        init(_ aim: CutOff.Aim?, _ bits: Double, _ weights: WeightHistogram) {
            let row = CutOff.estimate(weights, at: bits, pairsPerHour: 60)
            self.aim = aim?.rawValue
            self.bits = bits
            pairs = row.expected.pairs
            expectedWrongLinks = row.expectedFalseLinks
            expectedMissedLinks = row.expectedMissedLinks
            reviewHours = row.reviewHours
        }

        var line: String {
            "\(aim ?? "now")\t"
                + String(
                    format: "%.2f bits\t%d pairs\t%.0f wrong\t%.0f missed\t%.1f hours", bits,
                    pairs, expectedWrongLinks, expectedMissedLinks, reviewHours)
        }
    }

    let now: Choice
    let choices: [Choice]

    init(now: Double, _ choices: [CutOff], _ weights: WeightHistogram) {
        self.now = Choice(nil, now, weights)
        self.choices = choices.map { Choice($0.aim, $0.bits, weights) }
    }

    var lines: [String] { [now.line] + choices.map(\.line) }
}

/// What a later version keeps and how its levels moved.
struct ShownChange: Encodable {
    struct Level: Encodable {
        let comparison: String
        let level: String
        let before: Double?
        let after: Double?
    }

    let kept: Int
    let gained: Int
    let lost: Int
    let levels: [Level]

    init(_ change: ModelChange, _ levels: [LevelChange]) {
        kept = change.kept
        gained = change.gained
        lost = change.lost
        self.levels = levels.map {
            Level(
                comparison: $0.comparison, level: $0.level, before: $0.before, after: $0.after)
        }
    }

    var lines: [String] {
        ["Kept by both: \(kept). Only by the later: \(gained). Only by the earlier: \(lost)."]
            + levels.map {
                "\($0.comparison)\t\($0.level)\t\(Self.words($0.before))\t\(Self.words($0.after))"
            }
    }

    private static func words(_ bits: Double?) -> String {
        bits.map { String(format: "%.2f", $0) } ?? "-"
    }
}
