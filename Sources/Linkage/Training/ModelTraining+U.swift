extension ModelTraining {
    /// Sets each u to the share of all pairs with the level, matches included as in Splink.
    mutating func estimateU() {
        let estimation = NonMatchProbabilities(model, layout, encoded, seed: seed)
        for index in model.comparisons.indices {
            let comparison = model.comparisons[index]
            let estimate = estimation.estimate(ofComparison: index)
            var methods: [UMethod?] = []
            for (position, level) in comparison.comparisonLevels.enumerated() {
                let digit = comparison.comparisonVectorValue(ofLevel: position) + 1
                if level.isNullLevel {
                    methods.append(nil)
                } else if level.fixUProbability {
                    methods.append(.fixed)
                } else {
                    let u = estimate.probabilities[digit]
                    model.comparisons[index].comparisonLevels[position].uProbability = u
                    methods.append(estimate.methods[digit])
                }
            }
            report.uMethods.append(methods)
            smallestU.append(estimate.smallest)
        }
        shares = model.comparisons.map { $0.comparisonLevels.map(\.uProbability) }
    }

    /// Takes the matches that are known to be among all pairs out of u; false when that is nothing.
    ///
    /// Of all pairs a share λm has the level and matches. That matters where matches make up much
    /// of what agrees: in files that overlap, for reference numbers and addresses. A guessed λ may
    /// be far too high, so no more matches count than the largest session found, and a tenth of
    /// each u stays.
    mutating func takeMatchesOutOfU() -> Bool {
        let found = report.sessions.map { $0.lambda * Double($0.pairs) }.max() ?? 0
        let sure = max(found, Double(report.labelledMatches)) / Double(pairs)
        let learnt = model.probabilityTwoRandomRecordsMatch
        let lambda = isPriorLearnt ? learnt : min(learnt, sure)
        guard lambda > 0 else { return false }
        for index in model.comparisons.indices {
            for (position, level) in model.comparisons[index].comparisonLevels.enumerated() {
                guard !level.isNullLevel, !level.fixUProbability, let m = level.mProbability,
                    let share = shares[index][position]
                else { continue }
                let u = max((share - lambda * m) / (1 - lambda), share / (isPriorLearnt ? 50 : 10))
                model.comparisons[index].comparisonLevels[position].uProbability = min(u, 1)
            }
        }
        return true
    }
}
