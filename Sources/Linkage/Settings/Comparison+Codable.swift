extension Comparison: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case outputColumnName = "output_column_name"
        case comparisonLevels = "comparison_levels"
        case comparisonDescription = "comparison_description"
    }

    /// Reads a comparison; one without a name is called after its columns, as Splink does.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.stringValue), in: "A comparison")
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let levels = try container.decode([ComparisonLevel].self, forKey: .comparisonLevels)
        let columns = levels.reduce(into: Set<String>()) {
            $0.formUnion($1.condition.columns)
        }.sorted()
        let usual = columns.count == 1 ? columns[0] : "custom_" + columns.joined(separator: "_")
        self.init(
            try container.decodeIfPresent(String.self, forKey: .outputColumnName) ?? usual,
            levels,
            description: try container.decodeIfPresent(
                String.self, forKey: .comparisonDescription))
    }

    /// Writes the comparison with Splink's keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(outputColumnName, forKey: .outputColumnName)
        try container.encode(comparisonLevels, forKey: .comparisonLevels)
        try container.encodeIfPresent(comparisonDescription, forKey: .comparisonDescription)
    }
}
