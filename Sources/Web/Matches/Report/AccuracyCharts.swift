import Linkage

extension CurveChart {
    /// Precision by recall as labels say; `best` is the point with the best F1.
    static func precisionRecall(
        id: String, _ curve: AccuracyCurve, best: AccuracyCurve.Point
    ) -> CurveChart {
        let bits = LinkageReport.bits(best.threshold)
        return CurveChart(
            id: id,
            headline: "At its best, \(Frequency.percent(best.precision)) of links are right and "
                + "\(Frequency.percent(best.recall)) of true pairs are found",
            measure: "Precision by recall over all true pairs, measured against labels",
            description: "At \(bits) precision is \(Numerals.decimal(best.precision, places: 3)) "
                + "and recall \(Numerals.decimal(best.recall, places: 3)).",
            across: shareScale("Recall"), up: shareScale("Precision"),
            series: [
                Series("Precision", curve.thinned(to: 240).map { ($0.recall, $0.precision) })
            ],
            mark: Mark(x: best.recall, y: best.precision, text: "Best F1, at \(bits)"),
            numbers: points(curve, "Precision and recall at steps of the line"))
    }

    /// Right links by wrong ones over all pairs that may match; `best` has the best F1.
    static func rates(
        id: String, _ curve: AccuracyCurve, best: AccuracyCurve.Point
    ) -> CurveChart {
        // Without a wrong link the scale still needs a length.
        let most = max(curve.points.last?.falsePositiveRate ?? 0, 0.000_001)
        let others = Numerals.grouped(curve.nonMatches)
        return CurveChart(
            id: id,
            headline: "At the best threshold "
                + LinkageReport.count(best.falsePositives, "wrong link falls", "wrong links fall")
                + " on "
                + LinkageReport.count(curve.nonMatches, "pair that does", "pairs that do")
                + " not match",
            measure: "Receiver operating characteristic: share of true pairs that are linked, by "
                + "share of all \(others) pairs that do not match and are linked all the same. "
                + "The pairs are all that may match, compared or not, so the line ends where the "
                + "scored pairs do",
            description: "At \(LinkageReport.bits(best.threshold)) "
                + "\(Frequency.percent(best.recall)) of true pairs are linked and "
                + "\(rate(best.falsePositiveRate)) of the others.",
            across: Scale(
                title: "Share of other pairs that are linked",
                ticks: [(0, "0"), (most / 2, rate(most / 2)), (most, rate(most))]),
            up: shareScale("Share of true pairs that are linked"),
            series: [
                Series(
                    "Recall",
                    [(0, 0)] + curve.thinned(to: 240).map { ($0.falsePositiveRate, $0.recall) })
            ],
            mark: Mark(
                x: best.falsePositiveRate, y: best.recall,
                text: "Best F1, at \(LinkageReport.bits(best.threshold))"),
            numbers: points(curve, "Right and wrong links at steps of the line"))
    }

    /// A very small share: `12 in a million`, `0.4 in a million`.
    private static func rate(_ share: Double) -> String {
        if share >= 0.01 { return Frequency.percent(share) }
        let million = Numerals.decimal(share * 1_000_000, places: share < 0.000_01 ? 1 : 0)
        return "\(million) in a million"
    }

    private static func points(_ curve: AccuracyCurve, _ title: String) -> Table {
        Table(
            title, size: .small,
            columns: [
                .text("Threshold"), .number("Right links"), .number("Wrong links"),
                .number("Missed"), .number("Precision"), .number("Recall"), .number("F1"),
                .number("Others linked"),
            ]
        ) {
            for point in curve.thinned(to: 30) {
                Table.Row {
                    Numerals.signedHundredths(point.threshold)
                    point.truePositives
                    point.falsePositives
                    point.falseNegatives
                    Numerals.decimal(point.precision, places: 3)
                    Numerals.decimal(point.recall, places: 3)
                    Numerals.decimal(point.f1, places: 3)
                    rate(point.falsePositiveRate)
                }
            }
        }
    }
}
