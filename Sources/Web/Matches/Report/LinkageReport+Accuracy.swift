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
        CurveChart.precisionRecall(id: "precision-recall", curve, best: best)
        CurveChart.rates(id: "roc", curve, best: best)
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
}
