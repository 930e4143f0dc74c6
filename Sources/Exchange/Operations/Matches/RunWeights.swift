import Linkage

/// The weights of a run: with what tells the people of a home apart, where the model has it.
struct RunWeights {
    let plain: MatchWeights
    let household: HouseholdWeights?

    init(_ model: LinkageModel, _ household: HouseholdModel?, _ records: EncodedRecords) {
        plain = MatchWeights(model, records)
        self.household = household.map { HouseholdWeights($0, records) }
    }

    /// The weights of a trained version, for records that were encoded for its model.
    init(_ version: MatchModel, _ records: EncodedRecords) {
        self.init(version.model, version.training?.household, records)
    }

    /// All candidate pairs of at least a weight in bits.
    ///
    /// - Throws: `Refusal` when they cannot be scored.
    func pairs(from threshold: Double) throws -> [ScoredPair] {
        do {
            guard let household else { return try plain.predictions(threshold: threshold) }
            return try household.predictions(threshold: threshold)
        } catch {
            throw Refusal(unscored: error)
        }
    }

    /// What speaks for a pair and against it.
    func evidence(_ pair: ScoredPair) -> PairEvidence {
        PairEvidence(
            plain.waterfall(pair.left, pair.right),
            weightBits: household == nil ? nil : pair.matchWeight)
    }
}
