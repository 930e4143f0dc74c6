public import Records

extension LinkageModel {
    /// The model with λ, m and u estimated from unlabelled tables.
    ///
    /// The same records and seed give the same model, whatever the order of rows.
    ///
    /// - Throws: `TrainingFailure` when the model or the records do not allow it.
    public func trained(
        on tables: [RecordTable], seed: UInt64
    ) throws(TrainingFailure) -> TrainedModel {
        try trained(on: EncodedRecords(tables, for: self), seed: seed)
    }

    /// The model with λ, m and u estimated from records that were encoded for it.
    ///
    /// - Parameters:
    ///   - records: The records.
    ///   - seed: The seed of samples and starting points.
    ///   - matches: Pairs known to match, by the numbers of their records; m is read from them too.
    ///   - threads: How many threads to use; the result is the same for any number.
    /// - Returns: The trained model and what training did.
    /// - Throws: `TrainingFailure` when the model or the records do not allow it.
    public func trained(
        on records: EncodedRecords, seed: UInt64, matches: [(left: Int, right: Int)] = [],
        threads: Int = 1
    ) throws(TrainingFailure) -> TrainedModel {
        let problems = self.problems
        guard problems.isEmpty, let layout = PatternLayout(comparisons) else {
            throw .invalidModel(problems: problems)
        }
        guard records.pairCount(linkType) > 0 else { throw .tooFewRecords(count: records.count) }
        var training = ModelTraining(
            self, layout, records, seed: seed, labelled: matches, threads: threads)
        try training.train()
        return training.result()
    }
}
