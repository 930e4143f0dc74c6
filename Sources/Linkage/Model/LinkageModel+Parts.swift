extension LinkageModel {
    /// The model with other rules that make candidate pairs.
    public func with(blockingRules rules: [BlockingRule]) -> LinkageModel {
        LinkageModel(
            linkType: linkType,
            probabilityTwoRandomRecordsMatch: probabilityTwoRandomRecordsMatch,
            comparisons: comparisons, blockingRulesToGeneratePredictions: rules,
            columnForms: columnForms, training: training, names: names)
    }

    /// The model with columns read in other forms.
    public func with(columnForms forms: [String: ColumnForm]) -> LinkageModel {
        LinkageModel(
            linkType: linkType,
            probabilityTwoRandomRecordsMatch: probabilityTwoRandomRecordsMatch,
            comparisons: comparisons,
            blockingRulesToGeneratePredictions: blockingRulesToGeneratePredictions,
            columnForms: forms, training: training, names: names)
    }

    /// The model with other rounds of training.
    public func with(emRules rules: [BlockingRule]) -> LinkageModel {
        with(prior: training.prior, emRules: rules)
    }

    /// The model with another way to find λ.
    public func with(prior: PriorEstimation) -> LinkageModel {
        with(prior: prior, emRules: training.emRules)
    }

    private func with(prior: PriorEstimation, emRules: [BlockingRule]) -> LinkageModel {
        with(
            training: TrainingPlan(
                prior: prior, emRules: emRules, sampledPairs: training.sampledPairs,
                emConvergence: training.emConvergence,
                maximumIterations: training.maximumIterations,
                maximumPairsPerRule: training.maximumPairsPerRule, seed: training.seed,
                starts: training.starts, labelColumn: training.labelColumn,
                households: training.households))
    }
}
