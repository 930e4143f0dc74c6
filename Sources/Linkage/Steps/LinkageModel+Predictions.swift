public import Records

extension LinkageModel {
    /// The pairs between two tables of at least a weight in bits, by left and right row.
    ///
    /// - Throws: `LinkageFailure` when a rule makes more pairs than the training plan allows.
    public func predictions(
        left: RecordTable, right: RecordTable, threshold: Double
    ) throws(LinkageFailure) -> [ScoredPair] {
        try weights(for: EncodedRecords([left, right], for: self))
            .predictions(threshold: threshold)
    }

    /// The pairs within one table of at least a weight in bits, by left and right row.
    ///
    /// - Throws: `LinkageFailure` when a rule makes more pairs than the training plan allows.
    public func predictions(
        within table: RecordTable, threshold: Double
    ) throws(LinkageFailure) -> [ScoredPair] {
        try weights(for: EncodedRecords([table], for: self)).predictions(threshold: threshold)
    }

    /// The model's weights for records that were encoded for it.
    public func weights(for records: EncodedRecords) -> MatchWeights {
        MatchWeights(self, records)
    }
}
