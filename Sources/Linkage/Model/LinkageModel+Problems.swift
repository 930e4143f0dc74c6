extension LinkageModel {
    /// What is wrong with the model, a sentence each; none when it can be used.
    public var problems: [String] {
        var problems = comparisons.flatMap(\.problems)
        if comparisons.isEmpty {
            problems.append("The model compares nothing; give it at least one comparison.")
        }
        let names = comparisons.map(\.outputColumnName)
        for name in Set(names).sorted() where names.count(where: { $0 == name }) > 1 {
            problems.append("Two comparisons are called `\(name)`; rename one of them.")
        }
        let prior = probabilityTwoRandomRecordsMatch
        if !(prior > 0 && prior < 1) {
            problems.append(
                "The probability that two random records match is \(prior); "
                    + "it must be above 0 and below 1.")
        }
        if PatternLayout(comparisons) == nil {
            problems.append(
                "The comparisons have more combinations of levels than a program can number; "
                    + "use fewer comparisons or levels.")
        }
        return problems + training.problems
    }
}

extension TrainingPlan {
    fileprivate var problems: [String] {
        guard case .deterministic(let rules, let recall) = prior else { return [] }
        var problems: [String] = []
        if rules.isEmpty {
            problems.append("Training has no deterministic rule; give it at least one.")
        }
        if !(recall > 0 && recall <= 1) {
            problems.append(
                "The recall of the deterministic rules is \(recall); "
                    + "it must be above 0 and at most 1.")
        }
        return problems
    }
}

extension Comparison {
    fileprivate var problems: [String] {
        var problems: [String] = []
        if comparisonLevels.last?.condition != .otherwise {
            problems.append(
                "The comparison `\(outputColumnName)` does not end with a level for everything "
                    + "else; add one.")
        }
        if comparisonLevels.count(where: \.isNullLevel) > 1 {
            problems.append(
                "The comparison `\(outputColumnName)` has more than one null level; keep one.")
        }
        for level in comparisonLevels {
            for p in [level.mProbability, level.uProbability] {
                guard let p, !(p >= 0 && p <= 1) else { continue }
                problems.append(
                    "The level `\(level.labelForCharts)` of `\(outputColumnName)` has the "
                        + "probability \(p); it must be from 0 to 1.")
            }
            guard let column = level.tfAdjustmentColumn,
                !level.disableTfExactMatchDetection, exactLevel(of: column) == nil
            else { continue }
            problems.append(
                "The comparison `\(outputColumnName)` adjusts for how common a value of "
                    + "`\(column)` is but has no level for exactly equal values of it; add one.")
        }
        return problems
    }

    /// The level that holds exactly when both records have the same value in a column.
    func exactLevel(of column: String) -> ComparisonLevel? {
        comparisonLevels.first { $0.condition == .exact(column) }
    }
}
