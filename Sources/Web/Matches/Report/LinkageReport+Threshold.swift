import Linkage

extension LinkageReport {
    @HTMLBuilder var thresholdSection: HTML {
        p(
            "A higher threshold links fewer pairs and more of them rightly. These figures are the "
                + "model's own, from the probabilities of the pairs; no label is used, and matches "
                + "that blocking never made are in none of them. The suggested threshold has the "
                + "best expected F1.")
        disagreement
        CurveChart.thresholds(id: "threshold-curve", histogram)
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
}
