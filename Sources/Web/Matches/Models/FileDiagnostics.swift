import Exchange
import Linkage

/// What a version makes of two files: complete fields, unlinkable records, patterns.
struct FileDiagnostics: Part {
    let model: ModelVisit
    let found: ModelDiagnostics

    private var bits: Double { model.version.thresholdBits }

    var html: HTML {
        HTML {
            completeness
            unlinkable
            patterns
            rarity
        }
    }

    private var completeness: Table {
        Table(
            "Records with a value, by field",
            columns: [.text("Field"), .number("Left file"), .number("Right file")]
        ) {
            for column in found.completeness {
                Table.Row {
                    model.label(column.column)
                    Frequency.percent(column.left)
                    Frequency.percent(column.right)
                }
            }
        }
    }

    @HTMLBuilder private var unlinkable: HTML {
        h2("Records that say too little")
        let count = found.unlinkables.count(below: bits)
        if count > 0 {
            p(
                "\(Frequency.percent(found.unlinkables.share(below: bits))) of the records "
                    + "(\(Numerals.grouped(count)) of \(Numerals.grouped(found.records))) cannot "
                    + "be matched to anything: even an exact copy would not reach the cut-off. No "
                    + "rule and no reviewer can help there, only more values.")
        } else {
            p("Even the emptiest record would be found if there were an exact copy of it.")
        }
        CurveChart.unlinkables(
            id: "unlinkables", found.unlinkables, threshold: bits, mark: "At the cut-off")
        if count > 0 {
            Table(
                "What these records lack",
                columns: [
                    .text("Field"), .number("Of these records, without it"),
                    .number("Of all records, without it"),
                ], empty: "They lack no value. Their values are too common to tell them apart."
            ) {
                for field in found.missingFields {
                    Table.Row {
                        model.label(field.column)
                        Frequency.percent(Double(field.unlinkableWithout) / Double(count))
                        Frequency.percent(Double(field.allWithout) / Double(max(found.records, 1)))
                    }
                }
            }
        }
    }

    @HTMLBuilder private var patterns: HTML {
        h2("Findings that occur together")
        if found.patterns.isEmpty {
            EmptyState("Patterns", "No pair of these files was scored.")
        } else {
            p(
                "Pairs with the same finding in every comparison are of one pattern. The numbers "
                    + "over the squares are the comparisons:")
            numbered {
                for comparison in model.version.model.comparisons {
                    HTML(model.label(comparison.outputColumnName))
                }
            }
            PatternChart(
                id: "patterns", found.patterns, model.version.model, pairs: found.pairs,
                isKnown: false)
        }
    }

    private var rarity: Table {
        Table(
            "How far rare values move a finding",
            columns: [
                .text("Finding"), .number("At the commonest value"), .number("At the rarest"),
            ], empty: "No finding of this version counts rare values for more."
        ) {
            for range in found.rarity {
                Table.Row {
                    range.label
                    LinkageReport.bits(range.atCommonest)
                    LinkageReport.bits(range.atRarest)
                }
            }
        }
    }
}
