import Exchange
import Governance
import Linkage
import Records

/// What a trained version learned, as charts, and what it makes of two files.
struct DiagnosticsPage {
    let model: ModelVisit
    let files: FilePairChoice
    /// What the version makes of the files, once they were looked at.
    let found: ModelDiagnostics?

    private var linkage: LinkageModel { model.version.model }

    init(_ visit: Visit) async throws {
        model = try await ModelVisit(visit)
        files = try await FilePairChoice(model, asked: visit.query[FilePairChoice.field])
        if let pair = files.chosen, model.version.training != nil {
            found = try await visit.store.diagnoseModel(
                model.version.id, on: pair.left.id, with: pair.right.id, by: model.person)
        } else {
            found = nil
        }
    }

    private var path: String { "\(model.path)/diagnostics" }

    var shell: PageShell {
        model.page("What the model learned") {
            h1("What the model learned", caption: model.caption)
            if let training = model.version.training {
                if let found {
                    FileDiagnostics(model: model, found: found)
                    p { a("What each finding is worth", to: path) }
                } else {
                    learned
                    HistogramChart(
                        id: "histogram", training.weights, threshold: model.version.thresholdBits)
                }
                choice
            } else {
                EmptyState("Charts", "Not trained yet. Train the model first.")
            }
        }
    }

    @HTMLBuilder private var learned: HTML {
        p {
            "Each finding is worth so many bits. One bit more doubles the odds that two records "
            "are about one person, one bit less halves them. "
            a("What a match weight is", to: "/glossary#letter-m")
        }
        let groups = LinkageReport.grouped(linkage.levelParameters, by: \.comparison)
        let scale = LevelWeightChart.scale(of: linkage.levelParameters, [])
        for (number, group) in groups.enumerated() {
            h2(model.label(group.name))
            LevelWeightChart(
                id: LinkageReport.id("weight", number), group.members, rarity: [], scale: scale)
            LevelShareChart(id: LinkageReport.id("share", number), group.members)
        }
        h2("How the pairs come out")
    }

    @HTMLBuilder private var choice: HTML {
        h2("What it makes of two files")
        if files.pairs.isEmpty {
            files.none
        } else {
            p(
                "See how complete the fields are, which records say too little to be matched, and "
                    + "which findings occur together. Only counts are shown.")
            GetForm(path) {
                files.radios("Files to look at")
                Button("Look at the files", .secondary)
            }
            p("The agreement of the files is asked, and the look is in the log.")
        }
    }
}

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
        p(
            "\(Frequency.percent(found.unlinkables.share(below: bits))) of the records "
                + "(\(Numerals.grouped(count)) of \(Numerals.grouped(found.records))) cannot be "
                + "matched to anything: even an exact copy would not reach the cut-off. No rule "
                + "and no reviewer can help there, only more values.")
        CurveChart.unlinkables(id: "unlinkables", found.unlinkables, threshold: bits)
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
