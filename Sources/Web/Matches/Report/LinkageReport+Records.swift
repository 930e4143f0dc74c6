import Linkage

extension LinkageReport {
    @HTMLBuilder var unlinkablesSection: HTML {
        let share = unlinkables.share(below: suggestedThreshold)
        p(
            "A record says too little if even an exact copy of it would not reach the threshold. "
                + "No rule, threshold or reviewer can help there; only more values can.")
        CurveChart(
            id: "unlinkables",
            headline: unlinkableHeadline,
            measure: "Share of records whose weight against themselves is below a threshold",
            description: "\(Self.percent(unlinkables.share(below: 0))) of records cannot reach 0 "
                + "bits, \(Self.percent(share)) cannot reach \(Self.bits(suggestedThreshold)).",
            across: Self.weightScale(unlinkableThresholds),
            up: Self.shareScale("Share of records"),
            series: [
                CurveChart.Series(
                    "Unlinkable",
                    unlinkableThresholds.map { ($0, unlinkables.share(below: $0)) })
            ],
            mark: CurveChart.Mark(
                x: suggestedThreshold, y: share,
                text: "At the suggested threshold"),
            numbers: unlinkablesTable)
        fields
    }

    private var unlinkableHeadline: String {
        let threshold = Self.bits(suggestedThreshold)
        let count = unlinkables.count(below: suggestedThreshold)
        return count == 0
            ? "Every record says enough to be matched at \(threshold)"
            : "\(Self.percent(unlinkables.share(below: suggestedThreshold))) of records "
                + "(\(Numerals.grouped(count))) cannot be matched to anything at \(threshold)"
    }

    private var unlinkableThresholds: [Double] {
        let low = min(unlinkables.selfLinkWeights.first ?? 0, suggestedThreshold, 0)
        let high = max(unlinkables.selfLinkWeights.last ?? 1, suggestedThreshold + 1)
        return Array(
            stride(from: low.rounded(.down), through: min(high, low + 96).rounded(.up), by: 0.5))
    }

    private var unlinkablesTable: Table {
        let step = max(1, unlinkableThresholds.count / 30)
        return Table(
            "Records that cannot reach a threshold", size: .small,
            columns: [.text("Threshold"), .number("Records"), .number("Share")]
        ) {
            for (index, threshold) in unlinkableThresholds.enumerated()
            where index.isMultiple(of: step) {
                Table.Row {
                    Numerals.signed(threshold)
                    unlinkables.count(below: threshold)
                    Self.percent(unlinkables.share(below: threshold))
                }
            }
        }
    }

    @HTMLBuilder private var fields: HTML {
        let count = unlinkables.count(below: suggestedThreshold)
        if count > 0 {
            Table(
                "What these records lack", size: .small,
                columns: [
                    .text("Column"), .number("Of the unlinkable, without it"),
                    .number("Of all records, without it"),
                ], empty: "They lack no value; their values are too common to tell them apart."
            ) {
                for field in missingFields {
                    Table.Row {
                        Self.readable(field.column)
                        Self.percent(Double(field.unlinkableWithout) / Double(count))
                        Self.percent(
                            Double(field.allWithout)
                                / Double(max(unlinkables.selfLinkWeights.count, 1)))
                    }
                }
            }
        }
    }

    private static let shownPatterns = 12

    @HTMLBuilder var patternsSection: HTML {
        p(
            "Pairs with the same level in every comparison are of one pattern. The numbers over "
                + "the squares are the comparisons:")
        numbered { for name in comparisonNames { HTML(name) } }
        PatternChart(
            id: "patterns-chart", headline: patternHeadline,
            measure: "Scored pairs by pattern, commonest first, and their weights in bits. A full "
                + "square is the closest level, a part of one a level between, an empty one a "
                + "difference, a dash nothing to compare",
            comparisons: comparisonNames,
            further: ["Expected to match"]
                + (truth == nil ? [] : ["Known to match"]),
            rows: patterns.prefix(Self.shownPatterns).map(row))
        if !samples.isEmpty { sampleTables }
    }

    private var comparisonNames: [String] {
        model.comparisons.map { Self.readable($0.outputColumnName) }
    }

    private var patternHeadline: String {
        let shown = patterns.prefix(Self.shownPatterns).reduce(0) { $0 + $1.pairs }
        let all = max(histogram.pairCount, 1)
        return patterns.count > Self.shownPatterns
            ? "\(Numerals.grouped(patterns.count)) patterns occur; the commonest "
                + "\(Self.shownPatterns) hold \(Self.percent(Double(shown) / Double(all))) of pairs"
            : "\(Self.count(patterns.count, "pattern occurs", "patterns occur"))"
    }

    private func row(_ pattern: PatternSummary) -> PatternChart.Row {
        var notes = [Self.percent(pattern.expectedShare)]
        if truth != nil {
            notes.append(
                pattern.knownMatches.map { Self.percent(Double($0) / Double(pattern.pairs)) }
                    ?? "Not known")
        }
        return PatternChart.Row(
            closeness: zip(model.comparisons, pattern.comparisonVector).map(Self.closeness),
            words: zip(model.comparisons, pattern.comparisonVector).map(Self.level),
            pairs: pattern.pairs, weight: Self.range(pattern), notes: notes)
    }

    private static func range(_ pattern: PatternSummary) -> String {
        let (low, high) = (
            Numerals.signed(pattern.lowestWeight), Numerals.signed(pattern.highestWeight)
        )
        return low == high ? low : "\(low) to \(high)"
    }

    private static func closeness(_ comparison: Linkage.Comparison, _ value: Int) -> Double {
        let highest = comparison.comparisonLevels.count { !$0.isNullLevel } - 1
        return value < 0 ? -1 : highest < 1 ? 0 : Double(value) / Double(highest)
    }

    private static func level(_ comparison: Linkage.Comparison, _ value: Int) -> String {
        guard value >= 0 else { return "Nothing to compare" }
        let place = comparison.comparisonLevels.indices.first {
            comparison.comparisonVectorValue(ofLevel: $0) == value
        }
        return place.map { comparison.comparisonLevels[$0].labelForCharts } ?? "Level \(value)"
    }

    @HTMLBuilder private var sampleTables: HTML {
        h3("Pairs as examples")
        for (number, pairs) in samples.enumerated() where !pairs.isEmpty {
            Details("Pattern \(number + 1): \(Self.count(pairs.count, "pair", "pairs"))") {
                Table(
                    "Pattern \(number + 1)", size: .small,
                    columns: [.text("Weight"), .text("Record")]
                        + sampleColumns.map { .text(Self.readable($0)) }
                ) {
                    for pair in pairs {
                        Table.Row(
                            [HTML(Self.bits(pair.matchWeight)), HTML("Left")]
                                + pair.left.map { HTML($0) })
                        Table.Row(
                            [HTML(Self.bits(pair.matchWeight)), HTML("Right")]
                                + pair.right.map { HTML($0) })
                    }
                }
            }
        }
    }
}
