extension HouseholdWeights {
    /// The weight of each record against itself, by its number, in bits.
    ///
    /// - Complexity: O(records × comparisons).
    public var selfLinkWeights: [Double] {
        var vectors = ComparisonVectors(household.model.comparisons, plain.layout, records)
        let all = Array(household.model.comparisons.indices)
        return (0..<records.count).map { record in
            matchWeight(vectors.pattern(record, record, over: all), record, record)
        }
    }
}

extension PairWeights {
    /// The weight of each record against itself, by its number, in bits.
    ///
    /// - Complexity: O(records × comparisons).
    public var selfLinkWeights: [Double] {
        switch self {
        case .plain(let weights): weights.selfLinkWeights
        case .household(let weights): weights.selfLinkWeights
        }
    }

    /// The records weighed against themselves.
    ///
    /// With a household part, a record that would be its housemate's as well counts as unlinkable.
    public var unlinkables: Unlinkables { Unlinkables(selfLinkWeights: selfLinkWeights) }

    /// The columns that comparisons read and unlinkable records lack, most often lacking first.
    ///
    /// - Complexity: O(records × columns).
    public func missingFields(below threshold: Double) -> [MissingField] {
        records.missingFields(of: model, where: selfLinkWeights.map { $0 < threshold })
    }

    /// The levels of the plain model that rarity moves, and how far it does in these records.
    public var rarityRanges: [RarityRange] {
        switch self {
        case .plain(let weights): weights.rarityRanges
        case .household(let weights): MatchWeights(weights.household.model, records).rarityRanges
        }
    }
}
