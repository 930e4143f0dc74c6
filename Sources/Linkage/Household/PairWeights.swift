/// The weights of a model's pairs: plain, or with what tells the people of a home apart.
public enum PairWeights: Sendable {
    /// One person against strangers.
    case plain(MatchWeights)
    /// One person against strangers and against two people of one home.
    case household(HouseholdWeights)

    /// The weights of a trained model; of its household part, where there is one.
    ///
    /// The records must be encoded for the model.
    public init(
        _ model: LinkageModel, _ household: HouseholdModel?, _ records: EncodedRecords
    ) {
        self =
            household.map { .household(HouseholdWeights($0.with(model), records)) }
            ?? .plain(MatchWeights(model, records))
    }

    /// The weights with term frequencies that were counted before, of the model's columns.
    init(
        _ model: LinkageModel, _ household: HouseholdModel?, _ records: EncodedRecords,
        _ frequencies: [TermFrequencies]
    ) {
        self =
            household.map { .household(HouseholdWeights($0.with(model), records, frequencies)) }
            ?? .plain(MatchWeights(model, records, frequencies))
    }

    /// The plain model, which the household part goes on from.
    public var model: LinkageModel {
        switch self {
        case .plain(let weights): weights.model
        case .household(let weights): weights.household.model
        }
    }

    /// The household part, where there is one.
    public var household: HouseholdModel? {
        switch self {
        case .plain: nil
        case .household(let weights): weights.household
        }
    }

    /// The records.
    public var records: EncodedRecords {
        switch self {
        case .plain(let weights): weights.records
        case .household(let weights): weights.records
        }
    }

    /// How the comparison vectors of pairs are numbered.
    public var patternLayout: PatternLayout {
        switch self {
        case .plain(let weights): weights.patternLayout
        case .household(let weights): weights.patternLayout
        }
    }

    /// All candidate pairs of at least a weight in bits, by left and right record.
    ///
    /// The number of threads does not change the result.
    ///
    /// - Throws: `LinkageFailure` as `MatchWeights.predictions` does.
    public func predictions(
        threshold: Double, threads: Int = 1
    ) throws(LinkageFailure) -> [ScoredPair] {
        switch self {
        case .plain(let weights):
            try weights.predictions(threshold: threshold, threads: threads)
        case .household(let weights):
            try weights.predictions(threshold: threshold, threads: threads)
        }
    }

    /// The weight of any two records in bits, whether or not a rule pairs them.
    public func matchWeight(_ first: RecordLocation, _ second: RecordLocation) -> Double {
        switch self {
        case .plain(let weights): weights.waterfall(first, second).matchWeight
        case .household(let weights): weights.waterfall(first, second).matchWeight
        }
    }

    /// The weight of a pair of records by their numbers, given its pattern, in bits.
    func matchWeight(_ pattern: UInt64, _ left: Int, _ right: Int) -> Double {
        switch self {
        case .plain(let weights): weights.matchWeight(pattern, left, right)
        case .household(let weights): weights.matchWeight(pattern, left, right)
        }
    }

    /// How the weight of any two records comes about, whether or not a rule pairs them.
    public func explanation(
        _ first: RecordLocation, _ second: RecordLocation
    ) -> PairExplanation {
        switch self {
        case .plain(let weights): .plain(weights.waterfall(first, second))
        case .household(let weights): .household(weights.waterfall(first, second))
        }
    }
}

/// How a pair's weight comes about: in one step, or in two where homes are known.
public enum PairExplanation: Hashable, Sendable {
    /// One person against strangers.
    case plain(Waterfall)
    /// One person against strangers, then against two people of one home.
    case household(HouseholdWaterfall)

    /// The weight of the pair in bits.
    public var matchWeight: Double {
        switch self {
        case .plain(let waterfall): waterfall.matchWeight
        case .household(let waterfall): waterfall.matchWeight
        }
    }
}
