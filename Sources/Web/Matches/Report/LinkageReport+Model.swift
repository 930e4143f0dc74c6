import Linkage

extension LinkageReport {
    @HTMLBuilder var comparisonsSection: HTML {
        p(
            "Each comparison is answered by the first of its levels that fits. A level is worth "
                + "log2(m/u) bits: one bit doubles the odds of a match, minus one halves them. All "
                + "charts of weights have the same scale. A missing value counts nothing.")
        let groups = Self.grouped(model.levelParameters, by: \.comparison)
        let scale = LevelWeightChart.scale(of: model.levelParameters, rarity)
        for (number, group) in groups.enumerated() {
            h3(Self.readable(group.name))
            if let words = description(of: group.name) { p(words) }
            if group.members.contains(where: \.isAdjustedForRarity) {
                p(
                    "Agreement on a rare value counts for more than the bar, on a common one for "
                        + "less: the thin line goes from the commonest value to the rarest.")
            }
            LevelWeightChart(
                id: Self.id("weight", number), group.members, rarity: rarity, scale: scale)
            LevelShareChart(id: Self.id("share", number), group.members)
        }
        if let household { HomeLevels(household) }
    }

    private func description(of comparison: String) -> String? {
        let found = model.comparisons.first { $0.outputColumnName == comparison }
        return found?.comparisonDescription.flatMap { $0.isEmpty ? nil : $0 }
    }

    @HTMLBuilder var weightsSection: HTML {
        p(
            "The weight of a pair is where the model starts plus what each comparison adds. At 0 "
                + "bits a match is as likely as not, at +4.25 bits 95% likely, at +6.63 bits 99%.")
        if household != nil {
            p(
                "This model also weighs one person against two people of one home. The answer that "
                    + "says less for one person decides, so a shared home alone makes no match.")
        }
        HistogramChart(id: "histogram", histogram, threshold: suggestedThreshold)
        if let leastWeight {
            p(
                "Pairs below \(Self.bits(leastWeight)) are not shown: fewer than one in "
                    + "\(Numerals.grouped(Self.oneIn(leastWeight))) of them is expected to match.")
        }
    }

    private static func oneIn(_ weight: Double) -> Int {
        Int((1 / max(matchProbability(ofWeight: weight), 1e-15)).rounded(.down))
    }
}
