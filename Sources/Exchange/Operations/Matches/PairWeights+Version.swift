import Linkage

extension PairWeights {
    /// The weights of a trained version, for records that were encoded for its model.
    init(_ version: MatchModel, _ records: EncodedRecords) {
        self.init(version.model, version.training?.household, records)
    }

    /// All candidate pairs of at least a weight in bits.
    ///
    /// - Throws: `Refusal` when they cannot be scored.
    func pairs(from threshold: Double) throws -> [ScoredPair] {
        do {
            return try predictions(threshold: threshold)
        } catch {
            throw Refusal(unscored: error)
        }
    }
}
