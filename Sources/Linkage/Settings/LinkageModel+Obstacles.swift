extension LinkageModel {
    /// What keeps Splink from loading the model as JSON, a sentence each; none when it can.
    public var obstaclesToSplink: [String] {
        var obstacles: [String] = []
        if !columnForms.isEmpty {
            obstacles.append(
                "Splink cannot load the model as it is: it does not read columns in another form ("
                    + columnForms.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
                    + "). Clean these columns first and leave out `column_forms`.")
        }
        let rules = blockingRulesToGeneratePredictions.filter { $0.sql == nil }
        if !rules.isEmpty {
            obstacles.append(
                "Splink cannot load the model as it is: it has no SQL for the rule "
                    + rules.map { "`\($0.label)`" }.joined(separator: ", ") + ".")
        }
        let levels = comparisons.filter { comparison in
            comparison.comparisonLevels.contains { $0.sql == nil }
        }
        if !levels.isEmpty {
            obstacles.append(
                "Splink cannot load the model as it is: it has no SQL for levels of "
                    + levels.map { "`\($0.outputColumnName)`" }.joined(separator: ", ") + ".")
        }
        return obstacles
    }
}
