import Linkage

extension LinkageReport {
    @HTMLBuilder var accuracySection: HTML {
        if let truth, let best = truth.curve.best {
            accuracy(truth, best)
        } else {
            p(
                truth == nil
                    ? "Nothing is known to be true, so nothing was measured. Give --truth with a "
                        + "column or a file of pairs that match."
                    : "No pair was scored, so there is nothing to measure.")
        }
    }

    @HTMLBuilder private func accuracy(
        _ truth: Truth, _ best: AccuracyCurve.Point
    ) -> HTML {
        let curve = truth.curve
        let chosen = curve.point(at: suggestedThreshold)
        p(
            "\(Self.count(curve.matches, "pair is", "pairs are")) known to match. A match that no "
                + "rule makes counts as missed.")
        SummaryList {
            SummaryRow("At the suggested threshold", Self.words(chosen))
            SummaryRow("At the best threshold", Self.words(best))
            if let clusters = truth.clusters {
                SummaryRow(
                    "Clusters at the suggested threshold",
                    "Pairwise F1 \(Numerals.decimal(clusters.pairwiseF1, places: 3)), B-cubed F1 "
                        + "\(Numerals.decimal(clusters.bCubedF1, places: 3)); "
                        + "\(Numerals.grouped(clusters.clusters)) clusters for "
                        + "\(Numerals.grouped(clusters.persons)) people, lone records included")
            }
        }
        trust(chosen)
        precisionRecall(curve, best)
        rates(curve, best)
    }

    /// Whether the model's own probabilities can be believed.
    private func trust(_ measured: AccuracyCurve.Point) -> HTML {
        let expected = histogram.bestEstimate
        let words =
            "At the suggested threshold the model expects a precision of "
            + "\(Self.percent(expected.precision)); measured it is "
            + "\(Self.percent(measured.precision))."
        return abs(expected.precision - measured.precision) > 0.05
            ? WarningText(
                words + " So its probabilities do not hold for these records: choose the "
                    + "threshold by what was measured, and look at the patterns and the rounds of "
                    + "training for comparisons that say the same thing twice."
            ).html
            : p(words)
    }

    private static func words(_ point: AccuracyCurve.Point) -> String {
        "\(bits(point.threshold)): F1 \(Numerals.decimal(point.f1, places: 3)), precision "
            + "\(Numerals.decimal(point.precision, places: 3)), recall "
            + Numerals.decimal(point.recall, places: 3)
    }

    private func precisionRecall(
        _ curve: AccuracyCurve, _ best: AccuracyCurve.Point
    ) -> CurveChart {
        CurveChart(
            id: "precision-recall",
            headline: "At its best, \(Self.percent(best.precision)) of links are right and "
                + "\(Self.percent(best.recall)) of true pairs are found",
            measure: "Precision by recall over all true pairs, measured against labels",
            description: "At \(Self.bits(best.threshold)) precision is "
                + "\(Numerals.decimal(best.precision, places: 3)) and recall "
                + "\(Numerals.decimal(best.recall, places: 3)).",
            across: Self.shareScale("Recall"), up: Self.shareScale("Precision"),
            series: [
                CurveChart.Series(
                    "Precision", curve.thinned(to: 240).map { ($0.recall, $0.precision) })
            ],
            mark: CurveChart.Mark(
                x: best.recall, y: best.precision,
                text: "Best F1, at \(Self.bits(best.threshold))"),
            numbers: points(curve, "Precision and recall"))
    }

    private func rates(_ curve: AccuracyCurve, _ best: AccuracyCurve.Point) -> CurveChart {
        let most = curve.points.last?.falsePositiveRate ?? 0
        return CurveChart(
            id: "roc",
            headline: "At the best threshold "
                + "\(Self.count(best.falsePositives, "wrong link falls", "wrong links fall")) on "
                + "\(Self.count(curve.nonMatches, "pair that does", "pairs that do")) not match",
            measure: "Receiver operating characteristic: share of true pairs that are linked, by "
                + "share of all \(Numerals.grouped(curve.nonMatches)) pairs that do not match and "
                + "are linked all the same. The pairs are all that may match, compared or not, so "
                + "the line ends where the scored pairs do",
            description: "At \(Self.bits(best.threshold)) \(Self.percent(best.recall)) of true "
                + "pairs are linked and \(Self.rate(best.falsePositiveRate)) of the others.",
            across: CurveChart.Scale(
                title: "Share of other pairs that are linked",
                ticks: [(0, "0"), (most / 2, Self.rate(most / 2)), (most, Self.rate(most))]),
            up: Self.shareScale("Share of true pairs that are linked"),
            series: [
                CurveChart.Series(
                    "Recall",
                    [(0, 0)] + curve.thinned(to: 240).map { ($0.falsePositiveRate, $0.recall) })
            ],
            mark: CurveChart.Mark(
                x: best.falsePositiveRate, y: best.recall,
                text: "Best F1, at \(Self.bits(best.threshold))"),
            numbers: points(curve, "True and false links"))
    }

    /// A very small share: `12 in a million`, `0.4 in a million`.
    static func rate(_ share: Double) -> String {
        share >= 0.01
            ? percent(share)
            : "\(Numerals.decimal(share * 1_000_000, places: share < 0.00001 ? 1 : 0)) in a million"
    }

    private func points(_ curve: AccuracyCurve, _ title: String) -> Table {
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
                    Numerals.decimal(point.threshold, places: 2)
                    point.truePositives
                    point.falsePositives
                    point.falseNegatives
                    Numerals.decimal(point.precision, places: 3)
                    Numerals.decimal(point.recall, places: 3)
                    Numerals.decimal(point.f1, places: 3)
                    Self.rate(point.falsePositiveRate)
                }
            }
        }
    }
}
