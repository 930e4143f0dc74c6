import Linkage

extension LinkageReport {
    @HTMLBuilder var unlinkablesSection: HTML {
        p(
            "A record says too little if even an exact copy of it would not reach the threshold. "
                + "No rule, threshold or reviewer can help there; only more values can.")
        CurveChart.unlinkables(id: "unlinkables", unlinkables, threshold: suggestedThreshold)
        fields
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

    @HTMLBuilder var patternsSection: HTML {
        p(
            "Pairs with the same level in every comparison are of one pattern. The numbers over "
                + "the squares are the comparisons:")
        numbered { for name in comparisonNames { HTML(name) } }
        PatternChart(
            id: "patterns-chart", patterns, model, pairs: histogram.pairCount,
            isKnown: truth != nil)
        if !samples.isEmpty { sampleTables }
    }

    private var comparisonNames: [String] {
        model.comparisons.map { Self.readable($0.outputColumnName) }
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
