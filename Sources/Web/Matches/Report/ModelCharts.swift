import Linkage

// How the values of linkage become charts, for any page that shows them.

extension CumulativeChart {
    /// What each blocking rule adds, of so many pairs that may match.
    init(id: String, _ blocking: [BlockingContribution], of possiblePairs: Int) {
        self.init(
            id: id, headline: Self.headline(blocking, possiblePairs),
            measure: "Pairs that each rule adds to those of the rules before it",
            steps: blocking.map { Step(label: $0.rule, alone: $0.pairs, added: $0.addedPairs) })
    }

    private static func headline(
        _ blocking: [BlockingContribution], _ possiblePairs: Int
    ) -> String {
        guard let all = blocking.last?.cumulativePairs else {
            return "A rule makes too many pairs to count what the rules add"
        }
        let share = possiblePairs == 0 ? 0 : Double(all) / Double(possiblePairs)
        return "The rules make \(LinkageReport.count(all, "pair", "pairs")), "
            + "\(Frequency.percent(share)) of all that may match"
    }
}

extension EstimateChart {
    /// What rounds of training found for the levels of one comparison.
    init(id: String, _ levels: [ParameterEstimates], rounds: [String]) {
        self.init(
            id: id, headline: Self.headline(levels),
            measure: "m: share of true matches with the level, by round of training",
            sources: rounds,
            rows: levels.map { level in
                Row(
                    label: level.level,
                    estimates: rounds.map { round in
                        level.estimates.first { $0.rule == round }?.m
                    }, taken: level.m)
            })
    }

    private static func headline(_ levels: [ParameterEstimates]) -> String {
        let name = LinkageReport.readable(levels.first?.comparison ?? "")
        let widest = levels.compactMap { level in level.spreadBits.map { (level.level, $0) } }
            .max { $0.1 < $1.1 }
        guard let widest else {
            return "\(name): no level was estimated by more than one round"
        }
        return widest.1 > 1
            ? "\(name): rounds differ by \(Numerals.decimal(widest.1, places: 1)) bits about "
                + "“\(widest.0)”"
            : "\(name): all rounds agree within one bit"
    }
}

extension LevelWeightChart {
    /// What the levels of one comparison are worth, and how far rarity moves them.
    init(
        id: String, _ levels: [LevelParameters], rarity: [RarityRange],
        scale: ClosedRange<Double>
    ) {
        self.init(
            id: id, headline: Self.headline(levels),
            measure: "Match weight of each level in bits: log2(m/u)", scale: scale,
            levels: levels.map { level in
                let range = rarity.first {
                    $0.comparison == level.comparison && $0.label == level.label
                }
                return Level(
                    label: level.label, words: level.strength.words, weight: level.matchWeight,
                    range: range.map {
                        min($0.atCommonest, $0.atRarest)...max($0.atCommonest, $0.atRarest)
                    })
            })
    }

    /// One scale for the charts of all comparisons of a model.
    static func scale(
        of levels: [LevelParameters], _ rarity: [RarityRange]
    ) -> ClosedRange<Double> {
        let weights =
            levels.map(\.matchWeight) + rarity.flatMap { [$0.atCommonest, $0.atRarest] }
        return (weights.min() ?? 0)...(weights.max() ?? 0)
    }

    private static func headline(_ levels: [LevelParameters]) -> String {
        let name = LinkageReport.readable(levels.first?.comparison ?? "")
        guard let best = levels.map(\.matchWeight).max(),
            let least = levels.map(\.matchWeight).min()
        else { return name }
        let adds =
            "\(name): agreement adds up to \(Numerals.decimal(max(0, best), places: 1)) bits"
        return least < 0
            ? adds + ", difference takes \(Numerals.decimal(-least, places: 1))" : adds
    }
}

extension LevelShareChart {
    /// How often true matches and other pairs have the levels of one comparison.
    init(id: String, _ levels: [LevelParameters]) {
        let name = LinkageReport.readable(levels.first?.comparison ?? "")
        let words = levels.first { $0.isClosest }?.words ?? name
        self.init(
            id: id, headline: words.hasSuffix(".") ? String(words.dropLast()) : words,
            measure: "\(name): share of true matches (m, filled) and of other pairs (u, outlined) "
                + "with each level",
            levels: levels.map { level in
                let (m, u) = (level.mProbability ?? 0, level.uProbability ?? 0)
                return Level(
                    label: level.label, ofMatches: m, matchesText: Frequency.percent(m),
                    ofOthers: u,
                    othersText: u >= 0.0995 || u <= 0
                        ? Frequency.percent(u) : Frequency.words(u), words: level.words)
            })
    }
}

extension PatternChart {
    /// The commonest patterns of scored pairs; `isKnown`: whether labels say what matches.
    init(
        id: String, _ patterns: [PatternSummary], _ model: LinkageModel, pairs: Int,
        isKnown: Bool, shown: Int = 12
    ) {
        self.init(
            id: id, headline: Self.headline(patterns, pairs, shown),
            measure: "Scored pairs by pattern, commonest first, and their weights in bits. A full "
                + "square is the closest level, a part of one a level between, an empty one a "
                + "difference, a dash nothing to compare",
            comparisons: model.comparisons.map { LinkageReport.readable($0.outputColumnName) },
            further: ["Expected to match"] + (isKnown ? ["Known to match"] : []),
            rows: patterns.prefix(shown).map { Self.row($0, model, isKnown) })
    }

    private static func headline(
        _ patterns: [PatternSummary], _ pairs: Int, _ shown: Int
    ) -> String {
        let held = patterns.prefix(shown).reduce(0) { $0 + $1.pairs }
        return patterns.count > shown
            ? "\(Numerals.grouped(patterns.count)) patterns occur; the commonest \(shown) hold "
                + "\(Frequency.percent(Double(held) / Double(max(pairs, 1)))) of pairs"
            : LinkageReport.count(patterns.count, "pattern occurs", "patterns occur")
    }

    private static func row(
        _ pattern: PatternSummary, _ model: LinkageModel, _ isKnown: Bool
    ) -> Row {
        let levels = zip(model.comparisons, pattern.comparisonVector)
        let (low, high) = (
            Numerals.signed(pattern.lowestWeight), Numerals.signed(pattern.highestWeight)
        )
        let known = pattern.knownMatches.map {
            Frequency.percent(Double($0) / Double(pattern.pairs))
        }
        return Row(
            closeness: levels.map(closeness), words: levels.map(words), pairs: pattern.pairs,
            weight: low == high ? low : "\(low) to \(high)",
            notes: [Frequency.percent(pattern.expectedShare)]
                + (isKnown ? [known ?? "Not known"] : []))
    }

    private static func closeness(_ comparison: Linkage.Comparison, _ value: Int) -> Double {
        let highest = comparison.comparisonLevels.count { !$0.isNullLevel } - 1
        return value < 0 ? -1 : highest < 1 ? 0 : min(1, Double(value) / Double(highest))
    }

    private static func words(_ comparison: Linkage.Comparison, _ value: Int) -> String {
        guard value >= 0 else { return "Nothing to compare" }
        let place = comparison.comparisonLevels.indices.first {
            comparison.comparisonVectorValue(ofLevel: $0) == value
        }
        return place.map { comparison.comparisonLevels[$0].labelForCharts } ?? "Level \(value)"
    }
}
