extension LinkageModel: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case linkType = "link_type"
        case probabilityTwoRandomRecordsMatch = "probability_two_random_records_match"
        case comparisons
        case blockingRulesToGeneratePredictions = "blocking_rules_to_generate_predictions"
        case emConvergence = "em_convergence"
        case maximumIterations = "max_iterations"
        case uniqueID = "unique_id_column_name"
        case sourceDataset = "source_dataset_column_name"
        case comparisonVectorPrefix = "comparison_vector_value_column_prefix"
        case additionalColumns = "additional_columns_to_retain"
        case sqlDialect = "sql_dialect"
        case columnForms = "column_forms"
        case training
    }

    /// What only says which columns Splink keeps in its tables, and changes no weight.
    private static let keysWithoutEffect = [
        "retain_matching_columns", "retain_intermediate_calculation_columns", "linker_uid",
        "bayes_factor_column_prefix", "match_weight_column_prefix",
        "term_frequency_adjustment_column_prefix",
    ]

    /// Reads a model as Splink 4 or 5 saves it, or one of Weft's own.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(
            except: CodingKeys.allCases.map(\.stringValue) + Self.keysWithoutEffect,
            in: "The model")
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let plan =
            try container.decodeIfPresent(TrainingPlan.self, forKey: .training)
            ?? TrainingPlan(
                emConvergence: try container.decodeIfPresent(Double.self, forKey: .emConvergence)
                    ?? 0.0001,
                maximumIterations: try container.decodeIfPresent(
                    Int.self, forKey: .maximumIterations) ?? 25)
        func name(_ key: CodingKeys, _ usual: String) throws -> String {
            try container.decodeIfPresent(String.self, forKey: key) ?? usual
        }
        self.init(
            linkType: try container.decode(LinkType.self, forKey: .linkType),
            probabilityTwoRandomRecordsMatch: try container.decodeIfPresent(
                Double.self, forKey: .probabilityTwoRandomRecordsMatch) ?? 0.0001,
            comparisons: try container.decode([Comparison].self, forKey: .comparisons),
            blockingRulesToGeneratePredictions: try container.decodeIfPresent(
                [BlockingRule].self, forKey: .blockingRulesToGeneratePredictions) ?? [],
            columnForms: try container.decodeIfPresent(
                [String: ColumnForm].self, forKey: .columnForms) ?? [:],
            training: plan,
            names: ColumnNames(
                uniqueID: try name(.uniqueID, "unique_id"),
                sourceDataset: try name(.sourceDataset, "source_dataset"),
                comparisonVectorPrefix: try name(.comparisonVectorPrefix, "gamma_"),
                additionalColumns: try container.decodeIfPresent(
                    [String].self, forKey: .additionalColumns) ?? []))
    }

    /// Writes the model with Splink's keys, and Weft's own where it has more to say.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(linkType, forKey: .linkType)
        try container.encode(
            probabilityTwoRandomRecordsMatch, forKey: .probabilityTwoRandomRecordsMatch)
        try container.encode(comparisons, forKey: .comparisons)
        try container.encode(
            blockingRulesToGeneratePredictions, forKey: .blockingRulesToGeneratePredictions)
        try container.encode(training.emConvergence, forKey: .emConvergence)
        try container.encode(training.maximumIterations, forKey: .maximumIterations)
        try container.encode(names.uniqueID, forKey: .uniqueID)
        try container.encode(names.sourceDataset, forKey: .sourceDataset)
        try container.encode(names.comparisonVectorPrefix, forKey: .comparisonVectorPrefix)
        try container.encode(names.additionalColumns, forKey: .additionalColumns)
        try container.encode("duckdb", forKey: .sqlDialect)
        if !columnForms.isEmpty { try container.encode(columnForms, forKey: .columnForms) }
        let splinks = TrainingPlan(
            emConvergence: training.emConvergence, maximumIterations: training.maximumIterations)
        if training != splinks { try container.encode(training, forKey: .training) }
    }
}
