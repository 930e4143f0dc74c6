extension LinkageModel {
    /// The model with Splink's values where m or u is missing, as Splink scores with such a model.
    ///
    /// With n levels that are not null, the closest has m = 0.95 and 10 bits, the others share
    /// the rest of m and have -5 to 3 bits in equal steps. Read off Splink 4.0.17 and 5.0.0.
    public var withSplinkDefaults: LinkageModel {
        var model = self
        for comparison in model.comparisons.indices {
            let levels = model.comparisons[comparison].comparisonLevels
            let count = levels.count { !$0.isNullLevel }
            for (place, level) in levels.enumerated() where !level.isNullLevel && count > 1 {
                let value = model.comparisons[comparison].comparisonVectorValue(ofLevel: place)
                let isClosest = value == count - 1
                let m = isClosest ? 0.95 : 0.05 / Double(count - 1)
                let step = count > 2 ? 8 / Double(count - 2) : 0
                let bits = isClosest ? 10 : -5 + step * Double(value)
                model.comparisons[comparison].comparisonLevels[place].mProbability =
                    level.mProbability ?? m
                model.comparisons[comparison].comparisonLevels[place].uProbability =
                    level.uProbability ?? m / power2(bits)
            }
        }
        return model
    }
}
