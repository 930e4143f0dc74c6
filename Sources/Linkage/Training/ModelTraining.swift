/// The steps of training, in order.
struct ModelTraining {
    var model: LinkageModel
    let layout: PatternLayout
    let encoded: EncodedRecords
    let seed: UInt64
    let threads: Int
    /// Every pair that may match.
    let pairs: Int
    /// Pairs of records known to match.
    let labelled: [(left: Int, right: Int)]
    /// The m from which the first start of EM sets out, by comparison and digit.
    let startingM: [[Double?]]
    var report = Progress()

    /// What the report will say.
    struct Progress {
        var sessions: [TrainingReport.Session] = []
        var emptyRules: [BlockingRule] = []
        var uMethods: [[UMethod?]] = []
        var labelledMatches = 0
    }

    /// By comparison and level, the share of all pairs with the level, matches included.
    var shares: [[Double?]] = []
    /// By comparison, the u of levels that no random pair has.
    var smallestU: [Double] = []
    /// The patterns of each EM rule that has pairs.
    var rulePatterns: [RulePatterns] = []
    /// What λ rests on where EM finds it, counted once.
    private var candidates: Candidates?

    private struct Candidates {
        let counts: PatternCounts
        let share: Double
    }

    /// By comparison and level, the m read from labels.
    var labelM: [[Double?]] = []

    /// What EM needs of a rule, counted once.
    struct RulePatterns {
        let rule: BlockingRule
        let pairs: Int
        let comparisons: [Int]
        let counts: PatternCounts
    }

    init(
        _ model: LinkageModel, _ layout: PatternLayout, _ encoded: EncodedRecords,
        seed: UInt64, labelled: [(left: Int, right: Int)], threads: Int
    ) {
        self.model = model
        self.layout = layout
        self.encoded = encoded
        self.seed = seed
        self.labelled = labelled
        self.threads = threads
        startingM = model.comparisons.map(\.startingM)
        pairs = encoded.pairCount(model.linkType)
    }

    /// All steps.
    mutating func train() throws(TrainingFailure) {
        try estimateStartingPrior()
        estimateU()
        try countPatterns()
        try readLabels()
        try estimateM()
        try estimatePrior()
        // Random pairs hold matches too. Once λ and m are known, u is what is left without them.
        if takeMatchesOutOfU() {
            try estimateM()
            try estimatePrior()
        }
    }

    /// Sets λ from strict rules, or to a first guess where EM will find it.
    private mutating func estimateStartingPrior() throws(TrainingFailure) {
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
    func blocking(_ rules: [BlockingRule]) throws(TrainingFailure) -> Blocking {
        let blocking = Blocking(rules, model.linkType, encoded)
        do {
            try blocking.check(limit: model.training.maximumPairsPerRule)
        } catch {
            throw .tooManyPairs(error)
        }
        return blocking
    }

    /// Sets λ so that a number of pairs match; at least half a pair, at most nine in ten.
    mutating func setPrior(_ matches: Double) {
        let share = max(matches, 0.5) / Double(pairs)
        model.probabilityTwoRandomRecordsMatch = min(share, 0.9)
    }

    /// Where λ is left to EM, finds it over all candidate pairs; pairs never made match never.
    private mutating func estimatePrior() throws(TrainingFailure) {
        guard model.training.prior == .expectationMaximisation else { return }
        let all = Array(model.comparisons.indices)
        if candidates == nil { candidates = try countCandidates(all) }
        guard let candidates else { return }
        let weights = model.comparisons.map { $0.byDigit(0) { $0.matchWeight } }
        let scored = candidates.counts.entries.map { pattern, count in
            let bits = all.reduce(0) { $0 + weights[$1][layout.digit(of: $1, in: pattern)] }
            return (bits: bits, count: Double(count) / candidates.share)
        }
        for _ in 0..<100 {
            let before = model.probabilityTwoRandomRecordsMatch
            let prior = model.priorMatchWeight
            setPrior(
                scored.reduce(0) { $0 + $1.count * matchProbability(ofWeight: prior + $1.bits) })
            if abs(model.probabilityTwoRandomRecordsMatch / before - 1) < 1e-6 { return }
        }
    }

    /// The patterns of the candidate pairs, or of a sample where they are very many.
    private func countCandidates(_ all: [Int]) throws(TrainingFailure) -> Candidates {
        let blocking = try self.blocking(model.blockingRulesToGeneratePredictions)
        let made = blocking.pairCounts().reduce(0) { $0 + $1.pairs }
        let sample = PairSample(TrainingPlan.pairsPerSession, of: made, seed: seed, encoded)
        return Candidates(
            counts: model.patternCounts(
                blocking, over: all, layout, sample: sample, threads: threads),
            share: sample?.share ?? 1)
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
                sessions: report.sessions, labelledMatches: report.labelledMatches,
                emptyRules: report.emptyRules, untrainedLevels: untrained,
                uMethods: report.uMethods, absentColumns: encoded.absentColumns))
    }
}
