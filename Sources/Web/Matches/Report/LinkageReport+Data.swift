import Linkage

extension LinkageReport {
    @HTMLBuilder var dataSection: HTML {
        p("A record can only be matched by what it holds. These are the columns the model reads.")
        BarChart(
            id: "completeness", completenessHeadline,
            measure: "Share of records with a value, by column", whole: 1
        ) {
            for column in columns {
                BarChart.Bar(
                    Self.readable(column.column), column.completeness,
                    text: Self.percent(column.completeness))
            }
        }
        if inputs.count > 1 { byFile }
        profile
    }

    private var completenessHeadline: String {
        guard let emptiest = columns.min(by: { $0.completeness < $1.completeness }),
            emptiest.completeness < 1
        else { return "Every record has a value in every column" }
        return "\(Self.readable(emptiest.column)) is the emptiest column: "
            + "\(Self.percent(emptiest.completeness)) of records have a value"
    }

    private var byFile: Table {
        Table(
            "Share of records with a value, by file", size: .small,
            columns: [.text("Column")] + inputs.map { .number($0.name) }
        ) {
            for column in columns {
                Table.Row(
                    [HTML(Self.readable(column.column))]
                        + column.tables.map { HTML(Self.percent($0.share)) })
            }
        }
    }

    @HTMLBuilder private var profile: HTML {
        Table(
            "How the values are spread", size: .small,
            columns: [
                .text("Column"), .number("Distinct values"), .number("Held by one record"),
                .number("Share of the commonest"), .number("Two records agree by chance"),
            ] + (samples.isEmpty ? [] : [.text("Commonest values")])
        ) {
            for column in columns { Table.Row(Self.cells(column, withValues: !samples.isEmpty)) }
        }
        p(
            "A column on which two records seldom agree by chance is strong evidence where they "
                + "do. A value that very many records share, such as a placeholder, weakens it.")
    }

    private static func cells(_ column: ColumnProfile, withValues: Bool) -> [HTML] {
        let cells = [
            readable(column.column), Numerals.grouped(column.distinctValues),
            Numerals.grouped(column.singleValues),
            column.shareOfCommonest.map(percent) ?? "–",
            column.chanceOfAgreement.map(Frequency.words) ?? "–",
        ]
        let values = column.commonest.map { "\($0.value) (\(Numerals.grouped($0.count)))" }
        return (cells + (withValues ? [values.joined(separator: ", ")] : [])).map { HTML($0) }
    }

    @HTMLBuilder var blockingSection: HTML {
        p(
            "Comparing every record with every other would be "
                + "\(Numerals.grouped(possiblePairs)) pairs. Only pairs that agree on one of the "
                + "rules are compared. A match that no rule makes is never found.")
        CumulativeChart(id: "rules", blocking, of: possiblePairs)
        if blocking.contains(where: \.isCountedFromKeys) {
            p(
                "A rule makes too many pairs to look at, so these numbers were worked out from "
                    + "the keys of the rules, before any pair was made.")
        }
    }

    @HTMLBuilder var trainingSection: HTML {
        let prior = model.probabilityTwoRandomRecordsMatch
        p(
            "Before anything is compared, the model expects "
                + "\(RunPage.rarity(prior)) to match: \(Self.bits(model.priorMatchWeight)).")
        if let training {
            rounds(training)
            estimates(training)
        } else {
            p(
                "A model does not say how it was trained. Give --training with what "
                    + "weft link train --json printed, to see what each round found.")
        }
        untrained
    }

    private func rounds(_ training: Training) -> Table {
        Table(
            "Rounds of training", size: .small,
            columns: [
                .text("Rule"), .number("Pairs"), .number("Share of matches"), .number("Steps"),
                .text("Came to rest"),
            ], empty: "The model was not trained by expectation maximisation."
        ) {
            for round in training.rounds {
                Table.Row {
                    round.rule
                    round.pairs
                    Self.percent(round.lambda)
                    round.iterations
                    round.hasConverged ? "Yes" : "No, it ran out of steps"
                }
            }
        }
    }

    @HTMLBuilder private func estimates(_ training: Training) -> HTML {
        let sources = training.rounds.map(\.rule)
        if !sources.isEmpty {
            p(
                "The lines of each level are the rounds in the order of the table, the upright "
                    + "line is what the model has: the median. Rounds that lie far apart do not "
                    + "agree what the level is worth.")
        }
        let groups = Self.grouped(training.estimates, by: \.comparison)
        for (number, group) in groups.enumerated() where !sources.isEmpty {
            EstimateChart(
                id: Self.id("estimate", number), group.members, rounds: sources)
        }
    }

    @HTMLBuilder private var untrained: HTML {
        let levels = model.levelParameters.filter {
            $0.mProbability == nil || $0.uProbability == nil
                || $0.mProbability == $0.uProbability
        }
        if !levels.isEmpty {
            p("These levels were not met in training, so they count nothing:")
            bullets(levels.map { "\(Self.readable($0.comparison)): \($0.label)" })
        }
    }

    /// Things that come one after the other with the same name.
    static func grouped<Element>(
        _ elements: [Element], by name: (Element) -> String
    ) -> [(name: String, members: [Element])] {
        var groups: [(name: String, members: [Element])] = []
        for element in elements {
            if groups.last?.name == name(element) {
                groups[groups.count - 1].members.append(element)
            } else {
                groups.append((name(element), [element]))
            }
        }
        return groups
    }
}
