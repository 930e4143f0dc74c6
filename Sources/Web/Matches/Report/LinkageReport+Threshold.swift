import Linkage

extension LinkageReport {
    @HTMLBuilder var thresholdSection: HTML {
        let best = histogram.bestEstimate
        p(
            "A higher threshold links fewer pairs and more of them rightly. These figures are the "
                + "model's own, from the probabilities of the pairs; no label is used, and matches "
                + "that blocking never made are in none of them. The suggested threshold has the "
                + "best expected F1.")
        disagreement
        CurveChart(
            id: "threshold-curve",
            headline: "From \(Self.bits(best.threshold)) on, \(Self.percent(best.precision)) of "
                + "links are expected to be right and \(Self.percent(best.recall)) of matches "
                + "found",
            measure: "Expected precision, recall and F1 by threshold",
            description: "Precision rises and recall falls with the threshold; F1 is best, "
                + "\(Numerals.decimal(best.f1, places: 3)), at \(Self.bits(best.threshold)).",
            across: Self.weightScale(curveThresholds), up: Self.shareScale("Share"),
            series: [
                CurveChart.Series("Precision", expected { $0.precision }),
                CurveChart.Series("Recall", expected { $0.recall }),
                CurveChart.Series("F1", expected { $0.f1 }),
            ],
            mark: CurveChart.Mark(
                x: best.threshold, y: best.f1, text: "Best F1, at \(Self.bits(best.threshold))"),
            numbers: thresholdTable)
        p(
            "Hours are what it takes to look at every pair from the threshold up to "
                + "\(Self.bits(thresholds.acceptedFrom)), from where links need no person, at "
                + "\(Numerals.decimal(thresholds.pairsPerHour, places: 0)) pairs an hour.")
        reviewTable
    }

    /// Where rounds of training say very different things, expected figures are not to be trusted.
    @HTMLBuilder private var disagreement: HTML {
        let widest = training?.estimates.compactMap(\.spreadBits).max() ?? 0
        if widest > 2 {
            WarningText(
                "Rounds of training differ by up to \(Numerals.decimal(widest, places: 1)) bits "
                    + "about one level, so the probabilities may not hold. Label some pairs before "
                    + "you rely on expected figures.")
        }
    }

    /// Thresholds at which curves have points: each half bit in which there are pairs.
    private var curveThresholds: [Double] {
        let bars = histogram.bars(atMost: 96)
        let low = max(bars.first?.lowest ?? 0, -12)
        let high = min(max(bars.last?.highest ?? 1, low + 1), low + 48)
        return Array(stride(from: low, through: high, by: 0.5))
    }

    private func expected(
        _ value: (ThresholdEstimate) -> Double
    ) -> [(x: Double, y: Double)] {
        curveThresholds.map { ($0, value(histogram.estimate(at: $0))) }
    }

    private var thresholdTable: Table {
        Table(
            "Expected at each threshold", size: .small,
            columns: [
                .text("Threshold"), .number("Links"), .number("Precision"), .number("Recall"),
                .number("F1"),
            ]
        ) {
            for threshold in curveThresholds {
                let estimate = histogram.estimate(at: threshold)
                Table.Row {
                    Numerals.signed(threshold)
                    estimate.pairs
                    Numerals.decimal(estimate.precision, places: 3)
                    Numerals.decimal(estimate.recall, places: 3)
                    Numerals.decimal(estimate.f1, places: 3)
                }
            }
        }
    }

    private var reviewTable: Table {
        let measured: [Table.Column] =
            truth == nil
            ? [] : [.number("True precision"), .number("True recall"), .number("True F1")]
        return Table(
            "Choose your threshold", size: .small,
            columns: [
                .text("Threshold"), .number("Links"), .number("Expected wrong links"),
                .number("Expected missed matches"), .number("Expected precision"),
                .number("Expected recall"), .number("Expected F1"), .number("Reviewer hours"),
            ] + measured
        ) {
            for row in thresholds.rows { Table.Row(cells(row)) }
        }
    }

    private func cells(_ row: ThresholdTable.Row) -> [HTML] {
        let expected = row.expected
        let isBest = expected.threshold == suggestedThreshold
        let likely = [4.25: " (95% likely)", 6.625: " (99% likely)"][expected.threshold]
        var cells = [
            Numerals.signedHundredths(expected.threshold) + " bits"
                + (isBest ? " (suggested)" : likely ?? ""),
            Numerals.grouped(expected.pairs),
            Numerals.decimal(row.expectedFalseLinks, places: 0),
            Numerals.decimal(row.expectedMissedLinks, places: 0),
            Numerals.decimal(expected.precision, places: 3),
            Numerals.decimal(expected.recall, places: 3),
            Numerals.decimal(expected.f1, places: 3),
            Numerals.decimal(row.reviewHours, places: 1),
        ]
        if let point = row.measured {
            cells += [point.precision, point.recall, point.f1].map {
                Numerals.decimal($0, places: 3)
            }
        }
        return cells.map { HTML($0) }
    }

    /// A scale of weights with about five marks.
    static func weightScale(_ thresholds: [Double]) -> CurveChart.Scale {
        let (first, last) = (thresholds.first ?? 0, thresholds.last ?? 1)
        let step = max(5, ((last - first) / 25).rounded(.up) * 5)
        let low = (first / step).rounded(.down) * step
        let high = max((last / step).rounded(.up) * step, low + step)
        let ticks = stride(from: low, through: high, by: step)
        return CurveChart.Scale(
            title: "Threshold in bits",
            ticks: ticks.map { ($0, Numerals.decimal($0, places: 0)) })
    }

    static func shareScale(_ title: String) -> CurveChart.Scale {
        CurveChart.Scale(
            title: title,
            ticks: [
                (0, "0%"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1, "100%"),
            ])
    }
}
