extension ComparisonLevel: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case condition
        case sqlCondition = "sql_condition"
        case labelForCharts = "label_for_charts"
        case isNullLevel = "is_null_level"
        case mProbability = "m_probability"
        case uProbability = "u_probability"
        case fixMProbability = "fix_m_probability"
        case fixUProbability = "fix_u_probability"
        case tfAdjustmentColumn = "tf_adjustment_column"
        case tfAdjustmentWeight = "tf_adjustment_weight"
        case tfMinimumUValue = "tf_minimum_u_value"
        case disableTfExactMatchDetection = "disable_tf_exact_match_detection"
    }

    /// Reads a level with a condition in SQL, as Splink writes it, or one of Weft's own.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.stringValue), in: "A level")
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let sql = try container.decodeIfPresent(String.self, forKey: .sqlCondition)
        let condition =
            if let sql {
                try Self.condition(sql, container)
            } else {
                try container.decode(Condition.self, forKey: .condition)
            }
        func flag(_ key: CodingKeys) throws -> Bool {
            try container.decodeIfPresent(Bool.self, forKey: key) ?? false
        }
        func number(_ key: CodingKeys) throws -> Double? {
            // Splink writes in words that training met no pair with the level.
            if let text = try? container.decode(String.self, forKey: key),
                text.hasPrefix("level not observed")
            {
                return nil
            }
            return try container.decodeIfPresent(Double.self, forKey: key)
        }
        let tfWeight = try number(.tfAdjustmentWeight) ?? 1
        self.init(
            condition,
            label: try container.decodeIfPresent(String.self, forKey: .labelForCharts)
                ?? sql ?? "",
            isNullLevel: try flag(.isNullLevel), m: try number(.mProbability),
            u: try number(.uProbability), fixM: try flag(.fixMProbability),
            fixU: try flag(.fixUProbability),
            tfAdjustmentColumn: try container.decodeIfPresent(
                String.self, forKey: .tfAdjustmentColumn
            )?.withoutQuotes,
            // Splink loses a weight of 0 when it loads a level, and then counts 1.
            tfAdjustmentWeight: sql != nil && tfWeight == 0 ? 1 : tfWeight,
            tfMinimumUValue: try number(.tfMinimumUValue) ?? 0,
            disableTfExactMatchDetection: try flag(.disableTfExactMatchDetection), sql: sql)
    }

    private static func condition(
        _ sql: String, _ container: KeyedDecodingContainer<CodingKeys>
    ) throws -> Condition {
        do {
            return Condition(try Expression(sql: sql))
        } catch {
            throw DecodingError.dataCorruptedError(
                forKey: .sqlCondition, in: container, debugDescription: "\(error)")
        }
    }

    /// Writes the level with Splink's keys; a condition that was SQL stays the same text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if let sql {
            try container.encode(sql, forKey: .sqlCondition)
        } else {
            try container.encode(condition, forKey: .condition)
        }
        try container.encode(labelForCharts, forKey: .labelForCharts)
        if isNullLevel { try container.encode(true, forKey: .isNullLevel) }
        try container.encodeIfPresent(mProbability, forKey: .mProbability)
        try container.encodeIfPresent(uProbability, forKey: .uProbability)
        try container.encode(fixMProbability, forKey: .fixMProbability)
        try container.encode(fixUProbability, forKey: .fixUProbability)
        guard let tfAdjustmentColumn else { return }
        try container.encode(tfAdjustmentColumn, forKey: .tfAdjustmentColumn)
        try container.encode(tfAdjustmentWeight, forKey: .tfAdjustmentWeight)
        try container.encode(tfMinimumUValue, forKey: .tfMinimumUValue)
        if disableTfExactMatchDetection {
            try container.encode(true, forKey: .disableTfExactMatchDetection)
        }
    }
}

extension String {
    /// The name in a quoted SQL identifier.
    fileprivate var withoutQuotes: String {
        guard count > 2, let first, first == last, first == "\"" || first == "`" else {
            return self
        }
        return String(dropFirst().dropLast())
    }
}
