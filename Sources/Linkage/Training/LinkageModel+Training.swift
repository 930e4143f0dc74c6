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
    /// - Throws: `TrainingFailure` when the model or the records do not allow it.
    public func trained(
        on records: EncodedRecords, seed: UInt64
    ) throws(TrainingFailure) -> TrainedModel {
        let problems = self.problems
        guard problems.isEmpty, let layout = PatternLayout(comparisons) else {
            throw .invalidModel(problems: problems)
        }
        guard records.pairCount(linkType) > 0 else { throw .tooFewRecords(count: records.count) }
        var training = Training(self, layout, records)
        try training.estimateStartingPrior()
        training.estimateU(seed: seed)
        try training.estimateM()
        try training.estimatePrior()
        return training.result()
    }
}

/// The steps of training, in order.
private struct Training {
    private var model: LinkageModel
    private let layout: PatternLayout
    private let encoded: EncodedRecords
    private var sessions: [TrainingReport.Session] = []
    private var emptyRules: [BlockingRule] = []
    private var uMethods: [[UMethod?]] = []
    /// By comparison, the u of levels that no random pair has.
    private var smallestU: [Double] = []
    private let pairs: Int

    init(_ model: LinkageModel, _ layout: PatternLayout, _ encoded: EncodedRecords) {
        self.model = model
        self.layout = layout
        self.encoded = encoded
        pairs = encoded.pairCount(model.linkType)
    }

    /// Sets λ from strict rules, or to a first guess where EM will find it.
    mutating func estimateStartingPrior() throws(TrainingFailure) {
        switch model.training.prior {
        case .fixed: break
        case .deterministic(let rules, let recall):
            let blocking = try self.blocking(rules)
            var found = 0
            blocking.forEachPair { _, _ in found += 1 }
            setPrior(Double(found) / recall)
        case .expectationMaximisation:
            // Guess that half the records of the smaller table have a partner.
            let sizes = encoded.tableSizes.filter { $0 > 0 }
            setPrior(Double(sizes.min() ?? 0) / 2)
        }
    }

    /// The blocks of rules, none of which makes too many pairs.
    private func blocking(_ rules: [BlockingRule]) throws(TrainingFailure) -> Blocking {
        let blocking = Blocking(rules, model.linkType, encoded)
        do {
            try blocking.check(limit: model.training.maximumPairsPerRule)
        } catch {
            throw .tooManyPairs(error)
        }
        return blocking
    }

    /// Sets λ so that a number of pairs match; at least half a pair, at most nine in ten.
    private mutating func setPrior(_ matches: Double) {
        let share = max(matches, 0.5) / Double(pairs)
        model.probabilityTwoRandomRecordsMatch = min(share, 0.9)
    }

    mutating func estimateU(seed: UInt64) {
        let estimation = NonMatchProbabilities(model, layout, encoded, seed: seed)
        for index in model.comparisons.indices {
            let comparison = model.comparisons[index]
            let estimate = estimation.estimate(ofComparison: index)
            var methods: [UMethod?] = []
            for (position, level) in comparison.comparisonLevels.enumerated() {
                let digit = comparison.comparisonVectorValue(ofLevel: position) + 1
                if level.isNullLevel {
                    methods.append(nil)
                } else if level.fixUProbability {
                    methods.append(.fixed)
                } else {
                    let u = estimate.probabilities[digit]
                    model.comparisons[index].comparisonLevels[position].uProbability = u
                    methods.append(estimate.methods[digit])
                }
            }
            uMethods.append(methods)
            smallestU.append(estimate.smallest)
        }
    }

    /// Runs EM for each rule and sets each m to the median of the sessions that estimate it.
    mutating func estimateM() throws(TrainingFailure) {
        let rules = model.training.emRules
        var estimates: [(comparisons: [Int], estimate: ExpectationMaximisation.Estimate)] = []
        for rule in rules {
            if let estimate = try session(rule) { estimates.append(estimate) }
        }
        if estimates.isEmpty, !rules.isEmpty { throw .noTrainingPairs(rules: rules) }
        for index in model.comparisons.indices {
            let comparison = model.comparisons[index]
            for (position, level) in comparison.comparisonLevels.enumerated()
            where !level.isNullLevel && !level.fixMProbability {
                let digit = comparison.comparisonVectorValue(ofLevel: position) + 1
                let values = estimates.filter { $0.comparisons.contains(index) }
                    .compactMap { $0.estimate.m[index][digit] }
                guard let median = Self.median(values) else { continue }
                model.comparisons[index].comparisonLevels[position].mProbability = median
                if level.uProbability == nil {
                    model.comparisons[index].comparisonLevels[position].uProbability =
                        smallestU[index]
                }
            }
        }
    }

    private mutating func session(
        _ rule: BlockingRule
    ) throws(TrainingFailure) -> (comparisons: [Int], estimate: ExpectationMaximisation.Estimate)? {
        let active = model.comparisons.indices.filter {
            model.comparisons[$0].columns.isDisjoint(with: rule.columns)
        }
        let blocking = try self.blocking([rule])
        let rulePairs = blocking.pairCounts()[0].pairs
        guard rulePairs > 0, !active.isEmpty else {
            emptyRules.append(rule)
            return nil
        }
        let counts = model.patternCounts(blocking, over: active, layout)
        let run = ExpectationMaximisation(
            counts, layout, over: active,
            u: model.comparisons.map { $0.byDigit(nil) { $0.uProbability } },
            isFixed: model.comparisons.map { $0.byDigit(true) { $0.fixMProbability } })
        let estimate = run.run(
            from: start(rule, active), convergence: model.training.emConvergence,
            maximumIterations: model.training.maximumIterations)
        sessions.append(
            TrainingReport.Session(
                rule: rule, pairs: rulePairs,
                comparisons: active.map { model.comparisons[$0].outputColumnName },
                lambda: estimate.lambda, iterations: estimate.iterations,
                hasConverged: estimate.hasConverged,
                m: model.comparisons.indices.map { index in
                    let comparison = model.comparisons[index]
                    return comparison.comparisonLevels.indices.map { place in
                        let digit = comparison.comparisonVectorValue(ofLevel: place) + 1
                        return active.contains(index) ? estimate.m[index][digit] : nil
                    }
                }))
        return (active, estimate)
    }

    /// λ among a rule's pairs if its columns are as telling as exact agreement usually is.
    private func start(
        _ rule: BlockingRule, _ active: [Int]
    ) -> ExpectationMaximisation.Estimate {
        var bits = model.priorMatchWeight
        for (index, comparison) in model.comparisons.enumerated() where !active.contains(index) {
            let u = comparison.comparisonLevels.first { !$0.isNullLevel }?.uProbability
            if let u, u > 0 { bits += logarithm2(0.95 / u) }
        }
        return ExpectationMaximisation.Estimate(
            lambda: min(max(matchProbability(ofWeight: bits), 0.001), 0.95),
            m: model.comparisons.map(\.startingM))
    }

    /// Where λ is left to EM, finds it over all candidate pairs; pairs never made match never.
    mutating func estimatePrior() throws(TrainingFailure) {
        guard model.training.prior == .expectationMaximisation else { return }
        let blocking = try self.blocking(model.blockingRulesToGeneratePredictions)
        let all = Array(model.comparisons.indices)
        let counts = model.patternCounts(blocking, over: all, layout)
        let weights = model.comparisons.map { $0.byDigit(0) { $0.matchWeight } }
        let scored = counts.entries.map { pattern, count in
            let bits = all.reduce(0) { $0 + weights[$1][layout.digit(of: $1, in: pattern)] }
            return (bits: bits, count: Double(count))
        }
        for _ in 0..<100 {
            let before = model.probabilityTwoRandomRecordsMatch
            let prior = model.priorMatchWeight
            setPrior(
                scored.reduce(0) { $0 + $1.count * matchProbability(ofWeight: prior + $1.bits) })
            if abs(model.probabilityTwoRandomRecordsMatch / before - 1) < 1e-6 { return }
        }
    }

    func result() -> TrainedModel {
        let untrained = model.comparisons.flatMap { comparison in
            comparison.comparisonLevels
                .filter { !$0.isNullLevel && ($0.mProbability == nil || $0.uProbability == nil) }
                .map {
                    TrainingReport.UntrainedLevel(
                        comparison: comparison.outputColumnName, level: $0.labelForCharts)
                }
        }
        return TrainedModel(
            model: model,
            report: TrainingReport(
                records: encoded.count, pairs: pairs,
                expectedMatches: model.probabilityTwoRandomRecordsMatch * Double(pairs),
                sessions: sessions, emptyRules: emptyRules, untrainedLevels: untrained,
                uMethods: uMethods, absentColumns: encoded.absentColumns))
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

extension Comparison {
    /// The m from which EM starts, by digit: the model's own, or 0.95 for the closest agreement.
    fileprivate var startingM: [Double?] {
        let others = max(1, radix - 2)
        return byDigit(nil) { level in
            if level.isNullLevel { return nil }
            if let m = level.mProbability { return m }
            let isClosest = level == comparisonLevels.first { !$0.isNullLevel }
            return isClosest ? 0.95 : 0.05 / Double(others)
        }
    }
}
