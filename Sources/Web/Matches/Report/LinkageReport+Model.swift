import Linkage

extension LinkageReport {
    @HTMLBuilder var comparisonsSection: HTML {
        p(
            "Each comparison is answered by the first of its levels that fits. A level is worth "
                + "log2(m/u) bits: one bit doubles the odds of a match, minus one halves them. All "
                + "charts of weights have the same scale. A missing value counts nothing.")
        let groups = Self.grouped(model.levelParameters, by: \.comparison)
        let weights =
            model.levelParameters.map(\.matchWeight)
            + rarity.flatMap { [$0.atCommonest, $0.atRarest] }
        let scale = (weights.min() ?? 0)...(weights.max() ?? 0)
        for (number, group) in groups.enumerated() {
            h3(Self.readable(group.name))
            if let words = description(of: group.name) { p(words) }
            if group.members.contains(where: \.isAdjustedForRarity) {
                p(
                    "Agreement on a rare value counts for more than the bar, on a common one for "
                        + "less: the thin line goes from the commonest value to the rarest.")
            }
            LevelWeightChart(
                id: Self.id("weight", number),
                headline: Self.weightHeadline(group.name, group.members),
                measure: "Match weight of each level in bits: log2(m/u)", scale: scale,
                levels: group.members.map {
                    LevelWeightChart.Level(
                        label: $0.label, words: $0.strength.words, weight: $0.matchWeight,
                        range: range(of: $0))
                })
            shares(group, number)
        }
    }

    private func range(of level: LevelParameters) -> ClosedRange<Double>? {
        rarity.first { $0.comparison == level.comparison && $0.label == level.label }.map {
            min($0.atCommonest, $0.atRarest)...max($0.atCommonest, $0.atRarest)
        }
    }

    private func description(of comparison: String) -> String? {
        let found = model.comparisons.first { $0.outputColumnName == comparison }
        return found?.comparisonDescription.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func weightHeadline(_ name: String, _ levels: [LevelParameters]) -> String {
        guard let best = levels.max(by: { $0.matchWeight < $1.matchWeight }),
            let least = levels.min(by: { $0.matchWeight < $1.matchWeight })
        else { return readable(name) }
        let adds =
            "\(readable(name)): agreement adds up to "
            + "\(Numerals.decimal(max(0, best.matchWeight), places: 1)) bits"
        return least.matchWeight < 0
            ? adds + ", difference takes \(Numerals.decimal(-least.matchWeight, places: 1))" : adds
    }

    private func shares(
        _ group: (name: String, members: [LevelParameters]), _ number: Int
    ) -> LevelShareChart {
        LevelShareChart(
            id: Self.id("share", number), headline: Self.shareHeadline(group.members),
            measure: "\(Self.readable(group.name)): share of true matches (m, filled) and of "
                + "other pairs (u, outlined) with each level",
            levels: group.members.map { level in
                let (m, u) = (level.mProbability ?? 0, level.uProbability ?? 0)
                return LevelShareChart.Level(
                    label: level.label, ofMatches: m, matchesText: Self.percent(m), ofOthers: u,
                    othersText: u >= 0.0995 || u <= 0
                        ? Self.percent(u)
                        : Frequency.words(u), words: level.words)
            })
    }

    private static func shareHeadline(_ levels: [LevelParameters]) -> String {
        let words = levels.first { $0.isClosest }?.words ?? ""
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }

    @HTMLBuilder var weightsSection: HTML {
        p(
            "The weight of a pair is where the model starts plus what each comparison adds. At 0 "
                + "bits a match is as likely as not, at +4.25 bits 95% likely, at +6.63 bits 99%.")
        HistogramChart(
            id: "histogram", headline: histogramHeadline,
            measure: "Scored pairs by match weight; the scale of the pairs is logarithmic",
            what: "Pairs", scale: "Match weight in bits", noteTitle: "Expected to match",
            threshold: suggestedThreshold,
            bars: histogram.bars().map {
                HistogramChart.Bar(
                    lowest: $0.lowest, highest: $0.highest, count: $0.pairs,
                    note: Numerals.decimal($0.expectedMatches, places: 1))
            })
        if let leastWeight {
            p(
                "Pairs below \(Self.bits(leastWeight)) are not shown: fewer than one in "
                    + "\(Numerals.grouped(Self.oneIn(leastWeight))) of them is expected to match.")
        }
    }

    private static func oneIn(_ weight: Double) -> Int {
        Int((1 / max(matchProbability(ofWeight: weight), 1e-15)).rounded(.down))
    }

    private var histogramHeadline: String {
        let best = histogram.bestEstimate
        let below = histogram.pairCount - best.pairs
        return "\(Self.count(best.pairs, "pair is", "pairs are")) linked from "
            + "\(Self.bits(best.threshold)) on, \(Numerals.grouped(below)) below are not"
    }
}
