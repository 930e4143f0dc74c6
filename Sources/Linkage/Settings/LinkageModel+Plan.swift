extension LinkageModel {
    /// The model with another plan for its training.
    public func with(training: TrainingPlan) -> LinkageModel {
        LinkageModel(
            linkType: linkType,
            probabilityTwoRandomRecordsMatch: probabilityTwoRandomRecordsMatch,
            comparisons: comparisons,
            blockingRulesToGeneratePredictions: blockingRulesToGeneratePredictions,
            columnForms: columnForms, training: training, names: names)
    }

    /// The trained model without the plan, as Splink can load it.
    ///
    /// Levels that training did not meet get equal m and u, so that they count 0 bits.
    public var withoutPlan: LinkageModel {
        var model = with(
            training: TrainingPlan(
                emConvergence: training.emConvergence,
                maximumIterations: training.maximumIterations))
        for comparison in model.comparisons.indices {
            for (place, level) in model.comparisons[comparison].comparisonLevels.enumerated()
            where !level.isNullLevel && (level.mProbability == nil || level.uProbability == nil) {
                let known = level.uProbability ?? level.mProbability ?? 1e-6
                model.comparisons[comparison].comparisonLevels[place].mProbability = known
                model.comparisons[comparison].comparisonLevels[place].uProbability = known
            }
        }
        return model
    }
}
